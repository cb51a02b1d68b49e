"""A site goes hollow: crawled day by day through the real pipeline, its page says what died and when."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.test import Client
from pytest_django import Settings

from articles.health.alerts import send_due
from articles.health.pulse import take_pulse
from articles.models import Alert, Source, SourceDay, Spell
from claims.store import save_source_days
from claimtrack.route import crawl
from tests.articles.health.changing_site import Outlet, Template, changing_site, scripted, undated, whole

pytestmark = pytest.mark.django_db
WIB = ZoneInfo("Asia/Jakarta")
NOON = datetime(2024, 10, 14, 12, tzinfo=WIB)
STORIES = 4


def live(outlet: Outlet, source: Source, day: datetime) -> None:
    """One day: the outlet publishes, we crawl and read, beat takes the pulse and sends alerts."""
    with time_machine.travel(day, tick=True):
        outlet.publish(day - timedelta(hours=1), STORIES)
        list(crawl(source))
        save_source_days(day)
        take_pulse(day)
        send_due(day)


def days(before: int, after: int) -> list[datetime]:
    """Noons from so many days before the change to so many after it, its own day included."""
    return [NOON + timedelta(days=ago) for ago in range(-before, after)]


@pytest.mark.parametrize(
    ("template", "words"),
    [
        (scripted, "sejak 14 Okt isi kosong pada 8 dari 8 artikel"),
        (
            undated,
            "sejak 14 Okt tanggal kosong pada 8 dari 8 artikel; sejak 14 Okt penulis kosong pada 8 dari 8",
        ),
    ],
)
def test_a_page_says_which_field_died_and_when_and_it_is_told_once(
    client: Client, settings: Settings, template: Template, words: str
) -> None:
    settings.ALERT_EMAILS = ("redaksi@claimtrack.example",)
    settings.REVISIT_AGES = ()
    with changing_site() as outlet:
        settings.FETCH_ALLOW = (f"127.0.0.1:{outlet.site.port}",)
        source = outlet.register()
        for day in days(7, 0):
            live(outlet, source, day)
        assert Spell.objects.get(ended=None).state == "well"
        outlet.template = template
        for day in days(0, 2):
            live(outlet, source, day)
        with time_machine.travel(NOON + timedelta(days=1, hours=1)):
            for address in ("/sources/", "/sources/kabar-teduh/"):
                page = client.get(address).content.decode()
                assert words in page
                assert "tidak utuh" in page
        told = [message.body for message in mail.outbox]
        assert len(told) == 1
        assert words.replace("8 dari 8", "4 dari 4") in told[0]
        outlet.template = whole
        for day in days(-2, 4):
            live(outlet, source, day)
    assert [message.subject for message in mail.outbox] == [
        "[ClaimTrack] Kabar Teduh: tidak utuh",
        "[ClaimTrack] Kabar Teduh: lancar",
    ]
    assert not Alert.objects.filter(sent=None).exists()
    assert [spell.state for spell in Spell.objects.order_by("began")] == ["well", "hollow", "well"]


def test_a_day_counts_what_came_of_it(settings: Settings) -> None:
    settings.REVISIT_AGES = ()
    with changing_site() as outlet:
        settings.FETCH_ALLOW = (f"127.0.0.1:{outlet.site.port}",)
        live(outlet, outlet.register(), NOON)
    day = SourceDay.objects.get()
    assert (day.day, day.articles, day.pages, day.read, day.edits) == (NOON.date(), 4, 4, 4, 0)
    assert (day.asked, day.answered, day.failed) == (6, 5, 0)
    assert (day.verdicts, day.lacks) == ({"ok": 5}, {})
    assert day.size > 1000
    assert day.latency is not None
    assert day.statements == 4 * 3
    assert day.named > 0
    assert day.length is not None
    assert day.length > 200
