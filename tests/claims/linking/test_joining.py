"""Sets and clusters depend on what is joined, never on the order in which it is looked at."""

import random

from hypothesis import given
from hypothesis import strategies as st

from claims.linking.joining import find_clusters, find_sets
from claims.store.matching import find_heirs, match_rows

EDGES = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20)


@given(EDGES, st.randoms())
def test_connected_sets_are_the_same_for_edges_in_any_order(
    edges: list[tuple[int, int]], chance: random.Random
) -> None:
    things = list(range(13))
    shuffled = list(edges)
    chance.shuffle(shuffled)
    assert find_sets(things, edges) == find_sets(things, shuffled)
    assert sorted(thing for group in find_sets(things, edges) for thing in group) == things


def test_the_strongest_bond_is_joined_first_and_weak_ones_not_at_all() -> None:
    places = {"a": 0.0, "b": 0.1, "c": 1.0, "d": 1.1, "e": 5.0}

    def bind(one: list[str], other: list[str]) -> float:
        return 1 / (1 + min(abs(places[x] - places[y]) for x in one for y in other))

    assert find_clusters([[name] for name in places], bind, 0.8) == [["a", "b"], ["c", "d"], ["e"]]


def test_a_row_continues_in_the_thing_that_took_most_of_its_parts() -> None:
    standing = {"r1": 7, "r2": 7, "r3": 7, "r4": 8}
    members = {"new": ["r1"], "most": ["r2", "r3", "r4"]}
    assert match_rows(members, standing, {}) == {"most": 7}
    assert match_rows(members, standing, {"new": 7}) == {"new": 7, "most": 8}


def test_a_row_that_nothing_continues_points_to_its_heir() -> None:
    standing = {"r1": 7, "r2": 7, "r3": 8}
    assert find_heirs({"all": ["r1", "r2", "r3"]}, standing, {"all": 7}) == {8: 7}
