"""Tells titles from names in a run of capitals: ranks, honorifics, initials, offices behind a name."""

import re

from simplemma import is_known

from claims.nlp.lexicon import (
    BARE_TITLES,
    COUNTRIES,
    GIVEN_NAMES,
    ORGANISATIONS,
    ROLE_HEADS,
    ROLE_TAILS,
    WORD_CLASSES,
)
from claims.nlp.matcher import NO_HINTS, Hints

OFFICES = WORD_CLASSES["offices"]
LATE_OFFICES = WORD_CLASSES["late-offices"]
RANK_TAILS = WORD_CLASSES["rank-tails"]
POST_DEGREES = WORD_CLASSES["post-degrees"]
DEGREE = re.compile(r"[A-Z][A-Za-z]{0,4}\.(?:[A-Z][A-Za-z]{0,4}\.?)+")
JOINING = frozenset(("dan", "serta", "&", "/"))
INITIALLED = WORD_CLASSES["initialled"]
NICKNAMED = frozenset(("gus", "cak"))


def find_title_end(words: list[str], hints: Hints = NO_HINTS) -> int:
    """The place after the last rank, honorific, degree or English office that a name follows, or -1."""
    english = max((at for at, word in enumerate(words) if at and word.lower() in ENGLISH_HEADS), default=-1)
    if english > 0 and is_name_length(words[english + 1 :]):
        return english + 1
    for at in range(len(words) - 2, -1, -1):
        low = words[at].lower().rstrip(".")
        titled = low in BARE_TITLES and low not in GIVEN_NAMES and words[at][0].isupper()
        if titled and opens_field(words, at + 1):
            return -1
        titled = titled and words[at + 1] not in JOINING
        if titled and not belongs_to_name(words, at, hints):
            return skip_rank(words, at + 1)
    return -1


def opens_field(words: list[str], at: int) -> bool:
    """Whether a rank's word opens an office's field: "Inspektur Jenderal Hukum dan Ketertiban"."""
    low = words[at].lower()
    field = low in ROLE_TAILS and low not in NAME_TAILS and low not in GIVEN_NAMES and low not in ROLE_HEADS
    return field and words[at].rstrip(".") not in RANK_TAILS


NAME_TAILS = WORD_CLASSES["name-tails"]


def skip_rank(words: list[str], at: int) -> int:
    """The place after what goes on a rank: "Laksamana Pertama TNI", "Jenderal Polisi"."""
    while at < len(words) - 1 and words[at].rstrip(".") in RANK_TAILS:
        at += 1
    return at


def is_name_length(words: list[str]) -> bool:
    """Whether words behind an English office can be a name: two or three, none of a body's."""
    lows = {word.lower() for word in words}
    return 1 < len(words) < LONGEST_AFTER and lows.isdisjoint(ROLE_TAILS) and lows.isdisjoint(ORGANISATIONS)


ENGLISH_HEADS = WORD_CLASSES["english-heads"]
LONGEST_AFTER = 4


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


def is_degree(word: str) -> bool:
    """Whether a word is an academic degree behind a name: "S.H.", "M.Si", "MSi"."""
    return word.rstrip(".") in POST_DEGREES or (word[0].isupper() and DEGREE.fullmatch(word) is not None)


def is_degree_run(words: list[str]) -> bool:
    """Whether words are nothing but degrees, one perhaps with a consultant's "(K)"."""
    bare = [word for word in words if word not in ("(", ")", "K", ",")]
    return bool(bare) and all(is_degree(word) for word in bare)


def initials_at_end(words: list[str]) -> int:
    """A high office may end in its holder's initials ("Presiden SBY"); otherwise no name follows."""
    last = words[-1]
    if (
        len(words) == 2
        and last.isupper()
        and 2 <= len(last) <= 4
        and words[0].lower() in INITIALLED
        and last.lower() not in ORGANISATIONS
        and last not in COUNTRIES
    ):
        return 1 if last not in ("RI", "AS", "TNI") else 2
    return len(words)


def is_plain_with_clitic(low: str) -> bool:
    """Whether a word in "-nya" is no name: "Rencananya", "Harusnya", not "Sonya"."""
    return is_known(low, lang="id") or (len(low) > LONGEST_NYA and is_known(low[:-3], lang="id"))


LONGEST_NYA = 6


def opens_balinese(words: list[str], at: int) -> bool:
    """Whether "I" or "Ni" opens a Balinese name, and is no number: "I Made Wibisa"."""
    if words[at] not in ("I", "Ni") or (at > 0 and words[at - 1].lower() in NUMBERED):
        return False
    return words[at + 1 : at + 2] != [] and words[at + 1].lower() in BALINESE


NUMBERED = WORD_CLASSES["numbered"]
BALINESE = WORD_CLASSES["balinese"]


def cut_office(text: str, words: list[str]) -> tuple[str, list[str]]:
    """A run of capitals up to an office that follows a name without a comma: "Darma Wibisa Wasekjen ..."."""
    for at in range(2, len(words)):
        if words[at].lower() in LATE_OFFICES and words[0].lower() not in ROLE_HEADS | ROLE_TAILS:
            kept = words[:at]
            return " ".join(kept), kept
    return text, words


PERSONLIKE = re.compile(r"pe[a-z]{4,}(?<!an)|[a-z]{3,}(?:wan|wati|tor|log|[nvm]is)")


def is_personlike(low: str) -> bool:
    """Whether a noun has the shape of one who does something: "pesilat", "seniman", "kurator"."""
    return PERSONLIKE.fullmatch(low) is not None and low not in ORGANISATIONS
