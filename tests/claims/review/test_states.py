"""The list in every state: what it shows, in which order, page by page, and the way back of any decision."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.corrections.history import Hand
from claims.models import QueueItem, Report, Review
from claims.review.settling import settle
from tests import rows
from tests.claims.review.test_queue import editor, make_item

__all__ = ["editor"]
pytestmark = pytest.mark.django_db


def decide_all(count: int, state: str = "accepted") -> list[QueueItem]:
    """Decided items, a minute apart, the first decided first."""
    user = rows.make_user("lain")
    items = [make_item(place / 100) for place in range(count)]
    for place, item in enumerate(items):
        item.state, item.decided_by = state, user
        item.decided = timezone.now() - timedelta(minutes=count - place)
        item.save()
    return items


def listed(client: Client, address: str) -> list[int]:
    """The items on a page."""
    return [item.pk for item in client.get(address).context["rows"]]


def test_each_state_shows_its_own_items(client: Client, editor: User) -> None:
    waiting = make_item()
    for state in ("accepted", "corrected", "refused"):
        decided = decide_all(1, state)
        assert listed(client, f"/review/?state={state}") == [decided[0].pk]
    assert listed(client, "/review/") == [waiting.pk]
    assert listed(client, "/review/?state=lain") == []


def test_decided_items_come_newest_first_with_who_and_when_page_by_page(client: Client, editor: User) -> None:
    items = decide_all(60)
    page = client.get("/review/?state=accepted")
    first = [item.pk for item in page.context["rows"]]
    rest = listed(client, f"/review/?{page.context['next']}")
    assert first + rest == [item.pk for item in reversed(items)]
    assert len(first) == 50
    assert "lain" in page.content.decode()


def test_open_items_go_on_where_the_page_ended(client: Client, editor: User) -> None:
    items = [make_item(0.3) for _ in range(53)]
    page = client.get("/review/")
    rest = listed(client, f"/review/?{page.context['next']}")
    assert rest == [item.pk for item in items[50:]]


def test_any_decided_item_is_undone_by_anybody_who_reviews(client: Client, editor: User) -> None:
    item = make_item()
    other = Hand(User.objects.create_user("lain"), "tertulis begitu")
    settle(item, "correct", {"role": "Camat"}, other)
    page = client.get("/review/?state=corrected").content.decode()
    assert f'action="/review/{item.pk}/undo/"' in page
    answer = client.post(f"/review/{item.pk}/undo/", {"next": "/review/?state=corrected"})
    assert answer.headers["Location"] == "/review/?state=corrected"
    item.refresh_from_db()
    assert (item.state, item.decided_by) == ("open", None)
    assert Report.objects.get(queued=item).role == ""
    assert set(Review.objects.values_list("undone_by", flat=True)) == {editor.pk}


def test_what_was_undone_by_somebody_quicker_is_told_and_left(client: Client, editor: User) -> None:
    item = make_item()
    answer = client.post(f"/review/{item.pk}/undo/", {"next": "https://lain.example/"}, follow=True)
    assert answer.redirect_chain[0][0] == "/review/"
    assert "tidak ada yang ditimpa" in answer.content.decode()
    assert QueueItem.objects.get().state == "open"


def test_a_decided_item_says_by_whom_and_offers_the_way_back(client: Client, editor: User) -> None:
    item = decide_all(1)[0]
    page = client.get(f"/review/{item.pk}/").content.decode()
    assert "lain sudah memutuskan: diterima" in page
    assert f'action="/review/{item.pk}/undo/"' in page


@pytest.mark.parametrize("state", ["open", "accepted", "corrected", "refused", "lain"])
def test_the_list_asks_at_most_eight_queries_in_every_state(client: Client, editor: User, state: str) -> None:
    if state in ("open", "lain"):
        for place in range(55):
            make_item(place / 100)
    else:
        decide_all(55, state)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/review/?state={state}").status_code == 200
    assert len(asked) <= 8
