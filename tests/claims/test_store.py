"""Readings become rows once, with their evidence; older words stay, words read anew replace them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Revision
from claims.desk import read_and_link
from claims.linking.known import KNOWN
from claims.models import Actor, Claim, Reading, Report, Stance, Utterance
from claims.nlp.reading import READER_VERSION, read
from claims.record import digest_record, find_record
from claims.registry import seed_actors
from claims.store import NotMergeable, link_reading, merge_actors, save_reading, undo, waiting
from tests.rows import make_revision, make_user, wib

pytestmark = pytest.mark.django_db

CLAIM = (
    "Bupati Sarwendah Sebut 30 Sumur Kering\n"
    "Bupati Kalingga Sarwendah Mulyoto mengatakan sedikitnya 30 sumur warga di Lembah Turi kering "
    "akibat pengeboran PT Tirta Bening Abadi, Senin (14/10/2024).\n"
)
DENIAL = (
    "PT Tirta Bening Abadi Bantah Sumur Kering\n"
    "Juru bicara PT Tirta Bening Abadi Dimas Arunika membantah tudingan bahwa pengeboran perusahaan itu "
    "membuat sumur warga di Lembah Turi kering, Selasa (15/10/2024).\n"
)


def _link(text: str, outlet: str = "Kabar Pagi", day: int = 14) -> Revision:
    revision = make_revision(text, outlet=outlet, at=wib(day, 12))
    read_and_link(revision.pk)
    return revision


def test_every_report_stands_where_its_evidence_says() -> None:
    revision = _link(CLAIM)
    reports = list(Report.objects.filter(revision=revision))
    assert reports
    for report in reports:
        text = revision.text
        assert text[report.start : report.end] == report.exact
        assert text[: report.start].endswith(report.prefix)
        assert text[report.end :].startswith(report.suffix)


def test_a_denial_next_day_elsewhere_answers_the_claim() -> None:
    _link(CLAIM)
    _link(DENIAL, "Suara Kota", 15)
    claim = Claim.objects.disputed().get()
    kinds = dict(claim.stances.values_list("kind", "utterance__actor__name"))
    assert kinds["asserts"] == "Sarwendah Mulyoto"
    assert "denies" in kinds
    assert claim.origin_known


def test_a_denial_of_something_unseen_waits_for_the_claim_that_comes_late() -> None:
    _link(DENIAL, "Suara Kota", 15)
    lone = Claim.objects.disputed().get()
    assert not lone.origin_known
    _link(CLAIM)
    known = Claim.objects.get(pk=lone.pk)
    assert known.origin_known
    assert known.stances.filter(kind="asserts").exists()


def test_reading_twice_changes_nothing() -> None:
    revision = _link(CLAIM)
    before = (digest_record(find_record()), Report.objects.count(), Actor.objects.count())
    assert read_and_link(revision.pk) == "nothing to read"
    findings = read(revision.text, published=wib(14).date())
    reading = save_reading(revision, findings, reader_version=READER_VERSION)
    link_reading(reading)
    assert (digest_record(find_record()), Report.objects.count(), Actor.objects.count()) == before
    assert Reading.objects.count() == 1


def test_words_read_anew_replace_the_older_reading_and_keep_the_claim() -> None:
    revision = _link(CLAIM)
    claims = set(Claim.objects.values_list("pk", flat=True))
    digest = digest_record(find_record())
    findings = read(revision.text, published=wib(14).date())
    link_reading(save_reading(revision, findings, reader_version=READER_VERSION + 1))
    old = Report.objects.filter(reading__reader_version=READER_VERSION)
    assert all(report.superseded and report.utterance is None for report in old)
    assert set(Claim.objects.values_list("pk", flat=True)) == claims
    assert digest_record(find_record()) == digest


def test_an_edited_article_keeps_its_older_words_in_the_same_utterance() -> None:
    first = _link(CLAIM)
    second = make_revision(
        CLAIM.replace("sedikitnya 30", "sedikitnya 31"), article=first.article, at=wib(14, 12)
    )
    read_and_link(second.pk)
    assert Report.objects.current().filter(revision=first).exists()
    utterances = Utterance.objects.filter(reports__kind="claim", actor__name="Sarwendah Mulyoto").distinct()
    assert any({r.revision.number for r in u.reports.all()} == {1, 2} for u in utterances)


def test_a_refused_link_stays_refused() -> None:
    _link(CLAIM)
    _link(DENIAL, "Suara Kota", 15)
    denials = Stance.objects.filter(kind="denies", claim__origin_known=True, taken=True)
    claim = denials.values_list("claim", flat=True).distinct().get()
    refused = set(denials.values_list("pk", flat=True))
    denials.update(decision="refused")
    _link(CLAIM.replace("Senin", "Senin pagi"), "Warta Nusa", 15)
    assert set(Stance.objects.filter(decision="refused").values_list("pk", flat=True)) == refused
    assert not Claim.objects.disputed().filter(pk=claim).exists()


def test_an_editors_title_stays() -> None:
    _link(CLAIM)
    claim = Claim.objects.get(title__contains="sumur")
    Claim.objects.filter(pk=claim.pk).update(title="Sumur di Lembah Turi", title_by_editor=True)
    _link(DENIAL, "Suara Kota", 15)
    assert Claim.objects.filter(pk=claim.pk, title="Sumur di Lembah Turi").exists()


def test_linking_takes_a_bounded_number_of_queries() -> None:
    for day in range(10, 15):
        _link(CLAIM.replace("30", str(day + 20)), f"Koran {day}", day)
    revision = make_revision(DENIAL, outlet="Suara Kota", at=wib(15))
    reading = save_reading(revision, read(revision.text), reader_version=READER_VERSION)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        link_reading(reading)
    assert len(queries) <= 30, [query["sql"][:90] for query in queries]


def test_pages_in_other_languages_and_advertorials_are_not_read() -> None:
    foreign, advertorial, plain = (make_revision(CLAIM, outlet=f"Koran {i}") for i in range(3))
    Revision.objects.filter(pk=foreign.pk).update(language="en")
    type(advertorial.article).objects.filter(pk=advertorial.article_id).update(kind="advertorial")
    assert list(waiting()) == [plain]


def test_the_registry_is_seeded_once() -> None:
    assert seed_actors() == len(KNOWN)
    assert seed_actors() == 0
    kremlin = Actor.objects.get(key="kremlin")
    assert kremlin.organisation == Actor.objects.get(name="Rusia")


def test_the_record_of_an_earlier_day_is_answerable() -> None:
    first = _link(CLAIM)
    then = Report.objects.filter(revision=first).latest("recorded").recorded
    before = digest_record(find_record())
    _link(DENIAL, "Suara Kota", 15)
    assert digest_record(find_record(then)) == before != digest_record(find_record())
    assert not list(find_record(then - timedelta(days=1)))


def test_two_actors_that_are_one_are_merged_and_parted_again() -> None:
    _link(CLAIM)
    _link(DENIAL.replace("Dimas Arunika", "Dimas Aruneka"), "Suara Kota", 15)
    _link(DENIAL, "Warta Nusa", 15)
    gone, kept = (Actor.objects.get(name=name) for name in ("Dimas Aruneka", "Dimas Arunika"))
    before = digest_record(find_record())
    review = merge_actors(kept, gone, make_user())
    assert not Utterance.objects.filter(actor=gone, reports__superseded=None).exists()
    assert Utterance.objects.filter(actor=kept).distinct().count() == 1
    undo(review, make_user())
    assert digest_record(find_record()) == before


def test_an_unnamed_voice_is_never_merged_into_a_person() -> None:
    voice = Actor.objects.create(slug="a", name="Pejabat dinas", sort="unnamed", key="?pejabat dinas")
    person = Actor.objects.create(slug="b", name="Budi Santoso", sort="person", key="budi santoso")
    with pytest.raises(NotMergeable, match="tanpa nama"):
        merge_actors(person, voice, make_user())
    with pytest.raises(NotMergeable, match="dirinya sendiri"):
        merge_actors(person, person, make_user())
