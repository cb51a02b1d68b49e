"""Gives all sources away as CSV or OPML, a line at a time; the same files can be taken in again."""

import csv
from collections.abc import Iterator
from io import StringIO
from xml.sax.saxutils import quoteattr

from django.db.models import QuerySet

from articles.desk.files.cells import FORMULA
from articles.desk.files.values import COLUMNS
from articles.models import Source

CHUNK = 500


def table_lines(sources: QuerySet[Source]) -> Iterator[str]:
    """CSV with a header; no cell is a formula."""
    yield _line(COLUMNS)
    for source in _each(sources):
        yield _line(
            (
                source.slug,
                source.name,
                source.home,
                source.group,
                "ya" if source.enabled else "tidak",
                f"{source.pace:g}",
                f"{source.interval.total_seconds() / 60:g}",
                str(source.daily_cap),
                f"{source.quiet_from:%H:%M}" if source.quiet_from else "",
                f"{source.quiet_until:%H:%M}" if source.quiet_until else "",
                source.note,
                "|".join(feed.url for feed in source.feeds.all()),
            )
        )


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


def _line(cells: tuple[str, ...]) -> str:
    out = StringIO()
    csv.writer(out).writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells])
    return out.getvalue()
