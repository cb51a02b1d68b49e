"""What pages show, as frozen values: parties, renderings, entries, days and rows of lists."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from claims.linking.values import Amount

STATING = frozenset({"asserts", "accuses"})


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as a page names it; `slug` is empty for a speaker whom no article names."""

    name: str
    slug: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words; `differs` where other renderings say it otherwise.

    `sort` is "hedge" or "figure" where it is one, else empty.
    """

    words: str
    differs: bool = False
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a report where they stand: `exact` with what comes `before` and `after` it, "…" where cut.

    `fetched` is when its page was fetched, `recorded` when our record first had it; both aware.
    """

    before: str
    exact: str
    after: str
    fetched: datetime
    recorded: datetime


@dataclass(frozen=True, slots=True)
class Rendering:
    """One article's words for an utterance, one click from the sentence they stand in.

    `edit` is "changed" where a later revision words it otherwise, "removed" where it lacks it, else
    empty. `newest` is False where the reader must be led to an older revision, `number`. `answers` is
    the place (reading, ordinal) of the statement that the same text says it answers. `marks` are stretches
    of `exact` (start, end, sort) that are hedges or figures.
    """

    report: int
    article: int
    number: int
    newest: bool
    outlet: str
    demo: bool
    cue: str
    exact: str
    quote: str
    kind: str
    published: datetime | None
    chain: str
    via: tuple[str, ...]
    hedges: tuple[str, ...]
    figures: tuple["Number", ...]
    role: str
    place: str
    audience: str
    said_on_words: str
    place_in_reading: tuple[int, int] = (0, 0)
    answers: tuple[int, int] | None = None
    edit: str = ""
    edited: datetime | None = None
    pieces: tuple[Piece, ...] = ()
    marks: tuple[tuple[int, int, str], ...] = ()
    place_in_text: Place | None = None


@dataclass(frozen=True, slots=True)
class Carrier:
    """One article that carries an utterance, with all its renderings; `behind` counts from the first article.

    `copies` is the outlet whose chain it belongs to, empty for the first of its chain.
    """

    outlet: str
    renderings: tuple[Rendering, ...]
    behind: timedelta | None
    copies: str

    @property
    def lead(self) -> Rendering:
        """Its first rendering."""
        return self.renderings[0]


@dataclass(frozen=True, slots=True)
class Chain:
    """One independent chain: through whom it came, and its articles in order of publication."""

    via: tuple[str, ...]
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as somebody gave it: "10.000-12.000 orang", `approximate` for "sekitar".

    `words` are the text's own where they were kept.
    """

    value: float
    upper: float | None
    approximate: bool
    unit: str
    words: str = ""

    @property
    def amount(self) -> Amount:
        """The same as linking compares it."""
        return Amount(self.value, self.upper, self.approximate, self.unit)


@dataclass(frozen=True, slots=True)
class Answered:
    """An earlier entry that an entry answers."""

    anchor: str
    party: Party
    day: date | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One utterance in a claim's or an actor's story.

    `day` is the day it was said, or (with `stated` False) the day of its first publication, `moment`,
    which is aware. `delay` counts from the first publication of what it answers, `since`, to its own.
    """

    utterance: int
    kind: str
    speaker: Party
    behalf: Party | None
    role: str
    day: date | None
    stated: bool
    moment: datetime | None
    place: str
    audience: str
    lead: Rendering | None
    renderings: tuple[Rendering, ...] = ()
    carriers: tuple[Carrier, ...] = ()
    chains: tuple[Chain, ...] = ()
    reason: Mapping[str, str] | None = None
    suggested: bool = False
    answers: tuple[Answered, ...] = ()
    since: Party | None = None
    delay: timedelta | None = None
    claim: int = 0
    title: str = ""

    @property
    def anchor(self) -> str:
        """Its address within a page."""
        return f"ujaran-{self.utterance}"

    def about(self, title: str) -> "Entry":
        """The same entry with the title of its claim, for pages of several claims."""
        return replace(self, title=title)

    @property
    def party(self) -> Party:
        """On whose account it stands: whoever is spoken for, else the speaker."""
        return self.behalf or self.speaker

    @property
    def states(self) -> bool:
        """Whether it states the claim itself, and so answers nobody."""
        return self.kind in STATING

    @property
    def role_names_behalf(self) -> bool:
        """Whether its role says already for whom it speaks ("juru bicara Istana")."""
        return self.behalf is not None and self.behalf.name in self.role

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who ran it, each outlet once, in order of publication."""
        return tuple(dict.fromkeys(rendering.outlet for rendering in self.renderings))

    @property
    def via(self) -> tuple[str, ...]:
        """Through whom it came, each relay once."""
        return tuple(dict.fromkeys(name for rendering in self.renderings for name in rendering.via))

    @property
    def told_late(self) -> bool:
        """Whether it was first published on a later day than it was said."""
        return self.moment is not None and self.day is not None and self.moment.date() > self.day


@dataclass(frozen=True, slots=True)
class Day:
    """All entries of one day; None gathers those without a date."""

    day: date | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many parties take one stance, and who they are."""

    kind: str
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """An accusation without an answer found yet: who is accused, since when, for how long."""

    target: str
    actor: Party | None
    since: datetime
    lasting: timedelta


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as lists show it; `one_sided` are outlets that ran the accusation but none of its denials."""

    pk: int
    title: str
    tallies: tuple[Tally, ...]
    reports: int
    chains: int
    outlets: tuple[str, ...]
    first_said: datetime | None
    last_moved: datetime | None
    demo: bool
    silence: Silence | None = None
    one_sided: tuple[str, ...] = ()
