"""Parts words that a scraped text glued together where a link or a bold opening ended: "Anungmengatakan"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar, cast

from simplemma import is_known

from claims.nlp.lexicon import (
    BRANDS,
    COUNTRY_WORDS,
    GIVEN_NAMES,
    OPENERS,
    ORGANISATIONS,
    OUTLETS,
    PLACES,
    ROLE_HEADS,
    VERBS,
    WORD_CLASSES,
)
from claims.values import Findings, Span, Text

Found = TypeVar("Found")
Words = frozenset[str]

WORD = re.compile(r"[A-Za-z]{2,}")
# A capital inside, an abbreviation that goes on in small letters, or a capital and twice the shortest part
SUSPECT = re.compile(r"\b(?:[A-Z]?[a-z]+[A-Z][A-Za-z]+|[A-Z]{2,}[a-z]{3,}|[A-Z][a-z]{5,})(?![A-Za-z])")
INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
SHORTEST = 3  # letters of a tail, and of a name before it
LONG, LONGEST = (
    5,
    8,
)  # letters of any common word that ends no name by chance: of one that stands elsewhere, of any
TAILS = frozenset(
    word
    for word in (*WORD_CLASSES["stopwords"], *WORD_CLASSES["function"], *WORD_CLASSES["glued"], *VERBS)
    if len(word) >= SHORTEST and word.isalpha()
)
DASH, LONGEST_HEAD = " - ", 60
NAMES = PLACES | GIVEN_NAMES | COUNTRY_WORDS | ROLE_HEADS | frozenset(OUTLETS) | frozenset(ORGANISATIONS)


@dataclass(frozen=True, slots=True)
class Loosened:
    """A text with spaces put between glued words; `spaces` are their places in it, in order."""

    string: str
    spaces: tuple[int, ...]

    def back(self, findings: Findings, string: str) -> Findings:
        """Findings of this text as findings of the text it was made of."""
        moved = move(findings, self.spaces)
        return replace(moved, text=Text(string, moved.text.paragraphs, moved.text.sentences))


def loosen(string: str) -> Loosened:
    """The text with spaces where words were glued together and both stand elsewhere or are known.

    A place glued to the first word of a line is its dateline and gets its dash.
    """
    suspects = [word for word in SUSPECT.finditer(string) if may_be_glued(word.group())]
    seen = frozenset(WORD.findall(string)) if suspects else frozenset()
    cuts = [cut for word in suspects for cut in find_cuts(word.group(), word.start(), seen)]
    parts, spaces = [string[: cuts[0]] if cuts else string], list[int]()
    for cut, end in pairwise([*cuts, len(string)]):
        joint = DASH if opens_line(string, cut) else " "
        spaces += range(cut + len(spaces), cut + len(spaces) + len(joint))
        parts += (joint, string[cut:end])
    return Loosened("".join(parts), tuple(spaces))


def opens_line(string: str, cut: int) -> bool:
    """Whether a place, behind an outlet's name at most, stands between the line's beginning and the cut."""
    begin = string.rfind("\n", max(cut - LONGEST_HEAD, 0), cut) + 1
    if not begin and cut > LONGEST_HEAD:
        return False
    return string[begin:cut].rsplit(", ", 1)[-1].lower() in PLACES


@lru_cache(maxsize=32768)
def may_be_glued(word: str) -> bool:
    """Whether a printed word holds a place where it could be cut, whatever else stands in its text."""
    if word in BRANDS or word.lower() in OUTLETS:
        return False
    return INSIDE.search(word) is not None or bool(find_tails(word))


def find_cuts(word: str, start: int, seen: Words) -> Iterator[int]:
    """Where one printed word is to be cut, in order."""
    edges = [0, *(match.start() for match in INSIDE.finditer(word)), len(word)]
    for (left, edge), (_edge, right) in pairwise(pairwise(edges)):
        yield from (start + at for at in find_tail(word[left:edge], left, seen))
        if is_glued(word[left:edge], word[edge:right], seen):
            yield start + edge
    yield from (start + at for at in find_tail(word[edges[-2] :], edges[-2], seen))


def is_glued(before: str, after: str, seen: Words) -> bool:
    """Whether two parts of a word are two words: "dengan|Iran", "Jakarta|Pramono"."""
    tail = next(find_tail(before, 0, seen), 0)
    ending = before[tail:]
    if ending[0].islower():
        return len(ending) > 1 and (is_known(ending, "id") or ending in TAILS or ending in seen)
    head = next(find_tail(after, 0, seen), len(after))
    return is_name(ending, seen) and (is_name(after[:head], seen) or ending.lower() in PLACES | ROLE_HEADS)


def find_tail(part: str, start: int, seen: Words) -> Iterator[int]:
    """Where a common word begins that is glued to a name: "Utara|melalui"."""
    for at in find_tails(part):
        name, tail = part[:at], part[at:].lower()
        if (tail in TAILS and is_name(name, seen)) or is_long_word(tail, follows_name=name in seen):
            yield start + at
            return


@lru_cache(maxsize=32768)
def find_tails(part: str) -> tuple[int, ...]:
    """Where a common word could begin in a part of a word."""
    lower = part.lower()
    if len(part) < 2 * SHORTEST or not part[:1].isupper() or is_word(lower):
        return ()
    places = range(SHORTEST, len(part) - SHORTEST + 1)
    ends = (at for at in places if lower[:at] not in WORD_CLASSES["prefixes"])
    return tuple(at for at in ends if lower[at:] in TAILS or is_long_word(lower[at:], follows_name=True))


def is_word(lower: str) -> bool:
    """Whether letters in lower case are one known word or name."""
    return lower in NAMES or lower in OPENERS or is_known(lower, "id")


def is_long_word(tail: str, *, follows_name: bool) -> bool:
    """Whether letters are a common word that ends no name by chance; behind unknown ones an active verb."""
    if len(tail) < (LONG if follows_name else LONGEST) or not is_known(tail, "id"):
        return False
    return follows_name or tail.startswith("me")


def is_name(word: str, seen: Words) -> bool:
    """Whether a capitalised word stands elsewhere in the text, or is known and not too short for chance."""
    return word in seen or (len(word) > SHORTEST and word.lower() in NAMES)


def move(value: Found, spaces: tuple[int, ...]) -> Found:
    """A value with every span in it moved to where its words stand without the spaces put in."""
    if isinstance(value, Span):
        start, end = (at - bisect_left(spaces, at) for at in (value.start, value.end))
        return cast(Found, Span(start, end))
    if isinstance(value, tuple):
        return cast(Found, tuple(move(one, spaces) for one in value))
    if is_dataclass(value) and not isinstance(value, type):
        moved = {one.name: move(getattr(value, one.name), spaces) for one in fields(value)}
        return replace(value, **moved)
    return value
