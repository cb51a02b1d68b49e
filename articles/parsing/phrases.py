"""Sentences that pages put between the paragraphs and that no reporter wrote."""

import re

from articles.parsing.words import word_lines

LONGEST_NOISE = 350
NOISE = re.compile("|".join(f"(?:{line})" for line in word_lines("noise")), re.IGNORECASE)
PAYWALL = re.compile("|".join(word_lines("paywall")), re.IGNORECASE)
OPENING = r"[\[(•*>»\s-]{0,4}(?:baca|lihat|simak)"
READ_ALSO = re.compile(
    rf"{OPENING}\s?(?:juga|pula|lagi|selengkapnya|(?:berita|artikel)(?: lain(?:nya)?)?)?"
    r"\s{0,2}[:：»>-]\s{0,2}|"
    rf"{OPENING} (?:juga|pula)\b\s?",
    re.IGNORECASE,
)
INLINE_READ_ALSO = re.compile(
    r"\s?[\[(]\s?(?:baca|lihat|simak)(?: juga| pula)?\s?[:：]?\s([^()\[\]]{8,250})[\])]", re.IGNORECASE
)


def is_noise(text: str) -> bool:
    """Whether a line is a page's own call, mark or label, not the reporter's sentence."""
    return len(text) <= LONGEST_NOISE and NOISE.match(text) is not None


def is_paywall(text: str) -> bool:
    """Whether a line asks the visitor to pay or log in for the rest."""
    return len(text) <= LONGEST_NOISE and PAYWALL.search(text) is not None
