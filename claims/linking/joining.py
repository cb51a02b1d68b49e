"""Joins things that belong together: connected sets, and clusters by the strength of their bonds."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

T = TypeVar("T", bound=Hashable)
Bind = Callable[[list[T], list[T]], float]


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


def find_sets_apart(
    things: Iterable[T], edges: Iterable[tuple[T, T]], divided: Callable[[list[T], list[T]], bool]
) -> list[list[T]]:
    """The connected sets, an edge that would join two divided sets left out; earlier edges win."""
    ordered = list(dict.fromkeys(things))
    rank = {thing: place for place, thing in enumerate(ordered)}
    places = dict(rank)
    sets = {place: [thing] for place, thing in enumerate(ordered)}
    for one, other in edges:
        kept, gone = sorted((places[one], places[other]))
        if kept != gone and not divided(sets[kept], sets[gone]):
            places.update(dict.fromkeys(sets[gone], kept))
            sets[kept] += sets.pop(gone)
    return [sorted(sets[place], key=lambda thing: rank[thing]) for place in sorted(sets)]


def find_clusters(groups: list[list[T]], bind: Bind[T], threshold: float) -> list[list[T]]:
    """Merge the two groups of the strongest bond until none reaches the threshold.

    Equal bonds are settled by the order of the groups, so the outcome depends on content alone.
    """
    members = {i: list(group) for i, group in enumerate(groups)}
    bonds = {(i, j): bind(members[i], members[j]) for i in members for j in members if i < j}
    bonds = {pair: bond for pair, bond in bonds.items() if bond > 0}
    while bonds:
        best = max(bonds, key=lambda pair: (bonds[pair], -pair[0], -pair[1]))
        if bonds[best] < threshold:
            break
        _merge(best, bonds, members, bind)
    return [members[i] for i in sorted(members)]


def _merge(
    pair: tuple[int, int], bonds: dict[tuple[int, int], float], members: dict[int, list[T]], bind: Bind[T]
) -> None:
    kept, gone = pair
    members[kept] += members.pop(gone)
    touched = {i for known in bonds if kept in known or gone in known for i in known} - {kept, gone}
    for stale in [known for known in bonds if kept in known or gone in known]:
        del bonds[stale]
    for other in sorted(touched):
        bond = bind(members[kept], members[other])
        if bond > 0:
            bonds[min(kept, other), max(kept, other)] = bond
