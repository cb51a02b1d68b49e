"""Carrying decisions asks the database little, waits its turn first, and forgets nothing of a take-down."""

import json

import pytest
from django.contrib.auth.models import User
from django.core import serializers
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Revision
from claims.corrections.deciding import add_report, correct_report, undo_decision
from claims.corrections.history import Hand
from claims.models import CarriedReview, QueueItem, Report, Review
from claims.nlp.reading import read
from claims.review.batches import undo_last
from claims.review.settling import settle
from claims.store import erase_withheld, save_reading
from tests import rows
from tests.claims.corrections.newsroom import read_all

pytestmark = pytest.mark.django_db
WORDS = "Bupati Wening Sartika Laras mengatakan, gudang beras di Desa Randu Alas kosong sejak Lebaran."
TEXT = f"Bupati menjawab\n{WORDS}\nCuaca cerah sepanjang hari."


@pytest.fixture
def hand() -> Hand:
    """An editor."""
    return Hand(User.objects.create_user("redaktur"))


def extend(revision: Revision) -> Revision:
    """The next revision of the article, with a paragraph more."""
    text = f"{revision.text}\nWarga menunggu truk ke-{revision.number}."
    return rows.make_revision(text, at=rows.wib(17), article=revision.article)


def questions(revision: Revision) -> list[str]:
    """The queries that keeping a revision's reading takes."""
    findings = read(revision.text)
    with CaptureQueriesContext(connection) as asked:
        save_reading(revision, findings, reader_version=1)
    return [query["sql"] for query in asked]


def test_what_nobody_decided_on_costs_little_however_often_it_was_edited(hand: Hand) -> None:
    revision = rows.make_revision(TEXT)
    plain = len(questions(revision))
    counts = []
    for _ in range(30):
        revision = extend(revision)
        counts.append(len(questions(revision)))
    assert set(counts) == {counts[0]}
    assert counts[0] <= plain + 6


def test_what_was_decided_costs_no_more_with_every_edit(hand: Hand) -> None:
    revision = rows.make_revision(TEXT)
    read_all([revision], 1)
    correct_report(Report.objects.current()[0].pk, {"speaker": "Tirta Wirabumi", "role": "Camat"}, hand)
    counts = []
    for _ in range(30):
        revision = extend(revision)
        counts.append(len(questions(revision)))
    assert Report.objects.current().filter(speaker_name="Tirta Wirabumi").count() == 31
    assert set(counts[1:]) == {counts[1]}


def test_the_linking_lock_comes_before_any_row(hand: Hand) -> None:
    first = rows.make_revision(TEXT)
    read_all([first], 1)
    report = Report.objects.current()[0]
    item = QueueItem.objects.create(reason="score", report=report, priority=0.1)
    review = Review.objects.create(
        model="report", row=report.pk, field="role", after={"role": "x"}, user=hand.user
    )
    deeds = (
        lambda: settle(item, "accept", {}, hand),
        lambda: undo_last(hand.user),
        lambda: undo_decision(review, hand.user),
        lambda: questions(extend(first)),
    )
    for deed in deeds:
        with CaptureQueriesContext(connection) as asked:
            deed()
        told = [query["sql"] for query in asked]
        lock = next(at for at, sql in enumerate(told) if "pg_advisory_xact_lock" in sql)
        held = ("FOR UPDATE", 'UPDATE "claims_report"', 'UPDATE "claims_queueitem"', 'UPDATE "claims_review"')
        assert not [sql for sql in told[:lock] if any(words in sql for words in held)]


def test_a_take_down_takes_the_words_out_of_decisions_too(hand: Hand) -> None:
    first = rows.make_revision(TEXT)
    read_all([first], 1)
    report = Report.objects.current()[0]
    correct_report(report.pk, {"span": "gudang beras di Desa Randu Alas kosong"}, hand)
    add_report(first, {"span": "Cuaca cerah sepanjang hari", "speaker": "Sartika Laras"}, hand)
    read_all([extend(first)], 1)
    first.article.withheld = timezone.now()
    first.article.save()
    erase_withheld()
    kept = [*Report.objects.all(), *Review.objects.all(), *CarriedReview.objects.all()]
    assert len(kept) == 4 + 2 + 2
    fields = (
        "exact",
        "prefix",
        "suffix",
        "machine",
        "before",
        "after",
        "speaker",
        "cue",
        "hedges",
        "figures",
    )
    words = json.dumps(serializers.serialize("python", kept, fields=fields), default=str)
    assert "Randu" not in words
    assert "cerah" not in words
