"""What a reader asks of all reports: words, speaker, kind, stance, outlet, form and days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone

from claims.filters import Cursor, moment_of
from claims.models import Card, SampleCard
from claims.searching import Search, parse_search
from claims.values import Kind, QuoteForm, StanceKind

FACETS = ("kind", "stance", "status", "quote", "outlet", "actor")
KNOWN: Mapping[str, frozenset[str]] = {
    "kind": frozenset(Kind),
    "stance": frozenset(StanceKind),
    "quote": frozenset(QuoteForm),
    "status": frozenset({"disputed", "unanswered"}),
}
ORDERS = ("newest", "oldest")
LONGEST_SLUG = 120
MOST_VALUES = 8  # values of one facet that an address may choose
Chosen = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sought:
    """What an address asks. Values of one facet widen each other, facets narrow each other.

    `lost` holds what was passed over, as (parameter, value); `turned` is True where the days stood in
    the wrong order and were turned round.
    """

    search: Search = field(default_factory=Search)
    chosen: Chosen = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    sort: str = "newest"
    cursor: Cursor | None = None
    lost: tuple[tuple[str, str], ...] = ()
    turned: bool = False

    @property
    def words(self) -> str:
        """The search as typed."""
        return self.search.words

    @property
    def oldest(self) -> bool:
        """Whether the oldest stand first."""
        return self.sort == "oldest"

    @property
    def names(self) -> tuple[str, ...]:
        """The filters in use, each of which may be dropped."""
        used = (("q", self.search.query), ("from", self.first), ("to", self.last))
        return (*(name for name in FACETS if name in self.chosen), *(name for name, value in used if value))

    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of the address, in a fixed order, without page and format."""
        days = [("from", self.first), ("to", self.last)]
        return [
            *([("q", self.words)] if self.words else []),
            *((name, value) for name in FACETS for value in self.chosen.get(name, ())),
            *((name, day.isoformat()) for name, day in days if day),
            *([("sort", self.sort)] if self.oldest else []),
        ]

    def query(self, **changes: str) -> str:
        """The address's query with some parameters set anew; an empty one is left out, and so is the page."""
        kept = [(name, value) for name, value in self.pairs() if name not in changes]
        return urlencode([*kept, *((name, value) for name, value in changes.items() if value)])

    def toggled(self, name: str, value: str) -> str:
        """The query with one value of a facet chosen, or dropped where it is chosen."""
        pairs, pair = self.pairs(), (name, value)
        return urlencode([p for p in pairs if p != pair] if pair in pairs else [*pairs, pair])

    def without(self, name: str) -> "Sought":
        """The same without one filter."""
        chosen = {facet: values for facet, values in self.chosen.items() if facet != name}
        return Sought(
            search=Search() if name == "q" else self.search,
            chosen=chosen,
            first=None if name == "from" else self.first,
            last=None if name == "to" else self.last,
            sort=self.sort,
        )


def parse_sought(parameters: QueryDict) -> Sought:
    """What the parameters ask; the unknown is passed over and named, reversed days are turned round."""
    given = {name: _values(parameters.getlist(name)) for name in FACETS}
    chosen = {name: tuple(v for v in values if _is_known(name, v)) for name, values in given.items()}
    days = {name: _day(parameters.get(name, "")) for name in ("from", "to")}
    page, sort = parameters.get("page", ""), parameters.get("sort", "")
    cursor = Cursor.parse(page) if page else None
    lost = [(name, value) for name, values in given.items() for value in values if value not in chosen[name]]
    lost += [
        (name, parameters.get(name, "")) for name, day in days.items() if parameters.get(name) and not day
    ]
    lost += [("sort", sort)] if sort and sort not in ORDERS else []
    lost += [("page", page)] if page and (not cursor or not moment_of(cursor.mark)) and page != "1" else []
    first, last = days["from"], days["to"]
    turned = bool(first and last and first > last)
    return Sought(
        search=parse_search(parameters.get("q", "")),
        chosen={name: values[:MOST_VALUES] for name, values in chosen.items() if values},
        first=last if turned else first,
        last=first if turned else last,
        sort=sort if sort in ORDERS else "newest",
        cursor=cursor if cursor and moment_of(cursor.mark) else None,
        lost=tuple((name, value[:LONGEST_SLUG]) for name, value in lost),
        turned=turned,
    )


def _values(given: Iterable[str]) -> tuple[str, ...]:
    """Each value once, without the characters that no address of ours holds."""
    return tuple(dict.fromkeys(value.replace("\0", "").strip() for value in given if value.strip("\0 ")))


def _is_known(name: str, value: str) -> bool:
    return value in KNOWN[name] if name in KNOWN else len(value) <= LONGEST_SLUG


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        return None


def cards_sought(sought: Sought) -> QuerySet[Card]:
    """The cards asked for."""
    return Card.objects.filter(condition_of(sought))


def samples_sought(sought: Sought) -> QuerySet[SampleCard]:
    """Those of them that were drawn for the sample."""
    return SampleCard.objects.filter(condition_of(sought))


def condition_of(sought: Sought) -> Q:
    """All filters as one condition, that the index `card_wanted` answers."""
    condition = Q()
    for name, values in sought.chosen.items():
        tags = [f"{name}:{value}" for value in values]
        condition &= Q(tags__contains=tags) if len(tags) == 1 else Q(tags__overlap=tags)
    if sought.search.query:
        condition &= Q(search=sought.search.ask())
    if sought.first:
        condition &= Q(moment__gte=_midnight(sought.first))
    if sought.last and sought.last < date.max:
        condition &= Q(moment__lt=_midnight(sought.last + timedelta(days=1)))
    return condition


def _midnight(day: date) -> datetime:
    """The beginning of a day in Jakarta; the calendar's first day begins when UTC's does."""
    try:
        return timezone.make_aware(datetime.combine(day, time.min)).astimezone(timezone.get_fixed_timezone(0))
    except OverflowError:
        return datetime.combine(day, time.min, timezone.get_fixed_timezone(0))


def cards_after(cards: QuerySet[Card], sought: Sought) -> QuerySet[Card]:
    """The cards of the pages from the cursor on, in order."""
    if sought.cursor:
        moment, pk = moment_of(sought.cursor.mark), sought.cursor.pk
        # the bound stands alone as well: the index then begins at the cursor
        if sought.oldest:
            cards = cards.filter(Q(moment__gt=moment) | Q(pk__gt=pk), moment__gte=moment)
        else:
            cards = cards.filter(Q(moment__lt=moment) | Q(pk__lt=pk), moment__lte=moment)
    return cards.order_by("moment", "pk") if sought.oldest else cards.order_by("-moment", "-pk")
