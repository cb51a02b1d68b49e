"""Keeps what one reading found: the Reading and its Reports, each with its evidence."""

from dataclasses import asdict
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from articles.models import Revision
from claims.linking.telling import Printed, tell
from claims.linking.values import Told
from claims.models import FailedReading, Reading, Report
from claims.nlp.version import READER_VERSION
from claims.store.carrying import carry_in
from claims.store.columns import figure_object, gist_columns, words_at
from claims.store.links import take_turn
from claims.store.locks import carry_over
from claims.values import Evidence, Findings, Span, Statement

FIRST_PAUSE, LONGEST_PAUSE = timedelta(hours=1), timedelta(days=7)
NOT_NEWS = ("quiz", "advertorial")


def waiting(reader_version: int = READER_VERSION) -> QuerySet[Revision]:
    """Revisions that this reader version has not read, oldest first.

    Pages in another language than Indonesian, pages that are no news and texts that were taken down are not
    read; the first lines of a paywalled article are read like any other. Those whose reading broke wait their
    time.
    """
    read = Reading.objects.filter(revision=OuterRef("pk"), reader_version=reader_version)
    put_off = FailedReading.objects.filter(
        revision=OuterRef("pk"), reader_version=reader_version, next_try__gt=timezone.now()
    )
    indonesian = Q(language="") | Q(language__istartswith="id") | Q(language__iexact="in")
    return (
        Revision.objects.filter(indonesian, ~Exists(read), ~Exists(put_off), article__withheld=None)
        .exclude(article__kind__in=NOT_NEWS)
        .order_by("pk")
    )


def save_failure(revision: Revision, error: Exception, *, reader_version: int) -> None:
    """Put a reading that broke off: an hour, then two, four ... up to a week."""
    failure, _ = FailedReading.objects.get_or_create(revision=revision, reader_version=reader_version)
    failure.tries += 1
    failure.next_try = timezone.now() + min(FIRST_PAUSE * 2 ** (failure.tries - 1), LONGEST_PAUSE)
    failure.note = f"{type(error).__name__}: {error}"[:500]
    failure.save()


@transaction.atomic
def save_reading(revision: Revision, findings: Findings, *, reader_version: int) -> Reading:
    """Keep the findings of one revision; the same reading twice is kept once.

    Reports of an older reading of the same revision become superseded: the words were read anew.
    Reports of an older revision stay: they are the older wording of what was said, shown as changed or
    removed beside the newest. What people decided of either speaks in the new reading as well.
    """
    reading, is_new = Reading.objects.get_or_create(revision=revision, reader_version=reader_version)
    if not is_new:
        return reading
    FailedReading.objects.filter(revision=revision, reader_version=reader_version).delete()
    told = tell(printed_of(revision), findings.statements)
    read_before = (
        Reading.objects.filter(revision__article=revision.article_id).exclude(pk=reading.pk).exists()
    )
    if read_before:  # what was decided of it comes with it, and nobody decides meanwhile
        take_turn()
    Reading.objects.filter(pk=reading.pk).update(sketch=list(told[0].sketch) if told else [])
    Report.objects.bulk_create(
        make_report(reading, revision, statement, report)
        for statement, report in zip(findings.statements, told, strict=True)
        if len(statement.content) > 0
    )
    older = Report.objects.filter(
        revision=revision, superseded=None, reading__reader_version__lt=reader_version
    )
    older.update(superseded=timezone.now(), pairs=[])
    if read_before:
        carry_over(reading)
        carry_in(reading)
    return reading


def printed_of(revision: Revision) -> Printed:
    """What linking needs to know of a revision."""
    return Printed(
        article=revision.article.url,
        outlet=revision.article.source.name,
        revision=revision.number,
        title=revision.title,
        text=revision.text,
        moment=revision.published or revision.fetched,
        credit=revision.source_credit,
    )


def make_report(reading: Reading, revision: Revision, statement: Statement, told: Told) -> Report:
    """The unsaved row of one statement."""
    string = revision.text
    evidence = Evidence.at(string, statement.content)
    return Report(
        reading=reading,
        article_id=revision.article_id,
        revision=revision,
        ordinal=told.ordinal,
        **asdict(evidence),
        **speaker_columns(string, statement),
        on_behalf_of=told.on_behalf_of[:300],
        **circumstance_columns(string, statement),
        quote=statement.quote.value,
        kind=statement.kind.value,
        partial=statement.partial,
        answers=statement.denies,
        target=told.target[:300],
        hedges=[words_at(string, hedge) for hedge in statement.hedges],
        figures=[figure_object(string, figure) for figure in statement.figures],
        via=[{"name": relay.name, **words_at(string, relay.span)} for relay in statement.via],
        **gist_columns(told),
        rule=statement.rule[:60],
        score=min(max(statement.score, 0.0), 1.0),
        reason=statement.reason[:500],
        published=revision.published,
        fetched=revision.fetched,
    )


def speaker_columns(string: str, statement: Statement) -> dict[str, Any]:
    """Who, and by which word."""
    speaker, cue = statement.speaker, statement.cue
    columns: dict[str, Any] = {"cue": None, "cue_word": ""}
    if cue is not None:
        columns = {"cue": asdict(Evidence.at(string, cue)), "cue_word": cue.of(string)[:80]}
    if speaker is None:
        return columns
    return columns | {
        "speaker": asdict(Evidence.at(string, speaker.span)) if speaker.span else None,
        "speaker_name": speaker.name[:300],
        "speaker_sort": speaker.sort.value,
        "role": (speaker.role or "")[:300],
    }


def circumstance_columns(string: str, statement: Statement) -> dict[str, Any]:
    """When, where and to whom, in the text's own words."""
    return {
        "said_on": statement.said_on,
        "said_on_words": cut(string, statement.said_on_span, 120),
        "place": cut(string, statement.place, 200),
        "audience": cut(string, statement.audience, 200),
    }


def cut(string: str, span: Span | None, most: int) -> str:
    """The words at a span, as many as the column holds."""
    return span.of(string)[:most] if span else ""
