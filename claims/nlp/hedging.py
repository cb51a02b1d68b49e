"""Finds the words by which a statement keeps its distance: diduga, konon, kabarnya."""

import re

from claims.nlp.lexicon import HEDGES
from claims.values import Span

HEDGE = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, HEDGES), key=len, reverse=True)) + r")\b", re.IGNORECASE
)


def find_hedges(string: str, content: Span) -> tuple[Span, ...]:
    """The hedges inside the content."""
    return tuple(
        Span(match.start(), match.end()) for match in HEDGE.finditer(string, content.start, content.end)
    )
