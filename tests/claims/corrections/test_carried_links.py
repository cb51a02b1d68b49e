"""Who speaks and what belongs together, decided of one revision, hold for the same words in the next."""

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from articles.models import Revision
from claims.models import Claim, Report, RuledReport, Stance, Utterance
from claims.store import (
    accept_stance,
    assign_speaker,
    refuse_stance,
    split_claim,
    split_utterance,
    undo,
)
from claims.values import StanceKind
from tests import rows
from tests.claims.corrections.newsroom import digest, read_all

pytestmark = pytest.mark.django_db
WELLS = (
    "Bupati Sarwendah Sebut 30 Sumur Kering",
    "Bupati Kalingga Sarwendah Mulyoto mengatakan sedikitnya 30 sumur warga di Lembah Turi kering akibat "
    "pengeboran PT Tirta Bening Abadi, Senin (14/10/2024).",
)
DENIAL = (
    "PT Tirta Bening Abadi Bantah Sumur Kering",
    "Juru bicara PT Tirta Bening Abadi Dimas Arunika membantah tudingan bahwa pengeboran perusahaan itu "
    "membuat sumur warga di Lembah Turi kering, Selasa (15/10/2024).",
)
MORE = "Warga menunggu truk air tiba dari kota."


@pytest.fixture
def editor() -> User:
    """Somebody who decides."""
    return rows.make_user()


def publish(story: tuple[str, ...], outlet: str = "Kabar Pagi", day: int = 14) -> Revision:
    """A first revision, read and linked."""
    revision = rows.make_revision("\n".join(story), outlet=outlet, at=rows.wib(day, 12))
    read_all([revision], 1)
    return revision


def extend(revision: Revision, more: str = MORE) -> Revision:
    """The next revision of the same article with a paragraph more, read and linked."""
    later = rows.make_revision(f"{revision.text}\n{more}", at=rows.wib(16, 13), article=revision.article)
    read_all([later], 1)
    return later


def speakers(revision: Revision) -> set[str]:
    """Who speaks in a revision."""
    names = (
        Report.objects.current().filter(revision=revision).values_list("utterance__actor__name", flat=True)
    )
    return {str(name) for name in names}


def undecided(revision: Revision) -> str:
    """The record's digest with this revision extended and nothing decided; nothing of that is kept."""
    with transaction.atomic():
        extend(revision)
        found = digest()
        transaction.set_rollback(True)
    return found


def test_an_assigned_speaker_speaks_in_the_edited_article(editor: User) -> None:
    first = publish(WELLS)
    before = undecided(first)
    reports = list(Report.objects.current().filter(revision=first))
    review = assign_speaker(reports, None, editor, "orang lain", "Sarwendah Lain")
    third = extend(first)
    assert speakers(third) == {"Sarwendah Lain"}
    undo(review, editor)
    assert speakers(third) == {"Sarwendah Mulyoto"}
    assert digest() == before


def test_a_speaker_assigned_in_one_revision_is_assigned_in_all(editor: User) -> None:
    first = publish(WELLS)
    second = extend(first)
    before = digest()
    review = assign_speaker(list(Report.objects.filter(revision=second)), None, editor, name="Sarwendah Lain")
    assert speakers(first) == speakers(second) == {"Sarwendah Lain"}
    undo(review, editor)
    assert digest() == before


def test_a_split_and_a_refused_link_hold_for_the_edited_article(editor: User) -> None:
    wells, denial = publish(WELLS), publish(DENIAL, "Suara Kota", 15)
    claim = Claim.objects.current().filter(stances__taken=True).distinct().get()
    before = undecided(denial)
    ours = list(Utterance.objects.filter(reports__revision=denial, reports__superseded=None).distinct())
    review = split_claim(claim, ours, editor, "perkara lain")
    later = extend(denial)
    assert not Stance.objects.filter(claim=claim, utterance__reports__revision=later, taken=True).exists()
    assert set(claim.stances.values_list("kind", flat=True)) == {"asserts"}
    undo(review, editor)
    assert digest() == before
    refused = [refuse_stance(one, editor) for one in claim.stances.filter(kind="denies")]
    newest = extend(later, "Air datang pukul tujuh.")
    assert not Claim.objects.disputed().filter(pk=claim.pk).exists()
    assert Report.objects.current().filter(revision=newest, kind="denial").exists()
    for review in refused:
        undo(review, editor)
    assert Claim.objects.disputed().get() == claim
    assert wells.reports.exists()


def test_an_accepted_kind_of_link_and_a_parted_occasion_hold_for_the_edited_article(editor: User) -> None:
    first, copy = publish(WELLS), publish(WELLS, "Warta Nusa")
    denial = publish(DENIAL, "Suara Kota", 15)
    utterance = Utterance.objects.get(reports__revision=first)
    parted = split_utterance(utterance, list(Report.objects.filter(revision=copy)), editor)
    for stance in Stance.objects.filter(kind="denies"):
        accept_stance(stance, editor, kind=StanceKind.PARTLY_DENIES)
    assert set(extend(copy).reports.values_list("utterance", flat=True)) == {
        (parted.after or {})["utterance"]
    }
    later = extend(denial)
    kinds = Stance.objects.filter(utterance__reports__revision=later, taken=True).values_list(
        "kind", flat=True
    )
    assert set(kinds) == {"partly_denies"}


def test_an_occasion_is_parted_with_all_revisions_of_its_words(editor: User) -> None:
    first, copy = publish(WELLS), publish(WELLS, "Warta Nusa")
    later = extend(copy)
    before, utterance = digest(), Utterance.objects.get(reports__revision=first)
    review = split_utterance(utterance, list(Report.objects.filter(revision=copy)), editor)
    fresh = (review.after or {})["utterance"]
    assert set(Report.objects.filter(utterance=fresh).values_list("revision", flat=True)) == {
        copy.pk,
        later.pk,
    }
    undo(review, editor)
    assert digest() == before


def test_a_sentence_that_was_edited_is_not_ruled(editor: User) -> None:
    first = publish(WELLS)
    assign_speaker(list(Report.objects.filter(revision=first)), None, editor, name="Sarwendah Lain")
    text = first.text.replace("30 sumur", "32 sumur").replace("30 Sumur", "32 Sumur")
    second = rows.make_revision(text, at=rows.wib(16), article=first.article)
    read_all([second], 1)
    assert not RuledReport.objects.filter(revision=second).exists()
    assert Report.objects.get(revision=second, carried__lost=True).carried.get().review.field == "speaks"
