"""One claim as its editors work on it: links, what may be the same, what was merged and parted, history."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Q
from django.urls import reverse

from claims.corrections.decisions import Decision
from claims.corrections.wording import tell_decision
from claims.curation.links import Link, LinkPage, find_aside, find_links
from claims.curation.near import NearClaim, find_near_claims
from claims.curation.state import History, claim_history
from claims.models import Claim, Review

BONDS = ("successor", "apart", "distinct", "moved")
MOST_BONDS = 50


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """All that the page shows; `proposed` links are the machine's only, `refused` ones are remembered.

    `stray` says why a form was refused that was about a link which this page does not show.
    """

    claim: Claim
    page: LinkPage
    proposed: tuple[Link, ...]
    refused: tuple[Link, ...]
    near: tuple[NearClaim, ...]
    bonds: tuple[Decision, ...]
    history: History
    stray: str = ""

    @property
    def title_agrees(self) -> bool:
        """Whether the machine would call the claim what its editor calls it."""
        return self.claim.title == self.claim.machine_title


@dataclass(frozen=True, slots=True)
class Refusal:
    """A form that was refused: the part of the page it stood in, why, and what was typed."""

    part: str = ""
    words: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    chosen: frozenset[int] = frozenset()
    stance: int = 0


def find_current(pk: int) -> Claim | None:
    """A claim with the one that it was merged into, if any; one query."""
    return Claim.objects.select_related("successor").filter(pk=pk).first()


def show_claim(claim: Claim, after: str, refusal: Refusal) -> ClaimShown:
    """The claim's page from this place on; eight queries."""
    wrong = {refusal.stance: refusal.words} if refusal.part in ("accept", "refuse") else {}
    page, aside = find_links(claim, after, wrong), find_aside(claim, wrong)
    bonds = find_bonds(claim)
    distinct = [other_claim(one.review, claim)[0] for one in bonds if one.review.field == "distinct"]
    return ClaimShown(
        claim=claim,
        page=page,
        proposed=tuple(link for link in aside if not link.refused),
        refused=tuple(link for link in aside if link.refused),
        near=find_near_claims(claim, page.actors, page.topics, distinct),
        bonds=bonds,
        history=claim_history(claim),
        stray="" if any(link.wrong for link in (*page.links, *aside)) or not wrong else refusal.words,
    )


def find_bonds(claim: Claim) -> tuple[Decision, ...]:
    """The standing decisions that merged this claim with others or parted them, with the other; one query."""
    named = Q(after__contains={"claim": claim.pk}) | Q(after__contains={"into": claim.pk})
    rows = Review.objects.standing().filter(Q(row=claim.pk) | named, model="claim", field__in=BONDS)
    return tuple(_bond(review, claim) for review in rows.select_related("user")[:MOST_BONDS])


def _bond(review: Review, claim: Claim) -> Decision:
    pk, title = other_claim(review, claim)
    address = reverse("claims:review_claim", args=[pk]) if pk else ""
    return Decision(review, tell_decision(review)[0], "", "", title, address)


def other_claim(review: Review, claim: Claim) -> tuple[int, str]:
    """The id and title of the other claim that a decision on this one concerns; 0 where there is none."""
    before, after = review.before or {}, review.after or {}
    if review.row != claim.pk:
        return review.row, str(before.get("title", ""))
    return int(after.get("into") or after.get("claim") or 0), str(after.get("title", ""))
