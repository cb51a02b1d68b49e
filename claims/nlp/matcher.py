"""What every grammar rule works on: one unit of text with its words, and the rows of the rule tables."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from claims.nlp.lexicon import Phrases, Verb
from claims.values import Kind, Quote, QuoteForm, Span

WORD = re.compile(
    r"(?:(?:[Ii]r|[Dd]r|[Dd]rs|[Dd]ra|[Pp]rof|Hj|KH|[Dd]rg|Tn|Ny|Sdr|Jend|Kol|Kapt|Inc|Ltd|Corp|Tbk|Jr|Sr|Pol|Purn)\.(?=\s)|[A-Z]\.(?=\s[A-Z])|(?:[A-Z][a-z]{0,4}\.){2,}|(?:S|M|A|Sp|Ph|B)\.[A-Z][A-Za-z]{0,3}\b(?:\.[A-Z][a-z]{0,3}\b)*)|\d+(?:[.,]\d+)*|\w+(?:[-'’]\w+|\.(?=[a-z]{2,4}\b)\w+)*|[^\w\s]"
)


class Unit:
    """One sentence, or several held together by a quotation, cut into words; indices count words.

    `inside` gives for each word the number of the quotation (in `quotes`) it stands in, or -1.
    """

    __slots__ = (
        "end",
        "ends",
        "first_of_line",
        "headline",
        "hints",
        "inside",
        "last_of_line",
        "lost",
        "lows",
        "quotes",
        "start",
        "starts",
        "string",
        "words",
    )

    def __init__(self, string: str, span: Span, quotes: tuple[Quote, ...]) -> None:
        self.string = string
        self.start, self.end = span.start, span.end
        self.quotes = quotes
        self.hints = NO_HINTS
        self.headline = self.lost = self.first_of_line = self.last_of_line = False
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self.lows: list[str] = []
        self.inside: list[int] = []

    def cut(self) -> "Unit":
        """Cuts the unit into words, once; units without a cue are never cut, which is half of the speed."""
        if not self.words:
            matches = list(WORD.finditer(self.string, self.start, self.end))
            self.starts = [match.start() for match in matches]
            self.ends = [match.end() for match in matches]
            self.words = [match.group() for match in matches]
            self.lows = [word.lower() for word in self.words]
            self.inside = self.mark_quotes() if self.quotes else [-1] * len(matches)
        return self

    def mark_quotes(self) -> list[int]:
        """The quotation each word stands in."""
        inside = [-1] * len(self.starts)
        at = 0
        for number, quote in enumerate(self.quotes):
            while at < len(inside) and self.starts[at] < quote.outer.end:
                if self.starts[at] >= quote.outer.start:
                    inside[at] = number
                at += 1
        return inside

    def span(self, first: int, last: int) -> Span:
        """Characters from the first word to before the word `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def text(self, first: int, last: int) -> str:
        """The words from `first` to before `last` as printed."""
        return self.string[self.starts[first] : self.ends[last - 1]]

    def at_char(self, position: int) -> int:
        """The index of the first word that starts at or after a character."""
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle] < position:
                low = middle + 1
            else:
                high = middle
        return low


class Hints(NamedTuple):
    """What a text tells about capitalised words: which speak alone, which are common, loose or places.

    `ends` and `begins` hold the last and the first words of its runs of capitals.
    """

    alone: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    begins: frozenset[str] = frozenset()


NO_HINTS = Hints()


class Subject(NamedTuple):
    """Where a statement's speaker stands: words [first, last) of its unit, or one clitic, or nowhere.

    `clitic` is the span of "nya"; `same` says that the speaker is that of the statement before.
    """

    first: int = -1
    last: int = -1
    clitic: Span | None = None
    same: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One statement as its rule found it, before names, days and links are known.

    `cue_at` is the word of the cue in its unit, -1 without one; `rule` is set by the table.
    """

    content: Span
    kind: Kind
    score: float
    subject: Subject
    cue: Span | None = None
    quote: QuoteForm | None = None
    cue_at: int = -1
    rule: str = ""


def make_draft(
    unit: Unit,
    at: int,
    verb: Verb,
    content: Span,
    subject: Subject,
    *,
    score: float,
    quote: QuoteForm | None = None,
) -> Draft:
    """The draft of the verb at `at`."""
    cue = unit.span(at, at + len(verb.form.split()))
    return Draft(content, verb.kind, score, subject, cue, quote, at)


Finder = Callable[[Unit, int, Verb], Draft | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of a rule table: its name, the frames it serves, its grammar, and its two sentences."""

    name: str
    frames: frozenset[str]
    find: Finder
    matches: str
    misses: str


def find_phrase(table: Phrases, lows: list[str], at: int) -> tuple[int, str] | None:
    """The longest phrase of `table` that begins at word `at`: where it ends, and its class."""
    for words, kind in table.get(lows[at], ()):
        size = len(words)
        if size == 1 or tuple(lows[at : at + size]) == words:
            return at + size, kind
    return None
