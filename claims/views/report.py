"""One report put right by an editor, whether or not anything queued it; with its history."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims.corrections.lost import find_past
from claims.corrections.verdicts import CannotCorrect
from claims.review.settling import DEEDS, settle_report
from claims.review.showing import find_report, show_report
from claims.views.editors import for_editors, hand_of, typed_words


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a report with its fields; POST corrects, accepts or refuses it."""
    found = find_report(pk)
    if found is None:
        raise Http404(_("Tidak ada laporan dengan nomor ini."))
    error, deed = None, request.POST.get("deed", "")
    if deed in DEEDS:
        try:
            settle_report(pk, deed, typed_words(request), hand_of(request))
        except CannotCorrect as wrong:
            error = wrong
        else:
            messages.success(request, _("Keputusan Anda disimpan."))
            return redirect("claims:review_report", pk)
    typed = typed_words(request) if error else {}
    past = find_past(found)
    context = {
        "report": found,
        "shown": show_report(found, typed, error.field if error else ""),
        "history": past.history,
        "lost": past.lost,
        "error": error,
        "here": "review",
    }
    return render(request, "review/report.html", context, status=409 if error else 200)
