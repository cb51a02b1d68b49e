"""A reader who is lost is helped on; a site that fails says so."""

import pytest
from django.db import DatabaseError
from django.template.loader import render_to_string
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from claims.models import Claim
from claims.views import lost
from tests.scenes import TITLE, make_dispute

pytestmark = pytest.mark.django_db


def test_a_missing_page_offers_search_and_the_latest_claims(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_dispute()
    with django_assert_num_queries(1):
        answer = client.get("/tidak-ada/")
    page = answer.content.decode()
    assert answer.status_code == 404
    assert 'id="hilang"' in page
    assert TITLE[1:] in page


def test_a_missing_claim_is_named_as_such(client: Client) -> None:
    assert "Tidak ada klaim dengan nomor ini." in client.get("/claims/999999/").content.decode()


def test_a_missing_page_needs_no_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise DatabaseError

    monkeypatch.setattr(Claim.objects, "current", fail)
    assert not lost._find_latest()
    assert client.get("/tidak-ada/").status_code == 404


def test_a_failing_site_says_so_without_request_or_database() -> None:
    page = render_to_string("500.html")
    assert "Ada yang rusak di pihak kami" in page
    assert page.startswith("<!doctype html>")
