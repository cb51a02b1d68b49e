"""Cuts a text into paragraphs (its lines) and sentences, with exact offsets."""

import re

from claims.nlp.lexicon import ABBREVIATIONS
from claims.values import Span, Text

LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
STOP = re.compile(r"[.!?\u2026]")
CLOSERS = "\"'”’»)]}“.!?…"
OPENERS = "\"'“‘”„«([*-–—"


def find_paragraphs(string: str) -> tuple[Span, ...]:
    """Every line that holds more than white space, its margins left out."""
    spans = []
    for line in LINE.finditer(string):
        words = line.group()
        body = words.strip()
        if body:
            start = line.start() + len(words) - len(words.lstrip())
            spans.append(Span(start, start + len(body)))
    return tuple(spans)


def is_abbreviation(string: str, start: int, dot: int) -> bool:
    """Whether the full stop at `dot` belongs to the word before it: "Prof.", "S.H.", "J. Habibie"."""
    left = max(start, dot - 12)
    word = string[left:dot].rsplit(None, 1)[-1].lstrip("(\"'“‘”") if string[left:dot].strip() else ""
    if not word or not word[-1].isalpha():
        return False
    if len(word) == 1 and word.isupper():
        return True
    return word.lower() in ABBREVIATIONS and (word[0].isupper() or len(word) > 1)


def skip_closers(string: str, at: int, end: int) -> int:
    """The place after the marks that close a sentence: further stops, quotation marks, brackets."""
    while at < end and string[at] in CLOSERS:
        at += 1
    return at


def starts_sentence(string: str, at: int, end: int) -> bool:
    """Whether a new sentence can begin at `at`: a capital, a figure, or an opening mark."""
    if at >= end:
        return False
    mark = string[at]
    return mark.isupper() or mark.isdigit() or mark in OPENERS


def is_boundary(string: str, start: int, dot: int, after: int, end: int) -> bool:
    """Whether the stop at `dot`, its closers ending at `after`, ends a sentence that began at `start`."""
    if after >= end:
        return False
    if string[after].isspace():
        return is_spaced_boundary(string, start, dot, after, end)
    glued = string[after].isupper() and after + 1 < end and string[after + 1].islower()
    before = string[dot - 1] if dot > start else ""
    return glued and (before.islower() or before in ')”"') and string[dot] != "…"


def is_spaced_boundary(string: str, start: int, dot: int, after: int, end: int) -> bool:
    """The same where white space follows the stop."""
    following = after
    while following < end and string[following].isspace():
        following += 1
    if not starts_sentence(string, following, end):
        return False
    return not (string[dot] == "." and after == dot + 1 and is_abbreviation(string, start, dot))


def find_sentences(string: str, paragraph: Span) -> list[Span]:
    """The sentences of one paragraph; one pass, left to right."""
    spans = []
    start, at = paragraph.start, paragraph.start
    while (stop := STOP.search(string, at, paragraph.end)) is not None:
        dot = stop.start()
        after = at = skip_closers(string, dot + 1, paragraph.end)
        if is_boundary(string, start, dot, after, paragraph.end):
            spans.append(Span(start, after))
            while string[after].isspace():
                after += 1
            start = at = after
    if start < paragraph.end:
        spans.append(Span(start, paragraph.end))
    return spans


def split_text(string: str, paragraphs: tuple[Span, ...]) -> Text:
    """The text with these paragraphs and their sentences."""
    sentences = tuple(sentence for paragraph in paragraphs for sentence in find_sentences(string, paragraph))
    return Text(string, paragraphs, sentences)
