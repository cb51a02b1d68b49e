"""The ways back: one's last decision on the queue, and any decided item."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims.corrections.verdicts import CannotCorrect
from claims.models import QueueItem
from claims.review.settling import reopen, undo_last
from claims.views.editors import for_editors, hand_of, way_back


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
