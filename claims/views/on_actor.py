"""The door of an actor's working pages: who it is, what its form asks for, and where that leads."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims.corrections.verdicts import CannotCorrect
from claims.curation.actor_forms import Form, settle_deed
from claims.curation.actor_page import find_actor
from claims.models import Actor
from claims.views.editors import View, for_editors, hand_of, typed_words

Page = Callable[[HttpRequest, Actor, CannotCorrect | None], HttpResponse]


def on_actor(page: Page) -> View:
    """A page about one actor: a merged one leads to its successor, and POST does one deed.

    The page is shown with why a deed could not be done, or without; after a deed it is left.
    """

    @for_editors
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(page)
    def answer(request: HttpRequest, slug: str) -> HttpResponse:
        actor = find_actor(slug)
        if actor is None:
            raise Http404(_("Tidak ada aktor dengan nama itu dalam catatan."))
        if actor.successor:
            return redirect("claims:review_actor", actor.successor.slug)
        error = try_deed(request, actor) if request.method == "POST" else None
        if request.method == "POST" and error is None:
            messages.success(request, _("Keputusan Anda disimpan."))
            return redirect("claims:review_actor", slug)
        return page(request, actor, error)

    return answer


def try_deed(request: HttpRequest, actor: Actor) -> CannotCorrect | None:
    """Do what the form asks for; why not, where it cannot be."""
    form = Form(typed_words(request), request.POST.getlist("said"))
    try:
        settle_deed(actor, form, hand_of(request))
    except CannotCorrect as wrong:
        return wrong
    return None
