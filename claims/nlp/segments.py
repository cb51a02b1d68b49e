"""Reads one segment of a speaker's noun phrase: a name with or without role, a body, a description."""

from claims.nlp.clause import CIRCUMSTANCE, is_name_word
from claims.nlp.days import is_day_word
from claims.nlp.joint import find_joint
from claims.nlp.lexicon import (
    BARE_TITLES,
    COUNTRIES,
    GIVEN_NAMES,
    ORGANISATIONS,
    OUTLETS,
    PEOPLE,
    PRONOUNS,
    ROLE_CLASSES,
    ROLE_HEADS,
    WORD_CLASSES,
)
from claims.nlp.matcher import Unit
from claims.nlp.naming import STRONG_TAILS, WIDE_HEADS, find_name_start, is_material
from claims.nlp.phrases import (
    ARTICLES,
    DEFINITE,
    INSIDE_NAME,
    KIN,
    NAMELIKE,
    Phrase,
    cut_brackets,
    cut_described,
    cut_occasion,
    cut_place,
    cut_relative,
    listed_sort,
    name_end,
    skip_source_noun,
    sort_of_words,
    trailing_name,
)
from claims.nlp.titles import RANK_TAILS, find_title_end
from claims.values import Sort


def read_segment(unit: Unit, first: int, last: int) -> Phrase | None:
    """One segment without commas."""
    opened = first
    closing = unit.lows[last - 1] in DEFINITE and "(" in unit.lows[first:last]
    described = unit.words[first][0].islower() or (first == 0 and unit.lows[first] in ROLE_HEADS)
    if closing and described and not is_told_of(unit, first, last):
        return Phrase("definite", first, last, sort_of_words(unit, first, last))
    first, last = cut_brackets(unit, first, cut_occasion(unit, first, cut_day(unit, first, last)))
    if last <= first:
        return None
    if first > opened:
        return read_after_bracket(unit, opened, first, last)
    first = skip_source_noun(unit, first, last)
    low = unit.lows[first].rstrip(".")
    if low in PRONOUNS and (last - first == 1 or not unit.words[first + 1][0].isupper()):
        definite = low in ("kedua", "saudara") and last - first > 1
        return (
            Phrase("definite", first, last, Sort.UNNAMED)
            if definite
            else Phrase("pronoun", first, first + 1, Sort.PERSON)
        )
    if unit.lows[last - 1] in DEFINITE and last - first > 1 and not is_told_of(unit, first, last):
        kind = "described" if unit.lows[first] in NEW else "definite"
        return Phrase(kind, first, last, sort_of_words(unit, first, last))
    last = cut_relative(unit, first, last)
    return find_joint(unit, first, last) or read_named(unit, first, last)


def is_told_of(unit: Unit, first: int, last: int) -> bool:
    """Whether "itu" ends what is told of a name: "Darma Wibisa yang merupakan ketua tim itu"."""
    end = cut_relative(unit, first, last)
    noun = any(unit.lows[first] in nouns for nouns in (PEOPLE, ORGANISATIONS, ROLE_HEADS))
    return not noun and end < last and all(is_name_word(word) for word in unit.words[first:end])


def cut_day(unit: Unit, first: int, last: int) -> int:
    """The end of the segment before a day: "Darma Wibisa pada Selasa"."""
    for at in range(first + 1, last):
        if is_day_word(unit, at):
            marked = sum(low in ("pada", "hari") for low in unit.lows[max(first + 1, at - 2) : at])
            return at - marked
    return last


def read_after_bracket(unit: Unit, opened: int, first: int, last: int) -> Phrase:
    """A role with an abbreviation in brackets before the name: "Kepala Badan Bencana (BB) Taluna Darma"."""
    start = first - 1 + find_name_start([unit.words[opened], *unit.words[first:last]], unit.hints)
    if start >= last:
        return Phrase("described", opened, last, Sort.UNNAMED)
    end = skip_titles_left(unit, opened, start)
    return Phrase("name", start, name_end(unit, start, last), Sort.PERSON, role=(opened, end))


def read_named(unit: Unit, first: int, last: int) -> Phrase | None:
    """A name with or without role, an organisation, or a described speaker."""
    low = unit.lows[first].rstrip(".")
    if low in ARTICLES:
        return Phrase("described", first, cut_described(unit, first, last), sort_of_words(unit, first, last))
    listed = listed_sort(unit.text(first, last))
    if listed is not None:
        return Phrase("name", first, last, listed)
    if low in ROLE_HEADS and not is_given(unit, first):
        return read_role(unit, first, last)
    if low in ORGANISATIONS or low in PEOPLE:
        return read_body(unit, first, last)
    if unit.words[first][0].isupper() and not opens_common(unit, first, last):
        return read_capitals(unit, first, last)
    return read_lower(unit, first, last)


def opens_common(unit: Unit, first: int, last: int) -> bool:
    """Whether a capital only opens the sentence: "Kaum tani di Taluna"."""
    if first > 0 or last - first < 2 or unit.words[1][0].isupper():
        return False
    named = unit.words[0] in unit.hints.alone or unit.lows[0] in GIVEN_NAMES
    named = named or (unit.lows[1] in ("dan", "serta") and last > 2 and unit.words[2][0].isupper())
    return not named and unit.lows[1] not in INSIDE_NAME and unit.lows[1] not in CIRCUMSTANCE


def is_given(unit: Unit, first: int) -> bool:
    """Whether a title word is a given name here: "Imam Suryadi", "Raja Damar"."""
    low = unit.lows[first]
    if low not in NAMELIKE or not unit.words[first][0].isupper() or not unit.words[first + 1 : first + 2]:
        return False
    follows = unit.words[first + 1]
    plain = follows[0].isupper() and not is_material(follows, unit.hints)
    return plain and (
        low in ("imam", "putra", "putri", "bintang", "sultan") or unit.words[first] in unit.hints.alone
    )


def read_role(unit: Unit, first: int, last: int) -> Phrase:
    """A role, with a name behind it or not."""
    words = unit.words[first:last]
    start = first + find_name_start(words, unit.hints)
    kin = unit.lows[first] in KIN
    if last - first == 1 and unit.lows[first] in NAMELIKE and unit.words[first][0].isupper() and first > 0:
        return Phrase("name", first, last, Sort.PERSON)
    if start >= last or (kin and start == first + 1) or unit.words[start][0].islower():
        return Phrase("role", first, last, Sort.UNNAMED, role=None)
    end = name_end(unit, start, last)
    if unit.lows[first] in CROWDS and not names_person(unit, start, end):
        return Phrase("role", first, last, Sort.UNNAMED, role=None)
    role_end = skip_titles_left(unit, first, start)
    rank = ROLE_CLASSES.get(unit.lows[first]) == "rank"
    role = (first, role_end) if role_end > first else (first, start) if rank else None
    return Phrase("name", start, end, Sort.PERSON, role=role)


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


def names_person(unit: Unit, first: int, last: int) -> bool:
    """Whether capitalised words behind a crowd's noun are a person's name, not a place's."""
    words = unit.words[first:last]
    if any(word in unit.hints.alone or word.lower() in GIVEN_NAMES for word in words):
        return True
    before = unit.lows[first - 1]
    apart = len(words) > 1 or before not in CROWDS
    return apart and before not in WIDE_HEADS and words[0] not in unit.hints.places


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
        or any(ORGANISATIONS.get(word.lower()) == "name" for word in words[:1])
    )
    return Phrase("name", first, end, Sort.ORGANISATION if organisation else Sort.PERSON)


NEW = frozenset(("seorang", "salah", "sebuah"))  # "seorang teman di kampus itu" is nobody met before
CROWDS = WORD_CLASSES["crowds"]
PREPOSITIONS = WORD_CLASSES["prepositions"] | {"untuk", "terhadap"}
STATES = frozenset(("Republik", "Kerajaan", "Kesultanan", "Emirat"))


def read_lower(unit: Unit, first: int, last: int) -> Phrase | None:
    """Lower-case words that may end in a name: "vokalis grup Rana Darma Wibisa"."""
    start = trailing_name(unit, first, last)
    if start > first:
        words = unit.lows[first:start]
        told = PREPOSITIONS.isdisjoint(words) and any(low in PEOPLE or low in ROLE_HEADS for low in words)
        end = skip_titles_left(unit, first, start)
        return Phrase("name", start, last, Sort.PERSON, role=(first, end) if told and end > first else None)
    return Phrase("described", first, last, sort_of_words(unit, first, last))
