"""Lets the decisions that stand on a report speak in its row, and the machine where none does."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils import timezone

from claims.models import CarriedReview, Report, Review
from claims.store.fields import COLUMNS, EXISTS, Value, set_value, value_of

MODEL, ALL, BY_HAND = "report", "accepted", "by-hand"


@dataclass(frozen=True, slots=True)
class Said:
    """One decision as it speaks on one report; `after` is what it says there."""

    review: Review
    after: Any


def find_said(reports: Iterable[int]) -> dict[int, list[Said]]:
    """The standing decisions on each of these reports, the earliest first: two queries."""
    wanted = list(reports)
    own = Review.objects.standing().filter(model=MODEL, row__in=wanted)
    carried = CarriedReview.objects.filter(report__in=wanted, after__isnull=False, review__undone=None)
    found = [(review.row, Said(review, review.after)) for review in own]
    found += [(one.report_id, Said(one.review, one.after)) for one in carried.select_related("review")]
    said: dict[int, list[Said]] = {}
    for report, one in sorted(found, key=lambda pair: (pair[1].review.at, pair[1].review.pk)):
        said.setdefault(report, []).append(one)
    return said


def reports_of(review: Review) -> list[Report]:
    """The reports on which a decision speaks, locked: the one it was made on, and those it was carried to."""
    carried = CarriedReview.objects.filter(review=review, after__isnull=False)
    rows = Report.objects.select_for_update(of=("self",)).select_related("revision", "reading")
    return list(rows.filter(Q(pk=review.row) | Q(pk__in=carried.values("report"))).order_by("pk"))


def speak(report: Report, said: Iterable[Said]) -> None:
    """Make an unsaved row say what the last decision on each field says, else what the machine does."""
    standing = list(said)
    for field in COLUMNS:
        settle_field(report, field, standing)
    stands = [one.after for one in standing if one.review.field == EXISTS]
    if stands:
        report.machine.setdefault(EXISTS, True)
    exists = bool(stands[-1]) if stands else report.machine.get(EXISTS, True)
    if not stands and report.machine.get(EXISTS, True):
        report.machine.pop(EXISTS, None)
    report.refused = not exists
    report.superseded = None if exists else report.superseded or timezone.now()


def told_by(report: Report) -> tuple[list[Value], bool]:
    """All that a report says, and whether it stands off the record."""
    return [value_of(report, field) for field in COLUMNS], report.refused


def settle_field(report: Report, field: str, said: Iterable[Said]) -> None:
    """Let the last decision that stands on a field speak, else the machine."""
    values = [value for one in said if (value := said_of(one, field)) is not None]
    if values:
        report.machine.setdefault(field, value_of(report, field))
        set_value(report, field, values[-1])
    elif field in report.machine and report.machine.get(EXISTS, True):
        set_value(report, field, report.machine.pop(field))


def said_of(one: Said, field: str) -> dict[str, Any] | None:
    """What one decision says of a field; None where it says nothing."""
    after: dict[str, Any] = one.after if isinstance(one.after, dict) else {}
    if one.review.field == field:
        return after
    return after.get(field) if one.review.field in (ALL, EXISTS) else None
