"""One page of any list, and all its pages in turn: what the page, the API and the files show alike."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, TypeVar

from django.utils import timezone

from claims.counting import find_counts
from claims.filters import (
    PAGE,
    Asked,
    Cursor,
    actor_cursor,
    actors_after,
    actors_asked,
    claim_cursor,
    claims_after,
    claims_asked,
)
from claims.models import Claim, Report, Stance
from claims.report_filters import Sought
from claims.timeline.actor_rows import ActorRow
from claims.timeline.actor_rows import rows_of as actor_rows
from claims.timeline.claim_rows import rows_of as claim_rows
from claims.timeline.entries import standing
from claims.timeline.report_rows import Found, cursor_after, find_cards, find_keys
from claims.timeline.values import ClaimRow

Row = TypeVar("Row")
MOST_EXPORTED = 100_000


@dataclass(frozen=True, slots=True)
class ListPage(Generic[Row]):
    """Fifty rows and the cursor of the page that follows; empty for the last."""

    rows: tuple[Row, ...]
    next: str


def find_claim_page(asked: Asked, now: datetime | None = None) -> ListPage[ClaimRow]:
    """One page of claims, the latest movement first; three queries."""
    found = list(claims_after(claims_asked(asked), asked.cursor))
    shown = found[:PAGE]
    following = claim_cursor(shown[-1]) if len(found) > PAGE else ""
    return ListPage(claim_rows(shown, now or timezone.now()), following)


def find_actor_page(asked: Asked) -> ListPage[ActorRow]:
    """One page of actors, by name; three queries."""
    found = list(actors_after(actors_asked(asked), asked.cursor))
    shown = found[:PAGE]
    return ListPage(actor_rows(shown), actor_cursor(shown[-1]) if len(found) > PAGE else "")


def find_report_page(sought: Sought) -> ListPage[Found]:
    """One page of reports in the order asked for; five queries."""
    keys = find_keys(sought, few=not find_counts(sought).sampled)
    shown = keys[:PAGE]
    rows = tuple(find_cards([pk for pk, _ in shown], sought))
    return ListPage(rows, cursor_after(*shown[-1]) if len(keys) > PAGE else "")


def find_reports_on(claim: Claim) -> tuple[Found, ...]:
    """The fifty newest reports that hold a stance on a claim; three queries."""
    stances = standing(Stance.objects.filter(claim=claim)).values("utterance")
    newest = Report.objects.current().filter(utterance__in=stances).order_by("-published", "-pk")
    return tuple(find_cards(list(newest.values_list("pk", flat=True)[:PAGE]), Sought()))


def all_rows(find: Callable[[Asked], ListPage[Row]], asked: Asked) -> Iterator[Row]:
    """The rows of this page and of those that follow, up to MOST_EXPORTED; never more than a page at once."""
    told = 0
    while told < MOST_EXPORTED:
        page = find(asked)
        yield from page.rows
        told += len(page.rows)
        cursor = Cursor.parse(page.next) if page.next else None
        if cursor is None:
            return
        asked = replace(asked, cursor=cursor)
