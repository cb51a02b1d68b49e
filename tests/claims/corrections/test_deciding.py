"""Single decisions: refused in words where they cannot be, never half done, and taken back in any order."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User

from articles.models import Revision
from claims.corrections.deciding import (
    accept_report,
    add_report,
    correct_report,
    refuse_report,
    undo_decision,
    version_of,
)
from claims.corrections.history import Hand
from claims.corrections.verdicts import CannotCorrect, Stale
from claims.models import Report, Review
from tests import rows
from tests.claims.corrections.newsroom import digest, read_all
from tests.work import calls_in

pytestmark = pytest.mark.django_db
TEXT = (
    "Bupati menjawab\n"
    "Bupati Wening Sartika Laras mengatakan, gudang beras di Desa Randu Alas kosong sejak Lebaran.\n"
    "Kepala gudang Bram Kusnadi membantah kabar itu. Cuaca cerah sepanjang hari."
)


@pytest.fixture
def revision() -> Revision:
    """One article, read and linked."""
    made = rows.make_revision(TEXT)
    read_all([made], 1)
    return made


@pytest.fixture
def hand() -> Hand:
    """An editor."""
    return Hand(User.objects.create_user("redaktur"), "salah baca")


def first() -> Report:
    """The first report that stands."""
    return Report.objects.current().order_by("start")[0]


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("span", "0-999999"),
        ("span", "9-3"),
        ("span", "10-30"),
        ("span", "kata yang tidak tercetak"),
        ("span", "  "),
        ("kind", "gosip"),
        ("quote", ""),
        ("sort", "malaikat"),
        ("said_on", "2024-13-40"),
        ("speaker", "x" * 301),
        ("via", "y, " * 200),
    ],
)
def test_wrong_words_are_refused_by_field_and_change_nothing(
    revision: Revision, hand: Hand, field: str, words: str
) -> None:
    before = version_of(first())
    with pytest.raises(CannotCorrect) as refused:
        correct_report(first().pk, {"role": "Camat", field: words}, hand)
    assert refused.value.field == field
    assert version_of(first()) == before
    assert not Review.objects.exists()


def test_the_second_of_two_editors_is_told_and_overwrites_nothing(revision: Revision, hand: Hand) -> None:
    seen = version_of(first())
    correct_report(first().pk, {"role": "Camat"}, hand, seen)
    with pytest.raises(Stale, match="redaktur"):
        correct_report(first().pk, {"role": "Lurah"}, hand, seen)
    assert first().role == "Camat"


def test_a_correction_keeps_before_after_who_and_why(revision: Revision, hand: Hand) -> None:
    old = first().role
    correct_report(first().pk, {"role": "Camat"}, hand)
    review = Review.objects.get()
    assert (review.before, review.after) == ({"role": old}, {"role": "Camat"})
    assert (review.user, review.reason) == (hand.user, "salah baca")
    assert LogEntry.objects.get().object_id == str(review.pk)


def test_corrections_of_one_field_are_taken_back_in_any_order(revision: Revision, hand: Hand) -> None:
    old, before = first().role, digest()
    one = correct_report(first().pk, {"role": "Camat"}, hand)[0]
    two = correct_report(first().pk, {"role": "Lurah"}, hand)[0]
    undo_decision(one, hand.user)
    assert first().role == "Lurah"
    undo_decision(two, hand.user)
    assert (first().role, first().machine, digest()) == (old, {}, before)
    with pytest.raises(Stale):
        undo_decision(two, hand.user)


def test_another_speaker_speaks_on_the_record_at_once(revision: Revision, hand: Hand) -> None:
    correct_report(first().pk, {"speaker": "Tirta Wirabumi"}, hand)
    utterance = first().utterance
    assert utterance is not None
    assert utterance.actor is not None
    assert utterance.actor.name == "Tirta Wirabumi"


def test_what_is_refused_leaves_the_record_and_stays_off_it(revision: Revision, hand: Hand) -> None:
    before, refused = digest(), first()
    review = refuse_report(refused.pk, hand)
    assert not Report.objects.current().filter(start=refused.start).exists()
    read_all([revision], 2)
    assert not Report.objects.current().filter(start=refused.start).exists()
    review.refresh_from_db()
    undo_decision(review, hand.user)
    assert digest() == before
    assert first().start == refused.start


def test_what_was_missed_is_added_and_stays(revision: Revision, hand: Hand) -> None:
    before = digest()
    words = {"span": "Cuaca cerah sepanjang hari", "speaker": "Sartika Laras", "kind": "claim"}
    added = Report.objects.get(pk=add_report(revision, words, hand).pk)
    assert added.utterance is not None
    read_all([revision], 2)
    kept = Report.objects.current().get(exact="Cuaca cerah sepanjang hari")
    assert (kept.speaker_name, kept.rule, kept.reading.reader_version) == ("Sartika Laras", "by-hand", 2)
    undo_decision(Review.objects.get(), hand.user)
    assert digest() == before


def test_what_is_accepted_stays_whatever_a_later_reader_says(revision: Revision, hand: Hand) -> None:
    report = first()
    review = accept_report(report.pk, hand)
    Report.objects.filter(pk=report.pk).update(role="dulu")
    read_all([revision], 2)
    assert first().role == "dulu"
    review.refresh_from_db()
    undo_decision(review, hand.user)
    assert first().role == report.role


def test_taking_an_acceptance_back_links_nothing_anew(revision: Revision, hand: Hand) -> None:
    report = first()
    accepted = accept_report(report.pk, hand)
    back = calls_in(lambda: undo_decision(accepted, hand.user))
    corrected = correct_report(report.pk, {"role": "Lurah"}, hand)[0]
    anew = calls_in(lambda: undo_decision(corrected, hand.user))
    assert back * 3 < anew


def test_a_report_that_was_read_anew_is_not_decided_by_its_old_number(revision: Revision, hand: Hand) -> None:
    old = first().pk
    read_all([revision], 2)
    with pytest.raises(CannotCorrect, match="dibaca ulang"):
        accept_report(old, hand)
