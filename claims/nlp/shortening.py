"""Tells what a short form stands for: initials, letters in order, names without an article."""

from typing import NamedTuple

from simplemma import is_known

from claims.nlp.lexicon import (
    COUNTRIES,
    GIVEN_NAMES,
    ORGANISATIONS,
    ROLE_CLASSES,
    ROLE_HEADS,
    WORD_CLASSES,
)
from claims.nlp.matcher import Hints
from claims.values import Span


class Name(NamedTuple):
    """One printed name: its words, where it stands, and its words as a tuple."""

    text: str
    span: Span
    words: tuple[str, ...]


def bare_word(word: str) -> str:
    """A word of a name without an article: "al-Rasyid" is met as "Rasyid" too."""
    return word[3:] if word[:3] in ("al-", "el-", "Al-", "El-") else word


def is_plain_word(word: str, hints: Hints) -> bool:
    """Whether a capitalised word is an everyday word: "Langkah Darma" names Darma."""
    low = word.lower()
    named = (
        low in GIVEN_NAMES
        or word in hints.alone
        or low in ROLE_HEADS
        or low in ORGANISATIONS
        or word in COUNTRIES
    )
    return not named and not word.isupper() and (low in hints.common or is_everyday(word))


def is_everyday(word: str) -> bool:
    """Whether a single word stands in the language's dictionary, and is nobody's given name."""
    low = word.lower()
    return low not in GIVEN_NAMES and (low.endswith("nya") or is_known(low, lang="id"))


def lower_same_length(string: str) -> str:
    """The string in lower case with every character in its place (some letters grow when lowered)."""
    low = string.lower()
    if len(low) == len(string):
        return low
    return "".join(mark.lower() if len(mark.lower()) == 1 else mark for mark in string)


def pick_name(found: list[Name], at: int, size: int) -> Name | None:
    """Among names that hold the short one, the fullest; of different people, the nearest before."""
    longer = [name for name in found if size < len(name.words) <= 6]
    if not longer:
        return found[0]
    before = [name for name in longer if name.span.start <= at]
    near = before[-1] if before else longer[0]
    words = set(near.words)
    fuller = [name for name in longer if words < set(name.words)]
    best = max(fuller, key=lambda name: len(name.words)) if fuller else near
    return next(name for name in longer if name.words == best.words)


def can_lengthen(words: list[str], fuller: tuple[str, ...]) -> bool:
    """Whether a name that holds all the words can be their fuller form.

    "Kementerian Sungai" is not short for "Tata Laksana Kementerian Sungai", nor for its secretary's office.
    """
    low = fuller[0].lower()
    if words[0] == fuller[0] or low in NAMELIKE:
        return True
    kind = ORGANISATIONS.get(words[0].lower())
    if kind is not None:
        return kind == "name" and low in ORGANISATIONS
    if len(words) > 1 and low in ORGANISATIONS:
        return ORGANISATIONS[low] == "head" and len(fuller) == len(words) + 1
    return ROLE_CLASSES.get(low) != "head"


NAMELIKE = WORD_CLASSES["namelike"]


def cut_to_initials(name: Name, short: str) -> Name | None:
    """The last words of a name whose initials are the short form: "... Lembaga Survei Kita (LSK)"."""
    words = name.words
    for first in range(len(words)):
        letters = "".join(part[0] for word in words[first:] for part in word.split("-") if part).upper()
        if letters == short.upper():
            begin = name.span.start + sum(len(word) + 1 for word in words[:first])
            return Name(" ".join(words[first:]), Span(begin, name.span.end), words[first:])
    nicknamed = not short.isupper() and any(is_subsequence(short.lower(), word.lower()) for word in words)
    return name if nicknamed or is_subsequence(short.lower(), name.text.lower()) else None


def is_called(name: Name, short: str) -> bool:
    """Whether a nickname is made of the name's letters or initials: "Brenkus", "TSW"."""
    letters = "".join(word[0] for word in name.words)
    low = short.lower()
    return letters == short or any(is_subsequence(low, part.lower()) for part in (name.text, *name.words))


def is_subsequence(short: str, long: str) -> bool:
    """Whether the letters of the short form occur in the long one in this order: "Jokowi", "Joko Widodo"."""
    if not long.startswith(short[0]):
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def is_thing(name: str) -> bool:
    """Whether one everyday word that opens a sentence is taken for a name: "Perusahaan", "Pasukannya"."""
    return is_everyday(name) and name.lower().removesuffix("nya") not in ROLE_HEADS
