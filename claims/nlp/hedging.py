"""Finds the words by which a statement keeps its distance: diduga, konon, kabarnya."""

import re

from claims.nlp.lexicon import HEDGES
from claims.values import Span

HEDGE = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, HEDGES), key=len, reverse=True)) + r")\b", re.IGNORECASE
)


FIRST_WORDS = frozenset(hedge.split()[0] for hedge in HEDGES)


def find_hedges(string: str, content: Span) -> tuple[Span, ...]:
    """The hedges inside the content; the alternation is tried only where a first word of one stands."""
    if FIRST_WORDS.isdisjoint(string[content.start : content.end].lower().split()):
        return ()
    return tuple(
        Span(match.start(), match.end()) for match in HEDGE.finditer(string, content.start, content.end)
    )
