"""Reads who opens with no listed office: bodies, runs of capitals, lower-case words before a name."""

from claims.nlp.clause import is_name_word
from claims.nlp.lexicon import (
    BARE_TITLES,
    COUNTRIES,
    ORGANISATIONS,
    OUTLETS,
    PEOPLE,
    ROLE_HEADS,
    WORD_CLASSES,
)
from claims.nlp.matcher import Unit
from claims.nlp.naming import STRONG_TAILS
from claims.nlp.phrases import KIN, Phrase, cut_place, name_end, sort_of_words, trailing_name
from claims.nlp.titles import RANK_TAILS, find_title_end
from claims.values import Sort

PREPOSITIONS = WORD_CLASSES["prepositions"] | {"untuk", "terhadap"}
STATES = frozenset(("Republik", "Kerajaan", "Kesultanan", "Emirat"))
SEATED = frozenset(("di", "dari", "pada", "untuk", "oleh", "ke", "bagi"))


def skip_titles_left(unit: Unit, first: int, at: int) -> int:
    """The place before the ranks, honorifics and degrees that end at `at`, not before `first`."""
    while at > first and unit.words[at - 1] != ")" and is_bare_title(unit, at - 1):
        at -= 1
    return at


def is_bare_title(unit: Unit, at: int) -> bool:
    """Whether a word is a rank, honorific or degree, or a stray mark."""
    if unit.lows[at].rstrip(".") in BARE_TITLES or not unit.words[at][0].isalnum():
        return True
    if unit.lows[at] == "kapten":  # of soldiers, not of a team
        return not RANK_TAILS.isdisjoint(unit.words[at + 1 : at + 2])
    return unit.words[at].rstrip(".") in RANK_TAILS and at > 0 and is_bare_title(unit, at - 1)


def read_body(unit: Unit, first: int, last: int) -> Phrase:
    """An organisation or group: "Pemerintah India", "polisi", "militer AS"."""
    low = unit.lows[first]
    kind = ORGANISATIONS.get(low, "")
    if kind == "outlet" or unit.lows[first : first + 2] in (["kantor", "berita"], ["surat", "kabar"]):
        return Phrase("name", outlet_start(unit, first, last), last, Sort.OUTLET)
    last = cut_place(unit, first, last)
    if "pt" in unit.lows[first + 1 : last - 1] and kind == "head":
        first = unit.lows.index("pt", first + 1)
    if kind == "government":
        return Phrase("name", first, last, Sort.GOVERNMENT)
    if kind in ("head", "name"):
        end = last if kind == "head" else name_end(unit, first, last)
        return Phrase("name", first, end, Sort.ORGANISATION)
    if (
        last - first > 1
        and trailing_name(unit, first, last) >= 0
        and PEOPLE.get(low) == "one"
        and low not in KIN
    ):
        start = trailing_name(unit, first, last)
        if unit.lows[start - 1] in SEATED:
            return Phrase("described", first, last, Sort.UNNAMED)
        return Phrase("name", start, last, Sort.PERSON, role=(first, start))
    return Phrase("described", first, last, sort_of_words(unit, first, last))


def outlet_start(unit: Unit, first: int, last: int) -> int:
    """Where an outlet's name begins: behind "kantor berita", unless that is printed as part of the name."""
    at = last
    while at > first and unit.words[at - 1][0].isupper():
        at -= 1
    return at if first < at < last else first


def read_capitals(unit: Unit, first: int, last: int) -> Phrase:
    """A run of capitals: person or organisation, perhaps behind an office nobody listed."""
    run = next((at for at in range(first, last) if not is_name_word(unit.words[at])), last)
    titled = first + find_title_end(unit.words[first:run], unit.hints)
    if titled > first:
        office = (first, skip_titles_left(unit, first, titled))
        return Phrase("name", titled, name_end(unit, titled, run), Sort.PERSON, role=office)
    end = name_end(unit, first, last)
    whole = " ".join(words := unit.words[first:end])
    if whole in COUNTRIES or words[0] in STATES:
        return Phrase("name", first, end, Sort.GOVERNMENT)
    if whole.lower() in OUTLETS or ".com" in whole.lower():
        return Phrase("name", first, end, Sort.OUTLET)
    company = len(words) > 1 and words[-1].lower().rstrip(".") in STRONG_TAILS
    organisation = (
        company
        or (len(words) == 1 and len(words[0]) > 1 and words[0].isupper())
        or words[0] == "The"
        or any(ORGANISATIONS.get(word.lower()) == "name" for word in words[:1])
    )
    return Phrase("name", first, end, Sort.ORGANISATION if organisation else Sort.PERSON)


def read_lower(unit: Unit, first: int, last: int) -> Phrase | None:
    """Lower-case words that may end in a name: "vokalis grup Rana Darma Wibisa"."""
    start = trailing_name(unit, first, last)
    if start > first and unit.lows[start - 1] not in SEATED:
        words = unit.lows[first:start]
        told = PREPOSITIONS.isdisjoint(words) and any(low in PEOPLE or low in ROLE_HEADS for low in words)
        end = skip_titles_left(unit, first, start)
        return Phrase("name", start, last, Sort.PERSON, role=(first, end) if told and end > first else None)
    return Phrase("described", first, last, sort_of_words(unit, first, last))
