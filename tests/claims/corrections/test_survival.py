"""Corrections survive every re-reading, say what the machine says now, and leave no trace once undone."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from articles.models import Revision
from claims.corrections.deciding import correct_report, undo_decision
from claims.corrections.history import Hand
from claims.models import CarriedReview, Report, Review
from claims.store.fields import COLUMNS, agree, value_of, words_of
from claims.store.speaking import reports_of
from claims.values import Findings, Kind
from tests import rows
from tests.claims.corrections.newsroom import Reader, another, digest, keep_stories, read_all

pytestmark = pytest.mark.django_db
FIELDS = [field for field in COLUMNS if field != "sort"]
COUNT = 200


def correct_at_random(count: int, by: User) -> list[tuple[int, str, str]]:
    """Correct so many fields of reports chosen at random: the reviews with field and words."""
    chance = Random(8)  # noqa: S311 - a seed that repeats is the point
    pairs = [(pk, f) for pk in Report.objects.current().values_list("pk", flat=True) for f in FIELDS]
    done: list[tuple[int, str, str]] = []
    for pk, field in chance.sample(pairs, len(pairs)):
        report = Report.objects.select_related("revision").get(pk=pk)
        words = another(report, field, chance)
        if not words or len(done) >= count:
            continue
        review = next(r for r in correct_report(pk, {field: words}, Hand(by, "uji")) if r.field == field)
        done.append((review.pk, field, words))
    return done


def report_of(review: int) -> Report:
    """The report a review is about now."""
    return Report.objects.current().get(pk=Review.objects.get(pk=review).row)


def add_paragraph(revision: Revision) -> Revision:
    """The next revision of an article."""
    text = f"{revision.text}\nRedaksi menunggu keterangan lebih lanjut."
    return rows.make_revision(text, at=rows.wib(27), article=revision.article)


def convinced_of(done: Iterable[tuple[int, str, str]]) -> Reader:
    """A reader that now reads every kind as people corrected it."""
    kinds = {
        (report_of(r).revision_id, report_of(r).machine.get("span", {}).get("start", report_of(r).start)): w
        for r, field, w in done
        if field == "kind"
    }

    def convinced(revision: Revision, findings: Findings) -> Findings:
        changed = [
            replace(one, kind=Kind(kinds.get((revision.pk, one.content.start), one.kind)))
            for one in findings.statements
        ]
        return replace(findings, statements=tuple(changed))

    return convinced


@pytest.mark.timeout(500)
def test_two_hundred_corrections_stand_through_re_readings_and_edits_and_leave_no_trace_undone() -> None:
    editor = User.objects.create_user("redaktur")
    revisions = keep_stories(16)
    read_all(revisions, 1)
    first = digest()
    with transaction.atomic():
        read_all([add_paragraph(revision) for revision in revisions[::4]], 1)
        edited = digest()
        transaction.set_rollback(True)
    done = correct_at_random(COUNT, editor)
    assert len(done) == COUNT
    assert digest() != first
    read_all(revisions, 2, convinced_of(done))
    for review, field, words in done:
        report = report_of(review)
        assert words_of(field, value_of(report, field)) == words
        agrees = agree(field, value_of(report, field), report.machine[field])
        assert agrees == (field == "kind"), (field, words)
    later = [add_paragraph(revision) for revision in revisions[::4]]
    read_all(later, 2)
    read_all([*revisions, *later], 3)
    for review, field, words in done:
        reports = reports_of(Review.objects.get(pk=review))
        assert len(reports) == (2 if reports[0].revision in revisions[::4] else 1)
        for report in reports:
            assert report.reading.reader_version == 3
            assert words_of(field, value_of(report, field)) == words
            assert not agree(field, value_of(report, field), report.machine[field])
    for decision in Review.objects.filter(undone=None).order_by("-pk"):
        undo_decision(decision, editor)
    assert not Report.objects.current().exclude(machine={}).exists()
    assert digest() == edited
    assert not CarriedReview.objects.filter(lost=True).exists()
