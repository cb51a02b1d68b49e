"""Joins things that belong together: connected sets, and clusters by average likeness."""

from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple, TypeVar

BEST_SHARE = 0.3
T = TypeVar("T", bound=Hashable)


class Bond(NamedTuple):
    """How two groups hang together: the average likeness of their pairs, and the best."""

    average: float
    best: float

    @property
    def strength(self) -> float:
        """What is held against the threshold."""
        return BEST_SHARE * self.best + (1 - BEST_SHARE) * self.average


def find_sets(things: Iterable[T], edges: Iterable[tuple[T, T]]) -> list[list[T]]:
    """The connected sets, each in the order of `things`, and ordered by their first thing."""
    ordered = list(dict.fromkeys(things))
    parent = {thing: thing for thing in ordered}

    def root(thing: T) -> T:
        while parent[thing] != thing:
            parent[thing] = parent[parent[thing]]
            thing = parent[thing]
        return thing

    for one, other in edges:
        parent[root(one)] = root(other)
    sets: dict[T, list[T]] = {}
    for thing in ordered:
        sets.setdefault(root(thing), []).append(thing)
    return list(sets.values())


def find_clusters(
    groups: list[list[T]], likeness: Callable[[T, T], float], threshold: float
) -> list[list[T]]:
    """Merge the two groups that are most alike until none reaches the threshold.

    Groups are as alike as the middle between their average and their best pair: the average alone
    would keep a short wording out of a large group, the best alone would chain. Equal ones are
    settled by the order of the groups, so the outcome depends on content alone.
    """
    members = {i: list(group) for i, group in enumerate(groups)}
    bonds = {
        (i, j): bond
        for i in members
        for j in members
        if i < j and (bond := bind(members[i], members[j], likeness)).best >= threshold
    }
    while bonds:
        best = max(bonds, key=lambda pair: (bonds[pair].strength, -pair[0], -pair[1]))
        if bonds[best].strength < threshold:
            break
        _merge(best, bonds, members, likeness)
    return [members[i] for i in sorted(members)]


def bind(one: list[T], other: list[T], likeness: Callable[[T, T], float]) -> Bond:
    """How two groups hang together."""
    scores = [likeness(a, b) for a in one for b in other]
    return Bond(sum(scores) / len(scores), max(scores))


def _merge(
    pair: tuple[int, int],
    bonds: dict[tuple[int, int], Bond],
    members: dict[int, list[T]],
    likeness: Callable[[T, T], float],
) -> None:
    kept, gone = pair
    members[kept] += members.pop(gone)
    touched = [
        other for other in members if other != kept and not bonds.keys().isdisjoint(_pairs(pair, other))
    ]
    for stale in [known for known in bonds if kept in known or gone in known]:
        del bonds[stale]
    for other in touched:
        bonds[min(kept, other), max(kept, other)] = bind(members[kept], members[other], likeness)


def _pairs(pair: tuple[int, int], other: int) -> set[tuple[int, int]]:
    return {(min(i, other), max(i, other)) for i in pair}
