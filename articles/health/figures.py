"""Sums up a source's days in the figures that people read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from articles.health.counting import FIELDS
from articles.health.judging import habit_of
from articles.models import SourceDay

WEEK = 7


@dataclass(frozen=True, slots=True)
class Figures:
    """One source in figures; shares are percent, None stands for what nothing was seen of.

    `asked`, `today` are of today, `habit` is articles a day over 28 days, all else of the last seven days:
    `answered` the share of requests that the site answered, `latency` the median day's median in seconds,
    `size` bytes a day, `lacks` the share of pages without each field, `per_article` statements an article,
    `named` the share of statements whose speaker has a name.
    """

    asked: int = 0
    today: int = 0
    habit: float | None = None
    answered: int | None = None
    latency: float | None = None
    size: int = 0
    lacks: tuple[tuple[str, int], ...] = ()
    per_article: float | None = None
    named: int | None = None


def figures_of(days: Sequence[SourceDay], today: date) -> Figures:
    """The figures of one source from its days in order."""
    now = next((day for day in days if day.day == today), None)
    week = [day for day in days if day.day > today - timedelta(days=WEEK)]
    pages = sum(day.pages for day in week)
    answered, failed = sum(day.answered for day in week), sum(day.failed for day in week)
    read, statements = sum(day.read for day in week), sum(day.statements for day in week)
    latencies = [day.latency for day in week if day.latency is not None]
    return Figures(
        asked=now.asked if now else 0,
        today=now.articles if now else 0,
        habit=habit_of(days, today),
        answered=percent(answered, answered + failed),
        latency=median(latencies) if latencies else None,
        size=sum(day.size for day in week) // WEEK,
        lacks=tuple(
            (field, share)
            for field in FIELDS
            if (share := percent(sum(day.lacks.get(field, 0) for day in week), pages)) is not None
        ),
        per_article=statements / read if read else None,
        named=percent(sum(day.named for day in week), statements),
    )


def percent(part: int, whole: int) -> int | None:
    """A share in whole percent; 0 and 100 stand for none and all alone."""
    if not whole:
        return None
    share = round(100 * part / whole)
    return max(share, 1) if part and part < whole and share < 1 else min(share, 99) if part < whole else 100
