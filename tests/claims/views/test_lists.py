"""Lists find, filter and page; the first page and the actors' pages say what matters."""

import csv
import io
import json
from collections.abc import Callable
from re import findall

import feedparser
import pytest
from django.test import Client

from claims.models import ActorName, Affiliation
from tests import rows
from tests.scenes import TITLE, make_accusation, make_dispute

pytestmark = pytest.mark.django_db
Words = Callable[[str], str]


def test_an_empty_record_is_told_in_words(words: Words) -> None:
    assert "Belum ada bantahan yang ditemukan." in words("/")
    assert "Tidak ada tuduhan yang menunggu jawaban." in words("/")
    assert "Belum ada klaim dalam catatan." in words("/claims/")
    assert "Belum ada aktor dalam catatan." in words("/actors/")
    assert "Belum ada sumber." in words("/sources/")
    assert "Belum ada ujaran tentang klaim ini" in words(rows.make_claim("x", rows.wib(1)).get_absolute_url())


def test_today_shows_disputes_denials_silence_and_edits(words: Words) -> None:
    make_dispute()
    make_accusation()
    page = words("/")
    assert page.count(TITLE[1:]) == 3
    assert "PT Lintang Rawa</b> dituduh:" in page
    assert "Rabu, 16 Oktober 2024" in page
    assert "diubah <time" in page


def test_a_lone_denial_is_no_dispute_yet(words: Words) -> None:
    claim = rows.make_claim("sumur warga tercemar", rows.wib(16), origin_known=False)
    text = "Kepala desa\nKepala desa menepis kabar sumur tercemar."
    rows.make_words(claim, "Tono Laras", "denies", text, rows.wib(16))
    page = words("/")
    assert "Belum ada klaim yang dinyatakan satu pihak dan dibantah pihak lain." in page
    assert '<a href="/actors/tono-laras/">' in page
    assert "Asal klaim ini belum ditemukan" in words(claim.get_absolute_url())


def test_claims_are_filtered_by_state_and_words(words: Words) -> None:
    make_dispute()
    make_accusation()
    pages = {state: words(f"/claims/?status={state}") for state in ("disputed", "unanswered", "asserted")}
    assert [TITLE[1:] in page for page in pages.values()] == [True, False, False]
    assert ["menimbun" in page for page in pages.values()] == [False, True, True]
    assert TITLE[1:] in words("/claims/?q=gudang+berasnya")
    assert "Tidak ada klaim yang cocok." in words("/claims/?q=kapal")


@pytest.mark.parametrize("dated", [True, False])
def test_every_claim_stands_on_one_page(words: Words, dated: bool) -> None:
    for n in range(120):
        moment = rows.wib(1 + n % 7) if dated else None
        rows.make_claim(f"klaim nomor {n}", rows.wib(1), last_moved=moment)
    seen, address = [], "/claims/"
    for _ in range(3):
        page = words(address)
        seen += findall(r"Klaim nomor (\d+)", page)
        address = "/claims/" + (findall(r'<a href="(\?[^"]+)" rel="next"', page) or [""])[0].replace(
            "&amp;", "&"
        )
    assert address == "/claims/"
    assert len(seen) == len(set(seen)) == 120


def test_every_actor_stands_on_one_page(words: Words) -> None:
    for n in range(70):
        rows.make_utterance(rows.make_actor(f"Warga {n:02}"), rows.wib(16))
    first = words("/actors/")
    (after,) = findall(r'<a href="(\?[^"]+)" rel="next"', first)
    second = words(f"/actors/{after}")
    assert len({*findall(r">(Warga \d+)<", first), *findall(r">(Warga \d+)<", second)}) == 70


def test_actors_are_found_by_any_of_their_names(words: Words) -> None:
    actor = rows.make_actor("Bram Kusnadi")
    ActorName.objects.create(actor=actor, name="Pak Bram", normal="pak bram")
    assert "Bram Kusnadi" in words("/actors/?q=pak+bram")
    assert "Tidak ada aktor yang cocok." in words("/actors/?q=pak+bram&status=government")


def test_an_actor_has_roles_words_and_opponents(words: Words) -> None:
    denied = make_dispute().denied
    assert denied.utterance is not None
    office = rows.make_actor("Badan Pangan Randu", "organisation")
    bram = rows.make_actor("Bram Kusnadi")
    Affiliation.objects.create(actor=bram, organisation=office, role="kepala gudang", first_seen="2024-10-16")
    denied.utterance.on_behalf_of = office
    denied.utterance.save()
    page = words("/actors/bram-kusnadi/")
    assert "kepala gudang" in page
    assert denied.exact[:20] in page
    assert "Berseberangan dengan" in page
    assert "Sekar Wangi" in page
    assert "Bram Kusnadi" in words("/actors/badan-pangan-randu/")


def test_a_merged_actor_leads_to_its_successor(client: Client) -> None:
    rows.make_actor("B. Kusnadi", successor=rows.make_actor("Bram Kusnadi"))
    answer = client.get("/actors/b-kusnadi/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/actors/bram-kusnadi/")


@pytest.mark.parametrize("page", ["/claims/", "/actors/", "/explore/"])
def test_every_list_can_be_taken_away(client: Client, page: str) -> None:
    make_dispute()
    make_accusation()
    shown = client.get(f"{page}?status=zzz").content.decode()
    for form in ("csv", "json", "atom"):
        assert f"format={form}" in shown
    name = page.strip("/").replace("explore", "reports")
    told = json.loads(client.get(f"{page}?format=json").getvalue())[name]
    table = client.get(f"{page}?format=csv").getvalue().decode()
    assert len(told) == len(list(csv.DictReader(io.StringIO(table)))) > 0
    feed = client.get(f"{page}?format=atom")
    assert feed.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    entries = feedparser.parse(feed.content).entries
    assert len(entries) == len(told)
    assert all(entry.link.startswith("http://testserver/") for entry in entries)


def test_files_hold_every_page_and_the_same_filters(client: Client) -> None:
    for n in range(120):
        rows.make_claim(f"klaim nomor {n}", rows.wib(1), last_moved=rows.wib(1 + n % 7) if n % 3 else None)
    told = json.loads(client.get("/claims/?format=json").getvalue())["claims"]
    assert len({row["claim"] for row in told}) == 120
    narrowed = json.loads(client.get("/claims/?format=json&q=119").getvalue())["claims"]
    assert [row["title"] for row in narrowed] == ["klaim nomor 119"]


def test_a_feed_leads_to_its_next_page(client: Client) -> None:
    for n in range(70):
        rows.make_claim(f"klaim nomor {n}", rows.wib(1))
    feed = feedparser.parse(client.get("/claims/?format=atom").content)
    (after,) = [link.href for link in feed.feed.links if link.rel == "next"]
    assert len(feedparser.parse(client.get(after).content).entries) == 20


def test_a_long_record_is_counted_up_to_a_limit(words: Words) -> None:
    claim = rows.make_claim("sumur warga kering", rows.wib(1))
    speaker = rows.make_actor("Tono Laras")
    for n in range(25):
        rows.make_stance(
            rows.make_utterance(speaker, rows.wib(1 + n)), claim, "asserts" if n % 5 else "denies"
        )
    assert "<td>16+<" in words("/actors/")
    assert "<td>4+<" in words("/actors/")
