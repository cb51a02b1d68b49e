"""Finds the circumstances of a statement outside its words: the day, the place, the audience."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from claims.nlp.clause import is_name_word
from claims.nlp.days import is_day_word
from claims.nlp.lexicon import PRONOUNS
from claims.nlp.matcher import Unit
from claims.nlp.times import find_day
from claims.values import Span

STOPS = frozenset(
    ("bahwa", "di", "dalam", "pada", "saat", "usai", "melalui", "lewat", "seperti", "ketika", "dan")
)
LONGEST = 8


class Printing(NamedTuple):
    """When and by which outlet a text was printed, as far as known."""

    published: date | None = None
    outlet: str | None = None


def find_said_on(
    unit: Unit, content: Span, published: date | None, others: Sequence[Span] = ()
) -> tuple[date, Span] | None:
    """The day given in the sentence after the content, else before it; none of a relative clause.

    A day inside `others`, the contents of the sentence's other statements, is part of what they say.
    """
    apart = [span for span in others if not span.touches(content)]
    found = find_day_outside(unit, content.end, unit.end, published, apart)
    if found is None and content.start > unit.start:
        found = find_day_outside(unit, unit.start, content.start, published, apart)
        if found is not None and is_relative(unit.string[unit.start : found[1].start]):
            return None
    if found is None or (published is not None and abs((published - found[0]).days) > OLD):
        return None
    return found


def find_day_outside(
    unit: Unit, start: int, end: int, published: date | None, others: Sequence[Span]
) -> tuple[date, Span] | None:
    """The day given between two characters, outside the other contents; the first one."""
    if not others:
        return find_day(unit.string, start, end, published) if end > start else None
    inside = sorted(span for span in others if span.start < end and start < span.end)
    starts = [start, *(span.end for span in inside)]
    ends = [*(span.start for span in inside), end]
    for first, last in zip(starts, ends, strict=True):
        found = find_day(unit.string, first, last, published) if last > first else None
        if found is not None:
            return found
    return None


def is_relative(before: str) -> bool:
    """Whether the words before a day stand in a relative clause: "yang bertemu pada Senin"."""
    clause = before.rpartition(", ")[2]
    return "yang " in clause


OLD = 400


def is_outside(unit: Unit, at: int, content: Span) -> bool:
    """Whether a word stands outside the content and outside quotations."""
    return unit.inside[at] < 0 and not content.start <= unit.starts[at] < content.end


def find_place(unit: Unit, content: Span, cue_at: int) -> Span | None:
    """The place of saying: the name after "di" behind the cue."""
    for at in range(max(cue_at, 0), len(unit.lows) - 1):
        if unit.lows[at] == "di" and is_name_word(unit.words[at + 1]) and is_outside(unit, at, content):
            last = at + 1
            while last < len(unit.lows) and is_name_word(unit.words[last]) and not is_day_word(unit, last):
                last += 1
            return unit.span(at + 1, last) if last > at + 1 and is_outside(unit, last - 1, content) else None
    return None


def find_audience(unit: Unit, content: Span, cue_at: int) -> Span | None:
    """Whom the words were said to: the phrase after "kepada" behind the cue."""
    for at in range(max(cue_at, 0), len(unit.lows) - 1):
        if unit.lows[at] == "kepada" and is_outside(unit, at, content):
            last = at + 1
            while last < min(len(unit.lows), at + LONGEST) and not ends_audience(unit, last, content):
                last += 1
            return unit.span(at + 1, last) if last > at + 1 else None
    return None


def ends_audience(unit: Unit, at: int, content: Span) -> bool:
    """Whether the audience ends before the word."""
    low = unit.lows[at]
    if unit.lows[at - 1] in ("tersebut", "itu"):
        return True
    pronoun = low in PRONOUNS and at > 0 and unit.lows[at - 1] != "kepada"
    return (
        low in STOPS
        or pronoun
        or not low[0].isalnum()
        or is_day_word(unit, at)
        or not is_outside(unit, at, content)
    )
