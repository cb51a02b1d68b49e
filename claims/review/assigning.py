"""On whose desk an item lies: one item, or all under a filter at once."""

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from claims.corrections.verdicts import CannotCorrect
from claims.models import QueueItem
from claims.review.asking import Asked, find_items
from claims.store.links import take_turn

MOST_AT_ONCE = 200


def assign(item: QueueItem, person: User | None) -> None:
    """Put an open item on somebody's desk, or on nobody's."""
    QueueItem.objects.open().filter(pk=item.pk).update(assigned=person)


@transaction.atomic
def assign_all(asked: Asked, user: User, person: User | None, most: int = MOST_AT_ONCE) -> int:
    """Put what is open under the filters on somebody's desk, the first so many; how many.

    The linking lock keeps it from crossing somebody who decides on several of these rows.
    """
    take_turn()
    first = find_items(asked.waiting, user).values("pk")[: min(most, MOST_AT_ONCE)]
    return QueueItem.objects.open().filter(pk__in=first).update(assigned=person)


def count_assignable(asked: Asked, user: User) -> tuple[int, int]:
    """How many items would be given at once, and how many of them lie on a desk already; two queries."""
    first = find_items(asked.waiting, user).values("pk")[:MOST_AT_ONCE]
    items = QueueItem.objects.filter(pk__in=first)
    return items.count(), items.exclude(assigned=None).count()


def check_holder(item: QueueItem, user: User, anyway: str) -> None:
    """Raise CannotCorrect where what is decided lies on another's desk and nothing says to decide anyway.

    A decision on a report settles whatever is queued about it, so all of that counts.
    """
    same = Q(pk=item.pk)
    if item.report_id and item.stance_id is None:
        same |= Q(report=item.report_id, stance=None)
    held = QueueItem.objects.open().filter(same).exclude(assigned=None).exclude(assigned=user)
    holder = held.select_related("assigned").first()
    if holder and holder.assigned and not anyway:
        words = _("Butir ini ditugaskan kepada %(who)s; belum ada yang diputuskan.")
        raise CannotCorrect(words % {"who": holder.assigned.get_username()}, "anyway")
