"""Turns report rows into renderings: which articles carry an utterance, in what words, and what edits did."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db.models import F, TextField, Value
from django.db.models.functions import Concat, Greatest, Substr
from django.utils import timezone

from articles.models import Revision, Source
from claims.models import Report
from claims.timeline.values import Number, Place, Rendering

FIELDS = (
    *(
        "utterance_id",
        "article_id",
        "exact",
        "quote",
        "kind",
        "cue_word",
        "published",
        "chain",
        "via",
        "role",
    ),
    *("hedges", "figures", "place", "audience", "said_on_words", "revision__number", "revision__fetched"),
    *("article__source__name", "article__source__group", "reading_id", "ordinal", "answers"),
    *("start", "end", "fetched", "recorded"),
)
AROUND = 200  # characters looked at on either side of a report's words
TEXT = Concat("revision__title", Value("\n"), "revision__body", output_field=TextField())
CONTEXT = Substr(TEXT, Greatest(F("start") + 1 - AROUND, 1), F("end") - F("start") + 2 * AROUND)


def find_renderings(
    utterances: Iterable[int], at: datetime | None = None
) -> dict[int, tuple[Rendering, ...]]:
    """The renderings of each utterance, by its id, in order of publication; two queries.

    `at` asks for what the record showed at that moment.
    """
    known = Report.objects.recorded_by(at) if at else Report.objects.current()
    reports = (
        known.filter(utterance__in=list(utterances))
        .select_related("revision", "article__source")
        .only(*FIELDS)
        .annotate(context=CONTEXT)
        .order_by("published", "article_id", "revision__number", "ordinal")
    )
    return _renderings_of(list(reports), at)


def _renderings_of(reports: list[Report], at: datetime | None) -> dict[int, tuple[Rendering, ...]]:
    newest = _find_newest({report.article_id for report in reports}, at)
    grouped: dict[tuple[int, int], list[Report]] = defaultdict(list)
    for report in reports:
        grouped[report.utterance_id or 0, report.article_id].append(report)
    found: dict[int, list[Rendering]] = defaultdict(list)
    for (utterance, article), told in grouped.items():
        found[utterance] += _of_article(told, newest[article])
    return {utterance: tuple(renderings) for utterance, renderings in found.items()}


def _find_newest(articles: set[int], at: datetime | None) -> dict[int, Revision]:
    revisions = Revision.objects.filter(article__in=articles).only("article_id", "number", "fetched")
    known = revisions.filter(recorded__lte=at) if at else revisions
    return {revision.article_id: revision for revision in known.order_by("number")}


def _of_article(reports: list[Report], newest: Revision) -> list[Rendering]:
    """The last words that the article gave, marked where an edit changed or removed them."""
    last = max(report.revision.number for report in reports)
    shown = [report for report in reports if report.revision.number == last]
    before = {report.exact for report in reports if report.revision.number < last}
    edit, edited = "", None
    if last < newest.number:
        edit, edited = "removed", newest.fetched
    elif before and not before & {report.exact for report in shown}:
        edit, edited = "changed", shown[0].revision.fetched
    renderings = [rendering_of(report, newest.number) for report in shown]
    return [replace(rendering, edit=edit, edited=edited) for rendering in renderings]


def rendering_of(report: Report, newest: int) -> Rendering:
    """One report as pages show it; `newest` is the number of its article's newest revision."""
    source = report.article.source
    return Rendering(
        report=report.pk,
        article=report.article_id,
        number=report.revision.number,
        newest=report.revision.number == newest,
        outlet=source.name,
        demo=source.group == Source.Group.DEMO,
        cue=report.cue_word,
        exact=report.exact,
        quote=report.quote,
        kind=report.kind,
        published=report.published and timezone.localtime(report.published),
        chain=report.chain or f"a{report.article_id}",
        via=tuple(filter(None, map(_name, report.via))),
        hedges=tuple(filter(None, map(_name, report.hedges))),
        figures=tuple(_number(figure) for figure in report.figures if "value" in figure),
        role=report.role,
        place=report.place,
        audience=report.audience,
        said_on_words=report.said_on_words,
        place_in_reading=(report.reading_id, report.ordinal),
        answers=None if report.answers is None else (report.reading_id, report.answers),
        marks=tuple(_marks(report, "hedges", "hedge") + _marks(report, "figures", "figure")),
        place_in_text=_place(report),
    )


def _marks(report: Report, field: str, sort: str) -> list[tuple[int, int, str]]:
    """Where in the report's words its hedges or figures stand, in characters."""
    found: list[Mapping[str, Any]] = [item for item in getattr(report, field) if isinstance(item, dict)]
    spans = [(item["start"], item["end"]) for item in found if "start" in item and "end" in item]
    return [
        (start - report.start, end - report.start, sort)
        for start, end in spans
        if report.start <= start < end <= report.end
    ]


def _place(report: Report) -> Place | None:
    """The report's words with what stands around them in their paragraph; None where they are not found."""
    context: str = getattr(report, "context", "") or ""
    begin = min(report.start, AROUND)
    end = begin + len(report.exact)
    if context[begin:end] != report.exact:
        return None
    return Place(
        before=_tail(context[:begin], cut=report.start > AROUND),
        exact=report.exact,
        after=_head(context[end:], cut=len(context) - end >= AROUND),
        fetched=report.fetched,
        recorded=report.recorded,
    )


def _tail(words: str, *, cut: bool) -> str:
    """The end of these words within its paragraph, from the first whole word on."""
    line = words.rpartition("\n")
    if line[1] or not cut:
        return line[2]
    return f"… {words.partition(' ')[2]}"


def _head(words: str, *, cut: bool) -> str:
    """The beginning of these words within its paragraph, up to the last whole word."""
    line = words.partition("\n")
    if line[1] or not cut:
        return line[0]
    return f"{words.rpartition(' ')[0]} …"


def _name(item: str | Mapping[str, Any]) -> str:
    """A relay or hedge is kept as its words, or as its evidence."""
    if isinstance(item, str):
        return item
    return str(item.get("name") or item.get("exact") or item.get("text") or "")


def _number(figure: Mapping[str, Any]) -> Number:
    return Number(
        value=figure["value"],
        upper=figure.get("upper"),
        approximate=bool(figure.get("approximate")),
        unit=figure.get("unit") or "",
        words=figure.get("exact") or "",
    )
