"""Gives all sources away as CSV or OPML, a line at a time; the same files can be taken in again."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from django.db.models import QuerySet

from articles.desk.files.values import COLUMNS
from articles.models import Source
from lists.rows import Columns, Table, csv_lines

CHUNK = 500
SOURCES = Table("sources", COLUMNS)


def table_lines(sources: QuerySet[Source]) -> Iterator[str]:
    """CSV with a header; no cell is a formula."""
    return csv_lines(SOURCES, map(source_columns, _each(sources)))


def source_columns(source: Source) -> Columns:
    """One source as it is set up."""
    return {
        "slug": source.slug,
        "name": source.name,
        "home": source.home,
        "group": source.group,
        "enabled": "ya" if source.enabled else "tidak",
        "pace": f"{source.pace:g}",
        "interval": f"{source.interval.total_seconds() / 60:g}",
        "daily_cap": source.daily_cap,
        "quiet_from": f"{source.quiet_from:%H:%M}" if source.quiet_from else None,
        "quiet_until": f"{source.quiet_until:%H:%M}" if source.quiet_until else None,
        "note": source.note,
        "feeds": "|".join(feed.url for feed in source.feeds.all()),
    }


def outline_lines(sources: QuerySet[Source]) -> Iterator[str]:
    """OPML 2.0, one outline a feed; patterns of index pages are no feeds for others, so they stay out."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">'
    yield "<head><title>ClaimTrack</title></head><body>\n"
    for source in _each(sources):
        shared = {
            "text": source.name,
            "title": source.name,
            "htmlUrl": source.home,
            "category": f"/{source.group}",
            "slug": source.slug,
        }
        for feed in source.feeds.all():
            if "{" not in feed.url:
                named = " ".join(f"{key}={quoteattr(value)}" for key, value in shared.items())
                yield f'<outline type="rss" xmlUrl={quoteattr(feed.url)} {named}/>\n'
    yield "</body></opml>\n"


def _each(sources: QuerySet[Source]) -> Iterator[Source]:
    return sources.order_by("slug").prefetch_related("feeds").iterator(chunk_size=CHUNK)
