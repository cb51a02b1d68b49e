"""Finds the runs of capitals of a text: where a name can stand at all."""

import re
from collections.abc import Iterator, Sequence

from claims.nlp.lexicon import BARE_TITLES
from claims.values import Span

PARTICLES = "bin|binti|van|von|de|der|da|dos|del|el|ibn|du|la|al|of|the|am|für|vom|zu|le|les|des|do|ben|und"
PARTICLE = rf"(?:(?:{PARTICLES}) )?"
CAPITAL = r"(?:(?:al|el|as|ad|ash)-)?[A-ZÀ-ÖØ-Þ][\w'’]*(?:-[\w'’]+)*(?:(?<=\b[A-Z])\.)?"
RUN = re.compile(rf"(?<![\w-]){CAPITAL}(?: {PARTICLE}{CAPITAL})*")
SHORT = re.compile(r" \(([A-Z][\w-]{1,14})\)")


def runs_in(string: str, story: Sequence[Span]) -> Iterator[re.Match[str]]:
    """The runs of capitals of the story's spans (of all the text when none are given)."""
    if not story:
        yield from RUN.finditer(string)
    for span in story:
        yield from RUN.finditer(string, span.start, span.end)


def is_nickname(string: str, start: int, text: str) -> bool:
    """Whether a titled name is another name of the person just named: "... atau Gus Wira"."""
    return (
        string[max(0, start - 5) : start] == "atau " and text.split(" ", maxsplit=1)[0].lower() in BARE_TITLES
    )


def find_alone(string: str, word: str) -> list[Span]:
    """The first places where a name of one word stands alone."""
    places: list[Span] = []
    at = string.find(word)
    while at >= 0 and len(places) < FEW:
        end = at + len(word)
        inside = string[at - 1 : at].isalpha() or string[end : end + 1].isalpha()
        follows = string[end : end + 1] == " " and string[end + 1 : end + 2].isupper()
        if not inside and not follows:
            places.append(Span(at, end))
        at = string.find(word, end)
    return places


FEW = 6
