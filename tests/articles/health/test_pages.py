"""The pages of sources: each state with its reason, chart and table, few queries, no harm from bad input."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from articles.health.judging import Judgement
from articles.health.pages import find_health
from articles.health.store import save_judgements
from articles.models import Feed, Source, SourceDay, Spell
from tests import rows

pytestmark = pytest.mark.django_db
PIN = 8


def make_days(source: Source, count: int = 30, **fields: object) -> None:
    """So many days of a source until today."""
    today = timezone.localdate()
    SourceDay.objects.bulk_create(
        SourceDay(
            source=source, day=today - timedelta(days=ago), **{"articles": 10, "answered": 50, **fields}
        )
        for ago in range(count)
    )


def make_spell(source: Source, state: str, why: str = "", **facts: object) -> None:
    """The source is found to be in a state."""
    save_judgements({source: Judgement(state, timezone.localdate(), why, facts)}, {}, timezone.now())


def test_each_state_is_a_word_and_a_reason(client: Client) -> None:
    for name, state in (("Kabar Pagi", "well"), ("Suara Kota", "waiting")):
        make_spell(rows.make_source(name, enabled=True), state)
    make_spell(rows.make_source("Warta Nusa", enabled=True), "failing", "rounds", n=4, last="2024-10-16")
    make_spell(
        rows.make_source("Harian Timur", enabled=True), "quiet", "few", n=1, day="2024-10-17", habit=41.6
    )
    loss = {
        "field": "statements",
        "since": "2024-10-14",
        "amount": 3,
        "of": 10,
        "habit": 2.9,
        "dwindles": True,
    }
    make_spell(rows.make_source("Kabar Sore", enabled=True), "hollow", "statements", losses=[loss])
    rows.make_source("Kabar Siang", enabled=True, paused="pindah alamat")
    rows.make_source("Kabar Malam")
    page = client.get("/sources/")
    for words in (
        "lancar",
        "menunggu",
        "gagal 4 kali beruntun",
        "hanya 1 artikel pada 17 Okt, biasanya 42 sehari",
        "sejak 14 Okt hanya 0,3 pernyataan per artikel, biasanya 2,9",
        "pindah alamat",
        "tidak dinyalakan",
    ):
        assertContains(page, words)


@pytest.mark.parametrize("state", ["well", "failing", "off", "paused"])
def test_the_list_can_be_asked_for_one_state(client: Client, state: str) -> None:
    make_spell(rows.make_source("Kabar Well", enabled=True), "well")
    make_spell(rows.make_source("Kabar Failing", enabled=True), "failing", "rounds", n=3, last="2024-10-16")
    rows.make_source("Kabar Off")
    rows.make_source("Kabar Paused", enabled=True, paused="pindah")
    assert [row.source.name for row in find_health(timezone.now(), state).rows] == [f"Kabar {state.title()}"]
    assert client.get(f"/sources/?status={state}").status_code == 200


def test_a_state_that_a_curator_changed_shows_at_once() -> None:
    source = rows.make_source(enabled=True, last_success=timezone.now())
    make_spell(source, "failing", "rounds", n=3, last="2024-10-16")
    Source.objects.update(enabled=False)
    assert find_health(timezone.now()).rows[0].state == "off"
    make_spell(source, "off")
    Source.objects.update(enabled=True)
    assert find_health(timezone.now()).rows[0].state == "failing"


def test_fifty_sources_a_page_each_once_those_in_use_first(client: Client) -> None:
    for number in range(120):
        rows.make_source(f"Kabar {number:03}", enabled=number % 2 == 0)
    seen, address = [], "/sources/"
    while address:
        found = client.get(address).context
        seen += [row.source.name for row in found["found"].rows]
        address = f"/sources/?{found['next']}" if found["next"] else ""
    assert len(seen) == len(set(seen)) == 120
    assert seen == [f"Kabar {n:03}" for n in range(0, 120, 2)] + [f"Kabar {n:03}" for n in range(1, 120, 2)]


def test_a_source_shows_its_figures_its_chart_and_its_past(client: Client) -> None:
    source = rows.make_source(enabled=True, daily_cap=300, last_success=timezone.now())
    lacks: dict[str, Any] = {"pages": 10, "lacks": {"author": 4}, "read": 10, "statements": 29, "named": 20}
    make_days(
        source, asked=61, failed=50, latency=0.42, verdicts={"ok": 50, "timed_out": 50}, size=7000, **lacks
    )
    Feed.objects.create(source=source, url="https://kabar-pagi.example/rss")
    make_spell(source, "failing", "rounds", n=3, last="2024-10-16")
    Spell.objects.update(ended=timezone.now())
    make_spell(source, "well")
    page = client.get("/sources/kabar-pagi/")
    text = page.content.decode()
    assert text.count("<rect") == 30
    assert text.count('<tr><th scope="row">') == 30
    for words in ("50 %", "0,4 detik", "2,9", "69 %", "40 %", "61", "paling banyak 300", "350</b> berhasil"):
        assertContains(page, words)
    assertContains(page, "gagal 3 kali beruntun")
    assertContains(page, "https://kabar-pagi.example/rss")


def test_a_source_without_a_day_has_a_page(client: Client) -> None:
    rows.make_source("Kabar Baru")
    page = client.get("/sources/kabar-baru/")
    assertContains(page, "Belum ada hari yang tercatat.")
    assertNotContains(page, 'class="habit"')


def test_the_pages_need_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(60):
        source = rows.make_source(f"Kabar {number:02}", enabled=True)
        make_days(source)
        make_spell(source, "failing", "rounds", n=3, last="2024-10-16")
    with django_assert_max_num_queries(PIN):
        client.get("/sources/")
    with django_assert_max_num_queries(PIN):
        client.get("/sources/?status=failing&page=kabar-10")
    with django_assert_max_num_queries(PIN):
        client.get("/sources/kabar-00/")


@pytest.mark.parametrize(
    "query",
    [
        "page=1",
        "page=tidak-ada",
        "page=%00",
        "page=" + "9" * 20,
        "status=%00",
        "status=<script>alert(1)</script>",
        "page=<script>alert(1)</script>",
        "status=" + "x" * 5000,
    ],
)
def test_bad_input_gives_the_first_page(client: Client, query: str) -> None:
    rows.make_source()
    page = client.get(f"/sources/?{query}")
    assert page.status_code == 200
    assertContains(page, "Kabar Pagi")
    assertNotContains(page, "<script>alert")


@pytest.mark.parametrize("slug", ["tidak-ada", "x" * 300, "1"])
def test_an_unknown_source_is_a_clear_404(client: Client, slug: str) -> None:
    assertContains(client.get(f"/sources/{slug}/"), "Tidak ada sumber dengan nama ini.", status_code=404)


def test_words_of_a_site_and_of_a_curator_are_escaped(client: Client) -> None:
    source = rows.make_source(enabled=True, paused="<script>alert(1)</script>", failure="<b>x</b>")
    source.name = "<i>Kabar</i>"
    source.save()
    for address in ("/sources/", f"/sources/{source.slug}/"):
        assertNotContains(client.get(address), "<script>alert")
        assertNotContains(client.get(address), "<i>Kabar")


def test_the_list_goes_away_whole_under_its_filter(client: Client) -> None:
    for number in range(51):
        make_spell(rows.make_source(f"Kabar {number:02d}", enabled=True), "well")
    make_spell(rows.make_source("Suara =Kota", enabled=True), "hollow", losses=[])
    assertContains(client.get("/sources/"), "?format=csv")
    for form in ("csv", "jsonl"):
        lines = b"".join(client.get(f"/sources/?status=well&format={form}")).decode().splitlines()
        assert len(lines) == 51 + (form == "csv")
    told = json.loads(b"".join(client.get("/sources/?status=hollow&format=json")))["sources"]
    assert [(row["name"], row["state"]) for row in told] == [("Suara =Kota", "hollow")]
    feed = client.get("/sources/?status=well&format=atom")
    assert feed.headers["Content-Type"].startswith("application/atom+xml")
    assert feed.content.count(b"<entry>") == 50
    assert b'rel="next"' in feed.content
