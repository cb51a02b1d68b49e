"""How one actor's word on one claim went over time; where it turned, that is proposed, never decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.linking.figures import overlap, same_unit, unit_class
from claims.models.claims import DENYING
from claims.timeline.values import STATING, Entry, Number

SHOWN, STEPS = 6, 8  # claims, and the latest steps of each
HOLDS = STATING | {"confirms"}


@dataclass(frozen=True, slots=True)
class Turn:
    """Two entries that seem to contradict each other.

    `kind` is "denied" (first stated, then denied), "stated" (the other way round), "withdrawn", or
    "figures", which then differ: `numbers` are those before and after.
    """

    kind: str
    before: Entry
    after: Entry
    numbers: tuple[Number, Number] | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """One claim with the actor's entries on it in order of time; `older` are left out before them."""

    claim: int
    title: str
    steps: tuple[Entry, ...]
    older: int
    turn: Turn | None


def positions_of(entries: Iterable[Entry]) -> tuple[Position, ...]:
    """Claims on which there is more than one utterance, those with a turn first, then the latest."""
    held: dict[int, list[Entry]] = {}
    for entry in entries:
        held.setdefault(entry.claim, []).append(entry)
    found = [_position(own) for own in held.values() if len({entry.utterance for entry in own}) > 1]
    ranked = sorted(found, key=lambda position: _stamp(position.steps[-1]), reverse=True)
    return tuple(sorted(ranked, key=lambda position: position.turn is None)[:SHOWN])


def _position(entries: Sequence[Entry]) -> Position:
    last = entries[-1]
    return Position(last.claim, last.title, tuple(entries[-STEPS:]), len(entries[:-STEPS]), turn_of(entries))


def _stamp(entry: Entry) -> float:
    return entry.moment.timestamp() if entry.moment else 0.0


def turn_of(entries: Sequence[Entry]) -> Turn | None:
    """The latest turn among one party's entries on one claim, in order of time; None where it stood firm."""
    sides = [entry for entry in entries if entry.kind in HOLDS or entry.kind in {*DENYING, "retracts"}]
    turns = [turn for before, after in pairwise(sides) if (turn := _turned(before, after))]
    return turns[-1] if turns else _moved(entries)


def _turned(before: Entry, after: Entry) -> Turn | None:
    if before.kind in HOLDS and after.kind == "retracts":
        return Turn("withdrawn", before, after)
    if before.kind in HOLDS and after.kind in DENYING:
        return Turn("denied", before, after)
    if before.kind in DENYING and after.kind in HOLDS:
        return Turn("stated", before, after)
    return None


def _moved(entries: Sequence[Entry]) -> Turn | None:
    """The latest two stated entries whose figures of one unit have nothing in common."""
    stated = [entry for entry in entries if entry.states]
    for before, after in reversed(list(pairwise(stated))):
        for numbers in differing(before, after):
            return Turn("figures", before, after, numbers)
    return None


def differing(before: Entry, after: Entry) -> list[tuple[Number, Number]]:
    """Pairs of figures of one unit, one of each entry, where no two figures of that unit agree."""
    given = [number for number in figures_in(after) if number.unit]
    pairs = [(b, a) for b in figures_in(before) for a in given if b.unit and same_unit(b.amount, a.amount)]
    agreeing = {unit_class(b.unit) for b, a in pairs if overlap(b.amount, a.amount)}
    return [(b, a) for b, a in pairs if unit_class(b.unit) not in agreeing]


def figures_in(entry: Entry) -> list[Number]:
    """Every figure in any rendering of an entry."""
    return [number for rendering in entry.renderings for number in rendering.figures]
