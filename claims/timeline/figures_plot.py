"""Draws the figures that parties gave for one claim: time to the right, size upwards, a bar for a range."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import log10

from claims.linking.figures import bounds, is_telling, unit_class
from claims.linking.values import Amount
from claims.timeline.values import Entry, Number, Party

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 1080, 260, 92, 880, 16, 224
LOGARITHMIC = 40  # times the smallest figure from which sizes are drawn as powers of ten
ROOM = 17  # between two labels
MARK, MOST = 14, 24  # size of a mark; figures drawn


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as one party gave it in one utterance; `low` and `high` are what it leaves open."""

    party: Party
    entry: Entry
    number: Number
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A figure in the drawing: its bar from `top` to `foot`, its label's line at `label` (0 for none)."""

    given: Given
    x: int
    y: int
    top: int
    foot: int
    label: int = 0

    @property
    def left(self) -> int:
        """Where the mark's box begins."""
        return self.x - MARK // 2

    @property
    def above(self) -> int:
        """Where the mark's box begins, from above."""
        return self.y - MARK // 2

    @property
    def edge(self) -> int:
        """Where the line to the label begins."""
        return self.x + MARK // 2 + 2

    @property
    def label_y(self) -> int:
        """Where the line to the label ends, from above."""
        return self.label - 5


@dataclass(frozen=True, slots=True)
class Level:
    """A line of the scale."""

    value: float
    y: int

    @property
    def base(self) -> int:
        """The base line of its number."""
        return self.y + 5


@dataclass(frozen=True, slots=True)
class FiguresPlot:
    """The whole drawing of the figures of one unit, and their rows in order of time."""

    unit: str
    rows: tuple[Given, ...]
    dots: tuple[Dot, ...]
    paths: tuple[str, ...]
    levels: tuple[Level, ...]
    days: tuple[tuple[int, date], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    level_x: int = LEFT - 12
    elbow: int = RIGHT + 6
    label_x: int = RIGHT + 12


def plot_of(entries: Sequence[Entry]) -> FiguresPlot | None:
    """The figures of the unit that most were given in (entries in order of time); None below two of them."""
    found = list(_given(entries))
    units = Counter(unit_class(given.number.unit) for given in found)
    if not units or max(units.values()) < 2:
        return None
    unit = units.most_common(1)[0][0]
    rows = [given for given in found if unit_class(given.number.unit) == unit][:MOST]
    return _plot(unit, rows) if len({(row.party, row.number) for row in rows}) > 1 else None


def _given(entries: Iterable[Entry]) -> Iterator[Given]:
    """Each figure with a unit once for each utterance; mere orders ("ribuan") are left out."""
    for entry in entries:
        seen = set()
        for number in (number for rendering in entry.renderings for number in rendering.figures):
            key = (number.value, number.upper, unit_class(number.unit))
            if number.unit and entry.day and key not in seen and is_telling(number.amount):
                seen.add(key)
                low, high = bounds(number.amount)
                yield Given(entry.party, entry, number, low, high)


def _plot(unit: str, rows: Sequence[Given]) -> FiguresPlot:
    low, high = min(row.low for row in rows), max(row.high for row in rows)
    levels = _levels(low, high)
    scale = _Scale(levels[0], levels[-1], high / low > LOGARITHMIC)
    days = sorted({row.entry.day for row in rows if row.entry.day})
    dots = [
        Dot(row, _x(row, days), scale.y(_middle(row)), scale.y(row.high), scale.y(row.low)) for row in rows
    ]
    return FiguresPlot(
        unit=unit,
        rows=tuple(rows),
        dots=tuple(_labelled(dots)),
        paths=tuple(_paths(dots)),
        levels=tuple(Level(value, scale.y(value)) for value in levels),
        days=tuple((_place(day, days), day) for day in (days[0], days[-1])[: len(days)]),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """From sizes to heights in the drawing."""

    least: float
    most: float
    logarithmic: bool

    def y(self, value: float) -> int:
        """The height of a size; one beyond the scale stands on its edge."""
        held = min(max(value, self.least), self.most)
        if self.logarithmic:
            share = log10(held / self.least) / log10(self.most / self.least)
        else:
            share = (held - self.least) / (self.most - self.least)
        return round(BOTTOM - share * (BOTTOM - TOP))


def _levels(low: float, high: float) -> list[float]:
    """Round numbers from at or below the least to at or above the greatest, few enough to read."""
    if high / low > LOGARITHMIC:
        first, last = int(log10(low)), int(-(-log10(high) // 1))
        return [10.0**power for power in range(first, max(last, first + 1) + 1)]
    step = 10.0 ** int(log10(high))
    while high / step < 3:
        step /= 2
    count = int(-(-high // step))
    return [step * n for n in range(count + 1)]


def _middle(row: Given) -> float:
    """Where the mark stands: at the number said, in the middle of a range that was said."""
    if row.number.upper is not None:
        return (row.low + row.high) / 2
    return bounds(Amount(row.number.value, unit=row.number.unit))[0]


def _x(row: Given, days: Sequence[date]) -> int:
    moment = row.entry.moment
    within = moment is not None and moment.date() == row.entry.day
    share = (moment.hour * 60 + moment.minute) / 1440 if moment and within else 0.0
    span = (days[-1] - days[0]).days + 1
    return _place(row.entry.day or days[0], days) + round(share * 0.9 * (RIGHT - LEFT) / span)


def _place(day: date, days: Sequence[date]) -> int:
    """Where a day begins."""
    span = (days[-1] - days[0]).days + 1
    return LEFT + 8 + round((RIGHT - LEFT - 16) * (day - days[0]).days / span)


def _labelled(dots: Sequence[Dot]) -> Iterator[Dot]:
    """The label of each party's last figure, at the right edge, as near its height as there is room."""
    last = {dot.given.party: dot for dot in dots}
    free = TOP
    bases: dict[Party, int] = {}
    for dot in sorted(last.values(), key=lambda dot: dot.y):
        bases[dot.given.party] = max(dot.y + 5, free)
        free = bases[dot.given.party] + ROOM
    for dot in dots:
        keeps = last[dot.given.party] is dot and bases[dot.given.party] < HEIGHT
        label = bases[dot.given.party] if keeps else 0
        yield Dot(dot.given, dot.x, dot.y, dot.top, dot.foot, label)


def _paths(dots: Sequence[Dot]) -> Iterator[str]:
    """A line through the figures of each party that gave more than one."""
    for party in dict.fromkeys(dot.given.party for dot in dots):
        own = [dot for dot in dots if dot.given.party == party]
        if len(own) > 1:
            yield "M" + "L".join(f"{dot.x} {dot.y}" for dot in own)
