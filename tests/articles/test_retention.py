"""What is older than the settings say is forgotten in batches; words, hashes and figures of health stay."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from pytest_django import Settings

from articles import retention
from articles.models import Fetch, Proposal, Revision, SourceDay
from articles.retention import forget
from tests import rows

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def make_old(days: int) -> Revision:
    revision = rows.make_revision(f"Berita umur {days}\nIsi berita itu.", at=NOW - timedelta(days=days))
    Revision.objects.filter(pk=revision.pk).update(html=b"\x1f\x8bx")
    return revision


def test_raw_html_goes_after_its_days_and_the_words_stay(settings: Settings) -> None:
    settings.KEEP_RAW_DAYS = 10
    old, fresh = make_old(11), make_old(9)
    assert forget(NOW).pages == 1
    old.refresh_from_db()
    fresh.refresh_from_db()
    assert (bytes(old.html), old.body, bool(old.content_hash)) == (b"", "Isi berita itu.", True)
    assert fresh.html
    assert forget(NOW).pages == 0


def test_exchanges_go_after_their_days_and_the_days_of_health_stay(settings: Settings) -> None:
    settings.KEEP_FETCH_DAYS = 5
    source = rows.make_source()
    SourceDay.objects.create(source=source, day=(NOW - timedelta(days=400)).date(), answered=3)
    for days in (4, 6, 400):
        Fetch.objects.create(
            source=source, url="https://a.example/", verdict="ok", at=NOW - timedelta(days=days)
        )
    assert forget(NOW).fetches == 2
    assert (Fetch.objects.count(), SourceDay.objects.count()) == (1, 1)


def test_nought_days_keep_for_ever(settings: Settings) -> None:
    settings.KEEP_RAW_DAYS = settings.KEEP_FETCH_DAYS = 0
    make_old(4000)
    Fetch.objects.create(url="https://a.example/", verdict="ok", at=NOW - timedelta(days=4000))
    assert forget(NOW) == retention.Forgotten(0, 0, 0)


def test_a_run_is_bounded_and_the_next_goes_on(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.KEEP_FETCH_DAYS = 1
    monkeypatch.setattr(retention, "BATCH", 2)
    monkeypatch.setattr(retention, "MOST_BATCHES", 2)
    old = NOW - timedelta(days=3)
    Fetch.objects.bulk_create(Fetch(url=f"https://a.example/{n}", verdict="ok", at=old) for n in range(7))
    assert [forget(NOW).fetches for _ in range(3)] == [4, 3, 0]


def test_previews_of_an_outlet_that_nobody_saved_go() -> None:
    user = get_user_model().objects.create(username="kurator")
    fields = {"url": "https://a.example/", "asked_by": user, "previews": [{"title": "x"}]}
    old = Proposal.objects.create(asked=NOW - timedelta(days=3), **fields)
    fresh = Proposal.objects.create(asked=NOW, **fields)
    assert forget(NOW).previews == 1
    assert [p.previews for p in Proposal.objects.order_by("pk")] == [[], fresh.previews]
    assert old.pk < fresh.pk
