"""Corrections survive every re-reading, say what the machine says now, and leave no trace once undone."""

from dataclasses import replace
from random import Random

import pytest
from django.contrib.auth.models import User

from articles.models import Revision
from claims.corrections.deciding import correct_report, undo_decision
from claims.corrections.history import Hand
from claims.models import Report, Review
from claims.store.fields import COLUMNS, agree, value_of, words_of
from claims.values import Findings, Kind
from tests.claims.corrections.newsroom import another, digest, keep_stories, read_all

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


@pytest.mark.timeout(500)
def test_two_hundred_corrections_stand_through_re_readings_and_are_undone_without_a_trace() -> None:
    editor = User.objects.create_user("redaktur")
    revisions = keep_stories(16)
    read_all(revisions, 1)
    first = digest()
    done = correct_at_random(COUNT, editor)
    assert len(done) == COUNT
    assert digest() != first
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

    read_all(revisions, 2, convinced)
    for review, field, words in done:
        report = report_of(review)
        assert words_of(field, value_of(report, field)) == words
        agrees = agree(field, value_of(report, field), report.machine[field])
        assert agrees == (field == "kind"), (field, words)
    read_all(revisions, 3)
    for review, field, words in done:
        report = report_of(review)
        assert report.reading.reader_version == 3
        assert words_of(field, value_of(report, field)) == words
        assert not agree(field, value_of(report, field), report.machine[field])
    for decision in Review.objects.filter(undone=None).order_by("-pk"):
        undo_decision(decision, editor)
    assert not Report.objects.current().exclude(machine={}).exists()
    assert digest() == first
