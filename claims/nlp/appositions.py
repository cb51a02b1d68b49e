"""Reads what stands on the other side of a comma: a name behind a role, a role behind a name."""

from claims.nlp.capitals import is_bare_title
from claims.nlp.clause import is_verb_form
from claims.nlp.lexicon import (
    ADVERBS,
    BARE_TITLES,
    GIVEN_NAMES,
    ORGANISATIONS,
    PEOPLE,
    PLACES,
    ROLE_HEADS,
    WORD_CLASSES,
)
from claims.nlp.matcher import Unit
from claims.nlp.naming import FUNCTION, WIDE_HEADS
from claims.nlp.phrases import (
    ARTICLES,
    Phrase,
    cut_brackets,
)
from claims.nlp.segments import read_segment
from claims.nlp.titles import is_personlike


def doubtful_name(unit: Unit, phrase: Phrase) -> bool:
    """Whether what follows a role may be a body's name: "Direktur LBH Taluna, Darma Wibisa"."""
    if phrase.kind != "name" or phrase.role is None:
        return False
    words = unit.words[phrase.first : phrase.last]
    if len(words) == 1 and unit.lows[phrase.first - 1] in WIDE_HEADS:
        return True
    if len(words) == 1 and words[0].lower() not in GIVEN_NAMES:
        return True
    return not any(word in unit.hints.alone or word.lower() in GIVEN_NAMES for word in words)


def precedes_name(unit: Unit, phrase: Phrase, segment: tuple[int, int]) -> bool:
    """Whether one word after a role is a place's, as a fuller name follows: "Lurah Muara, Darma Wibisa,"."""
    words = unit.words[segment[0] : segment[1]]
    if unit.lows[segment[0]].rstrip(".") in BARE_TITLES and len(words) > 1:
        return phrase.kind == "name" and phrase.role is not None
    single = phrase.kind == "name" and phrase.role is not None and phrase.last - phrase.first == 1
    return single and len(words) > 1 and all(word[0].isupper() for word in words)


def serves_another(unit: Unit, phrase: Phrase, segment: tuple[int, int]) -> bool:
    """Whether the name behind a role is whom its holder serves: "pengacara Sarwa Muda, Darma Wibisa"."""
    if phrase.kind != "name" or phrase.role is None or phrase.role[1] != phrase.first:
        return False
    words = unit.words[segment[0] : segment[1]]
    served = " ".join(unit.lows[phrase.role[0] : phrase.first]) in SERVING
    return served and 1 < len(words) <= LONGEST_NAME and all(word[0].isupper() for word in words)


SERVING = WORD_CLASSES["serving"]
LONGEST_NAME = 4


def named_apposition(unit: Unit, segment: tuple[int, int], phrase: Phrase) -> Phrase | None:
    """The name behind a role: "juru bicara wali kota, Darma Wibisa"."""
    first, last = cut_brackets(unit, *segment)
    called = "bernama" in unit.lows[first : last - 1]
    if called:
        first = unit.lows.index("bernama", first) + 1
    titled = unit.lows[first].rstrip(".") in BARE_TITLES
    if not (unit.words[first][0].isupper() or titled) or unit.lows[first] in ORGANISATIONS:
        return None
    inner = read_segment(unit, first, last)
    if inner is None or inner.kind != "name":
        return None
    if last - first == 1 and unit.lows[first] in PLACES and unit.words[first - 2][0].isupper():
        return None  # "sebuah rumah di Taluna, Jakarta, ..."
    head = unit.lows[phrase.role[0] if phrase.role else phrase.first]
    known = any(head in nouns for nouns in (ROLE_HEADS, PEOPLE, ARTICLES))
    if not called and not known and not is_personlike(head):
        return None
    start = phrase.role[0] if phrase.role else phrase.first
    while start < phrase.last - 1 and unit.lows[start] in ("salah", "satu", "seorang"):
        start += 1
    ranked = inner.role is None or all(is_honour(unit, at) for at in range(*inner.role))
    return inner._replace(role=(start, phrase.last) if ranked else inner.role)


def is_honour(unit: Unit, at: int) -> bool:
    """Whether a word before a name says less than the office on the comma's other side."""
    return is_bare_title(unit, at) or unit.lows[at] in ("profesor", "dokter")


def apposed_role(unit: Unit, segment: tuple[int, int]) -> tuple[int, int] | None:
    """The role in an apposition: ", seorang juru bicara partai,"."""
    first, last = segment
    while first < last and unit.lows[first] in (
        "seorang",
        "selaku",
        "salah",
        "satu",
        "yang",
        "juga",
        "merupakan",
    ):
        first += 1
    if first < last and unit.lows[first] in ROLE_HEADS:
        for at in range(first + 1, last):
            if unit.lows[at] == "yang" or (unit.words[at] == "dan" and not joins_fields(unit, at)):
                return first, at
        return first, last
    return None


def joins_fields(unit: Unit, at: int) -> bool:
    """Whether "dan" stands between a role's fields: "dosen Hukum dan Ekonomi", "ahli gizi dan otot"."""
    after = unit.lows[at + 1 : at + 2]
    if not after or unit.words[at - 1][0].isupper() != unit.words[at + 1][0].isupper():
        return False
    return is_field(unit, at + 1) if unit.words[at - 1][0].isupper() else is_plain_field(unit, at + 1)


def is_field(unit: Unit, at: int) -> bool:
    """Whether a word printed as a name opens no office and no person's name of its own."""
    nobody = unit.words[at] not in unit.hints.alone and unit.lows[at] not in GIVEN_NAMES
    return unit.words[at][0].isupper() and unit.lows[at] not in ROLE_HEADS and nobody


def is_plain_field(unit: Unit, at: int) -> bool:
    """Whether a plain word goes on a field, and is no deed nor another person's noun."""
    low = unit.lows[at]
    if unit.lows[at - 2] in ROLE_HEADS or is_personlike(low) or is_verb_form(low):
        return False
    return not any(low in words for words in (ROLE_HEADS, PEOPLE, FUNCTION, ADVERBS))
