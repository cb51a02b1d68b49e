"""One actor put right by an editor: names, roles, what it is joined with and parted from; its history."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from claims.corrections.verdicts import CannotCorrect
from claims.curation.actor_page import show_actor
from claims.filters import parse_asked
from claims.models import Actor, ActorName
from claims.views.editors import typed_words
from claims.views.on_actor import on_actor
from lists.numbers import parse_number


@on_actor
def actor_desk(request: HttpRequest, actor: Actor, error: CannotCorrect | None) -> HttpResponse:
    """An actor with all that can be put right."""
    typed = typed_words(request) if error else {}
    asked = parse_asked(request.GET)
    shown = show_actor(actor, typed, error.field if error else "", asked.cursor)
    context = {
        "shown": shown,
        "actor": actor,
        "typed": typed,
        "chosen": {parse_number(one) for one in request.POST.getlist("said")},
        "error": error,
        "kinds": ActorName.KindChoice.choices,
        "asked": asked,
        "next": urlencode({"page": shown.next}) if shown.next else "",
        "here": "review",
    }
    return render(request, "review/actor.html", context, status=409 if error else 200)
