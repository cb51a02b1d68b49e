"""The working pages of one claim: its title and links, what is tied to it by hand, what it is merged with."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims.corrections.verdicts import CannotCorrect
from claims.curation.claim_forms import Form, settle_claim
from claims.curation.claim_page import Refusal, find_current, show_claim
from claims.curation.claim_pair import show_pair
from claims.curation.finding import find_claims
from claims.curation.state import claim_history
from claims.curation.tying import find_candidates
from claims.models import Claim, Stance
from claims.templatetags.record import VERBS
from claims.views.editors import for_editors, hand_of, typed_words
from lists.numbers import parse_number

HERE = ("title", "accept", "refuse", "split", "move")
KINDS = [(value, VERBS[value]) for value, _name in Stance.KindChoice.choices]


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def claim_desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a claim with all that can be put right; POST does one of HERE."""
    claim = find_standing(pk)
    if claim.pk != pk and request.method != "POST":
        return redirect("claims:review_claim", claim.pk)
    deed, refusal = request.POST.get("deed", ""), Refusal()
    if claim.pk != pk:
        refusal = Refusal(words=_("Klaim ini baru saja digabung ke klaim di bawah; tidak ada yang ditimpa."))
    elif deed in HERE:
        refusal = try_deed(request, claim, deed)
        if not refusal.words:
            return done(request, claim)
    context = {
        "shown": show_claim(claim, request.GET.get("page", ""), refusal),
        "refusal": refusal,
        "choices": find_claims(refusal.typed.get("other", "")) if refusal.part == "move" else [],
        "kinds": KINDS,
        "here": "review",
    }
    return render(request, "review/claim.html", context, status=409 if refusal.words else 200)


def find_standing(pk: int) -> Claim:
    """The claim of this number, or the one that it was merged into."""
    found = find_current(pk)
    if found is None:
        raise Http404(_("Tidak ada klaim dengan nomor ini."))
    return found.successor or found


def try_deed(request: HttpRequest, claim: Claim, deed: str) -> Refusal:
    """Do what a form asks; why it was refused, an empty Refusal where it was done."""
    try:
        settle_claim(Form(claim, request.POST, hand_of(request)), deed)
    except CannotCorrect as error:
        return refusal_of(request, deed, error)
    return Refusal()


def refusal_of(request: HttpRequest, deed: str, error: CannotCorrect) -> Refusal:
    """Why a form was refused, with what was typed and ticked in it."""
    chosen = frozenset(parse_number(words) for words in request.POST.getlist("utterance"))
    stance = parse_number(request.POST.get("stance", "")) if deed in ("accept", "refuse") else 0
    return Refusal(deed, str(error), typed_words(request), chosen, stance)


def done(request: HttpRequest, claim: Claim) -> HttpResponse:
    """Say that it is done, and lead to the page of what came of it."""
    messages.success(request, _("Keputusan Anda disimpan."))
    kept = find_current(claim.pk)
    standing = (kept.successor or kept) if kept else claim
    return redirect("claims:review_claim", standing.pk)


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def claim_tie(request: HttpRequest, pk: int) -> HttpResponse:
    """Find an utterance that belongs here and does not stand here; POST ties it."""
    claim = find_standing(pk)
    refusal, deed = Refusal(), request.POST.get("deed", "")
    if deed == "tie":
        refusal = try_deed(request, claim, deed)
        if not refusal.words:
            return done(request, claim)
    typed = (request.POST if refusal.words else request.GET).get("q", "").replace("\0", "")[:300]
    context = {
        "claim": claim,
        "typed": typed,
        "found": find_candidates(claim, typed),
        "history": claim_history(claim),
        "refusal": refusal,
        "kinds": KINDS,
        "here": "review",
    }
    return render(request, "review/tie.html", context, status=409 if refusal.words else 200)


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def claim_merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Look at two claims side by side; POST merges them, or says that they are not the same."""
    claim = find_standing(pk)
    refusal, deed = Refusal(), request.POST.get("deed", "")
    if deed in ("merge", "apart"):
        refusal = try_deed(request, claim, deed)
        if not refusal.words:
            return done(request, claim)
    typed = (request.POST if refusal.words else request.GET).get("other", "").replace("\0", "")[:300]
    found = find_claims(typed)
    pair = show_pair(claim, found[0]) if len(found) == 1 else None
    context = {
        "claim": claim,
        "typed": typed,
        "found": found,
        "pair": pair,
        "refusal": refusal,
        "here": "review",
    }
    return render(request, "review/merge.html", context, status=409 if refusal.words else 200)


@for_editors
@require_http_methods(["GET", "HEAD"])
def suggest_claims(request: HttpRequest) -> HttpResponse:
    """Claims in which the words typed so far stand: options for a field, each with its number."""
    typed = request.GET.get("q", "") or request.GET.get("other", "")
    return render(request, "review/_claims.html", {"found": find_claims(typed)})
