"""The log of who did what grows and never changes."""

import csv

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.audit import save_deed
from tests.accounts.test_accounts import member, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client: Client) -> User:
    """A curator, signed in."""
    user = member("kurator", "curator")
    client.force_login(user)
    return user


@pytest.mark.parametrize("statement", ["update {} set change_message = 'x'", "delete from {}"])
def test_the_database_refuses_to_change_the_log(curator: User, statement: str) -> None:
    save_deed(curator, curator, "ganti")
    before = LogEntry.objects.count()
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement.format("django_admin_log"))
    assert LogEntry.objects.count() == before


def test_signing_in_and_failing_to_is_logged(client: Client) -> None:
    member("tia", "analyst")
    sign_in(client, "tia", "salah")
    sign_in(client, "tia")
    client.post("/accounts/logout/")
    assert list(LogEntry.objects.order_by("pk").values_list("change_message", flat=True)) == [
        "gagal masuk",
        "masuk",
        "keluar",
    ]


def test_the_log_is_filtered_and_taken_away(client: Client, curator: User) -> None:
    other = member("tia", "analyst")
    save_deed(other, other, "=2+3")
    save_deed(curator, curator, "ganti nama")
    page = client.get("/audit/?user=tia").content.decode()
    assert "=2+3" in page
    assert "ganti nama" not in page
    answer = client.get("/audit/?user=tia&format=csv")
    lines = b"".join(answer).decode().splitlines()
    rows = list(csv.DictReader(lines))
    assert [row["words"] for row in rows] == ["'=2+3"]


@pytest.mark.parametrize(
    "query", ["user=%00", "from=2024-99-99", "to=9999-12-31", "before=9" * 3, "model=<script>", "before=x"]
)
def test_nonsense_in_the_address_gives_a_page(client: Client, curator: User, query: str) -> None:
    page = client.get(f"/audit/?{query}")
    assert page.status_code == 200
    assert "<script>" not in page.content.decode()


def test_the_page_asks_a_fixed_number_of_queries(client: Client, curator: User) -> None:
    for _ in range(60):
        save_deed(curator, curator, "ganti")
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/audit/").content.decode()
    assert "before=" in page
    assert len(asked) <= 8
