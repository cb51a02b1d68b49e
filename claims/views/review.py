"""The review queue: its list, the way to the next item, many at once, and a step back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from claims.corrections.verdicts import CannotCorrect
from claims.models import QueueItem
from claims.review.asking import (
    PAGE,
    Asked,
    count_reasons,
    find_next,
    find_page,
    parse_asked,
)
from claims.review.settling import accept_all, undo_last
from claims.views.editors import for_editors, hand_of


@require_safe
@for_editors
def review(request: HttpRequest) -> HttpResponse:
    """Fifty items a page, the most doubtful first; counts for each reason."""
    asked = parse_asked(request.GET)
    found = find_page(asked, hand_of(request).user)
    counts = count_reasons()
    last = found[PAGE - 1] if len(found) > PAGE else None
    context = {
        "rows": found[:PAGE],
        "asked": asked,
        "reasons": [(value, name, counts.get(value, 0)) for value, name in QueueItem.Reason.choices],
        "total": sum(counts.values()),
        "next": f"{asked.query}&after={last.priority}_{last.pk}" if last else "",
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
        return redirect(f"{reverse('claims:review')}?{asked.query}")
    return redirect(f"{reverse('claims:review_item', args=[following])}?{asked.query}")


@require_POST
@for_editors
def step_back(request: HttpRequest) -> HttpResponse:
    """Take back one's last decision and show its item again."""
    try:
        last = undo_last(hand_of(request).user)
    except CannotCorrect as error:
        messages.error(request, str(error))
        return redirect("claims:review")
    if last is None:
        messages.info(request, _("Tidak ada keputusan Anda yang dapat diurungkan."))
        return redirect("claims:review")
    messages.success(request, _("Keputusan terakhir Anda diurungkan."))
    # a suggested link that linking does not find any more goes, and its item with it
    if QueueItem.objects.filter(pk=last.pk).exists():
        return redirect("claims:review_item", last.pk)
    return redirect("claims:review")


@require_POST
@for_editors
def accept_many(request: HttpRequest) -> HttpResponse:
    """Accept what is open for one rule or outlet."""
    asked = parse_asked(request.POST)
    try:
        done = accept_all(asked, hand_of(request))
    except CannotCorrect as error:
        messages.error(request, str(error))
    else:
        words = ngettext("%(count)d butir diterima.", "%(count)d butir diterima.", done)
        messages.success(request, words % {"count": done})
    return redirect(f"{reverse('claims:review')}?{asked.query}")
