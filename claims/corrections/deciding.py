"""People decide about reports: accept, correct, refuse, add; what they say wins over the machine."""

import hashlib
import json
from collections.abc import Collection, Mapping

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Revision
from claims.corrections.history import Hand, keep_review, take_back
from claims.corrections.parsing import parse_changes
from claims.corrections.verdicts import CannotCorrect, Stale
from claims.models import Reading, Report, Review
from claims.store.carrying import spread
from claims.store.fields import COLUMNS, EXISTS, agree, set_value, span_value, value_of
from claims.store.links import take_turn
from claims.store.retelling import attach, detach
from claims.store.speaking import ALL, BY_HAND, MODEL, find_said, reports_of, speak, told_by
from claims.values import Span


def version_of(report: Report) -> str:
    """Names the state of a report that somebody sees, to find out whether it changed since."""
    values = [value_of(report, field) for field in COLUMNS]
    state = json.dumps([report.pk, values, report.refused, sorted(report.machine)], sort_keys=True)
    return hashlib.sha256(state.encode()).hexdigest()[:20]


def open_report(pk: int, seen: str | None) -> Report:
    """The report, locked for a decision; raises CannotCorrect where it is gone, Stale where it changed.

    The linking lock comes first, as it does wherever links are written.
    """
    take_turn()
    rows = Report.objects.select_for_update(of=("self",)).select_related("revision", "reading")
    report = rows.filter(pk=pk, superseded=None).first()
    if report is None:
        raise CannotCorrect(_("Laporan ini sudah dibaca ulang, ditolak atau dihapus. Muat ulang halamannya."))
    if seen is not None and seen != version_of(report):
        last = Review.objects.on_rows(MODEL, [pk]).select_related("user").first()
        raise Stale(last.user.get_username() if last else "")
    return report


@transaction.atomic
def correct_report(pk: int, words: Mapping[str, str], hand: Hand, seen: str | None = None) -> list[Review]:
    """Put right the fields whose words differ, a Review for each; raises CannotCorrect, changing nothing."""
    report = open_report(pk, seen)
    changes = parse_changes(report, words)
    changes = {f: new for f, new in changes.items() if not agree(f, value_of(report, f), new)}
    if not changes:
        return []
    before = detach(report)
    reviews = [
        keep_review(hand, (MODEL, pk, field), value_of(report, field), value)
        for field, value in changes.items()
    ]
    for field, value in changes.items():
        report.machine.setdefault(field, value_of(report, field))
        set_value(report, field, value)
    report.save()
    attach(report, before)
    spread(report)
    return reviews


@transaction.atomic
def accept_report(pk: int, hand: Hand, seen: str | None = None, besides: Collection[str] = ()) -> Review:
    """Say that every field is right as it stands; none of them changes any more by a re-reading.

    `besides` are the fields on which decisions of their own were just made: those speak for themselves,
    so that each can be taken back alone.
    """
    report = open_report(pk, seen)
    values = {field: value_of(report, field) for field in COLUMNS}
    said = {field: value for field, value in values.items() if field not in besides}
    review = keep_review(hand, (MODEL, pk, ALL), None, said)
    report.machine = {**values, **report.machine}
    report.save(update_fields=["machine"])
    spread(report)
    return review


@transaction.atomic
def refuse_report(pk: int, hand: Hand, seen: str | None = None) -> Review:
    """Say that this is no statement: it leaves the record, and stays off it when read again."""
    report = open_report(pk, seen)
    review = keep_review(hand, (MODEL, pk, EXISTS), True, False)
    report.machine.setdefault(EXISTS, True)
    before = detach(report)
    report.refused, report.superseded = True, timezone.now()
    report.save()
    attach(report, before)
    spread(report)
    return review


@transaction.atomic
def add_report(revision: Revision, words: Mapping[str, str], hand: Hand) -> Report:
    """Add a statement that the machine missed; `words` are the fields, span and speaker at least."""
    take_turn()
    reading = Reading.objects.filter(revision=revision).order_by("-reader_version").first()
    if reading is None:
        raise CannotCorrect(_("Revisi ini belum dibaca mesin. Tunggu sebentar."))
    last = reading.reports.aggregate(last=Max("ordinal"))["last"]
    report = blank_report(reading, revision, 0 if last is None else last + 1)
    for field, value in parse_changes(report, words).items():
        set_value(report, field, value)
    typed = {field: value_of(report, field) for field in COLUMNS}
    report.machine = {**typed, EXISTS: False}
    report.save()
    keep_review(hand, (MODEL, report.pk, EXISTS), False, typed)
    attach(report, [])
    spread(report)
    return report


def blank_report(reading: Reading, revision: Revision, ordinal: int) -> Report:
    """An unsaved row that says nothing yet."""
    report = Report(
        reading=reading,
        article_id=revision.article_id,
        revision=revision,
        ordinal=ordinal,
        quote="indirect",
        kind="claim",
        rule=BY_HAND,
        score=1.0,
        published=revision.published,
        fetched=revision.fetched,
    )
    set_value(report, "span", span_value(revision.text, Span(0, 1)))
    return report


@transaction.atomic
def undo_decision(review: Review, by: User) -> None:
    """Take a decision back, wherever it speaks: then the last one that remains speaks, else the machine."""
    take_turn()
    take_back(review, by)
    reports = reports_of(review)
    said = find_said(report.pk for report in reports)
    for report in reports:
        told = told_by(report)
        speak(report, said.get(report.pk, []))
        if told_by(report) == told:  # nothing that linking reads: an acceptance as it stood
            report.save(update_fields=["machine"])
            continue
        before = detach(report)
        report.save()
        attach(report, before)
