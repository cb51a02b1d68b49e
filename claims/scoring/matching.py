"""Pair found statements with gold ones, one to one, by the overlap of their content."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.scoring.gold import GoldStatement
from claims.values import Kind, Statement

ENOUGH_OVERLAP = 0.5
UNSCORED_KINDS = frozenset({Kind.NEITHER, Kind.NO_COMMENT, Kind.RETRACTION})


@dataclass(frozen=True, slots=True)
class Pair:
    """Gold statement number `gold` and found statement number `found` of one document, and their overlap."""

    gold: int
    found: int
    overlap: float


def is_scored(statement: Statement) -> bool:
    """Whether the guidelines know this kind at all; the others are passed over in scoring."""
    return statement.kind not in UNSCORED_KINDS


def find_pairs(gold: Sequence[GoldStatement], found: Sequence[Statement]) -> tuple[Pair, ...]:
    """One-to-one pairs with an overlap of at least 0.5, best overlap first.

    Equal overlaps go to the pair whose cues overlap more, then to the earlier in the text, so that the
    same input always gives the same pairs. Statements of unscored kinds take no part.
    """
    ranked = sorted(
        (-overlap, -_cue_overlap(row, statement), gold_index, found_index)
        for gold_index, row in enumerate(gold)
        for found_index, statement in enumerate(found)
        if is_scored(statement) and (overlap := row.content.overlap(statement.content)) >= ENOUGH_OVERLAP
    )
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for overlap, _, gold_index, found_index in ranked:
        if gold_index in taken_gold or found_index in taken_found:
            continue
        taken_gold.add(gold_index)
        taken_found.add(found_index)
        pairs.append(Pair(gold_index, found_index, -overlap))
    return tuple(sorted(pairs, key=lambda pair: pair.gold))


def _cue_overlap(row: GoldStatement, statement: Statement) -> float:
    if row.cue is None or statement.cue is None:
        return float(row.cue is statement.cue)
    return row.cue.overlap(statement.cue)
