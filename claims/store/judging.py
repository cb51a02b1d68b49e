"""Accepts and refuses links between utterances and claims, by hand; a refused one never comes back."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from claims.models import Review, Stance
from claims.store.links import relink_topics, take_turn
from claims.store.places import Pin, places_of
from claims.store.rulings import keep_review
from claims.store.standing import (
    claim_of,
    reports_of_claim,
    reports_of_utterances,
    speaker_of,
    topics_of,
)
from claims.store.verdicts import NotDecidable
from claims.values import StanceKind


@transaction.atomic
def accept_stance(stance: Stance, by: User, reason: str = "", kind: StanceKind | None = None) -> Review:
    """Confirm a link, taken or only suggested, as this kind of stance (its own where none is given).

    The utterance stays with the claim, under this kind, in every later linking and reading. A suggested
    link becomes taken: the utterance leaves the claim it made alone. Raises NotDecidable where the same was
    accepted before, and where utterance or claim have no reports any more.
    """
    take_turn()
    stance.refresh_from_db()
    chosen = kind or StanceKind(stance.kind)
    if stance.decision == Stance.Decision.ACCEPTED and chosen == stance.kind:
        raise NotDecidable(_("Kaitan ini sudah diterima."))
    return decide(stance, Stance.Decision.ACCEPTED, chosen, by, reason)


@transaction.atomic
def refuse_stance(stance: Stance, by: User, reason: str = "") -> Review:
    """Refuse a link, taken or only suggested: the utterance is never linked or proposed to this claim again.

    An answer that is left alone makes a claim of its own, its origin unknown. Raises NotDecidable where it
    was refused before, and for the only utterance of a claim: there is nothing to part it from.
    """
    take_turn()
    stance.refresh_from_db()
    if stance.decision == Stance.Decision.REFUSED:
        raise NotDecidable(_("Kaitan ini sudah ditolak."))
    return decide(stance, Stance.Decision.REFUSED, StanceKind(stance.kind), by, reason)


def decide(stance: Stance, decision: Stance.Decision, kind: StanceKind, by: User, reason: str) -> Review:
    """Keep the decision and link both sides anew."""
    own, claims = reports_of_utterances([stance.utterance]), reports_of_claim(stance.claim)
    ours, theirs = places_of(own), places_of(claims) - places_of(own)
    if not ours:
        raise NotDecidable(_("Ujaran ini tidak punya laporan lagi. Muat ulang halamannya."))
    if not theirs and decision == Stance.Decision.REFUSED:
        raise NotDecidable(
            _("Klaim ini hanya punya ujaran ini, jadi tidak ada yang ditinggalkan. Pindahkan ke klaim lain.")
        )
    home = claim_of(stance.utterance)
    before = {
        "decision": stance.decision,
        "kind": stance.kind,
        "claim": home.pk if home else None,
        "who": speaker_of(stance.utterance),
    }
    after = {"decision": decision.value, "kind": kind.value, "claim": stance.claim_id}
    topics = topics_of(own, claims)
    review = keep_review(by, reason, ("stance", stance.pk, "decision"), (before, after), (ours, theirs))
    Stance.objects.filter(pk=stance.pk).update(
        decision=decision, kind=kind, taken=stance.taken or decision == Stance.Decision.ACCEPTED
    )
    relink_topics(topics, [Pin("claim", stance.claim_id, theirs or ours)])
    return review
