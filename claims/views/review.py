"""The review queue: its list in every state, and the way to the next item."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.review.asking import PAGE, Asked, after_of, find_next, find_page, parse_asked
from claims.review.choices import find_choices
from claims.views.editors import for_editors, hand_of


@require_safe
@for_editors
def review(request: HttpRequest) -> HttpResponse:
    """Fifty items of one state a page: open ones the most doubtful first, decided ones the latest first."""
    asked = parse_asked(request.GET)
    user = hand_of(request).user
    found = find_page(asked, user)
    context = {
        "rows": found[:PAGE],
        "asked": asked,
        "choices": find_choices(asked, user),
        "next": after_of(asked, found),
        "here": "review",
    }
    return render(request, "review/queue.html", context)


@require_safe
@for_editors
def begin(request: HttpRequest) -> HttpResponse:
    """Lead to the next free item under the filters."""
    return to_next(request, parse_asked(request.GET), None)


def to_next(request: HttpRequest, asked: Asked, passed: int | None) -> HttpResponse:
    """The next free item, or the list with a word that none is left."""
    following = find_next(asked, hand_of(request).user, passed)
    if following is None:
        messages.info(request, _("Tidak ada lagi yang menunggu di sini."))
        return redirect(f"{reverse('claims:review')}?{asked.waiting.query}")
    return redirect(f"{reverse('claims:review_item', args=[following])}?{asked.query}")
