"""Keeps what people decided about reports through every re-reading, with the machine's word beside it."""

from collections.abc import Iterable, Sequence

from django.utils import timezone

from claims.models import QueueItem, Reading, Report, Review
from claims.store.fields import COLUMNS, EXISTS, set_value, value_of
from claims.store.retelling import renew_gists
from claims.values import Span

ENOUGH = 0.5  # of two spans' union: less is another statement


def carry_over(reading: Reading) -> None:
    """Bring decisions on older readings of this revision to the reports of the new one.

    A report continues in the one whose span, as the machine read it, overlaps most. What people decided
    stays; `machine` takes up what the new reading says of it. Where the new reading lacks the statement,
    the row goes on as it stands.
    """
    decided = Report.objects.filter(revision=reading.revision_id).exclude(machine={})
    older = list(decided.exclude(reading=reading).filter(continued=False).order_by("pk"))
    if not older:
        return
    fresh = list(reading.reports.order_by("ordinal"))
    heirs = find_heirs(older, fresh)
    following = max((report.ordinal for report in fresh), default=-1) + 1
    for place, report in enumerate(older):
        heir = heirs.get(report.pk)
        if heir is None:
            kept = copy_of(report, reading, following + place)
        else:
            kept = heir
            take_over(report, heir)
        Review.objects.filter(model="report", row=report.pk).update(row=kept.pk)
        QueueItem.objects.filter(report=report).update(report=kept)
    Report.objects.filter(pk__in=[report.pk for report in older]).update(continued=True)
    renew_gists(reading)


def find_heirs(older: Iterable[Report], fresh: Sequence[Report]) -> dict[int, Report]:
    """The new report that each older one continues in, by the older one's id: one to one, the best first."""
    ranked = sorted(
        ((-overlap(report, new), abs(report.ordinal - new.ordinal), report.pk, place))
        for report in older
        for place, new in enumerate(fresh)
        if overlap(report, new) >= ENOUGH
    )
    heirs: dict[int, Report] = {}
    taken: set[int] = set()
    for _overlap, _distance, pk, place in ranked:
        if pk not in heirs and place not in taken:
            heirs[pk] = fresh[place]
            taken.add(place)
    return heirs


def overlap(report: Report, new: Report) -> float:
    """How much of a new span and the one the machine read before is the same, 0..1."""
    return machine_span(report).overlap(Span(new.start, new.end))


def machine_span(report: Report) -> Span:
    """The span as the machine reads it."""
    span = report.machine.get("span")
    return Span(span["start"], span["end"]) if span else Span(report.start, report.end)


def take_over(report: Report, heir: Report) -> None:
    """Give a new report what people decided about an older one."""
    for field in report.machine.keys() & COLUMNS.keys():
        heir.machine[field] = value_of(heir, field)
        set_value(heir, field, value_of(report, field))
    if EXISTS in report.machine:
        heir.machine[EXISTS] = True
        heir.refused = report.refused
        heir.superseded = timezone.now() if report.refused else None
    heir.save()


def copy_of(report: Report, reading: Reading, ordinal: int) -> Report:
    """The older report as a row of the new reading, which does not have it."""
    row = Report.objects.get(pk=report.pk)
    row.pk = None
    row._state.adding = True
    row.reading, row.ordinal, row.answers = reading, ordinal, None
    row.machine = {**row.machine, EXISTS: False}
    row.superseded = timezone.now() if row.refused else None
    row.utterance, row.topic, row.recorded = None, "", timezone.now()
    row.save()
    return row
