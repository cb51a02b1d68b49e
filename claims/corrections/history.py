"""Keeps decisions, each with its line in the log of deeds, and tells the history of a row."""

from dataclasses import dataclass

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.models import User
from django.utils import timezone

from claims.corrections.verdicts import Stale
from claims.models import Review


@dataclass(frozen=True, slots=True)
class Hand:
    """Who decides, and why."""

    user: User
    reason: str = ""


def keep_review(hand: Hand, row: tuple[str, int, str], before: object, after: object) -> Review:
    """Keep one decision on (model, row, field)."""
    model, pk, field = row
    review = Review.objects.create(
        model=model,
        row=pk,
        field=field,
        before=before,
        after=after,
        user=hand.user,
        reason=hand.reason.replace("\0", "")[:2000],
    )
    log_deed(hand.user, review, hand.reason, ADDITION)
    return review


def take_back(review: Review, by: User) -> None:
    """Mark a decision as undone; raises Stale where somebody was quicker."""
    if not Review.objects.filter(pk=review.pk, undone=None).update(undone=timezone.now()):
        raise Stale
    log_deed(by, review, "undone", CHANGE)


def log_deed(user: User, review: Review, words: str, flag: int) -> None:
    """One line in the log."""
    LogEntry.objects.log_actions(user.pk, [review], flag, words.replace("\0", ""), single_object=True)


def standing_reviews(model: str, pk: int) -> list[Review]:
    """The decisions on a row that stand, the earliest first."""
    return list(Review.objects.filter(model=model, row=pk, undone=None).order_by("at", "pk"))
