"""Handing files of sources in and taking them away, and pausing sources at the desk."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.desk.files.importing import take_in
from articles.desk.pausing import resume
from articles.models import BadLine, Source, SourceImport
from claimtrack.desk import files as desk_files
from tests.claimtrack.desk.people import curator, desk, reader

__all__ = ["curator", "desk", "reader"]
pytestmark = pytest.mark.django_db
FILES = reverse("desk:files")
LIST = reverse("admin:articles_source_changelist")
CONTENT = b"name,home\nWarta,https://warta.example/\nDalam,http://127.0.0.1/\n"


def test_a_file_is_kept_for_a_worker_and_its_page_tells_what_came_of_it(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    answer = desk.post(FILES, {"file": SimpleUploadedFile("sumber.csv", CONTENT)})
    given = SourceImport.objects.get()
    assert answer.headers["Location"] == reverse("desk:file", args=[given.pk])
    assert not Source.objects.exists()
    take_in(given)
    with django_assert_max_num_queries(8):
        page = desk.get(answer.headers["Location"]).content.decode()
    assert "jaringan dalam" in page
    assert LogEntry.objects.filter(content_type__model="source").get().object_repr == "Warta"
    with django_assert_max_num_queries(8):
        assert b"sumber.csv" in desk.get(FILES).content


def test_bad_lines_come_fifty_a_page(desk: Client, curator: User) -> None:
    given = SourceImport.objects.create(name="s.csv", user=curator, finished=timezone.now())
    BadLine.objects.bulk_create(BadLine(source_import=given, line=n, reason="x") for n in range(2, 62))
    address = reverse("desk:file", args=[given.pk])
    first = desk.get(address).content.decode()
    assert "?after=51" in first
    assert desk.get(f"{address}?after=51").content.decode().count("<td>x</td>") == 10
    for nonsense in ("x", "9" * 50, "-1", "%00"):
        assert desk.get(f"{address}?after={nonsense}").status_code == 200


@pytest.mark.parametrize("content", [b"", None])
def test_no_file_is_a_sentence_and_nothing_else(desk: Client, content: bytes | None) -> None:
    fields = {} if content is None else {"file": SimpleUploadedFile("s.csv", content)}
    assert desk.post(FILES, fields).status_code == 422
    assert not SourceImport.objects.exists()


def test_a_file_that_is_too_large_is_not_kept(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_files, "LARGEST_FILE", 10)
    answer = desk.post(FILES, {"file": SimpleUploadedFile("s.csv", CONTENT)})
    assert answer.status_code == 422
    assert "lebih besar dari 20 MB" in answer.content.decode()


def test_all_sources_are_given_away_as_csv_and_opml(desk: Client) -> None:
    Source.objects.create(slug="s", name="S", home="https://s.example/").feeds.create(
        url="https://s.example/r"
    )
    for form in ("csv", "opml"):
        answer = desk.get(reverse("desk:export", args=[form]))
        assert "https://s.example/r" in answer.getvalue().decode()
        assert f"sources.{form}" in answer.headers["Content-Disposition"]


def test_only_those_who_may_come_here(reader: Client) -> None:
    for address in (FILES, reverse("desk:export", args=["csv"])):
        assert reader.get(address).status_code == 403
        assert Client().get(address).status_code == 302


def pause(desk: Client, source: Source, **fields: str) -> str:
    sent = {"action": "pause", "_selected_action": [source.pk], **fields}
    return desk.post(LIST, sent, follow=True).content.decode()


def test_a_pause_needs_a_reason_may_name_its_end_and_ends_by_itself(desk: Client) -> None:
    source = Source.objects.create(slug="s", name="S", home="https://s.example/", enabled=True)
    assert "Tulis alasan jeda" in pause(desk, source, until="besok")
    assert "Tulis alasan jeda" in pause(desk, source, reason="  ")
    source.refresh_from_db()
    assert source.paused == ""
    day = timezone.localdate() + timedelta(days=2)
    pause(desk, source, reason="Situs sedang pindah", until=day.isoformat())
    source.refresh_from_db()
    assert (source.paused, timezone.localdate(source.paused_until)) == ("Situs sedang pindah", day)
    assert not Source.objects.due(timezone.now()).exists()
    assert "Situs sedang pindah" in LogEntry.objects.latest("pk").get_change_message()
    assert resume(timezone.now()) == 0
    assert resume(timezone.now() + timedelta(days=3)) == 1
    assert Source.objects.due(timezone.now()).get().paused_until is None


def test_every_action_on_sources_is_logged(desk: Client) -> None:
    source = Source.objects.create(slug="s", name="S", home="https://s.example/")
    for action in ("switch_on", "round_now", "switch_off", "go_on"):
        before = LogEntry.objects.count()
        desk.post(LIST, {"action": action, "_selected_action": [source.pk]}, follow=True)
        assert LogEntry.objects.count() == before + 1, action


def test_the_page_of_a_source_shows_its_last_four_weeks(desk: Client) -> None:
    desk.force_login(User.objects.create_superuser("admin"))
    source = Source.objects.create(slug="s", name="S", home="https://s.example/")
    for age, asked in ((1, 7701), (40, 8802)):
        source.days.create(day=timezone.localdate() - timedelta(days=age), asked=asked)
    page = desk.get(reverse("admin:articles_source_change", args=[source.pk])).content.decode()
    assert "7.701" in page or "7701" in page
    assert "8.802" not in page
    assert "8802" not in page
