"""Pairs of actors who lately stood against each other: one states what the other denies."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import F, QuerySet

from claims.models import Stance
from claims.models.claims import DENYING
from claims.timeline.entries import party_of, standing, with_speakers
from claims.timeline.values import STATING, Party

DENIALS, STATED, SHOWN = 100, 400, 6  # the latest denials looked at, what they answer, and pairs shown


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two parties, the one that states first, and on how many of the latest claims they differ."""

    stating: Party
    denying: Party
    claims: int


def find_rivals() -> tuple[Rivals, ...]:
    """The pairs with most claims between them, of equals the latest; two queries."""
    denials = _parties(Stance.objects.filter(kind__in=DENYING), DENIALS)
    claims = [claim for claim, _party in denials]
    stated = _parties(Stance.objects.filter(kind__in=STATING, claim__in=claims), STATED)
    by_claim: dict[int, list[Party]] = defaultdict(list)
    for claim, party in stated:
        by_claim[claim].append(party)
    pairs: dict[tuple[Party, Party], set[int]] = defaultdict(set)
    for claim, denying in denials:
        for stating in by_claim[claim]:
            if stating != denying:
                pairs[stating, denying].add(claim)
    ranked = sorted(pairs.items(), key=lambda pair: -len(pair[1]))
    return tuple(Rivals(*parties, len(between)) for parties, between in ranked[:SHOWN])


def _parties(stances: QuerySet[Stance], most: int) -> list[tuple[int, Party]]:
    """Claim and named party of the latest of these stances."""
    held = with_speakers(standing(stances.filter(claim__successor=None)))
    latest = held.order_by(F("utterance__not_later_than").desc(nulls_last=True), "-pk")[:most]
    found = [(one.claim_id, party_of(one.utterance.on_behalf_of or one.utterance.actor)) for one in latest]
    return [(claim, party) for claim, party in found if party.slug and party.sort != "unnamed"]
