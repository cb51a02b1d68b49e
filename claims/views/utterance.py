"""The working page of one utterance: its reports, who speaks in them, and the occasions it is one with."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims.corrections.verdicts import CannotCorrect
from claims.curation.claim_page import Refusal
from claims.curation.utterance_forms import DEEDS, Form, settle_utterance
from claims.curation.utterance_page import find_utterance, show_utterance
from claims.models import Utterance
from claims.suggesting import find_suggestions
from claims.views.editors import for_editors, hand_of, typed_words
from lists.numbers import parse_number


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def utterance_desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an utterance with all that can be put right; POST parts it, merges it or says who speaks."""
    utterance = find_standing(pk)
    if utterance.pk != pk and request.method != "POST":
        return redirect("claims:review_utterance", utterance.pk)
    deed, refusal = request.POST.get("deed", ""), Refusal()
    if utterance.pk != pk:
        refusal = Refusal(
            words=_("Ujaran ini baru saja digabung ke ujaran di bawah; tidak ada yang ditimpa.")
        )
    elif deed in DEEDS:
        try:
            settle_utterance(Form(utterance, request.POST, hand_of(request)), deed)
        except CannotCorrect as error:
            chosen = frozenset(parse_number(words) for words in request.POST.getlist("report"))
            refusal = Refusal(deed, str(error), typed_words(request), chosen)
        else:
            messages.success(request, _("Keputusan Anda disimpan."))
            return redirect("claims:review_utterance", pk)
    context = {
        "shown": show_utterance(utterance, parse_number(request.GET.get("page", ""))),
        "refusal": refusal,
        "choices": find_suggestions(refusal.typed.get("speaker", "")) if refusal.part == "speaker" else (),
        "here": "review",
    }
    return render(request, "review/utterance.html", context, status=409 if refusal.words else 200)


def find_standing(pk: int) -> Utterance:
    """The utterance of this number, or the one that it was merged into."""
    found = find_utterance(pk)
    if found is None:
        raise Http404(_("Tidak ada ujaran dengan nomor ini."))
    return (find_utterance(found.successor_id) or found) if found.successor_id else found
