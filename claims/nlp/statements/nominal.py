"""Statements told by a noun: laporan X bahwa C, pernyataan X bahwa C, bantahan X."""

from claims.nlp.clause import is_name_word
from claims.nlp.endings import content_end
from claims.nlp.lexicon import NOMINAL_CUES, PEOPLE, ROLE_HEADS
from claims.nlp.matcher import Draft, Subject, Unit

REACH = 9


def find_nominal(unit: Unit, at: int) -> Draft | None:
    """Laporan BBC bahwa C: a noun of saying, who said it, and "bahwa"."""
    size = len(unit.lows)
    first = at + 1 + (at + 1 < size and unit.lows[at + 1] in ("dari", "oleh"))
    if first >= size or not names_speaker(unit, first):
        return None
    for here in range(first + 1, min(first + REACH, size - 1)):
        low = unit.lows[here]
        if low in ("bahwa", "agar"):
            last = content_end(unit, here + 1, find_answer(unit, here + 1))
            if last - here < 3:
                return None
            subject = Subject(first, here)
            kind = NOMINAL_CUES[unit.lows[at]]
            cue = unit.span(at, at + 1)
            return Draft(
                unit.span(here + 1, last),
                kind,
                "noun-that",
                0.85,
                subject,
                cue,
                None,
                (here, here),
                "noun",
                at,
            )
        if low in ".,;:" or low in ("yang", "dan", "untuk", "tentang", "mengenai", "soal", "terhadap"):
            return None
    return None


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


MATCHES = "Ia kecewa atas pernyataan Wali Kota Taluna bahwa jembatan itu akan ditutup."
MISSES = "Ia membaca laporan keuangan kota itu."
