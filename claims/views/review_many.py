"""Many items of the queue at once: how many it would be, a reason, one question, and then the deed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from claims.corrections.verdicts import CannotCorrect
from claims.review.asking import Asked, parse_asked
from claims.review.assigning import assign_all, count_assignable
from claims.review.batches import accept_all, count_acceptable
from claims.review.people import find_people, find_person_or_nobody
from claims.views.editors import for_editors, hand_of
from lists.numbers import parse_number


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def accept_many(request: HttpRequest) -> HttpResponse:
    """Ask once, with how many it is; then accept what is open for one rule or outlet."""
    asked, hand, error = parse_asked(request.GET), hand_of(request), None
    try:
        if request.method == "POST":
            done, left = accept_all(asked, hand, told_count(request))
            tell(request, done, left)
            return redirect(list_of(asked))
    except CannotCorrect as wrong:
        error = wrong
    try:
        count = count_acceptable(asked, hand.user)
    except CannotCorrect as wrong:
        messages.error(request, str(wrong))
        return redirect(list_of(asked))
    context = {"asked": asked, "count": count, "error": error, "here": "review"}
    return render(request, "review/accept.html", context, status=409 if error else 200)


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def assign_many(request: HttpRequest) -> HttpResponse:
    """Ask to whom, with how many it is; then give out what is open under the filters."""
    asked, user, error = parse_asked(request.GET), hand_of(request).user, None
    if request.method == "POST":
        try:
            person = find_person_or_nobody(request.POST.get("person", ""))
        except CannotCorrect as wrong:
            error = wrong
        else:
            done = assign_all(asked, user, person, told_count(request))
            words = ngettext("%(count)d butir ditugaskan.", "%(count)d butir ditugaskan.", done)
            messages.success(request, words % {"count": done})
            return redirect(list_of(asked))
    count, given = count_assignable(asked, user)
    context = {"asked": asked, "count": count, "given": given, "people": find_people(), "error": error}
    return render(request, "review/assign.html", {**context, "here": "review"}, status=409 if error else 200)


def told_count(request: HttpRequest) -> int:
    """How many items the page had named when its button was pressed: no more than those are taken."""
    return parse_number(request.POST.get("count", ""), digits=5)


def tell(request: HttpRequest, done: int, left: int) -> None:
    """Say how many were accepted, and how many could not be."""
    words = ngettext("%(count)d butir diterima.", "%(count)d butir diterima.", done) % {"count": done}
    if left:
        words += " " + _("%(count)d dilewati: sedang dipegang orang lain atau sudah berubah.") % {
            "count": left
        }
    messages.success(request, words)


def list_of(asked: Asked) -> str:
    """The list under the same filters."""
    return f"{reverse('claims:review')}?{asked.waiting.query}"
