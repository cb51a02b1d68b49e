"""What of the queue somebody asks for, which item is next, and who is looking at it."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.db.models import Count, Q
from django.http import QueryDict
from django.utils import timezone

from claims.models import QueueItem
from claims.models.queue import QueueItemQuerySet

PAGE = 50
LEASE = timedelta(minutes=3)


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of an address; unknown words find nothing rather than everything."""

    reason: str = ""
    outlet: str = ""
    rule: str = ""
    mine: bool = False
    after: tuple[float, int] | None = None

    @property
    def query(self) -> str:
        """The filters as an address says them."""
        words = {"reason": self.reason, "outlet": self.outlet, "rule": self.rule, "mine": "1" * self.mine}
        return urlencode({name: word for name, word in words.items() if word})


def parse_asked(query: QueryDict) -> Asked:
    """The filters in an address."""
    words = {name: query.get(name, "").replace("\0", "")[:100] for name in ("reason", "outlet", "rule")}
    return Asked(**words, mine=query.get("mine") == "1", after=parse_place(query.get("after", "")))


def parse_place(words: str) -> tuple[float, int] | None:
    """Where a page ended: "priority_id"; None for anything else."""
    priority, _mark, pk = words.partition("_")
    if not (pk.isascii() and pk.isdigit() and len(pk) < 18):
        return None
    try:
        return float(priority), int(pk)
    except ValueError:
        return None


def find_items(asked: Asked, user: User) -> QueueItemQuerySet:
    """Open items under the filters, the most doubtful first."""
    items = QueueItem.objects.open().order_by("priority", "pk")
    if asked.reason:
        items = items.filter(reason=asked.reason)
    if asked.outlet:
        items = items.filter(source__slug=asked.outlet)
    if asked.rule:
        items = items.filter(rule=asked.rule)
    if asked.mine:
        items = items.filter(assigned=user)
    if asked.after:
        priority, pk = asked.after
        items = items.filter(Q(priority__gt=priority) | Q(priority=priority, pk__gt=pk))
    return items


def find_page(asked: Asked, user: User) -> list[QueueItem]:
    """Fifty items and one more, with what their rows show."""
    return list(
        find_items(asked, user).select_related("report", "spell", "source", "assigned", "looking")[: PAGE + 1]
    )


def count_reasons() -> dict[str, int]:
    """How many items are open for each reason."""
    rows = QueueItem.objects.open().order_by().values_list("reason").annotate(Count("pk"))
    return dict(rows)


def find_next(asked: Asked, user: User, passed: int | None = None) -> int | None:
    """The next item that is free: after the one just passed over, else from the start."""
    items = find_items(asked, user).free_for(user.pk)
    if passed is not None:
        last = QueueItem.objects.filter(pk=passed).values_list("priority", "pk").first()
        if last:
            later = items.filter(Q(priority__gt=last[0]) | Q(priority=last[0], pk__gt=last[1]))
            return later.values_list("pk", flat=True).first()
    return items.values_list("pk", flat=True).first()


def take_lease(item: QueueItem, user: User) -> bool:
    """Say for a few minutes that this user is looking; False where somebody else is."""
    now = timezone.now()
    free = Q(looking=None) | Q(looking=user) | Q(looking_until__lt=now)
    taken = QueueItem.objects.filter(free, pk=item.pk).update(looking=user, looking_until=now + LEASE)
    return bool(taken)


def assign(item: QueueItem, user: User | None) -> None:
    """Put an item on somebody's desk, or on nobody's."""
    QueueItem.objects.filter(pk=item.pk).update(assigned=user)
