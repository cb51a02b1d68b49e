"""Drafts of a subject, an active verb and its complement: what every such grammar shares."""

from claims.nlp.clause import is_verb_form
from claims.nlp.complement import Opening, find_opening
from claims.nlp.endings import content_end
from claims.nlp.lexicon import WORD_CLASSES, Verb
from claims.nlp.matcher import Draft, Unit, make_draft
from claims.nlp.subjects import find_left_subject
from claims.values import Span

NOT_SAID = WORD_CLASSES["not-said"]


EMPTY = WORD_CLASSES["empty"]


def find_end(unit: Unit, first: int) -> int:
    """The content's end: a quotation that begins it whole, else the clause's."""
    if first < len(unit.lows) and unit.inside[first] >= 0:
        quote = unit.quotes[unit.inside[first]]
        last = unit.at_char(quote.outer.end)
        rest = [word for word in unit.lows[last:] if word not in ".,"]
        if not rest or len(quote.inner) > 60 or closes(unit, last):
            return last
    return content_end(unit, first)


def closes(unit: Unit, at: int) -> bool:
    """Whether the clause ends right at `at`."""
    return at >= len(unit.lows) or unit.lows[at] in (".", ",", ";")


def draft_at(unit: Unit, at: int, verb: Verb, opening: Opening, score: float) -> Draft | None:
    """The draft whose content begins at the opening, when a subject stands before the verb."""
    if opening.at >= len(unit.lows) or is_listed(unit, opening):
        return None
    subject = find_left_subject(unit, at)
    if subject is None:
        return None
    last = find_end(unit, opening.at)
    if "yang" in unit.lows[max(0, at - 2) : at]:
        last = relative_end(unit, opening.at, last)
    answers = verb.frame in ("deny", "confirm")
    if last - opening.at < 1 or (is_empty(unit, opening.at, last) and not answers):
        return None
    content = content_span(unit, opening.at, last)
    return make_draft(unit, at, verb, content, subject, score=score)


def is_listed(unit: Unit, opening: Opening) -> bool:
    """Whether a list goes on behind the verb: "membaca, menulis, dan berhitung"."""
    first = unit.lows[opening.at]
    return opening.mark == "comma" and first in ("dan", "atau", "serta") and unit.inside[opening.at] < 0


def relative_end(unit: Unit, first: int, last: int) -> int:
    """The end of what a relative clause says: the comma before the main verb ("yang menyebut A, pergi")."""
    for at in range(first + 1, last - 1):
        if unit.lows[at] == "," and is_verb_form(unit.lows[at + 1]) and unit.inside[at] < 0:
            return at
    return last


def content_span(unit: Unit, first: int, last: int) -> Span:
    """The span of the words; a quotation at either end keeps its marks."""
    span = unit.span(first, last)
    number = unit.inside[first]
    start = unit.quotes[number].outer.start if number >= 0 else span.start
    number = unit.inside[last - 1]
    end = unit.quotes[number].outer.end if number >= 0 else span.end
    return Span(start, max(start, end))


def is_empty(unit: Unit, first: int, last: int) -> bool:
    """Whether the complement says nothing: "mengatakan hal itu"."""
    words = [word for word in unit.lows[first:last] if word not in ".,"]
    return all(word in EMPTY for word in words)


def after_verb(unit: Unit, at: int, verb: Verb) -> Opening:
    """The opening of the complement of the verb at `at`."""
    return find_opening(unit, at + len(verb.form.split()), len(unit.lows))
