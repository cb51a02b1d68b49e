"""Keeps what people decided about reports through every re-reading, with the machine's word beside it."""

from collections.abc import Iterable, Sequence

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from claims.models import CarriedReview, QueueItem, Reading, Report, Review
from claims.store.fields import COLUMNS, EXISTS, set_value, value_of
from claims.store.passages import ENOUGH, machine_span
from claims.store.retelling import renew_gists
from claims.values import Span


def carry_over(reading: Reading) -> None:
    """Bring decisions on older readings of this revision to the reports of the new one.

    A report continues in the one whose span, as the machine read it, overlaps most. What people decided
    stays; `machine` takes up what the new reading says of it. Where the new reading lacks the statement,
    the row goes on as it stands.
    """
    older = find_older(reading)
    if not older:
        return
    fresh = list(reading.reports.order_by("ordinal"))
    heirs = find_heirs(older, fresh)
    following = max((report.ordinal for report in fresh), default=-1) + 1
    for place, report in enumerate(older):
        heir = heirs.get(report.pk)
        if heir is None and report.machine:
            heir = copy_of(report, reading, following + place)
        elif heir is not None:
            take_over(report, heir)
        if heir is not None:
            hand_on(report, heir)
    Report.objects.filter(pk__in=[report.pk for report in older]).update(continued=True)
    renew_gists(reading)


def find_older(reading: Reading) -> list[Report]:
    """Reports of older readings of the revision on which people decided, or a lost decision is noted."""
    rows = Report.objects.filter(revision=reading.revision_id, continued=False).exclude(reading=reading)
    noted = CarriedReview.objects.filter(report=OuterRef("pk"))
    return list(rows.filter(~Q(machine={}) | Exists(noted)).order_by("pk"))


def hand_on(report: Report, heir: Report) -> None:
    """Let what hangs on an older report hang on the one that it continues in."""
    Review.objects.filter(model="report", row=report.pk).update(row=heir.pk)
    CarriedReview.objects.filter(report=report).update(report=heir)
    QueueItem.objects.filter(report=report).update(report=heir)


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
    row = unsaved_copy(report, reading, ordinal)
    row.machine = {**row.machine, EXISTS: False}
    row.superseded = timezone.now() if row.refused else None
    row.save()
    return row


def unsaved_copy(report: Report, reading: Reading, ordinal: int) -> Report:
    """A new row, not yet linked, that says what an older one says."""
    row = Report.objects.get(pk=report.pk)
    row.pk = None
    row._state.adding = True
    row.reading, row.ordinal, row.answers = reading, ordinal, None
    row.utterance, row.topic, row.recorded = None, "", timezone.now()
    return row
