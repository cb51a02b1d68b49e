"""Every decision is shown in words to whoever may decide, and each can be taken back from where it stands."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.corrections.history import Hand
from claims.models import QueueItem, Report, Review
from claims.review.settling import settle_report
from claims.store import merge_actors
from tests import rows
from tests.accounts.test_accounts import member
from tests.claims.corrections.newsroom import digest, keep_stories, read_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> User:
    """An editor, signed in."""
    user = member("redaktur", "editor")
    client.force_login(user)
    return user


def test_a_report_that_nobody_queued_is_corrected_shown_and_undone(client: Client, editor: User) -> None:
    read_all(keep_stories(2), 1)
    before, report = digest(), Report.objects.current().filter(kind="claim").order_by("pk")[0]
    address = f"/review/report/{report.pk}/"
    seen = client.get(address).context["shown"].seen
    words = {
        "deed": "correct",
        "speaker": "Bu Tejo",
        "kind": "denial",
        "seen": seen,
        "reason": "salah dengar",
    }
    assert client.post(address, words).headers["Location"] == address
    assert client.post(address, words).status_code == 409
    page = client.get(address).content.decode()
    assert "salah dengar" in page
    assert "<del>pernyataan</del>" in page
    assert "<ins>bantahan</ins>" in page
    for review in Review.objects.order_by("pk"):
        client.post(f"/review/decisions/{review.pk}/undo/", {"next": address})
    assert digest() == before


def test_one_field_of_a_correction_is_taken_back_alone(editor: User, client: Client) -> None:
    read_all(keep_stories(1), 1)
    report = Report.objects.current().order_by("pk")[0]
    was = report.speaker_name
    settle_report(report.pk, "correct", {"speaker": "Bu Tejo", "role": "Lurah"}, Hand(editor))
    client.post(f"/review/decisions/{Review.objects.get(field='speaker').pk}/undo/")
    report.refresh_from_db()
    assert (report.speaker_name, report.role) == (was, "Lurah")


def test_an_item_opens_again_when_its_last_decision_is_taken_back(client: Client, editor: User) -> None:
    read_all(keep_stories(1), 1)
    report = Report.objects.current().order_by("pk")[0]
    item = QueueItem.objects.create(reason="score", report=report, priority=0.1)
    settle_report(report.pk, "correct", {"role": "Lurah"}, Hand(editor))
    item.refresh_from_db()
    assert item.verdict["right"]["role"] is False
    client.post(f"/review/decisions/{Review.objects.get(field='role').pk}/undo/")
    item.refresh_from_db()
    assert "role" not in item.verdict["right"]
    client.post(f"/review/decisions/{Review.objects.get(field='accepted').pk}/undo/")
    item.refresh_from_db()
    assert (item.state, item.verdict) == ("open", {})


def test_the_list_tells_merges_in_words_under_its_filters(client: Client, editor: User) -> None:
    merge_actors(rows.make_actor("Sekar Wangi"), rows.make_actor("S. Wangi"), editor, "orang yang sama")
    page = client.get("/review/decisions/").content.decode()
    assert "Aktor digabung" in page
    assert "<del>S. Wangi</del> → <ins>Sekar Wangi</ins>" in page
    assert "S. Wangi" in client.get("/review/decisions/?model=actor&state=standing").content.decode()
    for query in ("model=claim", "user=lain", "state=undone", "model=<script>"):
        assert "Tidak ada keputusan yang cocok" in client.get(f"/review/decisions/?{query}").content.decode()


def test_a_decision_is_undone_once_and_the_way_back_stays_on_our_pages(client: Client, editor: User) -> None:
    review = merge_actors(rows.make_actor("Sekar Wangi"), rows.make_actor("S. Wangi"), editor)
    address = f"/review/decisions/{review.pk}/undo/"
    answer = client.post(address, {"next": "https://jahat.example/"})
    assert answer.headers["Location"] == "/review/decisions/"
    again = client.post(address, {"next": "/review/"}, follow=True)
    assert "sudah dibatalkan" in again.content.decode()
    assert client.post("/review/decisions/999999/undo/").status_code == 404


def test_pages_of_decisions_and_reports_ask_few_questions(client: Client, editor: User) -> None:
    read_all(keep_stories(3), 1)
    for report in Report.objects.current().order_by("pk")[:20]:
        settle_report(report.pk, "correct", {"role": "Lurah"}, Hand(editor))
    merge_actors(rows.make_actor("Sekar Wangi"), rows.make_actor("S. Wangi"), editor)
    report = Report.objects.current().order_by("pk")[0]
    for address in ("/review/decisions/", f"/review/report/{report.pk}/"):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        assert len(asked) <= 8
