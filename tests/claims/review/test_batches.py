"""Many items at once: how many is told first, a reason is asked, and all of it is one step back."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.corrections.history import Hand
from claims.models import QueueItem, Report, Review
from claims.review.looking import take_lease
from claims.review.settling import settle
from tests import rows
from tests.claims.corrections.newsroom import digest, keep_stories, read_all
from tests.claims.review.test_queue import editor, make_item

__all__ = ["editor"]
pytestmark = pytest.mark.django_db
RULE = "/review/accept/?rule=verb-content"


def states() -> list[str]:
    """What came of the items, in order."""
    return list(QueueItem.objects.order_by("pk").values_list("state", flat=True))


def test_the_page_says_how_many_it_will_take_before_anything_is_done(client: Client, editor: User) -> None:
    make_item(rule="verb-content")
    make_item(rule="verb-content")
    make_item(rule="nominal")
    page = client.get(RULE)
    assert page.context["count"] == 2
    assert "Ya, terima 2 butir" in page.content.decode()
    assert states() == ["open"] * 3


def test_a_reason_is_asked_for_and_kept(client: Client, editor: User) -> None:
    make_item(rule="verb-content")
    answer = client.post(RULE, {"reason": " ", "count": "1"})
    assert answer.status_code == 409
    assert 'id="galat"' in answer.content.decode()
    assert states() == ["open"]
    client.post(RULE, {"reason": "aturan ini tepat", "count": "1"})
    assert states() == ["accepted"]
    assert Review.objects.get().reason == "aturan ini tepat"


def test_without_a_rule_or_an_outlet_nothing_is_accepted(client: Client, editor: User) -> None:
    make_item()
    for address in ("/review/accept/", "/review/accept/?reason=score"):
        client.post(address, {"reason": "semua", "count": "9"})
        assert client.get(address).status_code == 302
    assert states() == ["open"]


def test_no_more_is_taken_than_the_page_said(client: Client, editor: User) -> None:
    for _ in range(3):
        make_item(rule="verb-content")
    client.post(RULE, {"reason": "tepat", "count": "2"})
    assert states() == ["accepted", "accepted", "open"]
    for count in ("", "-1", "99999999", "x"):
        client.post(RULE, {"reason": "tepat", "count": count})
    assert states() == ["accepted", "accepted", "open"]


def test_links_samples_and_what_others_hold_stay_out(client: Client, editor: User) -> None:
    other = User.objects.create_user("lain")
    link, given, seen = make_item(), make_item(), make_item()
    claim = rows.make_claim("hal", rows.wib(16))
    assert link.report is not None
    assert link.report.utterance is not None
    stance = rows.make_stance(link.report.utterance, claim, "denies", taken=False)
    QueueItem.objects.filter(pk=link.pk).update(stance=stance, reason="link")
    QueueItem.objects.filter(pk=given.pk).update(assigned=other)
    assert take_lease(seen, other)
    sample = make_item()
    QueueItem.objects.filter(pk=sample.pk).update(reason="sample", week="2024-W42")
    make_item()
    assert client.get(RULE).context["count"] == 1
    client.post(RULE, {"reason": "tepat", "count": "200"})
    assert states() == ["open"] * 4 + ["accepted"]


def test_what_was_accepted_at_once_is_one_step_back(client: Client, editor: User) -> None:
    read_all(keep_stories(3), 1)
    before = digest()
    reports = list(Report.objects.current().order_by("pk"))
    items = [QueueItem.objects.create(reason="score", report=report, priority=0.5) for report in reports]
    settle(items[0], "accept", {}, Hand(editor))
    count = 0
    for outlet in {item.source.slug for item in items[1:]}:
        count = client.get(f"/review/accept/?outlet={outlet}").context["count"]
        client.post(f"/review/accept/?outlet={outlet}", {"reason": "tepat", "count": count})
    assert set(states()) == {"accepted"}
    page = client.get("/review/?state=accepted").content.decode()
    assert f"Urungkan semua {count}" in page
    client.post("/review/undo/")
    assert QueueItem.objects.open().count() == count
    while QueueItem.objects.exclude(state="open").exists():
        client.post("/review/undo/")
    assert digest() == before
    assert set(QueueItem.objects.values_list("batch", flat=True)) == {None}


def test_anybody_who_reviews_takes_a_batch_back_from_the_list(client: Client, editor: User) -> None:
    for place in range(2):
        make_item(place / 10)
    client.post("/review/accept/?outlet=kabar-pagi", {"reason": "tepat", "count": "2"})
    one, other = QueueItem.objects.order_by("pk")
    assert one.batch == other.batch is not None
    client.post(f"/review/{one.pk}/undo/")
    assert states() == ["open", "accepted"]
    other_editor = Client()
    chief = User.objects.create_superuser("kepala")
    other_editor.force_login(chief)
    address = f"/review/batches/{other.batch}/undo/"
    answer = other_editor.post(address, {"next": "/review/?state=accepted"}, follow=True)
    assert "1 butir terbuka lagi." in answer.content.decode()
    assert states() == ["open", "open"]
    assert set(Review.objects.values_list("undone_by__username", flat=True)) == {"redaktur", "kepala"}
    assert "0 butir" in other_editor.post(address, follow=True).content.decode()
