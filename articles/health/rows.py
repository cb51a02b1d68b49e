"""Outlets with their health as plain columns and feed entries, to be taken away; times in ISO 8601."""

from collections.abc import Callable, Iterator
from datetime import datetime, time

from django.urls import reverse
from django.utils import timezone

from articles.health.judging import WIB
from articles.health.pages import SourceHealth, find_health
from lists.feeds import Item
from lists.rows import Columns, Table

SOURCES = Table(
    "sources",
    (
        *("source", "name", "group", "home", "state", "since", "reason", "articles_today", "articles_a_day"),
        *("answered_percent", "statements_per_article", "last_success"),
    ),
)


def all_health(now: datetime, state: str, after: str) -> Iterator[SourceHealth]:
    """The outlets of this page and of those that follow; never more than a page at once."""
    page = find_health(now, state, after)
    yield from page.rows
    while page.next:
        page = find_health(now, state, page.next)
        yield from page.rows


def source_columns(row: SourceHealth) -> Columns:
    """One outlet; what nothing was seen of is empty."""
    figures, source = row.figures, row.source
    return {
        "source": source.slug,
        "name": source.name,
        "group": source.group,
        "home": source.home,
        "state": row.state,
        "since": row.since.isoformat() if row.since else None,
        "reason": row.reason or None,
        "articles_today": figures.today,
        "articles_a_day": figures.habit,
        "answered_percent": figures.answered,
        "statements_per_article": figures.per_article,
        "last_success": source.last_success.isoformat() if source.last_success else None,
    }


def source_item(row: SourceHealth, absolute: Callable[[str], str]) -> Item:
    """One outlet in the state it is in, since when it is."""
    state = f"{row.state_name}: {row.reason}" if row.reason else row.state_name
    since = datetime.combine(row.since, time(), WIB) if row.since else row.source.last_success
    return Item(
        title=row.source.name,
        link=absolute(reverse("articles:source", args=[row.source.slug])),
        words=state,
        author=row.source.name,
        at=since or timezone.now(),
        categories=(row.state,),
    )
