"""Tells the language of a text by its smallest words; what a page declares is often its template's."""

import re
from collections.abc import Iterable

from articles.parsing.words import word_lines

WORDS = {line[:2]: frozenset(line[3:].split()) for line in word_lines("function_words")}
MALAY_MARKS = WORDS["ms"] - WORDS["id"]
TOKEN = re.compile(r"[a-zé]+")
ENOUGH_TEXT = 6000
LEAST_SHARE = 0.06


def find_language(paragraphs: Iterable[str], declared: str = "") -> str | None:
    """An ISO 639-1 code; for a text too short to tell, what the page declares."""
    tokens = TOKEN.findall(" ".join(paragraphs)[:ENOUGH_TEXT].lower())
    counts = {language: sum(token in words for token in tokens) for language, words in WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    if len(tokens) < 10 or counts[best] < LEAST_SHARE * len(tokens):
        return declared.strip().replace("_", "-").split("-")[0].lower()[:3] or None
    if best == "ms" and sum(token in MALAY_MARKS for token in tokens) < 0.01 * len(tokens):
        return "id"
    return best
