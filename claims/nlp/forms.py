"""Tells how words are given: verbatim, reworded, or reworded with quoted words inside."""

import re

from claims.nlp.clause import PERSONAL
from claims.nlp.lexicon import ORGANISATIONS, PRONOUNS, ROLE_HEADS
from claims.nlp.matcher import Draft, Unit
from claims.nlp.quotes import find_single_quotes
from claims.values import QuoteForm, Span


def find_form(unit: Unit, content: Span) -> QuoteForm:
    """Direct, indirect or mixed, by the quotations inside or, where marks are lost, by signs of speech."""
    for quote in unit.quotes:
        if quote.outer.start <= content.start and quote.outer.end >= content.end:
            return QuoteForm.DIRECT
        if content.touches(quote.outer):
            return QuoteForm.MIXED
    if find_single_quotes(unit.string, content):
        return QuoteForm.MIXED
    if unit.lost and is_verbatim(unit, content):
        return QuoteForm.DIRECT
    return QuoteForm.INDIRECT


def is_shout(unit: Unit, draft: Draft) -> bool:
    """Whether the words were called out: "..., teriak mereka"."""
    return draft.cue_at >= 0 and unit.lows[draft.cue_at] in ("teriak", "seru", "pekik", "sorak", "teriaknya")


def is_verbatim(unit: Unit, content: Span) -> bool:
    """Signs of verbatim speech: first or second person, an opening "ini", brackets or dots, a shout."""
    first, last = unit.at_char(content.start), unit.at_char(content.end)
    lows = unit.lows[first:last]
    if not lows:
        return False
    fronted = first == 0
    if "ini" in lows[: 1 + fronted] or any(low in PERSONAL and low not in NOT_PERSONAL for low in lows):
        return True
    if fronted:
        return bool(EDITORIAL.search(unit.string, content.start, content.end)) or lows[-1] in "!?"
    word = unit.words[first]
    return (
        word[0].isupper()
        and (lows[0] in unit.hints.common or lows[0] in PRONOUNS)
        and lows[0] not in CAPITALISED
    )


EDITORIAL = re.compile(r"\.\.\.|\((?![A-Z]{2,}\)|\d)[^)\n]{4,40}\) \w")


NOT_PERSONAL = frozenset(("kedua", "saudara", "lo"))


CAPITALISED = frozenset(ORGANISATIONS) | ROLE_HEADS
