"""Gauges of hollow pages: for each field, when it began to fail against the source's own habit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from articles.models import SourceDay

# So many pages are enough to judge by; fewer may be chance.
ENOUGH = 8
# A day with fewer is no witness to a habit, and so many days or pages are needed for one.
LEAST_OF_A_DAY, HABIT_DAYS, HABIT_PAGES = 3, 3, 20
STALE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Gauge:
    """One field: how much of it a day shows (`amount`, in so many cases `of`), and when that is too little.

    A lacking gauge counts pages without the field: half of all pages more than usual is hollow. A dwindling
    one weighs what an article holds: about a third of the usual is hollow. `most` is the largest habit of
    lacking that is believed, `least` the smallest habit of holding that can dwindle; `usual` is the habit
    of a source too young to have one, None where none can be supposed.
    """

    field: str
    amount: Callable[[SourceDay], float]
    of: Callable[[SourceDay], int]
    dwindles: bool = False
    usual: float | None = None
    most: float = 1.0
    least: float = 0.0

    def hollow(self, level: float, habit: float) -> bool:
        """Whether a level is far from the habit."""
        return level <= 0.35 * habit if self.dwindles else level - habit >= 0.5

    def drifting(self, level: float, habit: float) -> bool:
        """Whether a level is off the habit: a day on which it began in the afternoon is such a day."""
        return level <= 0.8 * habit if self.dwindles else level - habit >= 0.15


@dataclass(frozen=True, slots=True)
class Loss:
    """One field that died: since when, in `amount` of `of` cases, and what the habit is."""

    field: str
    since: date
    amount: float
    of: int
    habit: float
    dwindles: bool

    def facts(self) -> dict[str, object]:
        """The loss as it is kept on a spell."""
        return {
            "field": self.field,
            "since": self.since.isoformat(),
            "amount": round(self.amount, 2),
            "of": self.of,
            "habit": round(self.habit, 3),
            "dwindles": self.dwindles,
        }


def _lacking(field: str) -> Callable[[SourceDay], float]:
    return lambda day: day.lacks.get(field, 0)


def _pages(day: SourceDay) -> int:
    return day.pages


GAUGES = (
    Gauge("title", _lacking("title"), _pages, usual=0.0, most=0.1),
    Gauge("body", _lacking("body"), _pages, usual=0.0, most=0.3),
    Gauge("date", _lacking("date"), _pages, usual=0.0, most=0.1),
    Gauge("author", _lacking("author"), _pages),
    Gauge(
        "length",
        lambda day: (day.length or 0) * day.articles,
        lambda day: day.articles if day.length is not None else 0,
        dwindles=True,
        least=300.0,
    ),
    Gauge("statements", lambda day: day.statements, lambda day: day.read, dwindles=True, least=0.5),
    Gauge("named", lambda day: day.named, lambda day: day.statements, dwindles=True, least=0.2),
)


def find_losses(days: Sequence[SourceDay], today: date, held: dict[str, float]) -> list[Loss]:
    """The fields that died, of days in order; `held` are habits of losses known already, by field."""
    losses = (_find_loss(gauge, days, today, held.get(gauge.field)) for gauge in GAUGES)
    return [loss for loss in losses if loss]


def _find_loss(gauge: Gauge, days: Sequence[SourceDay], today: date, held: float | None) -> Loss | None:
    """The newest days with enough cases are judged; then the loss is followed back to its first day."""
    told = [day for day in reversed(days) if gauge.of(day)]
    recent = _enough(gauge, told)
    if not recent or today - recent[0].day > STALE:
        return None
    habit = held if held is not None else habit_of(gauge, told[len(recent) :])
    if habit is None or habit < gauge.least or not gauge.hollow(_level(gauge, recent), habit):
        return None
    lost = list(recent)
    for day in told[len(recent) :]:
        if not gauge.drifting(_level(gauge, [day]), habit):
            break
        lost.append(day)
    while len(lost) > 1 and not gauge.drifting(_level(gauge, lost[-1:]), habit):
        lost.pop()
    amount, of = sum(map(gauge.amount, lost)), sum(map(gauge.of, lost))
    return Loss(gauge.field, lost[-1].day, amount, of, habit, gauge.dwindles)


def _enough(gauge: Gauge, told: Sequence[SourceDay]) -> list[SourceDay]:
    """The newest days that hold enough cases together; none where all together hold too few."""
    recent, cases = [], 0
    for day in told:
        recent.append(day)
        cases += gauge.of(day)
        if cases >= ENOUGH:
            return recent
    return []


def habit_of(gauge: Gauge, before: Sequence[SourceDay]) -> float | None:
    """The median level of earlier days, within what is believed; None where nothing is known."""
    witnesses = [day for day in before if gauge.of(day) >= LEAST_OF_A_DAY]
    if len(witnesses) < HABIT_DAYS and sum(map(gauge.of, before)) < HABIT_PAGES:
        return gauge.usual
    levels = [_level(gauge, [day]) for day in witnesses or before]
    return min(median(levels), gauge.most) if not gauge.dwindles else median(levels)


def _level(gauge: Gauge, days: Sequence[SourceDay]) -> float:
    return sum(map(gauge.amount, days)) / sum(map(gauge.of, days))
