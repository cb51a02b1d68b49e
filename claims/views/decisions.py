"""What people decided, to look through, and the way back of each decision."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims.corrections.decisions import MODELS, find_decisions, parse_asked
from claims.corrections.verdicts import CannotCorrect
from claims.models import Review
from claims.review.settling import take_back
from claims.views.editors import for_editors, hand_of, way_back


@require_safe
@for_editors
def decisions(request: HttpRequest) -> HttpResponse:
    """Fifty decisions a page, the latest first, filtered by person, sort of row and state."""
    asked = parse_asked(request.GET)
    rows, last = find_decisions(asked)
    following = request.GET.copy()
    following["before"] = str(last)
    context = {
        "rows": rows,
        "asked": asked,
        "models": [(model, model_name(model)) for model in MODELS],
        "next": following.urlencode() if last else "",
        "here": "review",
    }
    return render(request, "review/decisions.html", context)


def model_name(model: str) -> str:
    """What decisions on rows of one model are about."""
    names = {"report": _("laporan"), "claim": _("klaim"), "utterance": _("ujaran"), "actor": _("aktor")}
    names["spell"] = _("sumber")
    return names.get(model, _("kaitan"))


@require_POST
@for_editors
def undo_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one decision back, whoever made it, and lead back to where the button stood."""
    review = Review.objects.filter(pk=pk).first()
    if review is None:
        raise Http404(_("Tidak ada keputusan dengan nomor ini."))
    try:
        take_back(review, hand_of(request).user)
    except CannotCorrect as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Keputusan diurungkan."))
    return redirect(way_back(request, "claims:review_decisions"))
