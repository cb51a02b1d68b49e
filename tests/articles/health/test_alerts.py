"""Trouble is told once on each channel, and so is its end; a channel that fails is tried again."""

import json
from datetime import timedelta

import pytest
from django.core import mail
from pytest_django import Settings

from articles.fetching.posting import parse_operator_address, post_json
from articles.fetching.verdicts import FetchError, Verdict
from articles.health.alerts import send_due
from articles.health.judging import Judgement
from articles.health.store import save_judgements
from articles.models import Alert, Source, Spell
from tests import rows
from tests.articles.fetching.conftest import rules_for
from tests.articles.fetching.hostile import Handler, Site, answer, redirect, running
from tests.articles.health.days import NOW, TODAY

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
ROUNDS = {"n": 3, "last": "2024-10-18"}


@pytest.fixture(autouse=True)
def _mail_only(settings: Settings) -> None:
    settings.ALERT_EMAILS = ("redaksi@claimtrack.example",)
    settings.ALERT_WEBHOOK = ""
    settings.SITE_ADDRESS = "https://claimtrack.example"


def judged(source: Source, state: str, hours: int) -> None:
    """The source is judged to be in `state`, so many hours after the beginning."""
    facts = {"failing": ROUNDS, "quiet": {"n": 1, "day": TODAY.isoformat(), "habit": 12.0}}
    judgement = Judgement(state, TODAY, "rounds" if state == "failing" else "few", facts.get(state, {}))
    spells = {spell.source_id: spell for spell in Spell.objects.filter(ended=None)}
    save_judgements({source: judgement}, spells, NOW + hours * HOUR)
    send_due(NOW + hours * HOUR)


def subjects() -> list[str]:
    return [message.subject.removeprefix("[ClaimTrack] Kabar Pagi: ") for message in mail.outbox]


def test_trouble_is_told_once_and_not_hourly_and_so_is_its_end() -> None:
    source = rows.make_source(enabled=True)
    judged(source, "well", 0)
    for hour in range(1, 30):
        judged(source, "failing", hour)
    judged(source, "well", 31)
    judged(source, "well", 32)
    assert subjects() == ["gagal", "lancar"]
    assert "(sebelumnya lancar)" in mail.outbox[0].body
    assert "gagal 3 kali beruntun" in mail.outbox[0].body
    assert "https://claimtrack.example/sources/kabar-pagi/" in mail.outbox[0].body


def test_a_site_that_stumbles_all_day_is_one_trouble() -> None:
    source = rows.make_source(enabled=True)
    judged(source, "well", 0)
    for quarter in range(40):
        state = "failing" if quarter % 3 == 0 else "well"
        judgement = Judgement(state, TODAY, "rounds", ROUNDS if state == "failing" else {})
        spells = {spell.source_id: spell for spell in Spell.objects.filter(ended=None)}
        save_judgements({source: judgement}, spells, NOW + HOUR + quarter * HOUR / 4)
    send_due(NOW + 20 * HOUR)
    assert subjects() == ["gagal"]


def test_what_a_curator_does_is_no_news() -> None:
    source = rows.make_source(enabled=True)
    for hour, state in enumerate(("waiting", "well", "paused", "well", "off", "waiting", "well")):
        judged(source, state, hour)
    assert Spell.objects.count() == 7
    assert mail.outbox == []


def test_many_sources_in_trouble_are_one_message() -> None:
    sources = [rows.make_source(f"Kabar {letter}", enabled=True) for letter in "ABC"]
    judgement = Judgement("failing", TODAY, "rounds", ROUNDS)
    save_judgements(dict.fromkeys(sources, judgement), {}, NOW)
    assert send_due(NOW) == 3
    assert [message.subject for message in mail.outbox] == ["[ClaimTrack] 3 sumber berubah keadaan"]


def test_a_channel_that_fails_is_tried_again_later_and_holds_up_nothing(settings: Settings) -> None:
    source = rows.make_source(enabled=True)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    judged(source, "failing", 0)
    alert = Alert.objects.get()
    assert (alert.sent, alert.tries) == (None, 1)
    assert "refused" in alert.failure
    assert alert.next_try is not None
    assert NOW < alert.next_try < NOW + HOUR
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_due(NOW + timedelta(seconds=10)) == 0
    assert send_due(NOW + HOUR) == 1
    assert send_due(NOW + 2 * HOUR) == 0
    assert subjects() == ["gagal"]


def test_an_alert_under_way_is_not_sent_by_a_second_worker() -> None:
    judged(rows.make_source(enabled=True), "failing", 0)
    Alert.objects.update(sent=None, next_try=NOW + timedelta(minutes=5))
    assert send_due(NOW + timedelta(minutes=1)) == 0


def test_old_news_are_not_told(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    judged(rows.make_source(enabled=True), "failing", 0)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_due(NOW + timedelta(days=4)) == 0
    assert mail.outbox == []


class Hook:
    """A webhook's page that keeps what is posted to it."""

    def __init__(self, status: int = 204) -> None:
        self.heard: list[dict[str, object]] = []
        self.status = status

    def __call__(self, handler: Handler) -> None:
        length = int(handler.headers["Content-Length"])
        self.heard.append(json.loads(handler.rfile.read(length)))
        answer(self.status, b"")(handler)


def test_the_webhook_is_posted_json_on_an_inner_address_that_the_operator_set(settings: Settings) -> None:
    hook = Hook()
    with running({"/hook": hook}) as site:
        settings.ALERT_WEBHOOK = site.url("/hook")
        judged(rows.make_source(enabled=True), "failing", 0)
    (message,) = hook.heard
    assert message["changes"] == [
        {
            "source": "kabar-pagi",
            "name": "Kabar Pagi",
            "state": "failing",
            "before": "",
            "since": "2024-10-18",
            "reason": "gagal 3 kali beruntun, terakhir berhasil 18 Okt",
            "address": "https://claimtrack.example/sources/kabar-pagi/",
        }
    ]
    assert str(message["text"]).startswith("Kabar Pagi: gagal")
    assert len(mail.outbox) == 1


def test_a_webhook_that_refuses_leaves_the_mail_alone(settings: Settings) -> None:
    with running({"/hook": Hook(500)}) as site:
        settings.ALERT_WEBHOOK = site.url("/hook")
        judged(rows.make_source(enabled=True), "failing", 0)
        judged(rows.make_source(enabled=True), "failing", 1)
    assert subjects() == ["gagal"]
    assert Alert.objects.get(channel="webhook").tries == 2
    assert "HTTP 500" in Alert.objects.get(channel="webhook").failure


def test_a_redirected_webhook_is_not_followed() -> None:
    inner = Hook()
    with running({"/inner": inner}) as other, running({"/hook": redirect(other.url("/inner"), 307)}) as site:
        with pytest.raises(FetchError, match="HTTP 307"):
            post_json(site.url("/hook"), {}, rules_for())
        assert other.visits == []
    assert inner.heard == []


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "http://a:b@chat.example/", "gopher://127.0.0.1/", "chat.example", "http://["],
)
def test_a_webhook_is_a_plain_web_address(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        parse_operator_address(url)
    assert caught.value.verdict is Verdict.BAD_ADDRESS


def test_a_webhook_that_nobody_answers_is_a_verdict() -> None:
    with pytest.raises(FetchError) as caught:
        post_json("http://127.0.0.1:9/hook", {}, rules_for(Site(9, {})))
    assert caught.value.verdict is Verdict.CONNECTION_FAILED
