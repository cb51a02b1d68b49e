"""Plain functions that make days of a source for tests of its health."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from articles.models import Source, SourceDay

WIB = ZoneInfo("Asia/Jakarta")
TODAY = date(2024, 10, 18)
NOW = datetime(2024, 10, 18, 15, tzinfo=WIB)
GOOD: dict[str, Any] = {"asked": 60, "answered": 60, "pages": 10, "articles": 10, "length": 1800, "read": 10}
GOOD |= {"statements": 30, "named": 24, "latency": 0.4, "verdicts": {"ok": 60}}


def source(**fields: object) -> Source:
    """A source that is on and answered an hour ago."""
    values: dict[str, Any] = {"enabled": True, "last_success": NOW - timedelta(hours=1), "created": NOW}
    return Source(slug="kabar-pagi", name="Kabar Pagi", **{**values, **fields})


def day(ago: int, **fields: object) -> SourceDay:
    """A good day so many days ago, with these fields."""
    return SourceDay(day=TODAY - timedelta(days=ago), **{**GOOD, **fields})


def good(oldest: int, newest: int) -> list[SourceDay]:
    """Good days from `oldest` to `newest` days ago."""
    return [day(ago) for ago in range(oldest, newest - 1, -1)]
