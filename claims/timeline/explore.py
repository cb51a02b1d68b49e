"""All reports under a reader's filters: fifty rows, the counts of each facet, and the rows of an export."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.postgres.search import SearchHeadline
from django.db.models import Count, Exists, F, OuterRef, QuerySet
from django.utils import timezone

from articles.models import Revision
from claims.filters import PAGE
from claims.models import Report, Stance
from claims.report_filters import Sought, report_cursor, reports_after, reports_sought, search_query
from claims.timeline.entries import party_of, standing
from claims.timeline.values import Party, Piece

OPEN, CLOSE = "\x02", "\x03"  # stand around matches; no text of an article holds them
COUNTED = {
    "kind": "kind",
    "stance": "utterance__stances__kind",
    "quote": "quote",
    "outlet": "article__source__slug",
    "actor": "utterance__actor__slug",
}
# Links only suggested or refused do not count; an utterance may hold several.
HOLDING = {
    "stance": {"utterance__stances__taken": True, "utterance__stances__decision__in": ("", "accepted")}
}
NAMES = {"outlet": "article__source__name", "actor": "utterance__actor__name"}
FIELDS = (
    *("article", "article__url", "article__source__name", "revision__number", "exact", "quote", "kind"),
    *("speaker_name", "said_on", "published", "utterance__said_on"),
    *("utterance__actor__name", "utterance__actor__slug", "utterance__actor__sort"),
    *(f"utterance__on_behalf_of__{name}" for name in ("name", "slug", "sort")),
)
MOST_VALUES = 12
MOST_EXPORTED = 10_000


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet with its count and the address that chooses it (or drops it, where chosen)."""

    value: str
    name: str
    count: int
    query: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet with its commonest values."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One report as a row."""

    report: int
    article: int
    number: int
    newest: bool
    kind: str
    stance: str
    claim: int
    title: str
    speaker: Party
    behalf: Party | None
    speaker_name: str
    quote: str
    pieces: tuple[Piece, ...]
    outlet: str
    said_on: date | None
    published: datetime | None
    url: str


@dataclass(frozen=True, slots=True)
class Exploration:
    """Everything the page shows."""

    sought: Sought
    total: int
    rows: tuple[Found, ...]
    facets: tuple[Facet, ...]
    chosen: tuple[tuple[str, Choice], ...]
    next: str


def find_exploration(sought: Sought) -> Exploration:
    """One page of reports with their facets; eight queries."""
    reports = reports_sought(sought)
    found = list(reports_after(_with_words(reports, sought), sought))
    shown = found[:PAGE]
    following = sought.query(page=report_cursor(shown[-1])) if len(found) > PAGE else ""
    facets = tuple(_find_facet(sought, name) for name in COUNTED)
    return Exploration(
        sought, reports.count(), tuple(_rows(shown)), facets, _chosen(sought, facets), following
    )


def _chosen(sought: Sought, facets: Sequence[Facet]) -> tuple[tuple[str, Choice], ...]:
    """What is chosen now, each with the address that drops it."""
    counted = {(facet.name, choice.value): choice for facet in facets for choice in facet.choices}
    return tuple(
        (name, counted.get((name, value)) or Choice(value, value, 0, sought.query(**{name: ""}), chosen=True))
        for name, value in sought.chosen.items()
        if name != "sort"
    )


def find_rows(sought: Sought) -> Iterator[Found]:
    """The rows of an export, at most ten thousand, newest first."""
    reports = _with_words(reports_sought(sought), sought)
    newest = list(reports.order_by(F("published").desc(nulls_last=True), "-pk")[:MOST_EXPORTED])
    return _rows(newest)


def _with_words(reports: QuerySet[Report], sought: Sought) -> QuerySet[Report]:
    newer = Revision.objects.filter(article=OuterRef("article"), number__gt=OuterRef("revision__number"))
    related = ("revision", "article__source", "utterance__actor", "utterance__on_behalf_of")
    reports = reports.select_related(*related).annotate(edited=Exists(newer)).only(*FIELDS)
    if not sought.words:
        return reports
    matches = SearchHeadline(
        "exact",
        search_query(sought.words),
        config="indonesian",
        start_sel=OPEN,
        stop_sel=CLOSE,
        highlight_all=True,
    )
    return reports.annotate(matches=matches)


def _rows(reports: Sequence[Report]) -> Iterator[Found]:
    held = _find_stances(report.utterance_id for report in reports if report.utterance_id)
    for report in reports:
        yield _row(report, held.get(report.utterance_id or 0))


def _find_stances(utterances: Iterable[int]) -> dict[int, Stance]:
    """The best stance of each utterance, with its claim; one query."""
    stances = standing(Stance.objects.filter(utterance__in=set(utterances))).select_related("claim")
    return {stance.utterance_id: stance for stance in stances.order_by("score", "-pk")}


def _row(report: Report, stance: Stance | None) -> Found:
    said = report.utterance
    behalf = said.on_behalf_of if said else None
    return Found(
        report=report.pk,
        article=report.article_id,
        number=report.revision.number,
        newest=not getattr(report, "edited", False),
        kind=report.kind,
        stance=stance.kind if stance else "",
        claim=(stance.claim.successor_id or stance.claim_id) if stance else 0,
        title=stance.claim.title if stance else "",
        speaker=party_of(said.actor if said else None),
        behalf=party_of(behalf) if behalf else None,
        speaker_name=report.speaker_name,
        quote=report.quote,
        pieces=pieces_of(getattr(report, "matches", report.exact)),
        outlet=report.article.source.name,
        said_on=report.said_on or (said.said_on if said else None),
        published=report.published and timezone.localtime(report.published),
        url=report.article.url,
    )


def pieces_of(matches: str) -> tuple[Piece, ...]:
    """A text with its matches between OPEN and CLOSE, in pieces."""
    pieces: list[Piece] = []
    for part in matches.split(OPEN):
        hit, closed, rest = part.partition(CLOSE)
        pieces += [Piece(hit, differs=True), Piece(rest)] if closed else [Piece(part)]
    return tuple(piece for piece in pieces if piece.words)


def _find_facet(sought: Sought, name: str) -> Facet:
    field, label = COUNTED[name], NAMES.get(name, COUNTED[name])
    counts: dict[tuple[str, str], int] = defaultdict(int)
    reports = reports_sought(sought, but=name).filter(**HOLDING.get(name, {f"{field}__isnull": False}))
    number = Count("pk", distinct=name in HOLDING)
    common = reports.values_list(field, label).annotate(n=number).order_by("-n", field)
    for value, words, count in common[:MOST_VALUES]:
        counts[value, words] = count
    chosen = sought.chosen.get(name)
    return Facet(
        name,
        tuple(
            Choice(value, words, n, sought.query(**{name: "" if value == chosen else value}), value == chosen)
            for (value, words), n in counts.items()
        ),
    )
