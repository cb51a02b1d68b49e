"""Who is looking at an item: shown while the lease lives, renewed by the open page, given back on leaving."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from claims.corrections.history import Hand
from claims.models import QueueItem
from claims.review.looking import take_lease
from claims.review.settling import settle
from tests.claims.review.test_queue import editor, make_item

__all__ = ["editor"]
pytestmark = pytest.mark.django_db
LATE = timedelta(seconds=1)


def renew(client: Client, item: QueueItem) -> str:
    """What an open page hears when it renews its lease."""
    words: str = client.post(f"/review/{item.pk}/looking/").json()["words"]
    return words


def test_the_list_names_who_is_looking_while_the_lease_lives(client: Client, editor: User) -> None:
    item = make_item()
    assert take_lease(item, User.objects.create_user("lain"))
    assert "sedang dilihat lain" in client.get("/review/").content.decode()
    QueueItem.objects.update(looking_until=timezone.now() - LATE)
    assert "sedang dilihat" not in client.get("/review/").content.decode()


def test_an_open_page_renews_its_lease(client: Client, editor: User) -> None:
    item = make_item()
    client.get(f"/review/{item.pk}/")
    QueueItem.objects.update(looking_until=timezone.now() + LATE)
    assert renew(client, item) == ""
    item.refresh_from_db()
    assert item.looker == editor
    assert item.looking_until is not None
    assert item.looking_until > timezone.now() + timedelta(minutes=2)


def test_an_open_page_hears_who_was_quicker(client: Client, editor: User) -> None:
    item, other = make_item(), User.objects.create_user("lain")
    client.get(f"/review/{item.pk}/")
    QueueItem.objects.update(looking_until=timezone.now() - LATE)
    assert take_lease(item, other)
    assert renew(client, item) == "lain sedang melihat butir ini."
    settle(item, "accept", {}, Hand(other))
    assert renew(client, item) == "lain sudah memutuskan: diterima."
    QueueItem.objects.all().delete()
    assert renew(client, item) == "Butir ini sudah tidak ada di antrean."


def test_passing_on_gives_the_item_back(client: Client, editor: User) -> None:
    item = make_item()
    client.get(f"/review/{item.pk}/")
    client.post(f"/review/{item.pk}/", {"deed": "pass"})
    item.refresh_from_db()
    assert (item.looking, item.looking_until) == (None, None)


def test_passing_on_takes_nothing_from_somebody_else(client: Client, editor: User) -> None:
    item, other = make_item(), User.objects.create_user("lain")
    assert take_lease(item, other)
    client.post(f"/review/{item.pk}/", {"deed": "pass"})
    item.refresh_from_db()
    assert item.looker == other


def test_a_decided_item_is_looked_at_by_nobody(client: Client, editor: User) -> None:
    item = make_item()
    settle(item, "accept", {}, Hand(User.objects.create_user("lain")))
    client.get(f"/review/{item.pk}/")
    item.refresh_from_db()
    assert item.looker is None
