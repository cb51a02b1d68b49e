"""One item of the review queue: a sentence or a source, the decision on it, and on whose desk it lies."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from claims.corrections.decisions import history_of
from claims.corrections.lost import find_past
from claims.corrections.verdicts import CannotCorrect
from claims.models import QueueItem
from claims.review.asking import Asked, parse_asked
from claims.review.assigning import assign
from claims.review.hollow import show_source
from claims.review.looking import LEASE, give_back, renew_lease, take_lease
from claims.review.people import MEND, find_people, find_person_or_nobody
from claims.review.settling import DEEDS, settle
from claims.review.showing import find_item, show_report
from claims.views.editors import for_editors, hand_of, typed_words
from claims.views.review import to_next


@for_editors
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """One sentence in its paragraph with its fields, or one source; POST decides it and leads to the next."""
    found = find_item(pk)
    if found is None:
        words = _(
            "Butir ini tidak lagi di antrean: sudah dibaca ulang atau diputuskan di tempat lain, "
            "teksnya dicabut, atau sumbernya pulih."
        )
        raise Http404(words)
    asked = parse_asked(request.GET)
    if request.method == "POST":
        return decide(request, found, asked)
    return show(request, found, asked)


def decide(request: HttpRequest, found: QueueItem, asked: Asked) -> HttpResponse:
    """Do what the button says."""
    hand, deed = hand_of(request), request.POST.get("deed", "")
    if deed in DEEDS:
        try:
            settle(found, deed, typed_words(request), hand)
        except CannotCorrect as error:
            return show(request, found, asked, error)
    elif deed in ("mine", "free"):
        assign(found, hand.user if deed == "mine" else None)
        return redirect(request.get_full_path())
    else:
        give_back(found, hand.user)
    return to_next(request, asked, found.pk)


def show(
    request: HttpRequest, found: QueueItem, asked: Asked, error: CannotCorrect | None = None
) -> HttpResponse:
    """The item's page; after an error with what was typed, and the words of the error beside its field."""
    user = hand_of(request).user
    typed = typed_words(request) if error else {}
    template, shown = page_of(found, typed, error.field if error else "")
    context = {
        "item": found,
        "asked": asked,
        "error": error,
        "free": take_lease(found, user),
        "renew": LEASE.seconds // 3,
        "here": "review",
        "held": held_by_other(found, user) or (error is not None and error.field == "anyway"),
        "person": typed.get("person", str(user.pk)),
        "reason": typed.get("reason", ""),
        **shown,
    }
    return render(request, template, context, status=409 if error else 200)


def held_by_other(found: QueueItem, user: User) -> bool:
    """Whether an item lies on somebody else's desk."""
    return found.assigned_id is not None and found.assigned_id != user.pk


@require_POST
@for_editors
def look_on(request: HttpRequest, pk: int) -> JsonResponse:
    """Renew the lease of an open page; `words` say what keeps its reader from the item, empty for nothing."""
    return JsonResponse({"words": renew_lease(pk, hand_of(request).user)})


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose on whose desk an item is to lie."""
    found = find_item(pk)
    if found is None:
        raise Http404(_("Tidak ada butir tinjauan dengan nomor ini."))
    asked, error = parse_asked(request.GET), None
    if request.method == "POST":
        try:
            assign(found, find_person_or_nobody(request.POST.get("person", "")))
        except CannotCorrect as wrong:
            error = wrong
        else:
            return redirect(f"{reverse('claims:review_item', args=[pk])}?{asked.query}")
    context = {"item": found, "asked": asked, "people": find_people(), "error": error, "here": "review"}
    return render(request, "review/assign.html", context, status=409 if error else 200)


def page_of(found: QueueItem, typed: Mapping[str, str], wrong: str) -> tuple[str, dict[str, Any]]:
    """The template for what an item is about, and what it shows of that."""
    if found.report is not None:
        past = find_past(found.report, found.stance_id or 0)
        shown = {"shown": show_report(found.report, typed, wrong), "lost": past.lost}
        return "review/item.html", {**shown, "history": past.history}
    if (spell := found.spell) is not None:
        is_open = found.state == QueueItem.State.OPEN
        beside = {"menders": find_people(MEND)} if is_open else {"history": history_of(("spell", [spell.pk]))}
        return "review/source.html", {"shown": show_source(spell), **beside}
    raise TypeError("the database holds an item about nothing")
