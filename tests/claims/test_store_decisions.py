"""People's decisions on claims, utterances, links and speakers hold, and can be taken back."""

import pytest
from django.test import Client

from articles.models import Revision
from claims.desk import read_and_link
from claims.models import Actor, Claim, Report, Stance, Utterance
from claims.nlp.reading import READER_VERSION, read
from claims.record import digest_record, find_record
from claims.store import (
    CannotDecide,
    NotDecidable,
    NotMergeable,
    NotSplittable,
    NotUndoable,
    accept_stance,
    assign_speaker,
    keep_claims_apart,
    link_reading,
    merge_claims,
    merge_utterances,
    refuse_stance,
    save_reading,
    split_actor,
    split_claim,
    split_utterance,
    undo,
)
from claims.values import StanceKind
from tests.rows import make_revision, make_user, wib

pytestmark = pytest.mark.django_db

WELLS = (
    "Bupati Sarwendah Sebut 30 Sumur Kering\n"
    "Bupati Kalingga Sarwendah Mulyoto mengatakan sedikitnya 30 sumur warga di Lembah Turi kering "
    "akibat pengeboran PT Tirta Bening Abadi, Senin (14/10/2024).\n"
)
DENIAL = (
    "PT Tirta Bening Abadi Bantah Sumur Kering\n"
    "Juru bicara PT Tirta Bening Abadi Dimas Arunika membantah tudingan bahwa pengeboran perusahaan itu "
    "membuat sumur warga di Lembah Turi kering, Selasa (15/10/2024).\n"
)
BRIDGE = (
    "Camat Sebut Jembatan Retak\n"
    "Camat Randu Alas Wening Prasasti mengatakan jembatan gantung di Sungai Loreng retak di tiga tiang, "
    "Rabu (16/10/2024).\n"
)


def _link(text: str, outlet: str = "Kabar Pagi", day: int = 14) -> Revision:
    revision = make_revision(text, outlet=outlet, at=wib(day, 12))
    read_and_link(revision.pk)
    return revision


def _digest() -> str:
    return digest_record(find_record())


def _claim(words: str) -> Claim:
    return Claim.objects.current().filter(stances__taken=True, title__icontains=words).distinct().get()


def _read_anew(revision: Revision) -> None:
    findings = read(revision.text, published=wib(14).date(), outlet=revision.article.source.name)
    link_reading(save_reading(revision, findings, reader_version=READER_VERSION + 1))


def test_merged_claims_stay_one_through_re_reading_and_the_old_address_leads_on(client: Client) -> None:
    revisions = _link(WELLS), _link(BRIDGE, "Suara Kota", 16), _link(DENIAL, "Warta Nusa", 15)
    before = _digest()
    into, other = _claim("jembatan"), _claim("sumur")
    review = merge_claims(into, other, make_user(), "satu perkara")
    assert (into.successor, other.successor) == (None, into)
    speakers = {"Sarwendah Mulyoto", "Wening Prasasti", "Dimas Arunika"}
    assert set(into.stances.values_list("utterance__actor__name", flat=True)) >= speakers
    assert client.get(f"/claims/{other.pk}/").headers["Location"] == f"/claims/{into.pk}/"
    for revision in revisions:
        _read_anew(revision)
    assert Claim.objects.current().filter(stances__taken=True).distinct().get() == into
    undo(review, make_user("wakil"))
    assert (review.undone is not None, review.undone_by) == (True, make_user("wakil"))
    other.refresh_from_db()
    into.refresh_from_db()
    assert (other.successor, into.successor) == (None, None)
    assert (_claim("jembatan"), _claim("sumur")) == (into, other)
    assert _digest() == before


def test_a_claim_is_split_for_good_and_joined_again_by_undoing() -> None:
    _link(WELLS)
    denial = _link(DENIAL, "Suara Kota", 15)
    before, claim = _digest(), _claim("sumur")
    ours = list(Utterance.objects.filter(reports__revision=denial).distinct())
    review = split_claim(claim, ours, make_user(), "perkara lain")
    fresh = Claim.objects.get(pk=(review.after or {})["claim"])
    assert fresh != claim
    assert not fresh.origin_known
    assert set(claim.stances.values_list("kind", flat=True)) == {"asserts"}
    assert not Stance.objects.filter(claim=claim, utterance__in=ours).exists()
    _read_anew(denial)
    _link(WELLS.replace("Senin", "Senin pagi"), "Warta Nusa", 15)
    assert set(claim.stances.values_list("kind", flat=True)) == {"asserts"}
    assert Claim.objects.disputed().get() == fresh
    undo(review, make_user())
    fresh.refresh_from_db()
    assert fresh.successor == claim
    assert Claim.objects.disputed().get() == claim
    assert _digest() != before  # the article that came meanwhile is in it


def test_a_refused_denial_stands_alone_and_is_never_linked_again() -> None:
    _link(WELLS)
    denial = _link(DENIAL, "Suara Kota", 15)
    before, claim = _digest(), _claim("sumur")
    denials = list(claim.stances.filter(kind="denies"))
    reviews = [refuse_stance(stance, make_user(), "bukan jawaban atas ini") for stance in denials]
    _read_anew(denial)
    assert not Claim.objects.disputed().filter(pk=claim.pk).exists()
    own = Stance.objects.filter(utterance__reports__revision=denial, claim=claim)
    assert set(own.values_list("decision", flat=True)) == {"refused"}
    with pytest.raises(NotDecidable, match="sudah ditolak"):
        refuse_stance(denials[0], make_user())
    for review in reviews:
        undo(review, make_user())
    assert _digest() == before
    assert not Stance.objects.exclude(decision="").exists()


def test_an_accepted_link_keeps_its_kind_and_a_suggested_one_becomes_taken() -> None:
    _link(WELLS)
    denial = _link(DENIAL, "Suara Kota", 15)
    before, claim = _digest(), _claim("sumur")
    stance = claim.stances.filter(kind="denies").first()
    assert stance is not None
    first = refuse_stance(stance, make_user())
    second = accept_stance(stance, make_user(), "jawaban sebagian", StanceKind.PARTLY_DENIES)
    _read_anew(denial)
    kept = claim.stances.get(kind="partly_denies")
    assert (kept.taken, kept.decision) == (True, "accepted")
    assert Claim.objects.disputed().get() == claim
    with pytest.raises(NotDecidable, match="sudah diterima"):
        accept_stance(kept, make_user())
    undo(first, make_user())
    undo(second, make_user())
    assert _digest() == before


def test_reports_of_two_occasions_are_parted_and_joined_by_hand() -> None:
    first, copy = _link(WELLS), _link(WELLS, "Suara Kota", 14)
    before = _digest()
    utterance = Utterance.objects.get(reports__revision=first)
    report = Report.objects.get(revision=copy)
    review = split_utterance(utterance, [report], make_user())
    other = Utterance.objects.get(pk=(review.after or {})["utterance"])
    assert list(other.reports.all()) == [report]
    assert _claim("sumur").stances.count() == 2
    again = merge_utterances(other, utterance, make_user())
    utterance.refresh_from_db()
    assert (utterance.successor, other.reports.count()) == (other, 2)
    undo(again, make_user())
    undo(review, make_user())
    assert _digest() == before
    assert Utterance.objects.get(reports=report) == utterance


def test_two_claims_that_a_person_holds_apart_never_become_one() -> None:
    first = _link(WELLS)
    camat = WELLS.replace("Bupati Kalingga Sarwendah Mulyoto", "Camat Randu Alas Wening Prasasti")
    second = _link(camat, "Suara Kota", 15)
    claim = _claim("sumur")
    split = split_claim(claim, list(Utterance.objects.filter(reports__revision=second)), make_user())
    other = Claim.objects.get(pk=(split.after or {})["claim"])
    apart = keep_claims_apart(claim, other, make_user(), "dua hal")
    undo(split, make_user())
    assert Stance.objects.get(utterance__reports__revision=second).claim == other
    _link(camat, "Warta Nusa", 15)
    assert Stance.objects.get(utterance__reports__revision=first).claim == claim
    assert Stance.objects.get(utterance__reports__revision=second).claim == other
    undo(apart, make_user())
    assert {stance.claim for stance in Stance.objects.all()} == {claim}


def test_words_are_given_to_a_new_actor_and_back() -> None:
    first, second = _link(WELLS), _link(BRIDGE.replace("Wening Prasasti", "Sarwendah Mulyoto"), day=16)
    before = _digest()
    actor = Actor.objects.get(utterances__reports__revision=first)
    reports = list(Report.objects.filter(revision=second))
    review = split_actor(actor, reports, make_user(), "camat, bukan bupati")
    fresh = Actor.objects.get(pk=review.row)
    _read_anew(second)
    assert (
        Actor.objects.get(utterances__reports__revision=second, utterances__reports__superseded=None) == fresh
    )
    assert Actor.objects.get(utterances__reports__revision=first) == actor
    undo(review, make_user())
    fresh.refresh_from_db()
    assert fresh.successor == actor
    assert _digest() == before


def test_decisions_that_cannot_be_say_what_to_do_and_change_nothing() -> None:
    first, second = _link(WELLS), _link(BRIDGE, "Suara Kota", 16)
    wells, bridge, user = _claim("sumur"), _claim("jembatan"), make_user()
    utterance = Utterance.objects.get(reports__revision=first)
    other = Utterance.objects.get(reports__revision=second)
    before = _digest()
    with pytest.raises(NotMergeable, match="dirinya sendiri"):
        merge_claims(wells, wells, user)
    with pytest.raises(NotMergeable, match="aktornya"):
        merge_utterances(utterance, other, user)
    with pytest.raises(NotSplittable, match="terakhir"):
        split_claim(wells, [utterance], user)
    with pytest.raises(NotSplittable, match="terakhir"):
        split_utterance(utterance, list(utterance.reports.all()), user)
    with pytest.raises(NotSplittable, match="sedikitnya satu"):
        split_claim(wells, [], user)
    with pytest.raises(NotSplittable, match="sedikitnya satu"):
        assign_speaker([], None, user)
    with pytest.raises(NotDecidable, match="hanya punya ujaran ini"):
        refuse_stance(Stance.objects.get(claim=wells), user)
    assert _digest() == before
    review = merge_claims(wells, bridge, user)
    with pytest.raises(NotMergeable, match="sudah digabung"):
        merge_claims(bridge, wells, user)  # a ring
    undo(review, user)
    with pytest.raises(NotUndoable, match="sudah dibatalkan"):
        undo(review, user)
    assert issubclass(NotUndoable, CannotDecide)


def test_a_refused_suggestion_is_not_proposed_again_and_an_accepted_one_is_taken() -> None:
    _link(WELLS)
    words = "Dimas Arunika membantah kabar bahwa warga Kampung Jati menutup sumur yang kering."
    denial = _link(f"Kabar Daerah\n{words}\n", "Suara Kota", 15)
    before = _digest()
    suggested = Stance.objects.get(taken=False)
    refused = refuse_stance(suggested, make_user())
    _read_anew(denial)
    assert not Stance.objects.filter(taken=False).exclude(decision="refused").exists()
    undo(refused, make_user())
    suggested = Stance.objects.get(taken=False, decision="")
    accepted = accept_stance(suggested, make_user())
    assert Claim.objects.disputed().get() == suggested.claim
    assert Claim.objects.current().filter(stances__taken=True).distinct().count() == 1
    undo(accepted, make_user())
    assert Stance.objects.filter(taken=False, decision="").exists()
    assert Claim.objects.disputed().get() != suggested.claim
    assert _digest() == before


def test_of_a_reason_is_kept_what_the_column_can_hold() -> None:
    _link(WELLS), _link(BRIDGE, "Suara Kota", 16)
    review = keep_claims_apart(
        _claim("jembatan"), _claim("sumur"), make_user(), "dua\0 perkara" + " lagi" * 999
    )
    assert review.reason.startswith("dua perkara lagi")
    assert len(review.reason) == 2000
