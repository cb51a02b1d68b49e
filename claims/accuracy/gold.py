"""Writes what people reviewed to the end as gold that `manage.py evaluate` reads."""

import json
from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from articles.models import Revision
from claims.models import FullReview, Report
from claims.values import Kind

# The annotation guidelines do not know these kinds.
LEFT_OUT = (Kind.NEITHER.value, Kind.NO_COMMENT.value, Kind.RETRACTION.value)


def find_gold() -> Iterator[tuple[str, str]]:
    """The files of the gold by name: docs/<doc>.txt one by one, then gold.jsonl and docs.json."""
    lines: list[str] = []
    days: dict[str, dict[str, str]] = {}
    rows = (
        FullReview.objects.latest_of_articles()
        .select_related("revision__article__source")
        .defer("revision__html")
    )
    for full in rows.order_by("revision_id").iterator(chunk_size=200):
        revision = full.revision
        name = name_of(revision)
        yield f"docs/{name}.txt", revision.text
        days[name] = {"outlet": revision.article.source.name, "published": day_of(revision)}
        lines += [json.dumps(row, ensure_ascii=False) for row in gold_rows(revision)]
    yield "gold.jsonl", "".join(f"{line}\n" for line in lines)
    yield "docs.json", json.dumps(days, ensure_ascii=False, indent=1)


def name_of(revision: Revision) -> str:
    """The document's name."""
    return f"r{revision.pk}"


def day_of(revision: Revision) -> str:
    """The day the reader took it for."""
    return timezone.localtime(revision.published or revision.fetched).date().isoformat()


def gold_rows(revision: Revision) -> list[dict[str, Any]]:
    """The statements of one document as people left them."""
    current = Report.objects.current().filter(revision=revision).exclude(kind__in=LEFT_OUT)
    reports = list(current.order_by("start", "pk"))
    ids = {report.ordinal: f"{name_of(revision)}-{report.ordinal}" for report in reports}
    return [gold_row(revision, report, ids) for report in reports]


def gold_row(revision: Revision, report: Report, ids: dict[int, str]) -> dict[str, Any]:
    """One statement."""
    denied = ids.get(report.answers) if report.answers is not None and report.kind == Kind.DENIAL else None
    return {
        "doc": name_of(revision),
        "id": ids[report.ordinal],
        "content": [report.start, report.end],
        "cue": span_of(report.cue),
        "speaker": report.speaker_name or None,
        "speaker_span": span_of(report.speaker),
        "quote": report.quote,
        "kind": report.kind,
        "role": report.role or None,
        "via": [relay["name"] for relay in report.via] or None,
        "said_on": report.said_on.isoformat() if report.said_on else None,
        "denies": denied,
    }


def span_of(evidence: dict[str, Any] | None) -> list[int] | None:
    """Where a piece of evidence stands."""
    return [evidence["start"], evidence["end"]] if evidence else None
