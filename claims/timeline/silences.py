"""Who is silent: the accused without an answer, and outlets that ran an accusation but not its denial."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from claims.timeline.values import ClaimRow, Party


@dataclass(frozen=True, slots=True)
class Accused:
    """One target with the accusations that it has not answered, the longest wait first."""

    party: Party
    rows: tuple[ClaimRow, ...]
    lasting: timedelta


@dataclass(frozen=True, slots=True)
class Partial:
    """One outlet: unanswered accusations it ran, and denied ones whose denial it did not run."""

    outlet: str
    unanswered: int
    one_sided: tuple[ClaimRow, ...]


def accused_of(rows: Iterable[ClaimRow]) -> tuple[Accused, ...]:
    """Each target once, the longest wait first."""
    held: dict[Party, list[ClaimRow]] = {}
    for row in sorted(rows, key=_lasting, reverse=True):
        if row.silence:
            held.setdefault(row.silence.actor or Party(row.silence.target), []).append(row)
    return tuple(Accused(party, tuple(own), _lasting(own[0])) for party, own in held.items())


def _lasting(row: ClaimRow) -> timedelta:
    return row.silence.lasting if row.silence else timedelta()


def partial_of(rows: Iterable[ClaimRow]) -> tuple[Partial, ...]:
    """Each outlet once, those with the most one-sided accusations first."""
    waiting: Counter[str] = Counter()
    one_sided: dict[str, list[ClaimRow]] = {}
    for row in rows:
        if row.silence:
            waiting.update(row.outlets)
        for outlet in row.one_sided:
            one_sided.setdefault(outlet, []).append(row)
    found = [Partial(name, waiting[name], tuple(one_sided.get(name, ()))) for name in {*waiting, *one_sided}]
    return tuple(sorted(found, key=lambda p: (-len(p.one_sided), -p.unanswered, p.outlet)))
