"""Turns words into weighted terms: stems, synonyms folded, country names as one term, names heavier."""

import re
from collections.abc import Iterator
from functools import lru_cache

import simplemma

from claims.linking.known import COUNTRY_TERMS
from claims.linking.names import fold_marks
from claims.linking.vocabulary import SYNONYMS, weigh

TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", re.UNICODE)
PLACE_TERM = 0.9
NAME_BONUS = 1.25
LONGEST_NAME = 3


@lru_cache(maxsize=100_000)
def find_stem(word: str) -> str:
    """The stem of a lower-case word, or the one stem that stands for its synonyms."""
    stem = simplemma.lemmatize(word, lang="id").lower()
    if stem == word and word.endswith("nya") and len(word) > 6:
        stem = simplemma.lemmatize(word[:-3], lang="id").lower()
    return SYNONYMS.get(stem, SYNONYMS.get(word, stem))


def find_terms(text: str) -> Iterator[tuple[str, float, int]]:
    """Each term with its weight and the number of the run of capitals it stands in (-1 outside)."""
    words = [(match.group(), match.start()) for match in TOKEN.finditer(text)]
    run, at, last_end = -1, 0, -2
    while at < len(words):
        word, start = words[at]
        taken, term = _match_country(words, at)
        capital = word[0].isupper() and (start > 0 or bool(term))
        if capital and not (start == last_end + 1 and run >= 0):
            run += 1
        if capital:
            last_end = words[at + taken - 1][1] + len(words[at + taken - 1][0])
        yield from _weigh_term(word, term, capital, run)
        at += taken


def _weigh_term(word: str, term: str, capital: bool, run: int) -> Iterator[tuple[str, float, int]]:
    if term:
        yield term, PLACE_TERM, run
        return
    stem = find_stem(fold_marks(word))
    weight = weigh(stem)
    if weight > 0 and len(stem) > 2:
        yield stem, weight * (NAME_BONUS if capital else 1.0), run if capital else -1


def _match_country(words: list[tuple[str, int]], at: int) -> tuple[int, str]:
    """The longest name of a country or capital that begins here: how many words, and its term."""
    for size in range(min(LONGEST_NAME, len(words) - at), 0, -1):
        if not words[at][0][0].isupper():
            break
        name = fold_marks(" ".join(word for word, _ in words[at : at + size]))
        if name in COUNTRY_TERMS:
            return size, COUNTRY_TERMS[name]
    return 1, ""
