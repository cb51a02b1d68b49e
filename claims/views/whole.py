"""An article reviewed to the end: its text, its statements, a form for what was missed, and the mark."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims.corrections.deciding import add_report
from claims.corrections.verdicts import CannotCorrect
from claims.review.showing import blank_fields
from claims.review.whole import begin_again, check_text, find_reports, find_revision, finish, is_gone
from claims.views.editors import for_editors, hand_of, typed_words


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def whole(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a revision with its statements; POST adds one, marks the revision as done, or opens it again."""
    revision = find_revision(pk)
    if revision is None:
        raise Http404(_("Tidak ada revisi dengan nomor ini."))
    error = None
    deed = request.POST.get("deed", "")
    try:
        if deed in ("add", "finish"):
            check_text(revision)
        if deed == "add":
            add_report(revision, typed_words(request), hand_of(request))
            messages.success(request, _("Pernyataan ditambahkan."))
        elif deed == "finish":
            finish(revision, hand_of(request))
            messages.success(request, _("Artikel ini ditandai sudah ditinjau seluruhnya."))
        elif deed == "again":
            begin_again(revision)
    except CannotCorrect as wrong:
        error = wrong
    if deed and error is None:
        return redirect("claims:review_whole", pk)
    typed = typed_words(request) if error else {}
    context = {
        "revision": revision,
        "paragraphs": revision.paragraphs,
        "gone": is_gone(revision),
        "reports": find_reports(revision),
        "done": getattr(revision, "full_review", None),
        "shown": {"fields": blank_fields(typed, error.field if error else "")},
        "error": error,
        "here": "review",
    }
    return render(request, "review/whole.html", context, status=409 if error else 200)
