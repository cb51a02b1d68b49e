"""A look at two actors before they become one, and the decision that they are, or are not."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims.corrections.bearers import find_named
from claims.curation.actor_pair import find_said_apart, find_sides
from claims.suggesting import find_suggestions
from claims.views.actor_desk import try_deed, wanted_actor
from claims.views.editors import for_editors, typed_words


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def actor_merging(request: HttpRequest, slug: str) -> HttpResponse:
    """Show both with what will come of it (`q` names the other); POST joins them or holds them apart."""
    actor = wanted_actor(slug)
    if actor.successor:
        return redirect("claims:review_actor", actor.successor.slug)
    error = try_deed(request, actor) if request.method == "POST" else None
    if request.method == "POST" and error is None:
        messages.success(request, _("Keputusan Anda disimpan."))
        return redirect("claims:review_actor", slug)
    sought = request.GET.get("q", "").replace("\0", "").strip()[:300]
    found = find_named(sought) if sought else []
    other = found[0] if len(found) == 1 else None
    same = other is not None and other.pk == actor.pk
    sides = find_sides(actor, other) if other and not same else ()
    stays = max(sides, key=lambda side: side.heard.count).actor.pk if sides else 0
    typed = typed_words(request) if error else {}
    context = {
        "actor": actor,
        "other": other,
        "same": same,
        "sides": sides,
        "apart": find_said_apart(actor, other) if other and not same else None,
        "stays": typed.get("stays", str(stays)),
        "sought": sought,
        "choices": found if len(found) > 1 else [],
        "near": find_suggestions(sought) if sought and not found else (),
        "typed": typed,
        "error": error,
        "here": "review",
    }
    return render(request, "review/actor_merge.html", context, status=409 if error else 200)
