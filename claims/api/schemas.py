"""What the API answers: one schema a row, and pages of rows with the cursor of the next."""

from datetime import date, datetime
from typing import Generic, TypeVar

from ninja import Schema
from pydantic import Field

Row = TypeVar("Row")


class Page(Schema, Generic[Row]):
    """Fifty rows; `next` is the value of `page` that gives the next fifty, null on the last page."""

    items: list[Row]
    next: str | None


class CountedPage(Page[Row], Generic[Row]):
    """A page with the number of all rows; `estimated` where that is drawn from a sample."""

    total: int
    estimated: bool


class ReportRow(Schema):
    """One article revision's rendering of something said."""

    report: int
    kind: str
    stance: str | None
    speaker: str | None
    speaker_slug: str | None
    on_behalf_of: str | None
    quote: str
    words: str
    outlet: str
    headline: str
    url: str
    said_on: date | None
    published: datetime | None
    fetched: datetime
    claim: int | None
    claim_title: str | None


class ClaimRow(Schema):
    """A proposition and who stands where; `status` says what was found, never what is true."""

    claim: int
    title: str
    status: str = Field(description="denied, confirmed, unanswered or asserted")
    asserted_by: list[str]
    accused_by: list[str]
    denied_by: list[str]
    confirmed_by: list[str]
    reports: int
    chains: int = Field(description="independent chains: ten copies of one wire story are one")
    outlets: list[str]
    first_said: datetime | None
    last_moved: datetime | None


class TellingRow(Schema):
    """One article's words for an utterance."""

    report: int
    article: int
    revision: int
    outlet: str
    words: str
    cue: str
    quote: str
    published: datetime | None
    chain: str
    via: list[str]
    hedges: list[str]


class StanceRow(Schema):
    """How one utterance stands to the claim, with the articles that tell it."""

    utterance: int
    stance: str
    speaker: str | None
    speaker_slug: str | None
    on_behalf_of: str | None
    said_on: date | None
    not_later_than: datetime | None
    place: str | None
    chains: int
    reason: dict[str, str] | None
    reports: list[TellingRow]


class ClaimDetail(Schema):
    """One claim with every stance on it."""

    claim: int
    title: str
    target: str | None
    first_said: datetime | None
    last_moved: datetime | None
    reports: int
    chains: int
    stances: list[StanceRow]


class ActorRow(Schema):
    """A speaker; with `more` the counts are of its latest utterances alone."""

    actor: str
    name: str
    sort: str
    role: str | None
    stated: int
    answered: int
    more: bool
    last: datetime | None


class RoleRow(Schema):
    """A role as stated, with the days between which it was seen."""

    role: str
    organisation: str | None
    first_seen: date | None
    last_seen: date | None


class ActorDetail(Schema):
    """A speaker with every spelling of its name and its roles."""

    actor: str
    name: str
    sort: str
    wikidata: str | None
    names: list[str]
    roles: list[RoleRow]


class RevisionRow(Schema):
    """The text of an article as it stood at one fetch."""

    number: int
    title: str
    published: datetime | None
    modified: datetime | None
    fetched: datetime


class ArticleRow(Schema):
    """One story at one address."""

    article: int
    url: str
    outlet: str
    title: str
    published: datetime | None
    first_seen: datetime
    revisions: int
    removed: datetime | None


class StatementRow(Schema):
    """A statement in a text, with both selectors of the W3C Web Annotation model."""

    report: int = Field(validation_alias="pk")
    kind: str
    quote: str
    speaker_name: str
    cue_word: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


class ArticleDetail(ArticleRow):
    """One story with its revisions and the reports of its newest text, each with its selectors."""

    history: list[RevisionRow]
    statements: list[StatementRow]


class SourceRow(Schema):
    """An outlet and how it fares."""

    source: str
    name: str
    home: str
    group: str
    enabled: bool
    last_success: datetime | None
    failures: int


class Wrong(Schema):
    """One parameter that could not be understood."""

    parameter: str
    value: str


class Problem(Schema):
    """What went wrong (RFC 9457), in the reader's language."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Wrong] = []
