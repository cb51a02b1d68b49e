"""Tells titles from names in a run of capitals: ranks, honorifics, initials, offices behind a name."""

from claims.nlp.lexicon import BARE_TITLES, GIVEN_NAMES, ROLE_HEADS, ROLE_TAILS, WORD_CLASSES
from claims.nlp.matcher import NO_HINTS, Hints

OFFICES = WORD_CLASSES["offices"]
LATE_OFFICES = WORD_CLASSES["late-offices"]
NICKNAMED = frozenset(("gus", "cak"))


def find_title_end(words: list[str], hints: Hints = NO_HINTS) -> int:
    """The place after the last rank, honorific or degree that a word still follows, or -1."""
    for at in range(len(words) - 2, -1, -1):
        low = words[at].lower().rstrip(".")
        titled = low in BARE_TITLES and low not in GIVEN_NAMES and words[at][0].isupper()
        if titled and not belongs_to_name(words, at, hints):
            return at + 1 + (len(words) > at + 2 and words[at + 1] in ("Utama", "Independen"))
    return -1


def belongs_to_name(words: list[str], at: int, hints: Hints) -> bool:
    """Whether a title's word is an office's, an initial or half of a nickname."""
    return is_office(words, at) or is_initial(words, at, hints) or is_nicknamed(words, at)


def is_initial(words: list[str], at: int, hints: Hints) -> bool:
    """Whether one letter stands inside a name: "Wira H Sarwa", where "H" is no pilgrim's title."""
    before = words[at - 1] if at else ""
    single = len(words[at].rstrip(".")) == 1
    return single and (before in hints.alone or before.lower() in GIVEN_NAMES)


def is_nicknamed(words: list[str], at: int) -> bool:
    """Whether an honorific is the better half of a nickname of two words: "Gus Wira", "Cak Sarwa"."""
    return words[at].lower() in NICKNAMED and at == len(words) - 2


def is_office(words: list[str], at: int) -> bool:
    """Whether a rank's word belongs to a civil office: "Sekretaris Jenderal", "Direktur Jenderal"."""
    return at > 0 and words[at - 1].lower() in OFFICES


def cut_office(text: str, words: list[str]) -> tuple[str, list[str]]:
    """A run of capitals up to an office that follows a name without a comma: "Darma Wibisa Wasekjen ..."."""
    for at in range(2, len(words)):
        if words[at].lower() in LATE_OFFICES and words[0].lower() not in ROLE_HEADS | ROLE_TAILS:
            kept = words[:at]
            return " ".join(kept), kept
    return text, words
