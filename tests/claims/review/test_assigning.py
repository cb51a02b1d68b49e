"""On whose desk an item lies: given to anybody who reviews, one or many at once; others decide aloud."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.models import QueueItem
from tests.accounts.test_accounts import member
from tests.claims.review.test_queue import editor, make_item

__all__ = ["editor"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def other(db: None) -> User:
    """A second editor."""
    return member("kawan", "editor")


def given() -> list[str | None]:
    """Whose desk each item lies on, in order."""
    return list(QueueItem.objects.order_by("pk").values_list("assigned__username", flat=True))


def test_an_item_is_given_to_another_editor_and_to_nobody(client: Client, editor: User, other: User) -> None:
    item = make_item()
    member("pembaca", "analyst")
    address = f"/review/{item.pk}/assign/?reason=score"
    people = [person.username for person in client.get(address).context["people"]]
    assert people == ["kawan", "redaktur"]
    answer = client.post(address, {"person": str(other.pk)})
    assert answer.headers["Location"] == f"/review/{item.pk}/?reason=score"
    assert given() == ["kawan"]
    client.post(address, {"person": "none"})
    assert given() == [None]


def test_nobody_who_may_not_review_is_given_anything(client: Client, editor: User) -> None:
    item, reader = make_item(), member("pembaca", "analyst")
    for words in (str(reader.pk), "999999999", "", "\0", "<script>"):
        for address in (f"/review/{item.pk}/assign/", "/review/assign/"):
            answer = client.post(address, {"person": words, "count": "5"})
            assert answer.status_code == 409
            assert "<script>" not in answer.content.decode()
    assert given() == [None]


def test_all_under_a_filter_is_given_at_once(client: Client, editor: User, other: User) -> None:
    for outlet in ("Kabar Pagi", "Kabar Pagi", "Suara Kota"):
        make_item(outlet=outlet)
    address = "/review/assign/?outlet=kabar-pagi"
    page = client.get(address)
    assert (page.context["count"], page.context["given"]) == (2, 0)
    client.post(address, {"person": str(other.pk), "count": "2"})
    assert given() == ["kawan", "kawan", None]
    assert client.get(address).context["given"] == 2


def test_the_list_is_filtered_by_person(client: Client, editor: User, other: User) -> None:
    mine, theirs, nobodys = make_item(), make_item(), make_item()
    QueueItem.objects.filter(pk=mine.pk).update(assigned=editor)
    QueueItem.objects.filter(pk=theirs.pk).update(assigned=other)
    for word, item in (("me", mine), (str(other.pk), theirs), ("none", nobodys)):
        page = client.get(f"/review/?person={word}")
        assert [one.pk for one in page.context["rows"]] == [item.pk]


def test_what_lies_on_anothers_desk_is_decided_only_after_a_clear_word(
    client: Client, editor: User, other: User
) -> None:
    item = make_item()
    QueueItem.objects.update(assigned=other)
    address = f"/review/{item.pk}/"
    assert "meski butir ini ditugaskan kepada kawan" in client.get(address).content.decode()
    answer = client.post(address, {"deed": "accept"})
    assert answer.status_code == 409
    assert "ditugaskan kepada kawan; belum ada yang diputuskan" in answer.content.decode()
    assert QueueItem.objects.get().state == "open"
    client.post(address, {"deed": "accept", "anyway": "1"})
    assert QueueItem.objects.get().decided_by == editor


def test_the_same_words_on_anothers_desk_for_another_reason_count_too(
    client: Client, editor: User, other: User
) -> None:
    item = make_item()
    QueueItem.objects.create(reason="unnamed", report=item.report, priority=0.3, assigned=other)
    answer = client.post(f"/review/{item.pk}/", {"deed": "refuse"})
    assert answer.status_code == 409
    assert 'name="anyway"' in answer.content.decode()
    assert set(QueueItem.objects.values_list("state", flat=True)) == {"open"}
    client.post(f"/review/{item.pk}/", {"deed": "refuse", "anyway": "1"})
    assert set(QueueItem.objects.values_list("state", flat=True)) == {"refused"}
