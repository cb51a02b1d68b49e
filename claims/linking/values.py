"""Plain values of linking: a report as linking sees it, its gist, and the record that comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from claims.values import Kind, QuoteForm, Sort, StanceKind


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure in the words: `value` to `upper`; `approximate` also where the text gives only an order."""

    value: float
    upper: float | None = None
    approximate: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Gist:
    """What a report is about, for comparison: weighted terms, and whether its words negate.

    `terms` maps a normal form to its weight (0..1.5). `pairs` are numbers of pairs of its heaviest
    terms: two reports that share one may be about the same thing, and an index finds them. `lent` are the
    terms that only the speaker's name and role gave. `called` maps keys of names that the report gives
    short to those that its article gives in full.
    """

    terms: dict[str, float]
    negated: bool = False
    thin: bool = False
    pairs: tuple[int, ...] = ()
    lent: tuple[str, ...] = ()
    called: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """One report as linking sees it; everything here is content, nothing depends on ids or arrival.

    `moment` is the aware time of publication. `answers` is the ordinal, in the same revision, of the
    statement that this one answers. `sketch` is the MinHash of the article's text.
    """

    article: str
    outlet: str
    revision: int
    ordinal: int
    title: str
    moment: datetime
    start: int
    text: str
    kind: Kind
    quote: QuoteForm
    gist: Gist
    speaker: str = ""
    sort: Sort | None = None
    role: str = ""
    on_behalf_of: str = ""
    said_on: date | None = None
    place: str = ""
    via: tuple[str, ...] = ()
    credit: str = ""
    figures: tuple[Amount, ...] = ()
    target: str = ""
    answers: int | None = None
    partial: bool = False
    score: float = 1.0
    sketch: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """Names the report by its place alone."""
        return f"{self.article}#{self.revision}.{self.start}.{self.ordinal}"

    @property
    def order(self) -> tuple[datetime, str, int, int, int]:
        """The order of publication, the same whatever came first to us."""
        return (self.moment, self.article, self.revision, self.start, self.ordinal)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, by key: the actor, and the one it speaks for ("" where nobody)."""

    actor: str
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """Keys that people gave to other actors: `merged` of those they joined, `spelt` of added spellings."""

    merged: Mapping[str, str] = field(default_factory=dict)
    spelt: Mapping[str, str] = field(default_factory=dict)

    def of(self, key: str) -> str:
        """The key of the actor that stands for this one."""
        return self.merged.get(key) or self.spelt.get(key, key)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two gists are (0..1), and why."""

    score: float
    shared: tuple[str, ...] = ()
    figures_agree: bool = False
    figures_differ: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a link was made, in plain Indonesian and English, with the features that matched."""

    indonesian: str
    english: str
    features: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LinkedUtterance:
    """One actor on one occasion, with the reports of it in order of publication."""

    key: str
    voice: Voice
    said_on: date | None
    not_later_than: datetime
    place: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class LinkedStance:
    """How one utterance stands to one claim; `taken` is False for a link only suggested.

    `accepted` is True where a person said so; `machine` is then what the linker alone says of the link,
    None where it would not make it.
    """

    utterance: str
    claim: str
    kind: StanceKind
    score: float
    reason: Reason
    taken: bool = True
    accepted: bool = False
    machine: StanceKind | None = None


@dataclass(frozen=True, slots=True)
class LinkedClaim:
    """A proposition; `told` are the reports behind it, `origin_known` False where only answers were seen.

    `target` is the accused as named, `target_key` the key of that actor.
    """

    key: str
    title: str
    origin_known: bool
    target: str
    target_key: str
    first_said: datetime
    last_moved: datetime
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """The record of one topic; `voices` and `chains` go by the key of the report.

    `undecided` holds the keys of the actors whom a name fits, where it fits more than one. `refused` is
    what the linker alone says of links that people refused, by their row; None where it agrees.
    """

    utterances: tuple[LinkedUtterance, ...] = ()
    claims: tuple[LinkedClaim, ...] = ()
    stances: tuple[LinkedStance, ...] = ()
    voices: dict[str, Voice] = field(default_factory=dict)
    chains: dict[str, str] = field(default_factory=dict)
    undecided: dict[str, tuple[str, ...]] = field(default_factory=dict)
    refused: dict[int, StanceKind | None] = field(default_factory=dict)
