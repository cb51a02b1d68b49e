"""Reads joint speakers: "Taluna, Sarwa dan Kota Lama"."""

from claims.nlp.lexicon import (
    ORGANISATIONS,
    ROLE_HEADS,
)
from claims.nlp.matcher import Unit
from claims.nlp.phrases import (
    Phrase,
)
from claims.values import Sort


def is_joint_list(unit: Unit, segments: list[tuple[int, int]]) -> bool:
    """Whether the segments are a list of names: "Taluna, Sarwa dan Kota Lama"."""
    joined = segments[-1]
    if "dan" not in unit.lows[joined[0] : joined[1]] and "serta" not in unit.lows[joined[0] : joined[1]]:
        return False
    return all(
        unit.words[at][0].isupper() or unit.lows[at] in ("dan", "serta", ",")
        for at in range(segments[0][0], joined[1])
    )


def read_joint(unit: Unit, first: int, last: int) -> Phrase:
    """Several speakers named together."""
    parts, start = [], first
    for at in range(first, last + 1):
        if at == last or unit.lows[at] in (",", "dan", "serta"):
            if at > start:
                parts.append((start, at))
            start = at + 1
    return Phrase("joint", first, last, Sort.PERSON, parts=tuple(parts))


def find_joint(unit: Unit, first: int, last: int) -> Phrase | None:
    """Two names joined by "dan"."""
    for at in range(first + 1, last - 1):
        if (
            (
                unit.lows[at] in ("dan", "serta")
                and unit.words[at - 1][0].isupper()
                and unit.words[at + 1][0].isupper()
            )
            and all(unit.words[here][0].isupper() for here in range(at + 1, last))
            and is_plain_name(unit, first, at)
        ):
            return read_joint(unit, first, last)
    return None


def is_plain_name(unit: Unit, first: int, last: int) -> bool:
    """Whether the words are a short name that is no role or organisation."""
    low = unit.lows[first]
    short = last - first <= 3 and all(unit.words[at][0].isupper() for at in range(first, last))
    return short and low not in ROLE_HEADS and ORGANISATIONS.get(low) != "head"
