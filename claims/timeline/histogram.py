"""Reports over time as bars: days, weeks, months or years by the length of the range, each an address."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from claims.report_filters import Sought

WIDTH, HEIGHT, BASE = 960, 64, 84  # of the picture, in its own units; the axis' words stand under the bars
MOST_BARS = 96
TICKS = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of days with its number of reports, its place in the picture and the address it opens."""

    first: date
    last: date
    count: int
    x: float
    width: float
    y: float
    height: float
    query: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A stretch named under the bars by its first day."""

    first: date
    x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars in order of time; `step` is "day", "week", "month" or "year"."""

    step: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    most: int
    width: int = WIDTH
    height: int = HEIGHT
    base: int = BASE

    @property
    def filled(self) -> tuple[Bar, ...]:
        """The bars that count something, for the table."""
        return tuple(bar for bar in self.bars if bar.count)


def histogram_of(days: Mapping[date, int], sought: Sought) -> Histogram | None:
    """The bars of these counts over the range asked for; None where there is nothing to draw."""
    if not days:
        return None
    first, last = min(days), max(days)
    step = step_for(first, last)
    counts: dict[date, int] = {}
    for start in _starts(first, last, step):
        counts[start] = 0
    for day, count in days.items():
        counts[start_of(day, step)] = counts.get(start_of(day, step), 0) + count
    most = max(counts.values())
    width = WIDTH / len(counts)
    bars = tuple(
        _bar((start, end_of(start, step)), count, count / most, (place * width, width), sought)
        for place, (start, count) in enumerate(sorted(counts.items()))
    )
    return Histogram(step, bars, _ticks(bars), most)


def _bar(
    days: tuple[date, date], count: int, share: float, place: tuple[float, float], sought: Sought
) -> Bar:
    (first, last), (x, width) = days, place
    height = round(max(share * HEIGHT, 1.5), 2) if count else 0.0  # one among thousands is still seen
    query = sought.query(**{"from": first.isoformat(), "to": last.isoformat()})
    width = round(width - min(1.5, width / 5), 2)
    return Bar(first, last, count, round(x, 2), width, round(HEIGHT - height, 2), height, query)


def step_for(first: date, last: date) -> str:
    """The finest step that makes no more than MOST_BARS bars."""
    days = (last - first).days + 1
    lengths = {"day": 1, "week": 7, "month": 31}
    return next((step for step, length in lengths.items() if days / length <= MOST_BARS), "year")


def start_of(day: date, step: str) -> date:
    """The first day of the stretch that holds a day; weeks begin on Monday."""
    if step == "week":
        return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    if step == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if step == "year" else day


def end_of(start: date, step: str) -> date:
    """The last day of the stretch that begins with this day."""
    if step == "month":
        return start.replace(day=monthrange(start.year, start.month)[1])
    if step == "year":
        return start.replace(month=12, day=31)
    lasting = timedelta(days=6 if step == "week" else 0)
    return start + min(lasting, date.max - start)


def _starts(first: date, last: date, step: str) -> list[date]:
    starts = [start_of(first, step)]
    while end_of(starts[-1], step) < last:
        starts.append(end_of(starts[-1], step) + timedelta(days=1))
    return starts


def _ticks(bars: tuple[Bar, ...]) -> tuple[Tick, ...]:
    """A few days named under the picture, evenly; the first and the last lean inwards."""
    every = max(1, -(-len(bars) // TICKS))
    named = bars[::every]
    return tuple(
        Tick(bar.first, bar.x, "start" if place == 0 or bar.x < WIDTH * 0.9 else "end")
        for place, bar in enumerate(named)
    )
