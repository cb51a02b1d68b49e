"""One actor put right by an editor: names, roles, what it is joined with and parted from; its history."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims.corrections.verdicts import CannotCorrect
from claims.curation.actor_forms import Form, settle_deed
from claims.curation.actor_page import find_actor, show_actor
from claims.filters import parse_asked
from claims.models import Actor, ActorName
from claims.views.editors import for_editors, hand_of, typed_words


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def actor_desk(request: HttpRequest, slug: str) -> HttpResponse:
    """An actor with all that can be put right; POST does one deed. A merged one leads to its successor."""
    actor = wanted_actor(slug)
    if actor.successor:
        return redirect("claims:review_actor", actor.successor.slug)
    error = try_deed(request, actor) if request.method == "POST" else None
    if request.method == "POST" and error is None:
        messages.success(request, _("Keputusan Anda disimpan."))
        return redirect("claims:review_actor", slug)
    typed = typed_words(request) if error else {}
    asked = parse_asked(request.GET)
    shown = show_actor(actor, typed, error.field if error else "", asked.cursor)
    context = {
        "shown": shown,
        "actor": actor,
        "typed": typed,
        "chosen": {int(one) for one in request.POST.getlist("said") if one.isdigit()},
        "error": error,
        "kinds": ActorName.KindChoice.choices,
        "asked": asked,
        "next": urlencode({"page": shown.next}) if shown.next else "",
        "here": "review",
    }
    return render(request, "review/actor.html", context, status=409 if error else 200)


def wanted_actor(slug: str) -> Actor:
    """The actor at this address, or the page that says there is none."""
    actor = find_actor(slug)
    if actor is None:
        raise Http404(_("Tidak ada aktor dengan nama itu dalam catatan."))
    return actor


def try_deed(request: HttpRequest, actor: Actor) -> CannotCorrect | None:
    """Do what the form asks for; why not, where it cannot be."""
    form = Form(typed_words(request), request.POST.getlist("said"))
    try:
        settle_deed(actor, form, hand_of(request))
    except CannotCorrect as wrong:
        return wrong
    return None
