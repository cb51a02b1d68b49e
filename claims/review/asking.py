"""What of the queue somebody asks for, page by page, and which item is next."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.db.models import Count, OuterRef, Q, Subquery
from django.http import QueryDict

from articles.models import Source
from claims.models import QueueItem
from claims.models.queue import QueueItemQuerySet
from lists.numbers import parse_number

PAGE = 50
OPEN = QueueItem.State.OPEN.value
FILTERS = ("reason", "outlet", "rule", "person")
ME, NOBODY = "me", "none"


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of an address; unknown words find nothing rather than everything.

    `person` is whom an item is assigned to: an id, "me", or "none". `after` is where the page before ended:
    (priority, id) among open items, (moment of the decision, id) among decided ones.
    """

    state: str = OPEN
    reason: str = ""
    outlet: str = ""
    rule: str = ""
    person: str = ""
    after: tuple[float | datetime, int] | None = None

    @property
    def query(self) -> str:
        """The filters as an address says them."""
        words = {"state": self.state * (self.state != OPEN)}
        words |= {name: getattr(self, name) for name in FILTERS}
        return urlencode({name: word for name, word in words.items() if word})

    @property
    def waiting(self) -> "Asked":
        """The same among what is open."""
        return replace(self, state=OPEN, after=None)


def parse_asked(query: QueryDict) -> Asked:
    """The filters in an address."""
    words = {name: query.get(name, "").replace("\0", "")[:100] for name in ("state", *FILTERS)}
    state = words.pop("state") or OPEN
    return Asked(state=state, **words, after=parse_place(query.get("after", ""), state))


def parse_place(words: str, state: str) -> tuple[float | datetime, int] | None:
    """Where a page ended: "priority_id" or "moment_id"; None for anything else."""
    begin, _mark, pk = words.partition("_")
    if not (pk.isascii() and pk.isdigit() and len(pk) < 18):
        return None
    try:
        return (float(begin) if state == OPEN else parse_moment(begin)), int(pk)
    except (ValueError, OverflowError):
        return None


def parse_moment(words: str) -> datetime:
    """A moment as an address says it; raises ValueError for anything else, and for one without an offset."""
    moment = datetime.fromisoformat(words)
    if moment.tzinfo is None:
        raise ValueError(words)
    return moment.astimezone(UTC)


def find_items(asked: Asked, user: User) -> QueueItemQuerySet:
    """Items under the filters: open ones the most doubtful first, decided ones the latest first."""
    items = among(QueueItem.objects.filter(state=asked.state), asked, user)
    if asked.state == OPEN:
        items = items.order_by("priority", "pk")
    else:
        items = items.filter(decided__isnull=False).order_by("-decided", "-pk")
    if asked.after is None:
        return items
    place, pk = asked.after
    if isinstance(place, datetime):
        return items.filter(decided__lte=place).exclude(decided=place, pk__gte=pk)
    return items.filter(priority__gte=place).exclude(priority=place, pk__lte=pk)


def among(items: QueueItemQuerySet, asked: Asked, user: User) -> QueueItemQuerySet:
    """Those of some items that the filters name."""
    if asked.reason:
        items = items.filter(reason=asked.reason)
    if asked.outlet:
        source = Source.objects.filter(slug=asked.outlet).values("pk")[:1]
        items = items.filter(source=Subquery(source))
    if asked.rule:
        items = items.filter(rule=asked.rule)
    if asked.person == NOBODY:
        return items.filter(assigned=None)
    if asked.person == ME:
        return items.filter(assigned=user)
    return items.filter(assigned=parse_number(asked.person, digits=9)) if asked.person else items


def find_page(asked: Asked, user: User) -> list[QueueItem]:
    """Fifty items and one more, with what their rows show; one query.

    `together` of a decided one is how many were accepted at once with it and still are; None for one alone.
    """
    items = find_items(asked, user).select_related(
        "report", "spell", "source", "assigned", "looking", "decided_by"
    )
    if asked.state != OPEN:
        batch = QueueItem.objects.filter(batch=OuterRef("batch")).order_by().values("batch")
        items = items.annotate(together=Subquery(batch.annotate(n=Count("pk")).values("n")))
    return list(items.defer("report__gist", "report__pairs", "report__search", "report__machine")[: PAGE + 1])


def after_of(asked: Asked, found: list[QueueItem]) -> str:
    """The query that leads to the page after this one; empty where it is the last."""
    if len(found) <= PAGE:
        return ""
    last = found[PAGE - 1]
    place = last.decided.isoformat() if last.decided else str(last.priority)
    return "&".join(filter(None, (asked.query, urlencode({"after": f"{place}_{last.pk}"}))))


def find_next(asked: Asked, user: User, passed: int | None = None) -> int | None:
    """The next open item that is free: after the one just passed over, else from the start."""
    items = find_items(asked.waiting, user).free_for(user.pk)
    if passed is not None:
        last = QueueItem.objects.filter(pk=passed).values_list("priority", "pk").first()
        if last:
            later = items.filter(Q(priority__gt=last[0]) | Q(priority=last[0], pk__gt=last[1]))
            return later.values_list("pk", flat=True).first()
    return items.values_list("pk", flat=True).first()
