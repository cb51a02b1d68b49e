"""Finds whom an accusation accuses: the noun phrase with which its content begins."""

from claims.nlp.clause import CLAUSE_WORDS, is_name_word, is_verb_form
from claims.nlp.lexicon import ADVERBS, COUNTRIES, ORGANISATIONS, PEOPLE, PREDICATES, ROLE_HEADS
from claims.nlp.matcher import Unit
from claims.nlp.names import Names
from claims.nlp.naming import find_name_start
from claims.values import Span, Target

REACH = 10
PREPOSITIONS = frozenset(
    ("pada", "di", "dalam", "sejak", "atas", "karena", "sebagai", "untuk", "telah", "yang")
)


def find_target(unit: Unit, content: Span, names: Names) -> Target | None:
    """The accused under the fullest name of the text; None when no actor opens the content."""
    first = unit.at_char(content.start)
    last = first
    while (
        last < min(first + REACH, len(unit.lows))
        and unit.starts[last] < content.end
        and not ends_target(unit, last, first)
    ):
        last += 1
    while unit.headline and last > first and not stands_below(unit, first, last):
        last -= 1
    if last == first:
        return None
    start = first
    if unit.lows[first] in ROLE_HEADS:
        start = min(first + find_name_start(unit.words[first:last], unit.hints), last - 1)
        if not is_name_word(unit.words[start]):
            start = first
    elif (
        not is_name_word(unit.words[first])
        and unit.lows[first] not in ORGANISATIONS
        and unit.lows[first] not in PEOPLE
    ):
        return None
    span = unit.span(start, last)
    return Target(full_name(span.of(unit.string), span, names), span)


def stands_below(unit: Unit, first: int, last: int) -> bool:
    """Whether the story below the headline uses the same words."""
    return unit.string.find(unit.text(first, last), unit.end) >= 0


def ends_target(unit: Unit, at: int, first: int) -> bool:
    """Whether the accused's noun phrase ends before `at`."""
    low = unit.lows[at]
    if low in PREPOSITIONS or low in CLAUSE_WORDS or not low[0].isalnum():
        return True
    return (
        at > first
        and not is_name_word(unit.words[at])
        and (is_verb_form(low) or low in ADVERBS or low in PREDICATES)
    )


def full_name(text: str, span: Span, names: Names) -> str:
    """The fullest form of a name; countries and described groups as they are."""
    if text in COUNTRIES:
        return text
    found = names.resolve(text, span.start) if text[0].isupper() else None
    return found.text if found is not None and len(found.text) > len(text) else text
