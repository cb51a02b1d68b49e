"""Counts what each source's days held, from the rows of fetches, articles and revisions."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Aggregate, Count, F, FloatField, Q, QuerySet, Sum
from django.db.models.functions import Extract, Length, TruncDate

from articles.fetching.verdicts import ANSWERS, FAILURES
from articles.health.judging import WIB
from articles.models import Fetch, Revision

FIELDS = ("title", "body", "date", "author")
# Stories that were old when they were found (backfill, archives) say nothing of what an outlet gives a day.
FRESH = timedelta(days=3)

Counted = dict[tuple[int, date], dict[str, Any]]


class Median(Aggregate):
    """PostgreSQL's median of a number."""

    function = "percentile_cont"
    template = "%(function)s(0.5) within group (order by %(expressions)s)"
    output_field = FloatField()


def count_fetches(first: date) -> Counted:
    """Answers, failures, bytes, median latency and pages without a field, by source and day since `first`.

    A page looked at several times a day counts once.
    """
    lacking = {f"no_{name}": Count("url", distinct=True, filter=Q(lacks__contains=[name])) for name in FIELDS}
    rows = (
        _fetches(first)
        .annotate(on=TruncDate("at", tzinfo=WIB))
        .values_list("source", "on")
        .annotate(
            answered=Count("pk", filter=Q(verdict__in=ANSWERS)),
            failed=Count("pk", filter=Q(verdict__in=FAILURES)),
            bytes=Sum("size"),
            latency=Median(Extract("took", "epoch"), filter=Q(verdict__in=ANSWERS)),
            pages=Count("url", distinct=True, filter=Q(lacks__isnull=False)),
            **lacking,
        )
    )
    names = ("answered", "failed", "size", "latency", "pages")
    return {
        (source, day): dict(zip(names, values, strict=False))
        | {"lacks": {name: n for name, n in zip(FIELDS, values[len(names) :], strict=True) if n}}
        for source, day, *values in rows
    }


def count_verdicts(first: date) -> Counted:
    """How often each verdict was given."""
    found: Counted = defaultdict(lambda: {"verdicts": {}})
    rows = _fetches(first).annotate(on=TruncDate("at", tzinfo=WIB))
    for source, day, verdict, n in rows.values_list("source", "on", "verdict").annotate(Count("pk")):
        found[source, day]["verdicts"][verdict] = n
    return found


def count_articles(first: date) -> Counted:
    """New articles that were fresh when found, and the median length of their first text."""
    fresh = Q(published=None) | Q(published__gte=F("article__first_seen") - FRESH)
    rows = (
        Revision.objects.filter(fresh, number=1, article__first_seen__gte=_midnight(first))
        .annotate(on=TruncDate("article__first_seen", tzinfo=WIB))
        .order_by()
        .values_list("article__source", "on")
        .annotate(articles=Count("pk"), length=Median(Length("body")))
    )
    return {(source, day): {"articles": n, "length": round(length)} for source, day, n, length in rows}


def count_edits(first: date) -> Counted:
    """Revisions after an article's first."""
    rows = (
        Revision.objects.filter(number__gt=1, fetched__gte=_midnight(first))
        .annotate(on=TruncDate("fetched", tzinfo=WIB))
        .order_by()
        .values_list("article__source", "on")
        .annotate(Count("pk"))
    )
    return {(source, day): {"edits": n} for source, day, n in rows}


def _fetches(first: date) -> QuerySet[Fetch]:
    return Fetch.objects.filter(source__isnull=False, at__gte=_midnight(first)).order_by()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), WIB)
