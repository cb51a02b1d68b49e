"""The links of a claim as our record showed them at an earlier moment, with the decisions of that time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F

from claims.models import Claim, Review, Stance
from claims.timeline.entries import with_speakers


@dataclass(frozen=True, slots=True)
class Held:
    """What people had decided about one link by a moment: `claim` the one the utterance hung on, if any."""

    decision: str
    kind: str
    claim: int | None


def find_stances_at(claim: Claim, at: datetime, most: int) -> list[Stance]:
    """The newest links that held at that moment, each as the kind it then had; two queries.

    A link refused or accepted later stands as it stood before. A link that the machine itself dropped
    since, because a better reading took its words away, is not brought back.
    """
    links = with_speakers(Stance.objects.filter(claim=claim, recorded__lte=at, utterance__successor=None))
    latest = links.order_by(F("utterance__not_later_than").desc(nulls_last=True), "-pk")
    found = list(latest[: 2 * most])
    decided = _find_decisions([stance.pk for stance in found], at)
    return [stance for stance in found if _stood(stance, decided.get(stance.pk))][:most]


def _find_decisions(stances: Sequence[int], at: datetime) -> dict[int, Held]:
    """The decision on each link at that moment; where the first came later, what it found."""
    reviews = Review.objects.filter(model="stance", field="decision", row__in=stances)
    found: dict[int, Held] = {}
    for review in reviews.order_by("at", "pk"):
        standing = review.at <= at and (review.undone is None or review.undone > at)
        if standing:
            found[review.row] = _held(review.after)
        elif review.at > at:
            found.setdefault(review.row, _held(review.before))
    return found


def _held(kept: dict[str, Any] | None) -> Held:
    told = kept or {}
    return Held(told.get("decision", ""), told.get("kind", ""), told.get("claim"))


def _stood(stance: Stance, held: Held | None) -> bool:
    """Whether the link held then; it is given the kind that it then had."""
    if held is None:
        return stance.taken and stance.decision != Stance.Decision.REFUSED
    stance.kind = held.kind or stance.kind
    if held.decision:
        return held.decision == Stance.Decision.ACCEPTED
    return held.claim == stance.claim_id
