"""Two actors or two outlets side by side: shared claims, verbs, delays, what one has and the other lacks."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median

from django.utils import timezone

from claims.models.claims import DENYING
from claims.timeline.compare_facts import Fact, facts_of
from claims.timeline.compare_rows import Gathered, Issue, Line, find_gathered
from claims.timeline.entries import ORDER
from claims.timeline.sides import Side
from claims.timeline.values import STATING
from claims.timeline.verbs import Verb, verbs_of

SHARED, LONE = 30, 12  # rows shown; the counts are of all


@dataclass(frozen=True, slots=True)
class Cell:
    """How one side has to do with one claim: its stances in their fixed order, and since when.

    `behind` counts from the first publication of the claim by anybody; None where it was first itself.
    """

    kinds: tuple[str, ...]
    lead: Line
    moment: datetime | None
    behind: timedelta | None

    @property
    def states(self) -> bool:
        """Whether it puts the claim forward."""
        return bool(STATING & set(self.kinds))

    @property
    def denies(self) -> bool:
        """Whether it denies it, in part at least."""
        return not set(DENYING).isdisjoint(self.kinds)


@dataclass(frozen=True, slots=True)
class Shared:
    """A claim both have to do with; `later` is the side that came second ("a" or "b"), by `delay`."""

    issue: Issue
    a: Cell
    b: Cell
    later: str = ""
    delay: timedelta | None = None

    @property
    def opposed(self) -> bool:
        """Whether one states what the other denies."""
        return (self.a.states and self.b.denies) or (self.b.states and self.a.denies)

    @property
    def denied_in(self) -> str:
        """The side ("a" or "b") that alone carries a denial of what both carry; empty for neither."""
        if self.a.denies == self.b.denies:
            return ""
        return "a" if self.a.denies else "b"


@dataclass(frozen=True, slots=True)
class Lone:
    """Claims that one side has and the other lacks: how many, and the newest of them."""

    count: int
    rows: tuple[tuple[Issue, Cell], ...]


@dataclass(frozen=True, slots=True)
class Ran:
    """How often one outlet ran what each of two actors said."""

    outlet: str
    a: int
    b: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything the page of two sides shows."""

    a: Side
    b: Side
    facts: tuple[Fact, ...]
    shared: tuple[Shared, ...]
    shared_count: int
    only_a: Lone
    only_b: Lone
    verbs: tuple[Verb, ...]
    ran: tuple[Ran, ...]
    since: datetime | None

    @property
    def widest(self) -> int:
        """The largest share among the verbs, in percent, by which their bars are drawn."""
        return max((max(verb.a_percent, verb.b_percent) for verb in self.verbs), default=0) or 1


Cells = dict[int, Cell]


def find_comparison(a: Side, b: Side) -> Comparison:
    """Two sides of one kind; five queries."""
    found = find_gathered(a, b)
    of_a, of_b = _cells(found.a, found), _cells(found.b, found)
    both = [_shared(found.issues[pk], of_a[pk], of_b[pk]) for pk in of_a.keys() & of_b.keys()]
    lags = [_lag(cells) for cells in (of_a, of_b)]
    return Comparison(
        a=a,
        b=b,
        facts=facts_of((a, b), (found.a, found.b), found, (lags[0], lags[1])),
        shared=tuple(sorted(both, key=_weight, reverse=True)[:SHARED]),
        shared_count=len(both),
        only_a=_lone(of_a, of_b, found),
        only_b=_lone(of_b, of_a, found),
        verbs=verbs_of((line.cue for line in found.a), (line.cue for line in found.b)),
        ran=_ran(found) if a.kind == "actor" else (),
        since=found.since,
    )


@dataclass(slots=True)
class _Held:
    """What is gathered of one claim on the way to its cell."""

    kinds: set[str] = field(default_factory=set)
    lines: list[Line] = field(default_factory=list)


def _cells(lines: Sequence[Line], found: Gathered) -> Cells:
    """Each claim of these lines (in order of publication) as a cell."""
    held: dict[int, _Held] = {}
    for line in lines:
        for kind, claim in found.stances.get(line.utterance, ()):
            own = held.setdefault(claim, _Held())
            own.kinds.add(kind)
            own.lines.append(line)
    return {claim: _cell(own, found.issues[claim]) for claim, own in held.items()}


def _cell(held: _Held, issue: Issue) -> Cell:
    first = held.lines[0]
    behind = None
    if first.published and issue.first_said and first.published > issue.first_said:
        behind = first.published - issue.first_said
    moment = first.published and timezone.localtime(first.published)
    return Cell(tuple(kind for kind in ORDER if kind in held.kinds), first, moment, behind)


def _shared(issue: Issue, a: Cell, b: Cell) -> Shared:
    if not a.moment or not b.moment or a.moment == b.moment:
        return Shared(issue, a, b)
    return Shared(issue, a, b, "b" if b.moment > a.moment else "a", abs(b.moment - a.moment))


def _weight(shared: Shared) -> tuple[bool, float, int]:
    """Opposed first, then the latest."""
    latest = max((cell.moment.timestamp() for cell in (shared.a, shared.b) if cell.moment), default=0.0)
    return shared.opposed, latest, shared.issue.pk


def _lag(cells: Cells) -> timedelta | None:
    """Half of its claims it had no later than this after the first outlet."""
    behind = [(cell.behind or timedelta()).total_seconds() for cell in cells.values() if cell.moment]
    return timedelta(seconds=median(behind)) if behind else None


def _lone(own: Cells, other: Cells, found: Gathered) -> Lone:
    alone = [(found.issues[pk], cell) for pk, cell in own.items() if pk not in other]
    newest = sorted(alone, key=lambda row: (_stamp(row[1]), row[0].pk), reverse=True)
    return Lone(len(alone), tuple(newest[:LONE]))


def _stamp(cell: Cell) -> float:
    return cell.moment.timestamp() if cell.moment else 0.0


def _ran(found: Gathered) -> tuple[Ran, ...]:
    a, b = _by_outlet(found.a), _by_outlet(found.b)
    return tuple(Ran(outlet, a[outlet], b[outlet]) for outlet, _ in (a + b).most_common(SHARED))


def _by_outlet(lines: Iterable[Line]) -> Counter[str]:
    return Counter(line.outlet for line in lines)
