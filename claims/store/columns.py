"""How parts of a reading stand in the columns of a report."""

from dataclasses import asdict
from typing import Any

from claims.linking.topics import index_numbers
from claims.linking.values import Told
from claims.values import Figure, Span


def words_at(string: str, span: Span) -> dict[str, Any]:
    """A span with its words."""
    return {"start": span.start, "end": span.end, "exact": span.of(string)}


def figure_object(string: str, figure: Figure) -> dict[str, Any]:
    """One figure, with its words."""
    return {
        "value": figure.value,
        "upper": figure.upper,
        "approximate": figure.approximate,
        "unit": figure.unit,
        **words_at(string, figure.span),
    }


def gist_columns(told: Told) -> dict[str, Any]:
    """What linking compares, and the numbers by which an index finds it."""
    return {"gist": asdict(told.gist), "pairs": sorted(index_numbers(told.gist.pairs, told.moment))}


def relay_of(text: str, name: str) -> dict[str, Any]:
    """One outlet of a chain that a person typed, with its place in the text where it stands there."""
    start = text.find(name)
    return {"name": name} | (words_at(text, Span(start, start + len(name))) if start >= 0 else {})
