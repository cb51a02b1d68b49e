"""Finds the reports that a new one may be linked with: through indexes, in a fixed number of queries."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from claims.linking.telling import origin_of
from claims.linking.topics import gists_near, search_numbers
from claims.linking.values import Amount, Gist, Told
from claims.models import Reading, Report
from claims.values import Kind, QuoteForm, Sort

COLUMNS = (
    *(
        "pk",
        "revision_id",
        "ordinal",
        "start",
        "end",
        "exact",
        "kind",
        "quote",
        "gist",
        "partial",
        "score",
        "answers",
    ),
    *("speaker_name", "speaker_sort", "role", "on_behalf_of", "said_on", "place", "via", "figures", "target"),
    *(
        "published",
        "fetched",
        "utterance_id",
        "topic",
        "chain",
        "reason",
        "candidates",
        "superseded",
        "article__url",
        "article__source__name",
    ),
    *(
        "article__source__name",
        "revision__number",
        "revision__title",
        "revision__source_credit",
        "reading__sketch",
    ),
)


def find_rows(reports: QuerySet[Report]) -> list[dict[str, Any]]:
    """The columns that linking needs, one query."""
    return list(reports.values(*COLUMNS))


def find_own_rows(reading: Reading) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The current rows of a reading, and those of older readings of its revision that it replaces."""
    replaced = Q(revision=reading.revision_id, superseded__isnull=False) & ~Q(topic="")
    rows = find_rows(Report.objects.filter(Q(reading=reading, superseded=None) | replaced))
    return [row for row in rows if not row["superseded"]], [row for row in rows if row["superseded"]]


def find_near(rows: Sequence[dict[str, Any]]) -> set[str]:
    """The topics that new reports touch: those that hold a report near one of them.

    Time is part of the numbers the index keeps, and superseded reports have none: any further condition
    that another index could answer would lead the planner to read every report of the month.
    """
    fresh = [(gist_of(row), moment_of(row)) for row in rows]
    numbers = {number for gist, moment in fresh for number in search_numbers(gist.pairs, moment)}
    if not numbers:
        return set()
    known = Report.objects.filter(pairs__overlap=sorted(numbers)).exclude(topic="")
    found = known.exclude(pk__in=[row["pk"] for row in rows]).values("topic", "gist", "published", "fetched")
    return {row["topic"] for row in found.order_by() if is_near_any(gist_of(row), moment_of(row), fresh)}


def is_near_any(gist: Gist, moment: datetime, fresh: Iterable[tuple[Gist, datetime]]) -> bool:
    """Whether a report's gist is near one of the new ones."""
    pairs = set(gist.pairs)
    return any(
        not pairs.isdisjoint(other.pairs) and gists_near(gist, moment, other, then) for other, then in fresh
    )


def moment_of(row: Mapping[str, Any]) -> datetime:
    """When a report was published, or fetched where its page does not say."""
    moment: datetime = row["published"] or row["fetched"]
    return moment


def find_topic_rows(topics: Iterable[str], fresh: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """All reports of these topics together with the new ones."""
    own = {row["pk"] for row in fresh}
    return [*fresh, *find_rows(Report.objects.current().filter(topic__in=sorted(topics)).exclude(pk__in=own))]


def told_of(row: dict[str, Any]) -> Told:
    """A report as linking sees it."""
    outlet = row["article__source__name"]
    return Told(
        article=row["article__url"],
        outlet=outlet,
        revision=row["revision__number"],
        ordinal=row["ordinal"],
        title=row["revision__title"],
        moment=moment_of(row),
        start=row["start"],
        text=row["exact"],
        kind=Kind(row["kind"]),
        quote=QuoteForm(row["quote"]),
        gist=gist_of(row),
        speaker=row["speaker_name"],
        sort=Sort(row["speaker_sort"]) if row["speaker_sort"] else None,
        role=row["role"],
        on_behalf_of=row["on_behalf_of"],
        said_on=row["said_on"],
        place=row["place"],
        via=tuple(relay["name"] for relay in row["via"]),
        credit=origin_of(row["revision__source_credit"], outlet),
        figures=tuple(amount_of(figure) for figure in row["figures"]),
        target=row["target"],
        answers=row["answers"],
        partial=row["partial"],
        score=row["score"],
        sketch=tuple(row["reading__sketch"]),
    )


def gist_of(row: Mapping[str, Any]) -> Gist:
    """The gist as it was kept."""
    kept = row["gist"]
    return Gist(
        terms=kept.get("terms", {}),
        negated=kept.get("negated", False),
        thin=kept.get("thin", False),
        pairs=tuple(kept.get("pairs", ())),
        lent=tuple(kept.get("lent", ())),
        called=kept.get("called", {}),
    )


def amount_of(figure: dict[str, Any]) -> Amount:
    """A figure as it was kept."""
    return Amount(
        figure["value"], figure.get("upper"), bool(figure.get("approximate")), figure.get("unit") or ""
    )
