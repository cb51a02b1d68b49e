"""A denial that the machine missed is tied by hand to what it denies; the machine's word stays beside it."""

import pytest

from claims.models import Claim, Report, Review, Stance, Utterance
from claims.record import digest_record, find_record
from claims.store import (
    NotDecidable,
    NotMergeable,
    accept_stance,
    keep_claims_apart,
    merge_claims,
    move_utterances,
    refuse_stance,
    undo,
)
from claims.values import StanceKind
from tests import rows
from tests.claims.corrections.newsroom import read_all

pytestmark = pytest.mark.django_db
SAID = (
    "Warga mengeluh\n"
    "Sekar Wangi mengatakan, gudang beras di Desa Randu Alas kosong sejak Lebaran, Senin (14/10/2024).\n"
    "Dewi Arum mengatakan, gudang beras di Desa Randu Alas kosong sejak Lebaran, Senin (14/10/2024)."
)
DENIED = (
    "Kepala dinas menjawab\n"
    "Kepala dinas Bram Kusnadi membantah kabar soal lumbung di kampung itu, Rabu (16/10/2024)."
)


@pytest.fixture
def record() -> None:
    """A claim of two people, and a denial in other words that the machine takes for another matter."""
    revisions = [rows.make_revision(SAID, at=rows.wib(14)), rows.make_revision(DENIED, at=rows.wib(16))]
    read_all(revisions, 1)


def digest() -> str:
    """The record's digest."""
    return digest_record(find_record())


def the_two() -> tuple[Claim, Claim]:
    """The claim, and the one that the denial made alone."""
    lone = Claim.objects.current().get(origin_known=False)
    return Claim.objects.current().exclude(pk=lone.pk).get(), lone


def told_in(claim: Claim) -> list[Utterance]:
    """The utterances of a claim."""
    held = Stance.objects.filter(claim=claim, taken=True).exclude(decision="refused")
    return [stance.utterance for stance in held.order_by("pk")]


def test_a_missed_denial_is_tied_stays_tied_and_is_parted_by_undo(record: None) -> None:
    before, (claim, lone) = digest(), the_two()
    review = move_utterances(
        claim, told_in(lone), rows.make_user(), "soal gudang yang sama", StanceKind.DENIES
    )
    lone.refresh_from_db()
    assert lone.successor == claim
    stance = Stance.objects.get(claim=claim, kind="denies")
    assert (stance.decision, stance.machine_kind) == ("accepted", "")
    read_all([report.revision for report in Report.objects.current().filter(kind="denial")], 2)
    assert Stance.objects.get(claim=claim, kind="denies").decision == "accepted"
    assert len(told_in(claim)) == 3
    undo(review, rows.make_user())
    assert Claim.objects.current().filter(pk=lone.pk).exists()
    assert digest() == before


def test_without_a_kind_the_words_decide_how_a_moved_utterance_stands(record: None) -> None:
    claim, lone = the_two()
    move_utterances(claim, told_in(lone), rows.make_user())
    assert Stance.objects.get(claim=claim, decision="accepted").kind == "denies"


def test_what_is_moved_out_stays_apart_from_what_it_left(record: None) -> None:
    before, (claim, lone) = digest(), the_two()
    review = move_utterances(lone, told_in(claim)[:1], rows.make_user())
    read_all([report.revision for report in Report.objects.current().filter(kind="claim")[:1]], 2)
    assert (len(told_in(claim)), len(told_in(lone))) == (1, 2)
    undo(review, rows.make_user())
    assert digest() == before


def test_the_machine_says_whether_it_would_link_so_itself(record: None) -> None:
    claim, _lone = the_two()
    one, other = Stance.objects.filter(claim=claim).order_by("pk")
    assert {one.machine_kind, other.machine_kind} == {"asserts"}
    review = accept_stance(one, rows.make_user(), kind=StanceKind.RETRACTS)
    one.refresh_from_db()
    assert (one.kind, one.machine_kind) == ("retracts", "asserts")
    undo(review, rows.make_user())
    refuse_stance(other, rows.make_user())
    other.refresh_from_db()
    assert (other.decision, other.machine_kind) == ("refused", "asserts")


@pytest.mark.parametrize("case", ["its own claim", "none", "two claims", "merged away", "a demand"])
def test_what_cannot_be_moved_is_refused_in_words_and_changes_nothing(record: None, case: str) -> None:
    claim, lone = the_two()
    user = rows.make_user()
    utterances = {
        "its own claim": told_in(claim),
        "none": [],
        "two claims": [*told_in(claim), *told_in(lone)],
    }
    if case == "merged away":
        merge_claims(claim, lone, user)
        claim = lone
    if case == "a demand":
        Report.objects.filter(utterance=told_in(lone)[0]).update(kind="demand")
    before = digest()
    with pytest.raises(NotDecidable, match=r"\w+"):
        move_utterances(claim, utterances.get(case, told_in(lone)), user)
    assert digest() == before
    assert not Review.objects.filter(field="moved").exists()


def test_claims_said_not_to_be_the_same_are_never_merged_until_that_is_undone(record: None) -> None:
    claim, lone = the_two()
    user = rows.make_user()
    review = keep_claims_apart(claim, lone, user)
    for one, other in ((claim, lone), (lone, claim)):
        with pytest.raises(NotMergeable, match="bukan klaim yang sama"):
            merge_claims(one, other, user)
        with pytest.raises(NotMergeable, match="Sudah ditandai"):
            keep_claims_apart(one, other, user)
    undo(review, user)
    merge_claims(claim, lone, user)
    assert len(told_in(claim)) == 3
