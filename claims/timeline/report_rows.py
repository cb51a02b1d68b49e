"""Reports as rows of lists and exports: found by their cards, in order, with their matches marked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.contrib.postgres.search import SearchHeadline
from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from articles.models import Revision
from claims.counting import find_counts
from claims.filters import PAGE, Cursor, mark_of
from claims.models import Report, Stance
from claims.report_filters import Sought, cards_after, cards_sought
from claims.timeline.entries import party_of, standing
from claims.timeline.values import Party, Piece

OPEN, CLOSE = "\x02", "\x03"  # stand around matches; no text of an article holds them
FIELDS = (
    *("article", "article__url", "article__source__name", "article__source__slug", "revision__number"),
    *("revision__title", "exact", "quote", "kind", "speaker_name", "said_on", "published", "fetched"),
    *("start", "end", "prefix", "suffix", "cue_word", "place", "chain", "utterance__said_on"),
    *("utterance__actor__name", "utterance__actor__slug", "utterance__actor__sort"),
    *(f"utterance__on_behalf_of__{name}" for name in ("name", "slug", "sort")),
)
MOST_EXPORTED = 100_000
CHUNK = 500


@dataclass(frozen=True, slots=True)
class Found:
    """One report as a row; `headline` is its article's title, in pieces where the search met it."""

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
    headline: tuple[Piece, ...]
    outlet: str
    said_on: date | None
    published: datetime | None
    fetched: datetime
    url: str

    @property
    def met_in_headline(self) -> bool:
        """Whether the search met the article's title alone."""
        return not any(p.differs for p in self.pieces) and any(p.differs for p in self.headline)


def cursor_after(pk: int, moment: datetime) -> str:
    """The address of the page that follows this report."""
    return str(Cursor(mark_of(moment), pk))


def find_keys(sought: Sought, *, few: bool, most: int = PAGE + 1) -> list[tuple[int, datetime]]:
    """The reports of one page and one more, as (id, moment).

    Few matches are gathered before they are sorted: walking the record by time in search of the last of
    them could pass a million others.
    """
    cards = cards_sought(sought)
    if not few:
        return list(cards_after(cards, sought).values_list("pk", "moment")[:most])
    sql, values = cards_after(cards, sought).order_by().values("report_id", "moment").query.sql_with_params()
    order = "moment, report_id" if sought.oldest else "moment desc, report_id desc"
    words = (
        f"with hits as materialized ({sql}) select report_id, moment from hits order by {order} limit {most}"  # noqa: S608
    )
    with connection.cursor() as cursor:
        cursor.execute(words, values)
        return list(cursor.fetchall())


def find_cards(pks: Sequence[int], sought: Sought) -> Iterator[Found]:
    """These reports as rows, in this order; two queries."""
    if not pks:
        return
    reports = {report.pk: report for report in _with_matches(Report.objects.filter(pk__in=pks), sought)}
    held = _find_stances(report.utterance_id for report in reports.values() if report.utterance_id)
    for pk in pks:
        if report := reports.get(pk):
            yield _row(report, held.get(report.utterance_id or 0))


def find_rows(sought: Sought, most: int = MOST_EXPORTED) -> Iterator[Found]:
    """The rows of an export in the order asked for, read in pieces; two queries for each 500."""
    few = not find_counts(sought).sampled
    place = sought
    while most > 0:
        keys = find_keys(place, few=few, most=min(CHUNK, most))
        yield from find_cards([pk for pk, _ in keys], sought)
        if len(keys) < CHUNK:
            return
        most -= len(keys)
        place = replace(sought, cursor=Cursor(mark_of(keys[-1][1]), keys[-1][0]))


def _with_matches(reports: QuerySet[Report], sought: Sought) -> QuerySet[Report]:
    newer = Revision.objects.filter(article=OuterRef("article"), number__gt=OuterRef("revision__number"))
    related = ("revision", "article__source", "utterance__actor", "utterance__on_behalf_of")
    reports = reports.select_related(*related).annotate(edited=Exists(newer)).only(*FIELDS)
    if not sought.search.query:
        return reports
    return reports.annotate(matches=_marked("exact", sought), headline=_marked("revision__title", sought))


def _marked(field: str, sought: Sought) -> SearchHeadline:
    return SearchHeadline(
        field,
        sought.search.ask(),
        config="indonesian",
        start_sel=OPEN,
        stop_sel=CLOSE,
        highlight_all=True,
    )


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
        headline=pieces_of(getattr(report, "headline", report.revision.title)),
        outlet=report.article.source.name,
        said_on=report.said_on or (said.said_on if said else None),
        published=report.published and timezone.localtime(report.published),
        fetched=timezone.localtime(report.fetched),
        url=report.article.url,
    )


def pieces_of(matches: str) -> tuple[Piece, ...]:
    """A text with its matches between OPEN and CLOSE, in pieces."""
    pieces: list[Piece] = []
    for part in matches.split(OPEN):
        hit, closed, rest = part.partition(CLOSE)
        pieces += [Piece(hit, differs=True), Piece(rest)] if closed else [Piece(part)]
    return tuple(piece for piece in pieces if piece.words)
