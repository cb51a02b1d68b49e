"""Gathers what a text itself tells about its capitalised words: who speaks, what is a place."""

import re
from itertools import pairwise

from claims.nlp.lexicon import (
    COUNTRIES,
    GIVEN_NAMES,
    ROLE_HEADS,
    ROLE_TAILS,
    VERBS,
    WORD_CLASSES,
)
from claims.nlp.matcher import Hints
from claims.nlp.naming import FUNCTION
from claims.nlp.titles import NAME_TAILS

SPEAKS_BEFORE = frozenset(form for form, verb in VERBS.items() if verb.frame in ("bare", "menurut"))


SPEAKS_AFTER = frozenset(
    form for form, verb in VERBS.items() if verb.frame not in ("bare", "menurut", "passive", "nya")
)


PLACE_BEFORE = WORD_CLASSES["place-before"] - {"presiden", "pemerintah"}


DATELINE_PLACE = re.compile(r"^([A-Z]{4,})(?=[ ,(-])", re.MULTILINE)


NEAR_WORD = re.compile(
    r" (?:juga |kemudian |lalu |pun |kembali |sendiri |tetap |telah |sempat |turut )?(\w+)"
)


def find_hints(string: str, runs: list[tuple[int, str]], headline: int = 0) -> Hints:
    """What the words beside each run of capitals tell: "kata Wira" names a person, "di Taluna" a place.

    Runs that start before `headline` say nothing about where names begin and end.
    """
    alone: set[str] = set()
    places: set[str] = set()
    origins: set[str] = set()
    followers: dict[str, set[str]] = {}
    begins, ends = set(), set()
    for start, text in runs:
        before = last_word(string, start)
        words = text.split(" ")
        if start >= headline:
            begins.add(words[0])
            ends.add(words[-1])
        if len(words) == 1:
            followers.setdefault(text, set()).add("")
            if before in SPEAKS_BEFORE or speaks_after(string, start, text):
                alone.add(text)
        else:
            for word, follower in pairwise(words):
                followers.setdefault(word, set()).add(follower)
            places.update(follower for word, follower in pairwise(words) if word.lower() in PLACE_HEADS)
            if len(words) == 2 and words[0].lower() in SPEAKS_BEFORE:
                alone.add(words[1])
        if before == "dari" or is_placed(before, words):
            (origins if before == "dari" else places).add(words[0])
    places.update(match.group(1).capitalize() for match in DATELINE_PLACE.finditer(string))
    people = {word for word in alone if is_person_word(word)} - places
    places |= origins - people  # "pesan dari Darma" has a person's name where "dari Taluna" has a place's
    loose = {word for word, after in followers.items() if len(after) > 1 and word not in people}
    return Hints(
        frozenset(people),
        frozenset(string.split()),
        frozenset(loose),
        frozenset(places),
        frozenset(ends),
        frozenset(begins),
    )


def is_placed(before: str, words: list[str]) -> bool:
    """Whether the word before a run of capitals makes it a place's name: "di Taluna"."""
    return before in PLACE_BEFORE or (before == "pemerintah" and len(words) == 1)


def last_word(string: str, start: int) -> str:
    """The word before `start`, in lower case."""
    return string[max(0, start - 14) : start].rstrip('"“ ,').rpartition(" ")[2].lower()


def speaks_after(string: str, start: int, text: str) -> bool:
    """Whether a verb of saying follows a single name: "Wira menjelaskan"."""
    after = NEAR_WORD.match(string, start + len(text))
    return after is not None and after.group(1) in SPEAKS_AFTER and text.lower() not in FUNCTION


def is_person_word(word: str) -> bool:
    """Whether a word used alone as a speaker can be a person's name."""
    low = word.lower()
    office = low in ROLE_HEADS or (low in ROLE_TAILS and low not in NAME_TAILS and low not in GIVEN_NAMES)
    return word not in COUNTRIES and not word.isupper() and not office


PLACE_HEADS = WORD_CLASSES["place-heads"]
