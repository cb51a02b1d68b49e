"""The review queue: its list in every state, and the way to the next item."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.models import QueueItem
from claims.review.asking import PAGE, Asked, after_of, count_reasons, find_next, find_page, parse_asked
from claims.views.editors import for_editors, hand_of


@require_safe
@for_editors
def review(request: HttpRequest) -> HttpResponse:
    """Fifty items of one state a page: open ones the most doubtful first, decided ones the latest first."""
    asked = parse_asked(request.GET)
    found = find_page(asked, hand_of(request).user)
    counts = count_reasons()
    context = {
        "rows": found[:PAGE],
        "asked": asked,
        "states": [
            (value, name, replace(asked, state=value, after=None).query)
            for value, name in QueueItem.State.choices
        ],
        "reasons": [
            (value, name, replace(asked, reason=value, after=None).query, counts.get(value, 0))
            for value, name in [("", _("semua")), *QueueItem.Reason.choices]
        ],
        "total": sum(counts.values()),
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
