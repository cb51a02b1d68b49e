"""Many items accepted at once, marked as one batch, and taken back as one."""

from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from claims.corrections.history import Hand
from claims.corrections.verdicts import CannotCorrect
from claims.models import QueueItem
from claims.models.queue import QueueItemQuerySet
from claims.review.asking import Asked, find_items
from claims.review.assigning import MOST_AT_ONCE
from claims.review.settling import reopen, settle


def find_acceptable(asked: Asked, user: User) -> QueueItemQuerySet:
    """What is open under the filters and may be accepted unseen: no links, no sources, no weekly sample.

    Raises CannotCorrect where no rule or outlet is chosen: nobody accepts the whole queue at a stroke.
    """
    if not (asked.rule or asked.outlet):
        raise CannotCorrect(_("Pilih satu aturan atau satu media dahulu."))
    items = find_items(asked.waiting, user).free_for(user.pk).filter(stance=None, spell=None)
    return items.exclude(reason=QueueItem.Reason.SAMPLE)


def count_acceptable(asked: Asked, user: User) -> int:
    """How many would be accepted at once."""
    return find_acceptable(asked, user)[:MOST_AT_ONCE].count()


def accept_all(asked: Asked, hand: Hand, most: int = MOST_AT_ONCE) -> tuple[int, int]:
    """Accept what is open for one rule or outlet, at most so many; how many, and how many could not be.

    Each is a transaction of its own: linking waits for no more than one of them.
    """
    if not hand.reason:
        raise CannotCorrect(_("Tulis alasannya."), "reason")
    batch, done, left = uuid4(), 0, 0
    for item in find_acceptable(asked, hand.user)[: min(most, MOST_AT_ONCE)]:
        if not QueueItem.objects.open().filter(pk=item.pk).exists():
            continue  # settled together with another item about the same words
        try:
            accept_one(item, hand, batch)
        except CannotCorrect:
            left += 1
        else:
            done += 1
    return done, left


@transaction.atomic
def accept_one(item: QueueItem, hand: Hand, batch: UUID) -> None:
    """Accept one item of a batch and mark it and whatever was settled with it."""
    settled = settle(item, "accept", {}, hand)
    same = QueueItem.objects.filter(report=settled.report_id, decided=settled.decided, decided_by=hand.user)
    same.update(batch=batch)


@transaction.atomic
def undo_batch(batch: UUID, user: User) -> int:
    """Take back what was accepted at once and still stands; how many items are open again.

    Raises CannotCorrect, changing nothing, where one cannot be taken back.
    """
    items = list(QueueItem.objects.filter(batch=batch).order_by("-decided", "-pk"))
    for item in items:
        if QueueItem.objects.filter(pk=item.pk, batch=batch).exists():
            reopen(item, user)
    return len(items)


def undo_last(user: User) -> tuple[QueueItem | None, int]:
    """Take back what this user decided last, a batch as a whole; the item, and how many are open again."""
    last = QueueItem.objects.filter(decided_by=user).order_by("-decided", "-pk").first()
    if last is None:
        return None, 0
    if last.batch:
        return last, undo_batch(last.batch, user)
    reopen(last, user)
    return last, 1
