"""Lays out the picture of a source's articles per day: one bar a day, a line for the habit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from articles.models import SourceDay

DAYS = 30
STEP, BAR, HEIGHT, HEAD, FOOT, LEFT, RIGHT = 22, 16, 120, 20, 30, 44, 20
TICK = 7


@dataclass(frozen=True, slots=True)
class Bar:
    """One day: its number of articles, and where its bar stands; `tick` says that its date is printed."""

    day: date
    articles: int
    x: int
    middle: int
    y: int
    height: int
    tick: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The picture in units of its own: its bars from the oldest on, its scale, the line of the habit."""

    width: int
    height: int
    base: int
    foot: int
    left: int
    axis: int
    bar: int
    top: int
    most: int
    bars: tuple[Bar, ...]
    habit: int | None


def chart_of(days: Sequence[SourceDay], today: date, habit: float | None) -> Chart:
    """The chart of the last thirty days; a day without a row has no article."""
    given = {day.day: day.articles for day in days}
    shown = [today - timedelta(days=DAYS - 1 - place) for place in range(DAYS)]
    most = max([given.get(day, 0) for day in shown] + [round(habit or 0), 1])
    base = HEAD + HEIGHT
    return Chart(
        width=LEFT + DAYS * STEP + RIGHT,
        height=base + FOOT,
        base=base,
        foot=base + 20,
        left=LEFT,
        axis=LEFT - 6,
        bar=BAR,
        top=HEAD,
        most=most,
        bars=tuple(_bar(day, given.get(day, 0), place, most, base) for place, day in enumerate(shown)),
        habit=base - round(HEIGHT * habit / most) if habit is not None else None,
    )


def _bar(day: date, articles: int, place: int, most: int, base: int) -> Bar:
    height = max(round(HEIGHT * articles / most), 1 if articles else 0)
    x = LEFT + place * STEP + (STEP - BAR) // 2
    return Bar(day, articles, x, x + BAR // 2, base - height, height, (DAYS - 1 - place) % TICK == 0)
