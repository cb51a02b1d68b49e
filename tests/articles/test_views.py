"""The page of sources says of each outlet how it fares."""

import pytest
from django.test import Client

from articles.health import find_health
from tests import rows

pytestmark = pytest.mark.django_db


def test_each_source_says_how_it_fares(client: Client) -> None:
    rows.make_source("Kabar Pagi", enabled=True, last_success=rows.wib(16))
    rows.make_source("Suara Kota", enabled=True, failures=3, failure="HTTP 503")
    rows.make_source("Warta Nusa", enabled=True)
    rows.make_source("Harian Timur")
    rows.make_revision("Judul\nIsi.")
    states = {health.name: health.state for health in find_health()}
    assert states == {
        "Kabar Pagi": "well",
        "Suara Kota": "failing",
        "Warta Nusa": "waiting",
        "Harian Timur": "off",
    }
    page = client.get("/sources/").content.decode()
    assert "gagal 3 kali beruntun" in page
    assert "HTTP 503" in page


def test_articles_are_counted() -> None:
    for _ in range(3):
        rows.make_revision("Judul\nIsi.")
    (health,) = find_health()
    assert health.articles == 3
    assert health.newest == rows.wib(16)
