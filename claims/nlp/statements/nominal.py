"""Statements told by a noun: laporan X bahwa C, pernyataan X bahwa C, bantahan X."""

from claims.nlp.clause import is_name_word
from claims.nlp.endings import content_end
from claims.nlp.lexicon import PEOPLE, ROLE_HEADS, Verb
from claims.nlp.matcher import Draft, Rule, Subject, Unit, make_draft

REACH = 9


def find_nominal(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """Laporan BBC bahwa C: a noun of saying, who said it, and "bahwa"."""
    size = len(unit.lows)
    first = at + 1 + (at + 1 < size and unit.lows[at + 1] in ("dari", "oleh"))
    if first >= size or not names_speaker(unit, first):
        return None
    for here in range(first + 1, min(first + REACH, size - 1)):
        low = unit.lows[here]
        if low in ("bahwa", "agar"):
            last = content_end(unit, here + 1, find_answer(unit, here + 1))
            return (
                make_draft(unit, at, verb, unit.span(here + 1, last), Subject(first, here), score=0.85)
                if last - here > 2
                else None
            )
        if low in BREAKS_NOUN:
            return None
    return None


BREAKS_NOUN = frozenset(".,;:") | {"yang", "dan", "untuk", "tentang", "mengenai", "soal", "terhadap"}


def find_answer(unit: Unit, at: int) -> int | None:
    """Where a passive answer to the whole noun begins: "tudingan X bahwa P dibantah Y"."""
    for here in range(at, len(unit.lows)):
        if unit.lows[here] in ("dibantah", "ditepis", "ditampik", "disangkal", "dibenarkan"):
            return here
    return None


def names_speaker(unit: Unit, at: int) -> bool:
    """Whether a speaker can begin at the word."""
    low = unit.lows[at]
    return unit.inside[at] < 0 and (is_name_word(unit.words[at]) or low in ROLE_HEADS or low in PEOPLE)


RULES = (
    Rule(
        "noun-that",
        frozenset(("noun",)),
        find_nominal,
        "Ia kecewa atas pernyataan Wali Kota Taluna bahwa jembatan itu akan ditutup.",
        "Ia membaca laporan keuangan kota itu.",
    ),
)
