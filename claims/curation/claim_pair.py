"""Two claims side by side before they become one: what each is, what comes of it, and what forbids it."""

from dataclasses import dataclass

from django.utils import timezone

from claims.curation.state import claim_mark, decided_on_claim
from claims.models import Claim, Review
from claims.store.standing import find_distinct
from claims.timeline.claim_rows import rows_of
from claims.timeline.values import ClaimRow


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that somebody may merge; `distinct` is the decision that they are not the same, if any."""

    one: ClaimRow
    other: ClaimRow
    same: bool
    distinct: Review | None
    seen: str
    seen_other: str

    @property
    def reports(self) -> int:
        """How many articles the merged claim has."""
        return self.one.reports + self.other.reports


def show_pair(claim: Claim, other: Claim) -> Pair:
    """Both claims as lists show them; six queries."""
    rows = rows_of([claim, other], timezone.now())
    return Pair(
        one=rows[0],
        other=rows[1],
        same=claim == other,
        distinct=find_distinct(claim, other) if claim != other else None,
        seen=claim_mark(claim, decided_on_claim(claim.pk)),
        seen_other=claim_mark(other, decided_on_claim(other.pk)),
    )
