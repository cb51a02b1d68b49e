"""The review queue: its list, one item at a time, decisions, and a step back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from claims.corrections.decisions import history_of
from claims.corrections.verdicts import CannotCorrect
from claims.models import QueueItem
from claims.review.asking import (
    PAGE,
    Asked,
    assign,
    count_reasons,
    find_next,
    find_page,
    parse_asked,
    take_lease,
)
from claims.review.settling import DEEDS, accept_all, settle, undo_last
from claims.review.showing import find_item, show_item
from claims.views.editors import for_editors, hand_of, typed_words


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


@for_editors
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """One sentence in its paragraph with its fields; POST decides it and leads to the next."""
    found = find_item(pk)
    if found is None:
        raise Http404(_("Tidak ada butir tinjauan dengan nomor ini."))
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
    return to_next(request, asked, found.pk)


def show(
    request: HttpRequest, found: QueueItem, asked: Asked, error: CannotCorrect | None = None
) -> HttpResponse:
    """The item's page; after an error with what was typed, and the words of the error beside its field."""
    free = take_lease(found, hand_of(request).user)
    typed = typed_words(request) if error else {}
    context = {
        "item": found,
        "shown": show_item(found, typed, error.field if error else ""),
        "history": history_of(("report", [found.report_id]), ("stance", [found.stance_id or 0])),
        "asked": asked,
        "error": error,
        "free": free,
        "here": "review",
    }
    return render(request, "review/item.html", context, status=409 if error else 200)


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
