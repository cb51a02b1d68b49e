"""Precision from the weekly samples that people reviewed, and recall from articles they read to the end."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Sum

from claims.accuracy.wilson import Share, find_share
from claims.models import FullReview, QueueItem
from claims.store.fields import COLUMNS, EXISTS

WEEKS = 26
MOST = 5000
SAMPLE = QueueItem.Reason.SAMPLE


@dataclass(frozen=True, slots=True)
class Judged:
    """One sampled report that somebody reviewed: by which rule and reader it was read, and what was right."""

    exists: bool
    right: Mapping[str, bool]
    rule: str
    outlet: str
    version: int

    @property
    def wholly(self) -> bool:
        """Whether it is a statement and every field of it is right."""
        return self.exists and all(self.right.values())


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    name: str
    share: Share


@dataclass(frozen=True, slots=True)
class Week:
    """How far a week's sample was reviewed."""

    name: str
    drawn: int
    reviewed: int


@dataclass(frozen=True, slots=True)
class Accuracy:
    """All that the page shows."""

    statements: Share
    fields: tuple[Row, ...]
    rules: tuple[Row, ...]
    outlets: tuple[Row, ...]
    versions: tuple[Row, ...]
    recall: Share
    articles: int
    weeks: tuple[Week, ...]


def find_accuracy() -> Accuracy:
    """The figures of the last half year; three queries."""
    judged = find_judged()
    weeks = find_weeks()
    full = FullReview.objects.latest_of_articles().aggregate(
        found=Sum("found"), missed=Sum("missed"), articles=Count("pk")
    )
    found, missed = full["found"] or 0, full["missed"] or 0
    return Accuracy(
        statements=share_of(one.exists for one in judged),
        fields=tuple(Row(name, share_of_field(name, judged)) for name in COLUMNS),
        rules=table_by({one.rule for one in judged}, judged, "rule"),
        outlets=table_by({one.outlet for one in judged}, judged, "outlet"),
        versions=table_by({one.version for one in judged}, judged, "version"),
        recall=find_share(found, found + missed),
        articles=full["articles"],
        weeks=weeks,
    )


def find_judged() -> list[Judged]:
    """The reviewed reports of the samples, the newest weeks first."""
    rows = QueueItem.objects.filter(reason=SAMPLE).exclude(state=QueueItem.State.OPEN)
    columns = ("verdict", "report__article__source__name")
    return [
        judged_of(verdict, outlet)
        for verdict, outlet in rows.order_by("-week", "pk").values_list(*columns)[:MOST]
        if verdict
    ]


def judged_of(verdict: Mapping[str, Any], outlet: str) -> Judged:
    """What was kept of one review."""
    return Judged(
        exists=bool(verdict.get(EXISTS)),
        right=verdict.get("right", {}),
        rule=verdict.get("rule", ""),
        outlet=outlet,
        version=int(verdict.get("version", 0)),
    )


def find_weeks() -> tuple[Week, ...]:
    """The latest samples, and how much of each is reviewed."""
    rows = QueueItem.objects.filter(reason=SAMPLE).values("week").order_by("-week")
    counted = rows.annotate(drawn=Count("pk"), reviewed=Count("pk", filter=~Q(state=QueueItem.State.OPEN)))
    return tuple(Week(row["week"], row["drawn"], row["reviewed"]) for row in counted[:WEEKS])


def share_of(answers: Iterable[bool]) -> Share:
    """The share of yes."""
    heard = list(answers)
    return find_share(sum(heard), len(heard))


def share_of_field(field: str, judged: Iterable[Judged]) -> Share:
    """In how many of the true statements the machine had this field right."""
    return share_of(one.right[field] for one in judged if one.exists and field in one.right)


def table_by(names: Iterable[object], judged: list[Judged], column: str) -> tuple[Row, ...]:
    """For each rule, outlet or version: in how many reports everything was right."""
    return tuple(
        Row(str(name), share_of(one.wholly for one in judged if getattr(one, column) == name))
        for name in sorted(names, key=str)
    )
