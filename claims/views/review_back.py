"""The ways back: one's last decision on the queue, any decided item, and what was accepted at once."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from claims.corrections.verdicts import CannotCorrect
from claims.models import QueueItem
from claims.review.batches import undo_batch, undo_last
from claims.review.settling import reopen
from claims.views.editors import for_editors, hand_of, way_back


@require_POST
@for_editors
def step_back(request: HttpRequest) -> HttpResponse:
    """Take back one's last decision and show its item again."""
    try:
        last, count = undo_last(hand_of(request).user)
    except CannotCorrect as error:
        messages.error(request, str(error))
        return redirect("claims:review")
    if last is None:
        messages.info(request, _("Tidak ada keputusan Anda yang dapat diurungkan."))
        return redirect("claims:review")
    if count != 1:
        tell_undone(request, count)
        return redirect("claims:review")
    messages.success(request, _("Keputusan terakhir Anda diurungkan."))
    # a suggested link that linking does not find any more goes, and its item with it
    if QueueItem.objects.filter(pk=last.pk).exists():
        return redirect("claims:review_item", last.pk)
    return redirect("claims:review")


@require_POST
@for_editors
def reopen_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what came of one item, whoever decided it, and lead back to where the button stood."""
    item = QueueItem.objects.filter(pk=pk).first()
    if item is None:
        raise Http404(_("Tidak ada butir tinjauan dengan nomor ini."))
    try:
        reopen(item, hand_of(request).user)
    except CannotCorrect as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Keputusan diurungkan."))
    return redirect(way_back(request, "claims:review"))


@require_POST
@for_editors
def reopen_batch(request: HttpRequest, batch: UUID) -> HttpResponse:
    """Take back what was accepted at once, and lead back to where the button stood."""
    try:
        tell_undone(request, undo_batch(batch, hand_of(request).user))
    except CannotCorrect as error:
        messages.error(request, str(error))
    return redirect(way_back(request, "claims:review"))


def tell_undone(request: HttpRequest, count: int) -> None:
    """Say how many items are open again."""
    words = ngettext("%(count)d butir terbuka lagi.", "%(count)d butir terbuka lagi.", count)
    messages.success(request, words % {"count": count})
