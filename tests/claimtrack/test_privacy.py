"""The privacy page tells what the settings say, in both languages, and every page leads to it."""

import pytest
from django.conf import settings as given
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db


def test_it_tells_how_long_and_whom_to_write_to(client: Client, settings: Settings) -> None:
    settings.KEEP_RAW_DAYS, settings.KEEP_FETCH_DAYS, settings.CONTACT = 77, 13, "meja@media.example"
    page = client.get("/privasi/").content.decode()
    assert "HTML mentah dihapus setelah 77 hari" in page
    assert "Catatan pengambilan dihapus setelah 13 hari" in page
    assert page.count("meja@media.example") == 2
    client.cookies[given.LANGUAGE_COOKIE_NAME] = "en"
    english = client.get("/privasi/").content.decode()
    assert "Raw HTML is deleted after 77 days" in english
    assert "meja@media.example" in english


def test_nought_days_are_told_as_for_ever(client: Client, settings: Settings) -> None:
    settings.KEEP_RAW_DAYS = 0
    assert "HTML mentah disimpan tanpa batas waktu" in client.get("/privasi/").content.decode()


def test_every_page_leads_to_it(client: Client) -> None:
    assert 'href="/privasi/"' in client.get("/").content.decode()
