"""Reads one segment of a speaker's noun phrase: a name with or without role, a body, a description."""

from claims.nlp.capitals import (
    SEATED,
    read_body,
    read_capitals,
    read_lower,
    skip_titles_left,
)
from claims.nlp.clause import CIRCUMSTANCE, is_name_word
from claims.nlp.days import is_day_word
from claims.nlp.joint import find_joint
from claims.nlp.lexicon import (
    GIVEN_NAMES,
    ORGANISATIONS,
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
    cut_relative,
    listed_sort,
    name_end,
    skip_source_noun,
    sort_of_words,
)
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
    named = last - first > 1 and unit.words[first + 1][0].isupper()
    if unit.lows[first].rstrip(".") in PRONOUNS and not named:
        return read_pronoun(unit, first, last)
    if unit.lows[last - 1] in DEFINITE and last - first > 1 and not is_told_of(unit, first, last):
        kind = "described" if unit.lows[first] in NEW else "definite"
        return Phrase(kind, first, last, sort_of_words(unit, first, last))
    end = cut_relative(unit, first, last)
    return read_called(unit, first, last) or find_joint(unit, first, end) or read_named(unit, first, end)


def read_pronoun(unit: Unit, first: int, last: int) -> Phrase:
    """ "Ia", "mereka"; "kedua pemuda" takes up two people met before."""
    if unit.lows[first] in ("kedua", "saudara") and last - first > 1:
        return Phrase("definite", first, last, Sort.UNNAMED)
    return Phrase("pronoun", first, first + 1, Sort.PERSON)


def read_called(unit: Unit, first: int, last: int) -> Phrase | None:
    """A person told of before the name: "seorang warga bernama Darma Wibisa"."""
    at = unit.lows.index("bernama", first) if "bernama" in unit.lows[first : last - 1] else -1
    if at <= first or not is_name_word(unit.words[at + 1]):
        return None
    single = unit.lows[first] in ("seorang", "sang", "salah")
    start = first + single + (unit.lows[first] == "salah")
    noun = unit.lows[start]
    person = noun in ROLE_HEADS or PEOPLE.get(noun) == "one" or (single and noun.startswith("pe"))
    end = name_end(unit, at + 1, last)
    return Phrase("name", at + 1, end, Sort.PERSON, role=(start, at)) if person and start < at else None


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
    if unit.lows[role_end - 1] in SEATED or unit.lows[end - 1] in STRONG_TAILS:
        return Phrase("role", first, last, Sort.UNNAMED, role=None)
    rank = ROLE_CLASSES.get(unit.lows[first]) == "rank"
    role = (first, role_end) if role_end > first else (first, start) if rank else None
    return Phrase("name", start, end, Sort.PERSON, role=role)


def names_person(unit: Unit, first: int, last: int) -> bool:
    """Whether capitalised words behind a crowd's noun are a person's name, not a place's."""
    words = unit.words[first:last]
    if any(word in unit.hints.alone or word.lower() in GIVEN_NAMES for word in words):
        return True
    before = unit.lows[first - 1]
    apart = len(words) > 1 or before not in CROWDS
    return apart and before not in WIDE_HEADS and words[0] not in unit.hints.places


NEW = frozenset(("seorang", "salah", "sebuah"))  # "seorang teman di kampus itu" is nobody met before
CROWDS = WORD_CLASSES["crowds"]
