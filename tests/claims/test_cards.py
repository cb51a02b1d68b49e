"""The database keeps every report's card in line with the rows it rests on."""

import pytest
from django.db import connection

from claims.counting import find_counts
from claims.models import Card, Claim, Report, SampleCard, Stance, Utterance
from claims.report_filters import Sought
from tests import rows
from tests.scenes import make_accusation, make_dispute

pytestmark = pytest.mark.django_db


def tags_of(report: Report) -> set[str]:
    """The tags on a report's card."""
    return set(Card.objects.get(pk=report.pk).tags)


def test_a_card_says_what_a_report_is() -> None:
    dispute = make_dispute()
    assert tags_of(dispute.denied) == {
        "kind:denial",
        "quote:direct",
        "outlet:suara-kota",
        "actor:bram-kusnadi",
        "stance:denies",
        "status:disputed",
    }
    assert Card.objects.get(pk=dispute.denied.pk).moment == dispute.denied.published


def test_a_card_follows_its_report() -> None:
    report = make_dispute().denied
    Report.objects.filter(pk=report.pk).update(kind="retraction", published=None)
    assert "kind:retraction" in tags_of(report)
    assert Card.objects.get(pk=report.pk).moment == report.fetched
    Report.objects.filter(pk=report.pk).update(superseded=rows.wib(20))
    assert not Card.objects.filter(pk=report.pk).exists()
    Report.objects.filter(pk=report.pk).update(superseded=None)
    assert Card.objects.filter(pk=report.pk).exists()
    Report.objects.filter(pk=report.pk).delete()
    assert not Card.objects.filter(pk=report.pk).exists()


def test_a_card_follows_its_speaker() -> None:
    report = make_dispute().denied
    body = rows.make_actor("Badan Pangan Randu", "organisation")
    Utterance.objects.filter(reports=report).update(on_behalf_of=body)
    assert {"actor:bram-kusnadi", "actor:badan-pangan-randu"} <= tags_of(report)


def test_a_decision_on_one_link_refiles_the_whole_claim() -> None:
    dispute = make_dispute()
    Stance.objects.filter(kind="denies").update(decision="refused")
    assert not tags_of(dispute.said) & {"status:disputed"}
    assert not tags_of(dispute.denied) & {"status:disputed", "stance:denies"}
    Stance.objects.filter(kind="denies").update(decision="")
    assert "status:disputed" in tags_of(dispute.said)
    Stance.objects.filter(kind="denies").delete()
    assert "status:disputed" not in tags_of(dispute.said)


def test_an_accusation_is_unanswered_until_an_answer_comes() -> None:
    claim = make_accusation()
    (report,) = Report.objects.all()
    assert "status:unanswered" in tags_of(report)
    Claim.objects.filter(pk=claim.pk).update(target="")
    assert "status:unanswered" not in tags_of(report)
    Claim.objects.filter(pk=claim.pk).update(target="PT Lintang Rawa")
    rows.make_words(claim, "Juru bicara", "no_comment", "PT\nKami tidak berkomentar.", rows.wib(18))
    assert "status:unanswered" not in tags_of(report)


def test_rows_that_do_not_bear_on_cards_write_none() -> None:
    dispute = make_dispute()
    before = dict(Card.objects.extra(select={"at": "xmin::text"}).values_list("pk", "at"))
    Report.objects.filter(pk=dispute.said.pk).update(score=0.5, gist={"a": 1})
    Claim.objects.update(title="Judul lain")
    Stance.objects.update(score=0.4)
    assert dict(Card.objects.extra(select={"at": "xmin::text"}).values_list("pk", "at")) == before


def test_a_small_record_is_counted_exactly() -> None:
    make_dispute()
    counts = find_counts(Sought())
    assert (counts.total, counts.sampled) == (4, False)
    assert counts.facets["kind"] == {"claim": 3, "denial": 1}
    assert sum(counts.days.values()) == 4


def test_a_large_record_is_estimated_from_its_sample() -> None:
    make_dispute()
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into claims_samplecard select n, now(), '{kind:claim,quote:direct}', 'kata' "
            "from generate_series(1000001, 1000125) n"
        )
    counts = find_counts(Sought())
    assert (counts.total, counts.sampled) == (16_000, True)
    assert counts.facets["kind"]["claim"] == 16_000
    assert SampleCard.SHARE * 125 == 16_000


def test_the_sample_is_a_fair_share() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from generate_series(1, 128000) n where claims_is_sampled(n)")
        (drawn,) = cursor.fetchone()
    assert 900 < drawn < 1100
