"""Decisions stand on the same words in every revision of an article, and nowhere else."""

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Revision
from claims.corrections.deciding import (
    accept_report,
    add_report,
    correct_report,
    refuse_report,
    undo_decision,
)
from claims.corrections.history import Hand
from claims.models import QueueItem, Report, Review
from claims.record import digest_record, find_record
from claims.review.filling import fill_queue
from claims.store.fields import COLUMNS, agree, value_of, words_of
from tests import rows
from tests.accounts.test_accounts import member
from tests.claims.corrections.newsroom import digest, read_all

pytestmark = pytest.mark.django_db
TITLE = "Bupati menjawab"
GRANARY = "Bupati Wening Sartika Laras mengatakan, gudang beras di Desa Randu Alas kosong sejak Lebaran."
DENIAL = "Kepala gudang Bram Kusnadi membantah kabar itu. Cuaca cerah sepanjang hari."
ROAD = "Camat Tirta Wirabumi mengatakan jalan ke Desa Randu Alas rusak akibat hujan, Senin (14/10/2024)."
LATE = "Warga menunggu truk beras tiba dari kota."
WORDS = {
    "span": "gudang beras di Desa Randu Alas kosong",
    "speaker": "Lestari Palupi",
    "sort": "organisation",
    "role": "Camat",
    "on_behalf_of": "Pemerintah Desa",
    "kind": "pledge",
    "quote": "direct",
    "said_on": "2024-10-11",
    "place": "Balai Desa",
    "via": "Radio Randu",
    "target": "Bram Kusnadi",
}


@pytest.fixture
def hand() -> Hand:
    """An editor."""
    return Hand(User.objects.create_user("redaktur"), "salah baca")


def publish(*paragraphs: str) -> Revision:
    """A first revision, read and linked."""
    revision = rows.make_revision("\n".join((TITLE, *paragraphs)))
    read_all([revision], 1)
    return revision


def edit(revision: Revision, *paragraphs: str) -> Revision:
    """The next revision of the same article, read and linked."""
    text = "\n".join((TITLE, *paragraphs))
    later = rows.make_revision(text, at=rows.wib(16, 13), article=revision.article)
    read_all([later], 1)
    return later


def told(revision: Revision, words: str) -> Report:
    """The report of these words that stands in a revision."""
    reports = Report.objects.current().select_related("revision", "utterance__actor")
    return reports.get(revision=revision, exact__contains=words)


@pytest.mark.parametrize("field", COLUMNS)
def test_a_corrected_field_stands_where_another_paragraph_was_edited(field: str, hand: Hand) -> None:
    first = publish(GRANARY, DENIAL, ROAD)
    machine = value_of(told(first, "gudang beras"), field)
    correct_report(told(first, "gudang beras").pk, {field: WORDS[field]}, hand)
    second = edit(first, GRANARY, DENIAL, ROAD.replace("hujan", "hujan deras"), LATE)
    report = told(second, "gudang beras")
    assert words_of(field, value_of(report, field)) == WORDS[field]
    assert agree(field, report.machine[field], machine)
    assert not agree(field, report.machine[field], value_of(report, field))
    assert report.revision.text[report.start : report.end] == report.exact


def test_words_are_found_again_though_they_moved_in_the_text(hand: Hand) -> None:
    first = publish(GRANARY, DENIAL)
    report = told(first, "gudang beras")
    correct_report(report.pk, {"span": WORDS["span"], "speaker": "Lestari Palupi", "via": "Desa Randu"}, hand)
    second = edit(first, LATE, ROAD, GRANARY, DENIAL)
    moved = told(second, "gudang beras")
    assert (moved.exact, moved.speaker_name) == (WORDS["span"], "Lestari Palupi")
    assert moved.start > report.start
    assert second.text[moved.start : moved.end] == moved.exact
    relay = moved.via[0]
    assert second.text[relay["start"] : relay["end"]] == "Desa Randu"
    assert moved.utterance is not None
    assert moved.utterance.actor is not None
    assert moved.utterance.actor.name == "Lestari Palupi"


def test_what_is_accepted_refused_or_added_is_so_in_the_edited_article(hand: Hand) -> None:
    first = publish(GRANARY, DENIAL, ROAD)
    accept_report(told(first, "gudang beras").pk, hand)
    refuse_report(told(first, "jalan").pk, hand)
    added = {"span": "Cuaca cerah sepanjang hari", "speaker": "Sartika Laras", "kind": "claim"}
    add_report(first, added, hand)
    second = edit(first, GRANARY, DENIAL, ROAD, LATE)
    assert set(told(second, "gudang beras").machine) == set(COLUMNS)
    assert not Report.objects.current().filter(revision=second, exact__contains="jalan").exists()
    kept = told(second, "Cuaca cerah")
    assert (kept.speaker_name, kept.rule) == ("Sartika Laras", "by-hand")
    assert kept.utterance is not None
    fill_queue()
    assert not QueueItem.objects.filter(reason="edited").exists()


def test_an_edited_sentence_takes_over_nothing_and_its_item_shows_what_was_decided(
    hand: Hand, client: Client
) -> None:
    first = publish(GRANARY, DENIAL, ROAD)
    correct_report(told(first, "gudang beras").pk, {"speaker": "Lestari Palupi"}, hand)
    second = edit(first, GRANARY.replace("kosong", "nyaris kosong"), DENIAL, ROAD)
    report = told(second, "nyaris kosong")
    assert (report.speaker_name, report.machine) == ("Wening Sartika Laras", {})
    fill_queue()
    fill_queue()
    item = QueueItem.objects.get(reason="edited")
    assert item.report == report
    client.force_login(member("wakil", "editor"))
    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/review/{item.pk}/").content.decode()
    assert len(asked) <= 8, [query["sql"][:120] for query in asked]
    assert "Sebelum artikel disunting" in page
    assert "<ins>Lestari Palupi</ins>" in page
    assert "kosong sejak Lebaran" in page


def test_an_added_statement_whose_words_went_is_shown_as_lost(hand: Hand, client: Client) -> None:
    first = publish(GRANARY, DENIAL)
    added = add_report(first, {"span": "Cuaca cerah sepanjang hari", "speaker": "Sartika Laras"}, hand)
    second = edit(first, GRANARY, DENIAL.replace("cerah", "mendung"))
    assert not Report.objects.filter(revision=second, rule="by-hand").exists()
    fill_queue()
    item = QueueItem.objects.get(reason="edited")
    assert item.report_id == added.pk
    client.force_login(member("wakil", "editor"))
    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/review/{item.pk}/").content.decode()
    assert len(asked) <= 8, [query["sql"][:120] for query in asked]
    assert f"/review/revision/{second.pk}/" in page


def test_equal_sentences_are_not_mixed_up(hand: Hand) -> None:
    same = '"Gudang itu kosong sejak Lebaran," kata Bram Kusnadi.'
    first = publish(GRANARY, same, ROAD, same, LATE)
    both = list(
        Report.objects.current().filter(revision=first, exact__contains="Gudang itu").order_by("start")
    )
    assert len(both) == 2
    correct_report(both[1].pk, {"role": "Juru kunci"}, hand)
    refuse_report(both[0].pk, hand)
    second = edit(first, LATE, GRANARY, same, ROAD, same, LATE)
    found = Report.objects.filter(revision=second, exact__contains="Gudang itu").order_by("start")
    assert [(one.refused, one.role) for one in found] == [(True, both[0].role), (False, "Juru kunci")]
    third = edit(first, GRANARY, LATE, same, ROAD)
    assert told(third, "Gudang itu").machine == {}


@pytest.mark.parametrize("at", [0, 1])
def test_undoing_takes_a_decision_back_from_every_revision(at: int, hand: Hand, client: Client) -> None:
    first = publish(GRANARY, DENIAL, ROAD)
    with transaction.atomic():
        edit(first, GRANARY, DENIAL, LATE)
        before = digest()
        transaction.set_rollback(True)
    reviews = correct_report(
        told(first, "gudang beras").pk, {"span": WORDS["span"], "speaker": "Lestari Palupi"}, hand
    )
    reviews.append(refuse_report(Report.objects.current().filter(revision=first, kind="denial")[0].pk, hand))
    add_report(first, {"span": "Cuaca cerah sepanjang hari", "speaker": "Sartika Laras"}, hand)
    second = edit(first, GRANARY, DENIAL, LATE)
    assert digest() != before
    assert digest() == digest_record(find_record(timezone.now()))
    client.force_login(member("wakil", "editor"))
    report = told((first, second)[at], "gudang beras")
    page = client.get(f"/review/report/{report.pk}/").content.decode()
    assert ("diputuskan pada revisi lain" in page) == (at == 1)
    for review in Review.objects.filter(undone=None):
        if review in reviews[:2]:
            assert f"/review/decisions/{review.pk}/undo/" in page
        client.post(f"/review/decisions/{review.pk}/undo/")
    assert not Report.objects.current().exclude(machine={}).exists()
    assert digest() == before


def test_the_record_of_a_day_before_the_edit_stays_what_it_was(hand: Hand) -> None:
    first = publish(GRANARY, DENIAL, ROAD)
    correct_report(told(first, "gudang beras").pk, {"speaker": "Lestari Palupi"}, hand)
    refuse_report(told(first, "jalan").pk, hand)
    then, shown = timezone.now(), digest()
    second = edit(first, GRANARY, DENIAL, ROAD, LATE)
    assert digest() != shown
    assert digest_record(find_record(then)) == shown
    refused = Report.objects.get(revision=second, refused=True)
    assert not Report.objects.recorded_by(refused.recorded).filter(pk=refused.pk).exists()


def test_decisions_made_on_either_revision_speak_on_both(hand: Hand) -> None:
    first = publish(GRANARY, DENIAL, ROAD)
    second = edit(first, GRANARY, DENIAL, LATE)
    before = digest()
    correct_report(told(first, "gudang beras").pk, {"speaker": "Lestari Palupi"}, hand)
    correct_report(told(second, "gudang beras").pk, {"role": "Lurah"}, hand)
    add_report(second, {"span": "Cuaca cerah sepanjang hari", "speaker": "Sartika Laras"}, hand)
    for revision in (first, second):
        report = told(revision, "gudang beras")
        assert (report.speaker_name, report.role) == ("Lestari Palupi", "Lurah")
        assert told(revision, "Cuaca cerah").speaker_name == "Sartika Laras"
    for review in Review.objects.order_by("pk"):
        undo_decision(review, hand.user)
    assert digest() == before


def test_a_better_reader_keeps_what_was_carried(hand: Hand) -> None:
    first = publish(GRANARY, DENIAL, ROAD)
    correct_report(told(first, "gudang beras").pk, {"speaker": "Lestari Palupi"}, hand)
    add_report(first, {"span": "Cuaca cerah sepanjang hari", "speaker": "Sartika Laras"}, hand)
    second = edit(first, GRANARY, DENIAL, LATE)
    for version in (2, 3):
        read_all([second, first], version)
    for revision in (first, second):
        report = told(revision, "gudang beras")
        assert (report.speaker_name, report.reading.reader_version) == ("Lestari Palupi", 3)
        assert told(revision, "Cuaca cerah").rule == "by-hand"
    assert Report.objects.current().filter(rule="by-hand").count() == 2
    read_all([edit(second, GRANARY, DENIAL, ROAD, LATE)], 3)
    assert Report.objects.current().filter(speaker_name="Lestari Palupi").count() == 3


def test_words_that_come_back_take_over_what_was_decided_of_them(hand: Hand) -> None:
    first = publish(GRANARY, DENIAL)
    correct_report(told(first, "gudang beras").pk, {"speaker": "Lestari Palupi"}, hand)
    second = edit(first, DENIAL, LATE)
    third = edit(second, GRANARY, DENIAL, LATE)
    assert told(third, "gudang beras").speaker_name == "Lestari Palupi"
