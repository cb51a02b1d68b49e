"""A look at two actors before they become one, and the decision that they are, or are not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from claims.corrections.bearers import find_named
from claims.corrections.verdicts import CannotCorrect
from claims.curation.actor_pair import find_said_apart, find_sides
from claims.models import Actor
from claims.suggesting import find_suggestions
from claims.views.editors import typed_words
from claims.views.on_actor import on_actor


@on_actor
def actor_merging(request: HttpRequest, actor: Actor, error: CannotCorrect | None) -> HttpResponse:
    """Show both with what will come of it (`q` names the other); POST joins them or holds them apart."""
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
