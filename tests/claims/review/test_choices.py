"""The filters name what really waits, with how many, and rest on their indexes."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.http import QueryDict
from django.test import Client

from claims.models import QueueItem
from claims.review.asking import Asked, find_items, parse_asked
from claims.review.choices import Choices, find_choices
from tests.claims.review.test_queue import editor, make_item

__all__ = ["editor"]
pytestmark = pytest.mark.django_db


def choices(address: str = "") -> Choices:
    """The filters of a list."""
    return find_choices(parse_asked(QueryDict(address)))


def test_outlets_and_rules_that_wait_are_named_with_how_many() -> None:
    for outlet, rule in (
        ("Kabar Pagi", "nominal"),
        ("Suara Kota", "nominal"),
        ("Suara Kota", "verb-content"),
    ):
        make_item(outlet=outlet, rule=rule)
    QueueItem.objects.filter(pk=make_item(outlet="Warta Nusa").pk).update(state="accepted")
    found = choices()
    assert [(one.value, one.name, one.count) for one in found.outlets] == [
        ("suara-kota", "Suara Kota", 2),
        ("kabar-pagi", "Kabar Pagi", 1),
    ]
    assert [(one.value, one.count) for one in found.rules] == [("nominal", 2), ("verb-content", 1)]
    assert [(one.value, one.count) for one in found.reasons if one.count] == [("score", 3)]
    assert found.total == 3


def test_what_is_asked_for_stays_chosen_though_nothing_waits_there() -> None:
    found = choices("outlet=suara-kota&rule=nominal&person=77")
    for rows, value in ((found.outlets, "suara-kota"), (found.rules, "nominal"), (found.people, "77")):
        assert [one.value for one in rows if one.chosen] == [value]


def test_each_choice_keeps_the_other_filters(client: Client, editor: User) -> None:
    make_item()
    page = client.get("/review/?rule=verb-content&person=me").content.decode()
    assert 'href="?reason=score&amp;rule=verb-content&amp;person=me"' in page
    assert 'href="?state=refused&amp;rule=verb-content&amp;person=me"' in page


def test_ones_own_tasks_are_found_in_the_state_that_is_looked_at(client: Client, editor: User) -> None:
    make_item()
    page = client.get("/review/?state=accepted").content.decode()
    assert 'href="?state=accepted&amp;person=me">tugas saya' in page


def plan(asked: Asked, user: User) -> str:
    """How the database finds the first page of a list, where reading all rows is never cheaper."""
    with connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off")
        cursor.execute("set local enable_sort = off")
        cursor.execute("set local enable_bitmapscan = off")
    return find_items(asked, user)[:51].explain()


@pytest.mark.parametrize(
    ("words", "index"),
    [
        ("", "queueitem_next"),
        ("after=0.3_5", "queueitem_next"),
        ("reason=score", "queueitem_for_reason"),
        ("rule=nominal", "queueitem_by_rule"),
        ("person=me", "queueitem_given"),
        ("outlet=kabar-pagi", "queueitem_of_outlet"),
        ("state=accepted", "queueitem_decided"),
        ("state=corrected", "queueitem_decided"),
        ("state=refused&after=2024-10-16T00:00%2B00:00_5", "queueitem_decided"),
    ],
)
def test_each_list_rests_on_its_index(words: str, index: str, editor: User) -> None:
    assert index in plan(parse_asked(QueryDict(words)), editor)
