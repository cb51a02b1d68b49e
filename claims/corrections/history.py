"""Keeps decisions of people with who made them and why, and tells which of a row stand."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.utils import timezone

from claims.corrections.verdicts import Stale
from claims.models import Review
from claims.store import rulings


@dataclass(frozen=True, slots=True)
class Hand:
    """Who decides, and why."""

    user: User
    reason: str = ""


def keep_review(hand: Hand, row: tuple[str, int, str], before: object, after: object) -> Review:
    """Keep one decision on (model, row, field) that linking need not heed."""
    return rulings.keep_review(hand.user, hand.reason, row, (before, after))


def take_back(review: Review, by: User) -> None:
    """Mark a decision as undone; raises Stale where somebody was quicker."""
    locked = Review.objects.select_for_update().filter(pk=review.pk, undone=None).first()
    if locked is None:
        raise Stale
    locked.undone, locked.undone_by = timezone.now(), by
    locked.save(update_fields=["undone", "undone_by"])


def standing_reviews(model: str, pk: int) -> list[Review]:
    """The decisions on a row that stand, the earliest first."""
    return list(Review.objects.standing().filter(model=model, row=pk).order_by("at", "pk"))
