"""The parts of a speaker's noun phrase: segments, brackets, relative clauses, where a name ends."""

from typing import NamedTuple

from claims.nlp.lexicon import (
    COUNTRIES,
    GIVEN_NAMES,
    NOMINAL_CUES,
    ORGANISATIONS,
    OUTLETS,
    PEOPLE,
    ROLE_HEADS,
    WORD_CLASSES,
)
from claims.nlp.matcher import Unit
from claims.nlp.naming import find_name_start, is_material
from claims.nlp.titles import POST_DEGREES
from claims.values import Sort

ARTICLES = WORD_CLASSES["articles"]


DEFINITE = frozenset(("itu", "tersebut", "ini", "tadi"))


KIN = WORD_CLASSES["kin"]


NAMELIKE = WORD_CLASSES["namelike"]


INSIDE_NAME = WORD_CLASSES["inside-name"]


class Phrase(NamedTuple):
    """A speaker's noun phrase, read: which words name it, and what it is.

    `kind` is name, pronoun, definite ("politikus itu"), described ("seorang pejabat") or joint.
    """

    kind: str
    first: int
    last: int
    sort: Sort
    role: tuple[int, int] | None = None
    parts: tuple[tuple[int, int], ...] = ()


def split_segments(unit: Unit, first: int, last: int) -> list[tuple[int, int]]:
    """The phrase cut at its commas; brackets and what they hold are left out of the cut."""
    segments, start, depth = [], first, 0
    for at in range(first, last):
        low = unit.lows[at]
        depth += (low == "(") - (low == ")")
        if low == "," and depth <= 0:
            if at > start:
                segments.append((start, at))
            start = at + 1
    if last > start:
        segments.append((start, last))
    return segments


GOING_ON = frozenset(("sekaligus", "merangkap", "dan"))


def cut_brackets(unit: Unit, first: int, last: int) -> tuple[int, int]:
    """The segment up to its first bracket; from behind it when a name follows: "(SBS) Darma Wibisa"."""
    lows = unit.lows
    if "(" not in lows[first:last]:
        return first, last
    at = lows.index("(", first)
    close = lows.index(")", at) if ")" in lows[at:last] else last
    follows = close + 1 < last and (unit.words[close + 1][0].isupper() or lows[close + 1] in GOING_ON)
    if follows and unit.lows[first] in ROLE_HEADS:
        return close + 1, last
    return first, max(at, first + 1)


def skip_articles(unit: Unit, first: int, last: int) -> int:
    """Skips "oleh", "satu dari 15" and stray marks before the phrase."""
    if (
        unit.lows[first : first + 2] == ["satu", "dari"]
        and last - first > 3
        and unit.lows[first + 2].isdigit()
    ):
        return first + 3
    if unit.lows[first : first + 2] in (["akun", "@"], ["pengguna", "@"], ["warganet", "@"]):
        return first + 1
    while first < last and unit.lows[first] in (",", "oleh", "-", "–", ")", ".", "sang", "bahwa"):
        first += 1
    return first


SOURCE_NOUNS = frozenset(NOMINAL_CUES) | WORD_CLASSES["source-nouns"]


def skip_source_noun(unit: Unit, first: int, last: int) -> int:
    """ "laporan CIA", "pengakuan Irma": the speaker is named behind the noun."""
    named = last - first > 1 and unit.lows[first] in SOURCE_NOUNS
    if named and (unit.words[first + 1][0].isupper() or unit.lows[first + 1] in ROLE_HEADS):
        return first + 1
    return first


def cut_relative(unit: Unit, first: int, last: int) -> int:
    """The end of a name before "yang", "dari", "asal"; a described speaker keeps its relative clause."""
    named = (
        unit.words[first][0].isupper() and unit.lows[first] not in PEOPLE and unit.lows[first] not in ARTICLES
    )
    for at in range(first + 1, last):
        low = unit.lows[at]
        if low in ("yang", "selaku", "sebagai") and (
            named or (unit.words[at - 1][0].isupper() and unit.lows[first] in ROLE_HEADS)
        ):
            return at
        if (
            low in ("dari", "asal")
            and unit.words[at - 1][0].isupper()
            and unit.lows[first] not in ("menteri", "kepala", "ketua")
            and not awaits_name(unit, first, at, last)
        ):
            return at
    return last


def awaits_name(unit: Unit, first: int, at: int, last: int) -> bool:
    """Whether an office before "dari" has no holder yet, and names follow: "Ketua DPRD dari Fraksi ..."."""
    if unit.lows[first] not in ROLE_HEADS or last - at <= LONGEST_SEAT:
        return False
    names = all(word[0].isupper() for word in unit.words[at + 1 : last])
    return names and find_name_start(unit.words[first:at], unit.hints) >= at - first


LONGEST_SEAT = 4


def cut_described(unit: Unit, first: int, last: int) -> int:
    """The end of a described speaker before its relative clause, when two words or more stand before it."""
    for at in range(first + 3, last):
        if unit.lows[at] == "yang":
            return at
    return last


def name_end(unit: Unit, first: int, last: int) -> int:
    """The end of the run of capitals that begins at `first`."""
    at = first
    while (
        at < last
        and not opens_office(unit, at, first)
        and (
            unit.words[at][0].isupper()
            or unit.lows[at] in INSIDE_NAME
            or unit.words[at] in ".'-"
            or unit.lows[at].startswith(("al-", "el-"))
        )
    ):
        at += 1
    while at > first + 1 and (unit.lows[at - 1] in INSIDE_NAME or not unit.words[at - 1][0].isalpha()):
        at -= 1
    while at > first + 1 and unit.words[at - 1].rstrip(".") in POST_DEGREES:
        at -= 1
    return max(at, first + 1)


def opens_office(unit: Unit, at: int, first: int) -> bool:
    """Whether an office follows a name of two words without a comma: "Darma Wibisa Wasekjen Partai ..."."""
    low = unit.lows[at]
    return at - first > 1 and low in ROLE_HEADS and low not in GIVEN_NAMES and low not in KIN | NAMELIKE


def cut_occasion(unit: Unit, first: int, last: int) -> int:
    """The end of a speaker before how the words came: "Polisi dalam suatu pernyataan", "X kepada AFP"."""
    for at in range(first + 1, last):
        low, follows = unit.lows[at], unit.lows[at + 1 : at + 2]
        if low == "kepada":
            return at
        speaks = unit.words[at - 1][0].isupper() or unit.lows[first] in ORGANISATIONS
        if speaks and low in ("dalam", "lewat", "melalui") and OCCASIONS.issuperset(follows):
            return at
    return last


OCCASIONS = WORD_CLASSES["occasions"]


def cut_place(unit: Unit, first: int, last: int) -> int:
    """The end of a body's name before "di Taluna"."""
    for at in range(first + 1, last):
        if unit.words[at] in ("di", "pada", "dalam") and unit.words[first][0].isupper() and at - first > 1:
            return at
    return last


def trailing_name(unit: Unit, first: int, last: int) -> int:
    """Where a personal name of two words or more ends the words; -1 if none does."""
    at = last
    while at > first and unit.words[at - 1][0].isupper() and not is_material(unit.words[at - 1], unit.hints):
        at -= 1
    return at if last - at >= 2 else -1


def sort_of_words(unit: Unit, first: int, last: int) -> Sort:
    """The sort of a described speaker."""
    outlet = unit.lows[first : first + 2] in (["kantor", "berita"], ["surat", "kabar"])
    if outlet or unit.lows[first] in ROLE_HEADS:
        return Sort.OUTLET if outlet else Sort.UNNAMED
    for low in unit.lows[first:last]:
        kind = PEOPLE.get(low)
        if kind == "document":
            return Sort.DOCUMENT
        if kind == "body":
            return Sort.ORGANISATION
        if kind is not None:
            return Sort.UNNAMED
        if low in ORGANISATIONS:
            return Sort.ORGANISATION
    return Sort.UNNAMED


def listed_sort(text: str) -> Sort | None:
    """Government or outlet, where a name is a known country's or outlet's."""
    if text in COUNTRIES:
        return Sort.GOVERNMENT
    return Sort.OUTLET if text.lower() in OUTLETS else None
