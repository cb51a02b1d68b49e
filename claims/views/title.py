"""A claim's title put right by an editor, with its history and the way back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims.corrections.decisions import history_of
from claims.corrections.titles import MODEL, correct_title
from claims.corrections.verdicts import CannotCorrect
from claims.models import Claim
from claims.views.editors import for_editors, hand_of


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def title(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the title and its history; POST renames."""
    claim = Claim.objects.filter(pk=pk).first()
    if claim is None:
        raise Http404(_("Tidak ada klaim dengan nomor ini."))
    error = None
    if request.method == "POST":
        try:
            correct_title(pk, request.POST.get("title", ""), hand_of(request), request.POST.get("seen", ""))
        except CannotCorrect as wrong:
            error = wrong
        else:
            messages.success(request, _("Judul klaim disimpan."))
            return redirect("claims:review_title", pk)
    context = {
        "claim": claim,
        "typed": request.POST.get("title", claim.title) if error else claim.title,
        "history": history_of((MODEL, [pk])),
        "error": error,
        "here": "review",
    }
    return render(request, "review/title.html", context, status=409 if error else 200)
