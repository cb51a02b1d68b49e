"""What a reader asks of all reports: words, speaker, kind, stance, outlet, form and days."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import QueryDict

from claims.filters import LONGEST_WORDS, PAGE, Cursor, moment_of
from claims.models import Claim, Report, Stance
from claims.values import Kind, QuoteForm, StanceKind

FACETS = ("kind", "stance", "quote", "outlet", "actor", "status")
KNOWN: Mapping[str, frozenset[str]] = {
    "kind": frozenset(Kind),
    "stance": frozenset(StanceKind),
    "quote": frozenset(QuoteForm),
    "status": frozenset({"disputed", "unanswered"}),
    "sort": frozenset({"oldest"}),
}
LONGEST_SLUG = 120


@dataclass(frozen=True, slots=True)
class Sought:
    """What an address asks; `chosen` holds facets and order, `lost` names the parameters passed over."""

    words: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    cursor: Cursor | None = None
    lost: tuple[str, ...] = ()

    def query(self, **changes: str) -> str:
        """The address's query with some parts changed; an empty part is left out, and so is the page."""
        days = {
            "from": self.first.isoformat() if self.first else "",
            "to": self.last.isoformat() if self.last else "",
        }
        parts = {"q": self.words, **self.chosen, **days, **changes}
        return urlencode({name: value for name, value in parts.items() if value})


def parse_sought(parameters: QueryDict) -> Sought:
    """What the parameters ask; the unknown is passed over and named, reversed days are turned round."""
    given = {name: parameters.get(name, "").replace("\0", "").strip() for name in (*FACETS, "sort")}
    chosen = {name: value for name, value in given.items() if value and _is_known(name, value)}
    days = {name: _day(parameters.get(name, "")) for name in ("from", "to")}
    page = parameters.get("page", "")
    cursor = Cursor.parse(page) if page else None
    lost = [name for name, value in given.items() if value and name not in chosen]
    lost += [name for name, day in days.items() if parameters.get(name) and not day]
    lost += ["page"] if page and not cursor and page != "1" else []
    first, last = days["from"], days["to"]
    if first and last and first > last:
        first, last = last, first
    words = parameters.get("q", "").replace("\0", "").strip()[:LONGEST_WORDS]
    return Sought(words, chosen, first, last, cursor, tuple(lost))


def _is_known(name: str, value: str) -> bool:
    return value in KNOWN[name] if name in KNOWN else len(value) <= LONGEST_SLUG


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def reports_sought(sought: Sought, *, but: str = "") -> QuerySet[Report]:
    """The reports asked for; `but` leaves one facet out, so that its other values can be counted."""
    reports = Report.objects.current()
    for name, value in sought.chosen.items():
        if name != but and name in NARROWING:
            reports = reports.filter(NARROWING[name](value))
    if sought.words:
        reports = reports.filter(search=search_query(sought.words))
    if sought.first:
        reports = reports.filter(published__date__gte=sought.first)
    if sought.last:
        reports = reports.filter(published__date__lte=sought.last)
    return reports


def search_query(words: str) -> SearchQuery:
    """Words, "phrases", OR and -exclusions, by Indonesian stems; any input is a query."""
    return SearchQuery(words, config="indonesian", search_type="websearch")


def _stands(**fields: str) -> Exists:
    stances = Stance.objects.filter(utterance=OuterRef("utterance"), taken=True, **fields)
    return Exists(stances.exclude(decision=Stance.Decision.REFUSED))


def _in_claims(state: str) -> Exists:
    claims = Claim.objects.current()
    wanted = claims.disputed() if state == "disputed" else claims.unanswered()
    stances = Stance.objects.filter(
        utterance=OuterRef("utterance"), taken=True, claim__in=wanted.values("pk")
    )
    return Exists(stances.exclude(decision=Stance.Decision.REFUSED))


NARROWING: Mapping[str, Callable[[str], Q | Exists]] = {
    "kind": lambda value: Q(kind=value),
    "quote": lambda value: Q(quote=value),
    "outlet": lambda value: Q(article__source__slug=value),
    "actor": lambda value: Q(utterance__actor__slug=value) | Q(utterance__on_behalf_of__slug=value),
    "stance": lambda value: _stands(kind=value),
    "status": _in_claims,
}


def reports_after(reports: QuerySet[Report], sought: Sought) -> QuerySet[Report]:
    """The reports of one page and one more; the undated last."""
    oldest = sought.chosen.get("sort") == "oldest"
    if sought.cursor:
        reports = reports.filter(_beyond(sought.cursor, oldest=oldest))
    if oldest:
        return reports.order_by(F("published").asc(nulls_last=True), "pk")[: PAGE + 1]
    return reports.order_by(F("published").desc(nulls_last=True), "-pk")[: PAGE + 1]


def _beyond(cursor: Cursor, *, oldest: bool) -> Q:
    moment = moment_of(cursor.mark)
    same = Q(published=moment) & (Q(pk__gt=cursor.pk) if oldest else Q(pk__lt=cursor.pk))
    if moment is None:
        return same
    later = Q(published__gt=moment) if oldest else Q(published__lt=moment)
    return same | later | Q(published=None)


def report_cursor(report: Report) -> str:
    """The address of the page that follows this report."""
    return str(Cursor(report.published.isoformat() if report.published else "", report.pk))
