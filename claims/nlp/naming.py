"""Tells where a name begins in a run of capitals that opens with a role or a body."""

import re

from claims.nlp.cutting import find_boundary
from claims.nlp.lexicon import (
    ADVERBS,
    COUNTRIES,
    COUNTRY_WORDS,
    GIVEN_NAMES,
    MONTHS,
    NOMINAL_CUES,
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
from claims.nlp.titles import (
    JOINING,
    NAME_TAILS,
    find_title_end,
    initials_at_end,
    is_nicknamed,
    is_plain_with_clitic,
    opens_balinese,
)

FUNCTION = frozenset(OPENERS) | WORD_CLASSES["function"]


WIDE_HEADS = WORD_CLASSES["wide-heads"]


BODY_CALLING = WIDE_HEADS | WORD_CLASSES["company-heads"]


STRONG_TAILS = WORD_CLASSES["strong-tails"]


INSIDE = WORD_CLASSES["inside"]


INITIALS = WORD_CLASSES["name-initials"]


INITIAL = re.compile(r"[A-Z]\.")
ROMAN = re.compile(r"[IVX]+")


def is_material(word: str, hints: Hints = NO_HINTS) -> bool:
    """Whether a word can go on a role before a name: "Luar Negeri", "DPR", "Jawa"."""
    low = word.lower()
    if word in hints.alone or (word.isupper() and low in INITIALS) or INITIAL.fullmatch(word):
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


def find_name_start(words: list[str], hints: Hints = NO_HINTS) -> int:
    """Where the name begins in words that open with a role; their number when no name follows."""
    size = len(words)
    titled = find_title_end(words, hints)
    if titled > 0 or is_nicknamed(words, 0):
        return max(titled, 0)
    at = 1 + max((i for i in range(size) if words[i] in JOINING and "," in words[:i]), default=0)
    while at < size and (is_numbered(words, at) or goes_on(words, at, hints)):
        at += 1
    if at >= size:
        return initials_at_end(words)
    strong = max((i for i in range(at, size - 1) if ends_body(words[i])), default=-1)
    if strong >= 0:
        at = strong + 1
        while at < size - 1 and goes_on(words, at, hints):
            at += 1
    bound = find_boundary(words[at:], hints, is_material, expected=True)
    return with_prefix(words, at + (bound or name_in_rest(words, at, hints)))


def with_prefix(words: list[str], at: int) -> int:
    """The place of the short word that opens a Balinese name: "I Made Wibisa", "Ni Wayan Wibisa"."""
    return at - 1 if at > 1 and opens_balinese(words, at - 1) else at


def goes_on(words: list[str], at: int, hints: Hints) -> bool:
    """Whether a word still belongs to the role."""
    if begins_name(words, at, hints):
        return False
    joined = words[at - 1] in JOINING and words[at] not in hints.alone
    return joined or is_material(words[at], hints)


def is_numbered(words: list[str], at: int) -> bool:
    """Whether a word is the number of the body before it: "Komisi I DPR", never "I Made Wibisa"."""
    counted = words[at - 1].lower() in ROLE_TAILS and words[at - 1].lower() not in ROLE_HEADS
    return counted and ROMAN.fullmatch(words[at]) is not None and not opens_balinese(words, at)


def name_in_rest(words: list[str], at: int, hints: Hints) -> int:
    """Where in words[at:], which may still begin with a place or body, the person's name begins."""
    rest = words[at:]
    alone = next((i for i, word in enumerate(rest) if word in hints.alone), -1)
    if alone >= 0:
        return settle_alone(rest, alone, leads_to_place(words[:at], hints), hints.loose)
    given = next((i for i, word in enumerate(rest) if word.lower() in GIVEN_NAMES), -1)
    pairs = len(rest) == 2 * PAIR and given in (-1, 1) and words[at - 1].lower() in LOCAL
    if pairs or (given > 0 and len(rest) - given > 1):
        return PAIR if pairs else name_before_given(words, at, given, hints)
    if len(rest) > 2 and given != 0 and rest[0] in hints.loose:
        return 1
    place = max((i for i in range(len(rest) - 1) if rest[i] in hints.places), default=-1)
    if place >= 0:
        return place + 1
    if words[at - 1].lower() in WIDE_HEADS and given != 0 and len(rest) > 1:
        return given if given > 0 else int(len(rest) > 2)
    return 0


def name_before_given(words: list[str], at: int, given: int, hints: Hints) -> int:
    """Whether an unknown word before a given name opens the name, too: "Presiden Sarwo Budi Santoso".

    It does when the role calls for no place or body that the words do not hold yet.
    """
    whole = ORGANISATIONS.get(words[at - 1].lower()) == "name"
    wide = not whole and any(word.lower() in BODY_CALLING for word in words[:at])
    wide = wide or leads_to_place(words[:at], hints)
    known = words[at] in hints.places or words[at] in hints.loose or words[at] in hints.ends
    return given if (wide or known or given > 1) and words[at] != "I" else 0


def leads_to_place(words: list[str], hints: Hints) -> bool:
    """Whether the words of a role call for a place that they do not hold yet: "Kepala Desa"."""
    return any(word.lower() in LOCAL for word in words) and words[-1] not in hints.places


def ends_body(word: str) -> bool:
    """Whether a word in a run of names belongs to a body: "Sarwa Sekuritas Darma Wibisa"."""
    low = word.lower()
    if low in STRONG_TAILS or (word.isupper() and low in ORGANISATIONS):
        return True
    return low in ROLE_TAILS and low not in NAME_TAILS and low not in GIVEN_NAMES


NAMELIKE = frozenset(("imam", "putra", "putri", "bintang", "sultan"))
PAIR = 2
LOCAL = WORD_CLASSES["local"]


def settle_alone(rest: list[str], alone: int, wide: bool, loose: frozenset[str] = frozenset()) -> int:
    """Where the name begins when a word of it is used alone elsewhere: there, or one word before."""
    if alone == 0 or (rest[0].lower() in GIVEN_NAMES and rest[0] not in loose):
        return 0
    if alone == len(rest) - 1 and rest[alone - 1] in loose:
        return alone
    if alone == len(rest) - 1 and alone == 1:
        return int(wide)
    if alone == len(rest) - 1:
        return alone - 1
    return alone


def begins_name(words: list[str], at: int, hints: Hints) -> bool:
    """Whether a word that could go on a role is rather a given name: "Menteri Agama Imam Suryadi"."""
    low = words[at].lower()
    if words[at] in hints.places and at + 2 < len(words):
        return False
    if low in NAMELIKE and at == len(words) - 2 and words[at][0].isupper():
        return not is_material(words[at + 1], hints)
    return (
        low in GIVEN_NAMES and words[at][0].isupper() and low not in ROLE_TAILS and low not in COUNTRY_WORDS
    )


def strip_role(words: list[str], hints: Hints) -> int:
    """Where the name proper begins in a run of capitals."""
    titled = find_title_end(words, hints)
    if titled > 0:
        return titled
    at, size = 0, len(words)
    while at < size - 1 and is_function(words[at]):
        at += 1
    low = words[at].lower()
    if low in NAMELIKE and size - at == 2 and not is_material(words[at + 1], hints):
        return at
    if low in ROLE_HEADS:
        start = at + find_name_start(words[at:], hints)
        return start if start < size else at
    if low in ORGANISATIONS and "PT" in words[at + 1 : -1]:
        return words.index("PT", at + 1)
    if low in ORGANISATIONS or low in ROLE_TAILS:
        return name_after_body(words, at, hints)
    return at + (
        find_boundary(words[at:], hints, is_material, expected=False) or name_after_place(words[at:], hints)
    )


def name_after_place(words: list[str], hints: Hints) -> int:
    """Whether a run opens with one place or body, and a person's name of two words or more follows it."""
    leads = (
        words[0].isupper() or words[0] in COUNTRIES or words[0].lower() in PLACES or words[0] in hints.places
    )
    named = len(words) > 2 and (words[1].lower() in GIVEN_NAMES or words[1] in hints.alone)
    placed = len(words) > 2 and words[0] in hints.places and words[0] in hints.loose
    return int(placed or (leads and named))


def is_function(word: str) -> bool:
    """Whether a capitalised word at the head of a run only opens a sentence, or names a day."""
    low = word.lower()
    return (
        low in FUNCTION
        or low in NOMINAL_CUES
        or low in WEEKDAYS
        or low in MONTHS
        or low in VERBS
        or low in ADVERBS
        or (low.endswith("nya") and is_plain_with_clitic(low))
    )


def name_after_body(words: list[str], at: int, hints: Hints) -> int:
    """Where a person's name begins behind a body's name in one run; `at` when the run is the body's alone."""
    size = len(words)
    bound = find_boundary(words[at:], hints, is_material, expected=False)
    if bound > 0:
        return at + bound
    named = (i for i in range(at + 2, size) if words[i] in hints.alone or words[i].lower() in GIVEN_NAMES)
    first = next(named, -1)
    return first if first > 0 and size - first <= 3 and words[first - 1].lower() not in INSIDE else at


def holds_body(run: list[str]) -> bool:
    """Whether a run goes on an office: "(Direktur Hukum dan) Edukasi Kementerian Air Darma Wibisa"."""
    return run[0].lower() not in ROLE_HEADS and any(word.lower() in ORGANISATIONS for word in run[1:-1])
