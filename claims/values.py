"""Plain values that travel between the steps of the claims side: text, spans, statements, links."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

QUOTE_CONTEXT = 32


class QuoteForm(StrEnum):
    """How the words are given: verbatim, reworded, or reworded with quoted words inside."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Kind(StrEnum):
    """What the reader calls one statement, by its cue (shared gold guidelines)."""

    CLAIM = "claim"
    ACCUSATION = "accusation"
    DENIAL = "denial"
    CONFIRMATION = "confirmation"
    DEMAND = "demand"
    PLEDGE = "pledge"
    NEITHER = "neither"
    NO_COMMENT = "no_comment"
    RETRACTION = "retraction"


class Sort(StrEnum):
    """What sort of speaker an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    OUTLET = "outlet"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class StanceKind(StrEnum):
    """How an utterance stands to a claim."""

    ASSERTS = "asserts"
    ACCUSES = "accuses"
    DENIES = "denies"
    PARTLY_DENIES = "partly_denies"
    CONFIRMS = "confirms"
    NEITHER = "neither"
    NO_COMMENT = "no_comment"
    RETRACTS = "retracts"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character range [start, end) of a text, counted in Python `str` indices."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, not {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, string: str) -> str:
        """The words that stand there."""
        return string[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def overlap(self, other: "Span") -> float:
        """Intersection over union of the two, 0..1."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        return shared / (max(self.end, other.end) - min(self.start, other.start)) if shared > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Text:
    """One immutable text with its paragraphs (lines) and sentences; every finding points into it."""

    string: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch between quotation marks: `outer` with its marks, `inner` without."""

    outer: Span
    inner: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a possible speaker is named; `name` is the fullest form the text gives."""

    span: Span
    name: str
    sort: Sort
    name_span: Span | None = None
    role: str | None = None
    role_span: Span | None = None
    on_behalf_of: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: `span` is the mention at the cue (None where the text has none there).

    `name` is the fullest name the text gives, standing at `name_span`; never one from a registry.
    `members` names each of several joint speakers, empty for one.
    """

    name: str
    sort: Sort
    span: Span | None = None
    name_span: Span | None = None
    role: str | None = None
    role_span: Span | None = None
    on_behalf_of: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit: "sekitar 3.000 tentara" is 3000, approximate, of tentara."""

    span: Span
    value: float
    upper: float | None = None
    approximate: bool = False
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Relay:
    """An outlet through which the words came, outermost first in a chain."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Target:
    """Whom an accusation accuses, as named in the text."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One reporting event: content, who, cue and circumstances, with the rule that found it.

    `speaker` is None where nobody is named or two candidates are equal; `reason` then names them.
    `denies` is the index, within the same findings, of the statement this one answers
    (denial, confirmation, neither, no_comment, retraction). `score` is the reader's probability
    (0..1) that the row is right.
    """

    content: Span
    kind: Kind
    quote: QuoteForm
    rule: str
    score: float
    cue: Span | None = None
    speaker: Speaker | None = None
    said_on: date | None = None
    said_on_span: Span | None = None
    place: Span | None = None
    audience: Span | None = None
    via: tuple[Relay, ...] = ()
    hedges: tuple[Span, ...] = ()
    figures: tuple[Figure, ...] = ()
    target: Target | None = None
    denies: int | None = None
    partial: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything one reading found: statements in text order, and the mentions behind them."""

    text: Text
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Evidence:
    """Both W3C Web Annotation selectors of one span: position, and quote with its surroundings."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    @classmethod
    def at(cls, string: str, span: Span) -> "Evidence":
        """The evidence for `span` of `string`, with 32 characters on either side."""
        before = string[max(0, span.start - QUOTE_CONTEXT) : span.start]
        after = string[span.end : span.end + QUOTE_CONTEXT]
        return cls(span.start, span.end, span.of(string), before, after)
