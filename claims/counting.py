"""Counts reports by facet and day for any filters: exactly where few, from a fixed sample where many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from claims.models import SampleCard
from claims.report_filters import FACETS, Sought, cards_sought, samples_sought

# So many drawn reports stand for 10,000: beyond that the sample's counts are within a few per cent.
MANY = 10_000 // SampleCard.SHARE
MOST_VALUES = 12
MOST_NEW = 99
Ask = tuple[str, Sequence[Any]]
TALLY = """
select {n} v, split_part(tag, ':', 1) facet, tag, count(*) n from hits_{n}, unnest(tags) tag
where split_part(tag, ':', 1) = any(%s) group by tag
"""
COUNTED = """
with {held}, tallies as ({tallies}),
ranked as (select *, row_number() over (partition by v, facet order by n desc, tag) place from tallies)
select v, tag, n from (select * from ranked where place <= %s order by place, tag) f
union all
select 0, 'day:' || (moment at time zone 'Asia/Jakarta')::date, count(*) from hits_0 group by 2
union all
select 0, 'all', count(*) from hits_0
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """What one question counts: the total, the commonest values of each facet, and the days.

    With `sampled` every number is an estimate, a multiple of the sample's share.
    """

    total: int
    sampled: bool
    facets: Mapping[str, Mapping[str, int]]
    days: Mapping[date, int]


def find_counts(sought: Sought) -> Counts:
    """Counts for the question, and for each chosen facet what its other values would give; two queries."""
    variants = [sought, *(sought.without(name) for name in FACETS if name in sought.chosen)]
    facets = [
        [name for name in FACETS if name not in sought.chosen],
        *([name] for name in FACETS if name in sought.chosen),
    ]
    drawn = _find_totals([samples_sought(variant) for variant in variants])
    sampled = [number >= MANY for number in drawn]
    hits = [
        _sql((samples_sought if many else cards_sought)(variant).values("moment", "tags"))
        for variant, many in zip(variants, sampled, strict=True)
    ]
    rows = _find_rows(hits, facets)
    found: dict[str, dict[str, int]] = {}
    days: dict[date, int] = {}
    total = 0
    for variant, tag, number in rows:
        facet, _, value = tag.partition(":")
        if facet == "all":
            total = _told(number, sampled[variant])
        elif facet == "day":
            days[date.fromisoformat(value)] = _told(number, sampled[variant])
        else:
            found.setdefault(facet, {})[value] = _told(number, sampled[variant])
    return Counts(total, sampled[0], found, days)


def _told(number: int, sampled: bool) -> int:
    """A count, or what the sample's count stands for, in two significant digits."""
    if not sampled:
        return number
    standing = number * SampleCard.SHARE
    return round(standing, 2 - len(str(standing)))


def find_loosened(sought: Sought) -> dict[str, tuple[int, bool]]:
    """How many reports each filter's leaving would give, and whether that is estimated; two queries."""
    variants = {name: sought.without(name) for name in sought.names}
    drawn = _find_totals([samples_sought(variant) for variant in variants.values()])
    many = {name: number for name, number in zip(variants, drawn, strict=True) if number >= MANY}
    few = [name for name in variants if name not in many]
    exact = dict(zip(few, _find_totals([cards_sought(variants[name]) for name in few]), strict=True))
    told = {name: (_told(number, sampled=True), True) for name, number in many.items()}
    return told | {name: (number, False) for name, number in exact.items()}


def find_new(asked: Sequence[tuple[Sought, int]]) -> list[int]:
    """How many reports with a higher id than the one seen each question has, counted to MOST_NEW + 1."""
    return _find_totals([cards_sought(sought).filter(pk__gt=seen)[: MOST_NEW + 1] for sought, seen in asked])


def _find_totals(questions: Sequence[QuerySet[Any]]) -> list[int]:
    """How many rows each question has; one query."""
    if not questions:
        return []
    asked = [_sql(question.values("pk")) for question in questions]
    words = ", ".join(f"(select count(*) from ({sql}) q)" for sql, _ in asked)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"select {words}", [value for _, values in asked for value in values])
        return list(cursor.fetchone())


def _find_rows(hits: Sequence[Ask], facets: Sequence[Sequence[str]]) -> list[tuple[int, str, int]]:
    """Counts as (question, tag, number): facets of each question, days and total of the first; one query."""
    held = ", ".join(f"hits_{n} as materialized ({sql})" for n, (sql, _) in enumerate(hits))
    values = [value for _, params in hits for value in params]
    tallies = []
    for n, names in enumerate(facets):
        tallies.append(TALLY.format(n=n))
        values.append(list(names))
    with connection.cursor() as cursor:
        cursor.execute(COUNTED.format(held=held, tallies=" union all ".join(tallies)), [*values, MOST_VALUES])
        return list(cursor.fetchall())


def _sql(question: QuerySet[Any]) -> Ask:
    plain = question if question.query.is_sliced else question.order_by()
    return plain.query.sql_with_params()
