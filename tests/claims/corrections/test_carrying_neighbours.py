"""What is printed around a sentence decides whether it is the same one: only so far as it may matter."""

import pytest
from django.contrib.auth.models import User

from claims.corrections.deciding import add_report, correct_report, refuse_report
from claims.corrections.history import Hand
from claims.models import CarriedReview, Report
from claims.store import assign_speaker
from claims.store.fields import agree, value_of
from tests.claims.corrections.newsroom import read_all
from tests.claims.corrections.test_carrying import LATE, ROAD, edit, publish, told

pytestmark = pytest.mark.django_db
GRANARY = "Bupati Wening Sartika Laras mengunjungi gudang beras di Desa Randu Alas."
OTHER = "Camat Tirta Wirabumi mengunjungi gudang beras di Desa Randu Alas."
HE = "Ia mengatakan, beras di gudang itu habis sejak Lebaran."
QUOTED = "“Gudang itu kosong sejak Lebaran,” kata Bram Kusnadi."


@pytest.fixture
def hand() -> Hand:
    """An editor."""
    return Hand(User.objects.create_user("redaktur"))


def test_a_sentence_below_another_paragraph_is_the_same_where_the_machine_reads_it_alike(hand: Hand) -> None:
    first = publish(LATE, QUOTED, ROAD)
    correct_report(told(first, "Gudang itu").pk, {"role": "Juru kunci"}, hand)
    assert told(edit(first, LATE, ROAD, QUOTED), "Gudang itu").role == "Juru kunci"


def test_who_is_meant_by_he_is_not_carried_below_another_name(hand: Hand) -> None:
    first = publish(GRANARY, HE)
    assert told(first, "beras di gudang").speaker_name == "Wening Sartika Laras"
    correct_report(told(first, "beras di gudang").pk, {"speaker": "Wening Laras"}, hand)
    assert told(edit(first, f"{LATE} {GRANARY}", HE), "beras di gudang").speaker_name == "Wening Laras"
    report = told(edit(first, OTHER, HE), "beras di gudang")
    assert report.prefix == told(first, "beras di gudang").prefix
    assert (report.speaker_name, report.machine) == ("Tirta Wirabumi", {})
    assert report.carried.get().lost


def test_the_machine_agrees_where_the_outlet_makes_the_same_correction(hand: Hand) -> None:
    first = publish(GRANARY, HE)
    correct_report(told(first, "beras di gudang").pk, {"speaker": "Tirta Wirabumi"}, hand)
    report = told(edit(first, OTHER, HE), "beras di gudang")
    assert report.carried.get().after == {"speaker_name": "Tirta Wirabumi"}
    assert agree("speaker", report.machine["speaker"], value_of(report, "speaker"))


def test_a_role_is_not_carried_to_another_speaker(hand: Hand) -> None:
    first = publish(GRANARY, HE)
    correct_report(told(first, "beras di gudang").pk, {"role": "Lurah"}, hand)
    report = told(edit(first, OTHER, HE), "beras di gudang")
    assert (report.speaker_name, report.role) == ("Tirta Wirabumi", "Camat")


def test_an_assigned_speaker_is_not_carried_below_another_name(hand: Hand) -> None:
    first = publish(GRANARY, HE)
    assign_speaker([told(first, "beras di gudang")], None, hand.user, name="Wening Laras Sari")
    report = told(edit(first, OTHER, HE), "beras di gudang")
    assert report.utterance is not None
    assert report.utterance.actor is not None
    assert report.utterance.actor.name == "Tirta Wirabumi"


@pytest.mark.parametrize("after", [(ROAD, GRANARY), (), (LATE,)])
def test_what_follows_the_paragraph_changes_nothing(after: tuple[str, ...], hand: Hand) -> None:
    first = publish(ROAD, LATE)
    add_report(first, {"span": LATE.rstrip("."), "speaker": "Sartika Laras"}, hand)
    second = edit(first, ROAD, LATE, *after, "Cuaca cerah sepanjang hari.")
    assert Report.objects.get(revision=second, rule="by-hand").exact == LATE.rstrip(".")


def test_added_words_that_now_stand_twice_or_below_other_words_are_lost(hand: Hand) -> None:
    first = publish(ROAD, LATE)
    added = add_report(first, {"span": LATE.rstrip("."), "speaker": "Sartika Laras"}, hand)
    for paragraphs in ((GRANARY, LATE), (ROAD, LATE, ROAD, LATE)):
        second = edit(first, *paragraphs)
        assert not Report.objects.filter(revision=second, rule="by-hand").exists()
    assert CarriedReview.objects.get().report_id == added.pk


def test_of_three_equal_sentences_become_two_none_is_guessed(hand: Hand) -> None:
    first = publish(LATE, QUOTED, LATE, QUOTED, LATE, QUOTED)
    reports = list(Report.objects.filter(revision=first, exact__contains="Gudang itu").order_by("start"))
    refuse_report(reports[1].pk, hand)
    second = edit(first, LATE, QUOTED, LATE, QUOTED)
    found = Report.objects.filter(revision=second, exact__contains="Gudang itu")
    assert [one.refused for one in found] == [False, False]


def test_what_was_lost_is_found_again_by_a_reader_that_reads_both_alike(hand: Hand) -> None:
    first = publish(ROAD)
    report = told(first, "jalan")
    correct_report(report.pk, {"role": "Lurah"}, hand)
    Report.objects.filter(pk=report.pk).update(machine={"role": {"role": "Bupati"}})
    second = edit(first, ROAD, LATE)
    assert told(second, "jalan").carried.get().lost
    read_all([first, second], 2)
    report = told(second, "jalan")
    assert (report.role, report.carried.get().lost) == ("Lurah", False)
