"""Pairwise precision, recall and F1 of a grouping against the right one."""

from collections.abc import Hashable, Mapping
from itertools import combinations
from typing import NamedTuple


class Pairs(NamedTuple):
    """How many pairs belong together: rightly joined, wrongly joined, missed."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there is nothing to join and nothing joined."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


def score_pairs(truth: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> Pairs:
    """Compare two groupings of the same things; a thing not found stands alone."""
    right = wrong = missed = 0
    for one, other in combinations(sorted(truth), 2):
        together = truth[one] == truth[other]
        joined = one in found and other in found and found[one] == found[other]
        right += together and joined
        wrong += joined and not together
        missed += together and not joined
    return Pairs(right, wrong, missed)
