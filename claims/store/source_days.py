"""Writes on each source's days how many of its articles were read and what was found in them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Q
from django.db.models.functions import TruncDate

from articles.models import SourceDay
from claims.models import Reading, Report
from claims.values import Sort

WIB = ZoneInfo("Asia/Jakarta")
# Yesterday is counted again too: its last articles are read after midnight.
DAYS = 2
NAMELESS = ("", Sort.UNNAMED.value)


def save_source_days(now: datetime) -> int:
    """Count the articles first seen today and yesterday that were read, and their statements; rows written.

    The table is the mailbox between the apps: the health of sources, which may not know what was said, finds
    the figures on its own rows.
    """
    first = now.astimezone(WIB).date() - timedelta(days=DAYS - 1)
    read = _read(first)
    told = _told(first)
    days = [
        SourceDay(
            source_id=key[0],
            day=key[1],
            read=n,
            statements=told.get(key, (0, 0))[0],
            named=told.get(key, (0, 0))[1],
        )
        for key, n in read.items()
    ]
    SourceDay.objects.bulk_create(
        days,
        update_conflicts=True,
        unique_fields=["source", "day"],
        update_fields=["read", "statements", "named"],
    )
    return len(days)


def _read(first: date) -> dict[tuple[int, date], int]:
    """Articles read, by source and day."""
    seen = "revision__article__first_seen"
    rows = (
        Reading.objects.filter(**{f"{seen}__gte": _midnight(first)})
        .annotate(on=TruncDate(seen, tzinfo=WIB))
        .order_by()
        .values_list("revision__article__source", "on")
        .annotate(Count("revision__article", distinct=True))
    )
    return {(source, day): n for source, day, n in rows}


def _told(first: date) -> dict[tuple[int, date], tuple[int, int]]:
    """Statements, and those whose speaker has a name."""
    rows = (
        Report.objects.current()
        .filter(article__first_seen__gte=_midnight(first), revision__number=1)
        .annotate(on=TruncDate("article__first_seen", tzinfo=WIB))
        .order_by()
        .values_list("article__source", "on")
        .annotate(statements=Count("pk"), named=Count("pk", filter=~Q(speaker_sort__in=NAMELESS)))
    )
    return {(source, day): (statements, named) for source, day, statements, named in rows}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), WIB)
