"""Tells where a name begins in a run of capitals that opens with a role or a body."""

from claims.nlp.lexicon import (
    ADVERBS,
    BARE_TITLES,
    COUNTRIES,
    COUNTRY_WORDS,
    GIVEN_NAMES,
    MONTHS,
    OPENERS,
    ORGANISATIONS,
    PLACES,
    ROLE_HEADS,
    ROLE_TAILS,
    VERBS,
    WEEKDAYS,
    WORD_CLASSES,
)
from claims.nlp.matcher import NO_HINTS, Hints

POST_DEGREES = WORD_CLASSES["post-degrees"]


FUNCTION = frozenset(OPENERS) | WORD_CLASSES["function"]


WIDE_HEADS = WORD_CLASSES["wide-heads"]


STRONG_TAILS = WORD_CLASSES["strong-tails"]


INSIDE = WORD_CLASSES["inside"]


def is_material(word: str, hints: Hints = NO_HINTS) -> bool:
    """Whether a word can go on a role before a name: "Luar Negeri", "DPR", "Jawa"."""
    low = word.lower()
    if word in hints.alone:
        return False
    if (
        word[0].islower()
        or word[0].isdigit()
        or low in ROLE_TAILS
        or low in ROLE_HEADS
        or low in COUNTRY_WORDS
    ):
        return True
    if word in hints.places or (low in hints.common and low not in GIVEN_NAMES):
        return True
    return (
        low in PLACES or low in ORGANISATIONS or (len(word) > 1 and word.isupper()) or not word[0].isalpha()
    )


def find_title_end(words: list[str]) -> int:
    """The place after the last rank, honorific or degree that a word still follows, or -1."""
    for at in range(len(words) - 2, -1, -1):
        low = words[at].lower().rstrip(".")
        if low in BARE_TITLES and words[at][0].isupper() and low not in GIVEN_NAMES:
            return at + 1
    return -1


def find_name_start(words: list[str], hints: Hints = NO_HINTS) -> int:
    """Where the name begins in words that open with a role; their number when no name follows."""
    size = len(words)
    titled = find_title_end(words)
    if titled > 0:
        return titled
    at = 1
    while at < size and is_material(words[at], hints) and not begins_name(words, at):
        at += 1
    if at >= size:
        return initials_at_end(words)
    strong = max((i for i in range(at, size - 1) if ends_body(words[i])), default=-1)
    if strong >= 0:
        at = strong + 1
        while at < size - 1 and is_material(words[at], hints) and not begins_name(words, at):
            at += 1
    rest = words[at:]
    alone = next((i for i, word in enumerate(rest) if word in hints.alone), -1)
    if alone >= 0:
        return at + settle_alone(rest, alone, any(word.lower() in LOCAL for word in words[:at]), hints.loose)
    if len(rest) > 2 and rest[0] in hints.loose and rest[0].lower() not in GIVEN_NAMES:
        return at + 1
    place = max((i for i in range(len(rest) - 1) if rest[i] in hints.places), default=-1)
    if place >= 0:
        return at + place + 1
    if words[at - 1].lower() in WIDE_HEADS and rest[0].lower() not in GIVEN_NAMES and len(rest) > 1:
        given = next((i for i, word in enumerate(rest) if word.lower() in GIVEN_NAMES), -1)
        return at + (given if given > 0 else len(rest) > 2)
    return at


def ends_body(word: str) -> bool:
    """Whether a word inside a run of names belongs to a body, not to a person: "Samudra Sekuritas Fransiska Lie"."""
    low = word.lower()
    return low in STRONG_TAILS or (low in ROLE_TAILS and low not in NAME_TAILS and low not in GIVEN_NAMES)


NAME_TAILS = WORD_CLASSES["name-tails"]


LOCAL = WORD_CLASSES["local"]


def settle_alone(rest: list[str], alone: int, wide: bool, loose: frozenset[str] = frozenset()) -> int:
    """Where the name begins when one of its words is used alone elsewhere: at it, or at the given name before it."""
    if alone == 0:
        return 0
    if alone == len(rest) - 1 and rest[alone - 1] in loose:
        return alone
    if alone == len(rest) - 1 and alone == 1:
        return int(wide)
    if alone == len(rest) - 1:
        return alone - 1
    return alone


def begins_name(words: list[str], at: int) -> bool:
    """Whether a word that could go on a role is rather a given name: "Menteri Agama Imam Suryadi"."""
    low = words[at].lower()
    return (
        low in GIVEN_NAMES and words[at][0].isupper() and low not in ROLE_TAILS and low not in COUNTRY_WORDS
    )


def initials_at_end(words: list[str]) -> int:
    """A role may end in a person's initials ("Presiden SBY"); otherwise no name follows."""
    last = words[-1]
    if (
        len(words) == 2
        and last.isupper()
        and 2 <= len(last) <= 4
        and last.lower() not in ORGANISATIONS
        and last not in COUNTRIES
    ):
        return 1 if last not in ("RI", "AS", "TNI") else 2
    return len(words)


def strip_role(words: list[str], hints: Hints) -> int:
    """Where the name proper begins in a run of capitals."""
    size = len(words)
    at = 0
    while at < size - 1 and words[at].lower() in FUNCTION:
        at += 1
    while at < size - 1 and (words[at].lower() in WEEKDAYS or words[at].lower() in MONTHS):
        at += 1
    titled = find_title_end(words)
    if titled > 0:
        return titled
    if at < size and words[at].lower() in ROLE_HEADS:
        start = at + find_name_start(words[at:], hints)
        return start if start < size else at
    if at < size and words[at].lower().rstrip(".") in BARE_TITLES and at + 1 < size:
        return at + 1
    if at < size and (words[at].lower() in ORGANISATIONS or words[at].lower() in ROLE_TAILS):
        alone = next(
            (i for i in range(at + 2, size) if words[i] in hints.alone or words[i].lower() in GIVEN_NAMES), -1
        )
        return alone if alone > 0 and size - alone <= 3 and words[alone - 1].lower() not in INSIDE else at
    lead = words[at]
    if (
        size - at > 2
        and (lead.isupper() or lead in COUNTRIES or lead.lower() in PLACES or lead in hints.places)
        and (words[at + 1].lower() in GIVEN_NAMES or words[at + 1] in hints.alone)
    ):
        return at + 1
    if at == 0 and size > 1 and (words[0].lower() in VERBS or words[0].lower() in ADVERBS):
        return 1
    return at
