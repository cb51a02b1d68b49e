"""Every act on an utterance is done through its page, shown in its history, and leaves no trace if undone."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Revision
from claims.models import Report, Review, Stance, Utterance
from claims.store import merge_utterances, split_utterance
from tests import rows
from tests.claims.corrections.newsroom import digest, read_all
from tests.claims.curation.test_claim_pages import MOST, SIGN_IN, editor, undo_all

__all__ = ["editor"]
pytestmark = pytest.mark.django_db
SAID = (
    "Warga mengeluh\n"
    "Sekar Wangi mengatakan, gudang beras di Desa Randu Alas kosong sejak Lebaran, Senin (14/10/2024)."
)
OTHER = "Bupati menjawab\nBupati Wening Laras membantah gudang beras di Desa Randu Alas kosong sejak Lebaran."


@pytest.fixture
def revisions() -> list[Revision]:
    """One utterance in three outlets, and its denial."""
    made = [rows.make_revision(SAID, outlet=name, at=rows.wib(14)) for name in ("Kabar", "Suara", "Warta")]
    made.append(rows.make_revision(OTHER, at=rows.wib(15)))
    read_all(made, 1)
    return made


def said() -> Utterance:
    """What three outlets carry."""
    return Utterance.objects.get(actor__name="Sekar Wangi", successor=None)


def desk(utterance: Utterance) -> str:
    """The address of an utterance's working page."""
    return f"/review/utterance/{utterance.pk}/"


def send(client: Client, utterance: Utterance, **words: object) -> int:
    """Send a form of the page as it stands; the answer's status."""
    seen = client.get(desk(utterance)).context["shown"].history.seen
    return client.post(desk(utterance), {"seen": seen, "reason": "keliru", **words}).status_code


def split(client: Client, utterance: Utterance) -> int:
    return send(client, utterance, deed="split", report=utterance.reports.order_by("pk")[0].pk)


def give(client: Client, utterance: Utterance) -> int:
    report = utterance.reports.order_by("pk")[0].pk
    return send(client, utterance, deed="speaker", report=report, speaker="wening laras")


def invent(client: Client, utterance: Utterance) -> int:
    report = utterance.reports.order_by("pk")[0].pk
    return send(client, utterance, deed="speaker", report=report, speaker="Tirta Asri", fresh="new")


@pytest.mark.parametrize("act", [split, give, invent], ids=lambda act: act.__name__)
def test_an_act_is_kept_with_its_reason_outlasts_re_reading_and_is_undone_without_a_trace(
    client: Client, editor: User, revisions: list[Revision], act: Callable[[Client, Utterance], int]
) -> None:
    before, utterance = digest(), said()
    assert act(client, utterance) == 302
    after, review = digest(), Review.objects.get()
    assert (after != before, review.user, review.reason) == (True, editor, "keliru")
    moved = Utterance.objects.exclude(pk=utterance.pk).filter(reports__in=utterance_reports(revisions))
    pages = [client.get(desk(one)).content.decode() for one in (utterance, *moved.distinct())]
    assert any("keliru" in page for page in pages)
    read_all(revisions, 2)
    assert digest() == after
    undo_all(client)
    assert digest() == before


def utterance_reports(revisions: list[Revision]) -> list[Report]:
    """What the three outlets carry, by whomever it is said now."""
    return list(Report.objects.current().filter(revision__in=revisions[:3]))


def test_two_occasions_are_merged_from_the_page_and_parted_again(
    client: Client, editor: User, revisions: list[Revision]
) -> None:
    utterance = said()
    parted = split_utterance(utterance, [utterance.reports.order_by("pk")[0]], editor)
    before = digest()
    twin = client.get(desk(utterance)).context["shown"].twins[0].stance.utterance
    assert send(client, utterance, deed="merge", other=twin.pk) == 302
    assert utterance.reports.filter(superseded=None).count() == 3
    assert client.get(desk(twin)).headers["Location"] == desk(utterance)
    client.post(f"/review/decisions/{Review.objects.exclude(pk=parted.pk).get().pk}/undo/")
    assert digest() == before


def test_the_second_of_two_editors_is_told_and_overwrites_nothing(
    client: Client, editor: User, revisions: list[Revision]
) -> None:
    utterance = said()
    first, second = utterance.reports.order_by("pk")[:2]
    old = client.get(desk(utterance)).context["shown"].history.seen
    for report, status in ((first, 302), (second, 409)):
        words = {"deed": "split", "report": report.pk, "seen": old}
        assert client.post(desk(utterance), words).status_code == status
    assert Review.objects.count() == 1


def test_a_form_of_an_utterance_that_was_just_merged_away_changes_nothing(
    client: Client, editor: User, revisions: list[Revision]
) -> None:
    utterance = said()
    parted = split_utterance(utterance, [utterance.reports.order_by("pk")[0]], editor)
    twin = Utterance.objects.get(pk=(parted.after or {})["utterance"])
    merge_utterances(utterance, twin, editor)
    answer = client.post(desk(twin), {"deed": "split"})
    assert answer.status_code == 409
    assert "baru saja digabung" in answer.content.decode()


BAD: dict[str, tuple[dict[str, str], str]] = {
    "nothing ticked": ({"deed": "split"}, "sedikitnya satu"),
    "of another utterance": ({"deed": "split", "report": "{other}"}, "tidak lagi termasuk"),
    "a report too far": ({"deed": "split", "report": "9" * 18}, "sedikitnya satu|tidak lagi termasuk"),
    "merged with itself": ({"deed": "merge", "other": "{own}"}, "dirinya sendiri"),
    "merged with another claim's": ({"deed": "merge", "other": "{denied}"}, "berbeda penuturnya"),
    "merged with nothing": ({"deed": "merge", "other": "x"}, "Pilih ujaran"),
    "no name": ({"deed": "speaker", "speaker": " \0", "report": "{first}"}, "Tidak ada aktor|Tulis nama"),
    "an unknown name": ({"deed": "speaker", "speaker": "Tak Ada", "report": "{first}"}, "Tidak ada aktor"),
    "many letters": ({"deed": "speaker", "speaker": "x" * 5000, "report": "{first}"}, "Tidak ada aktor"),
    "a script": ({"deed": "speaker", "speaker": "<script>x()</script>", "report": "{first}"}, "Tidak ada"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_done_is_said_and_nothing_is_half_done(
    client: Client, editor: User, revisions: list[Revision], case: str
) -> None:
    utterance, before = said(), digest()
    denied = Stance.objects.get(kind="denies").utterance
    ids = {"own": utterance.pk, "denied": denied.pk, "first": utterance.reports.order_by("pk")[0].pk}
    ids["other"] = denied.reports.get().pk
    form, told = BAD[case]
    seen = client.get(desk(utterance)).context["shown"].history.seen
    words = {name: value.format(**ids) for name, value in form.items()}
    answer = client.post(desk(utterance), {"seen": seen, **words})
    assert answer.status_code == 409
    page = answer.content.decode()
    wrong = page[page.index('class="wrong"') :][:300]
    assert any(one in wrong for one in told.split("|")), wrong
    assert "<script>x()" not in page
    assert digest() == before
    assert not Review.objects.exists()


def test_the_last_report_is_not_split_out(client: Client, editor: User, revisions: list[Revision]) -> None:
    denied = Stance.objects.get(kind="denies").utterance
    assert send(client, denied, deed="split", report=denied.reports.get().pk) == 409
    assert client.get("/review/utterance/999999999999999999/").status_code == 404


def test_the_page_asks_few_questions_and_shows_fifty_reports(
    client: Client, editor: User, revisions: list[Revision]
) -> None:
    utterance = said()
    for number in range(50):
        rows.make_report(
            rows.make_revision(f"Kabar\nGudang kosong {number}."), f"Gudang kosong {number}.", utterance
        )
    split(client, utterance)
    client.get(desk(utterance))
    with CaptureQueriesContext(connection) as asked:
        shown = client.get(desk(utterance)).context["shown"]
    assert len(asked) - SIGN_IN <= MOST
    assert len(shown.reports) == 50
    assert len(client.get(desk(utterance), {"page": shown.more}).context["shown"].reports) == 2
