"""Every page pins how often it asks the database, however many rows it shows."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests import rows
from tests.claims.views.conftest import Count
from tests.scenes import make_accusation, make_dispute

pytestmark = pytest.mark.django_db
PINNED = {
    "/": 8,
    "/claims/": 3,
    "/claims/?q=beras&status=disputed": 3,
    "/actors/": 3,
    "/actors/bram-kusnadi/": 8,
    "/sources/": 4,
    "/sources/kabar-pagi/": 4,
}


@pytest.fixture
def many() -> None:
    """Several of everything."""
    for _ in range(3):
        make_dispute()
        make_accusation()


@pytest.mark.parametrize(("address", "count"), PINNED.items())
def test_a_page_makes_its_queries_and_no_more(address: str, count: int, many: None, queries: Count) -> None:
    assert queries(address) == count


def test_a_timeline_makes_four_queries(many: None, queries: Count) -> None:
    assert queries(make_dispute().claim.get_absolute_url()) == 4


def test_an_article_makes_four_queries_and_staff_four_more(
    many: None, queries: Count, client: Client
) -> None:
    address = f"/articles/{make_dispute().said.article_id}/"
    assert queries(address) == 4
    client.force_login(User.objects.create_user("redaktur", is_staff=True))
    assert queries(address) == 8


def test_a_longer_story_makes_no_more_queries(queries: Count) -> None:
    claim = make_dispute().claim
    for hour in range(8, 20):
        text = f"Kabar {hour}\nOrang ke-{hour} menepis hal itu."
        rows.make_words(claim, f"Orang {hour}", "denies", text, rows.wib(18, hour))
    assert queries(claim.get_absolute_url()) == 4
