"""Figures that moved: a number for one claim that its speaker changed or two speakers give otherwise."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.timeline.positions import differing
from claims.timeline.values import Entry, Number


@dataclass(frozen=True, slots=True)
class Shift:
    """Two figures of one unit for one claim that cannot be the same number; `after` is the later."""

    before: Entry
    after: Entry
    numbers: tuple[Number, Number]

    @property
    def own(self) -> bool:
        """Whether one party changed its own number."""
        return self.before.party == self.after.party


def shifts_of(entries: Iterable[Entry]) -> tuple[Shift, ...]:
    """The latest shift of each claim (entries in order of time), the latest first."""
    held: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.states and entry.moment:
            held.setdefault(entry.claim, []).append(entry)
    found = [shift for own in held.values() for shift in _latest(own)]
    return tuple(sorted(found, key=lambda shift: (_stamp(shift.after), shift.after.claim), reverse=True))


def _stamp(entry: Entry) -> float:
    return entry.moment.timestamp() if entry.moment else 0.0


def _latest(entries: Sequence[Entry]) -> Iterator[Shift]:
    """At most one: of the latest entry that differs, first against its own party's words, then others'."""
    for place in range(len(entries) - 1, 0, -1):
        after, earlier = entries[place], list(reversed(entries[:place]))
        for before in sorted(earlier, key=lambda entry: entry.party != after.party):
            for numbers in differing(before, after)[:1]:
                yield Shift(before, after, numbers)
                return
