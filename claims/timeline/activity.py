"""How often an actor spoke, week by week: what it stated above the line, what it denied or answered below."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Case, Count, Q, QuerySet, Value, When
from django.db.models.functions import TruncWeek

from claims.models import Stance, Utterance
from claims.models.reports import LATEST
from claims.timeline.entries import standing
from claims.timeline.values import STATING
from claims.timeline.verbs import percent

WEEKS, FEWEST = 52, 16  # the latest weeks drawn, and the fewest that share the width
WIDTH, HALF = 1040, 44
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """One week from its Monday on: how many utterances stated something, how many answered something."""

    monday: date
    stated: int
    answered: int

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Bar:
    """A week as drawn: `up` and `down` are lengths from the middle line, in drawing units."""

    week: Week
    x: int
    width: int
    up: int
    down: int

    @property
    def top(self) -> int:
        """Where the upper part begins."""
        return HALF - self.up


@dataclass(frozen=True, slots=True)
class Activity:
    """All weeks with a word in them, the drawing of the latest, counts by stance, and the unnamed share."""

    weeks: tuple[Week, ...]
    bars: tuple[Bar, ...]
    counts: tuple[tuple[str, int], ...]
    unnamed: int
    total: int
    width: int = WIDTH
    height: int = 2 * HALF
    middle: int = HALF

    @property
    def percent(self) -> int:
        """The share of utterances by unnamed speakers, in whole percent."""
        return percent(self.unnamed, self.total)


Row = tuple[datetime | None, str, bool, bool, int]


def find_activity(actor: int, said: Sequence[int], voices: Sequence[int]) -> Activity:
    """These utterances by and for the actor, and the latest by its unnamed `voices`; one query."""
    spoken = standing(Stance.objects.filter(utterance__in=_counted(said, voices), claim__successor=None))
    spoken = spoken.annotate(
        week=TruncWeek("utterance__not_later_than"),
        unnamed=_whether(Q(utterance__actor__sort="unnamed")),
        voice=_whether(Q(utterance__actor__in=voices) & ~Q(utterance__on_behalf_of=actor)),
    )
    rows = spoken.values_list("week", "kind", "unnamed", "voice").annotate(Count("utterance", distinct=True))
    return activity_of(rows.order_by("week", "kind"))


def _counted(said: Sequence[int], voices: Sequence[int]) -> Sequence[int] | QuerySet[Utterance, Any]:
    """The ids counted: those given, and as many of the voices' latest."""
    if not voices or not said:
        return said
    own = Utterance.objects.filter(pk__in=said).values("pk")
    theirs = Utterance.objects.filter(actor__in=voices, successor=None).order_by(*LATEST).values("pk")
    return own.union(theirs[: len(said)])


def _whether(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False))


def activity_of(rows: Iterable[Row]) -> Activity:
    """Rows of week, stance, whether unnamed, whether not on the actor's own account, and count."""
    held = list(rows)
    own = [(week, kind, n) for week, kind, _, voice, n in held if not voice]
    stated: Counter[date] = Counter()
    answered: Counter[date] = Counter()
    for week, kind, n in own:
        if week is not None:
            (stated if kind in STATING else answered)[week.date()] += n
    weeks = tuple(Week(day, stated[day], answered[day]) for day in sorted(stated | answered))
    counts: Counter[str] = Counter()
    for _, kind, n in own:
        counts[kind] += n
    hidden, total = sum(row[-1] for row in held if row[2]), sum(row[-1] for row in held)
    return Activity(weeks, tuple(_bars(weeks)), tuple(counts.items()), hidden, total)


def _bars(weeks: Sequence[Week]) -> Iterable[Bar]:
    """The latest weeks, quiet ones between them left empty."""
    if not weeks:
        return
    last = weeks[-1].monday
    shown = [week for week in weeks if last - week.monday < WEEKS * WEEK]
    slots = max((last - shown[0].monday) // WEEK + 1, FEWEST)
    most = max(max(week.stated, week.answered) for week in shown)
    pitch = WIDTH // slots
    for week in shown:
        x = WIDTH - pitch * ((last - week.monday) // WEEK + 1)
        up, down = (round((HALF - 2) * n / most) for n in (week.stated, week.answered))
        yield Bar(week, x, max(pitch - 3, 2), up, down)
