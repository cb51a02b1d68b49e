"""The filters name what really waits, with how many, and rest on their indexes."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from articles.models import Spell
from claims.models import QueueItem
from claims.review.asking import find_items, parse_asked
from claims.review.choices import Choices, find_choices
from tests import rows
from tests.claims.review.test_queue import editor, make_item

__all__ = ["editor"]
pytestmark = pytest.mark.django_db
FORTY = 40


def choices(address: str = "") -> Choices:
    """The filters of a list."""
    return find_choices(parse_asked(QueryDict(address)), rows.make_user())


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


def test_counts_heed_the_other_filters_and_the_total_none() -> None:
    for outlet, rule in (
        ("Kabar Pagi", "nominal"),
        ("Suara Kota", "nominal"),
        ("Suara Kota", "verb-content"),
    ):
        make_item(outlet=outlet, rule=rule)
    found = choices("outlet=kabar-pagi")
    assert [(one.value, one.count) for one in found.outlets] == [("suara-kota", 2), ("kabar-pagi", 1)]
    assert [(one.value, one.count) for one in found.rules] == [("nominal", 1)]
    assert [one.count for one in found.reasons if one.count] == [1]
    assert found.total == 3


def test_what_is_asked_for_stays_chosen_though_nothing_waits_there() -> None:
    found = choices("outlet=suara-kota&rule=nominal&person=77")
    for shown, value in ((found.outlets, "suara-kota"), (found.rules, "nominal"), (found.people, "77")):
        assert [one.value for one in shown if one.chosen] == [value]


def test_each_choice_keeps_the_other_filters(client: Client, editor: User) -> None:
    make_item()
    QueueItem.objects.update(assigned=editor)
    page = client.get("/review/?rule=verb-content&person=me").content.decode()
    assert 'href="?reason=score&amp;rule=verb-content&amp;person=me"' in page
    assert 'href="?state=refused&amp;rule=verb-content&amp;person=me"' in page


def test_ones_own_tasks_are_found_in_the_state_that_is_looked_at(client: Client, editor: User) -> None:
    make_item()
    page = client.get("/review/?state=accepted").content.decode()
    assert 'href="?state=accepted&amp;person=me">tugas saya' in page


@pytest.fixture
def long_queue(editor: User) -> User:
    """Three thousand items of forty outlets, rules and people, a tenth of them decided; the planner knows."""
    users = User.objects.bulk_create(User(username=f"redaktur-{place}") for place in range(FORTY - 1))
    people = [editor, *users]
    sources = [rows.make_source(f"Kabar {place}") for place in range(FORTY)]
    now = timezone.now()
    spells = Spell.objects.bulk_create(
        Spell(source=sources[place % FORTY], state="hollow", since=now.date(), ended=now)
        for place in range(3000)
    )
    reasons, states = QueueItem.Reason.values, ("accepted", "corrected", "refused")
    items = [
        QueueItem(
            spell=spell,
            source_id=spell.source_id,
            reason=reasons[place % len(reasons)],
            rule=f"aturan-{place // FORTY % FORTY}",
            assigned=people[place // 7 % FORTY],
            priority=place % 97 / 97,
        )
        for place, spell in enumerate(spells)
    ]
    for place, item in enumerate(items[::10]):
        item.state, item.decided = states[place % 3], now - timedelta(minutes=place)
    QueueItem.objects.bulk_create(items)
    with connection.cursor() as cursor:
        cursor.execute("analyze claims_queueitem")
    return editor


@pytest.mark.parametrize(
    ("words", "index"),
    [
        ("", "queueitem_next"),
        ("after=0.3_5", "queueitem_next"),
        ("reason=score", "queueitem_for_reason"),
        ("rule=aturan-7", "queueitem_by_rule"),
        ("outlet=kabar-7", "queueitem_of_outlet"),
        ("person=me", "queueitem_given"),
        ("state=accepted", "queueitem_decided"),
        ("state=corrected", "queueitem_decided"),
        ("state=refused&after=2024-10-16T00:00%2B00:00_5", "queueitem_decided"),
    ],
)
def test_each_list_rests_on_its_index(words: str, index: str, long_queue: User) -> None:
    plan = find_items(parse_asked(QueryDict(words)), long_queue)[:51].explain()
    assert index in plan
    assert "Seq Scan on claims_queueitem" not in plan
