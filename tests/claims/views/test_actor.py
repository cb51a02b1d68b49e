"""An actor's page tells who it is, what it said, whom it contradicts, and where its own word turned."""

from collections.abc import Callable
from html import unescape
from re import findall, sub

import pytest
from django.test import Client

from claims.models import ActorName, Affiliation, Utterance
from claims.timeline.activity import WIDTH, activity_of
from tests import rows
from tests.claims.views.conftest import Count
from tests.scenes import make_dispute

Words = Callable[[str], str]
pytestmark = pytest.mark.django_db
BRAM = "/actors/bram-kusnadi/"


def plain(page: str) -> str:
    """The page's words without its tags."""
    return " ".join(unescape(sub(r"<[^>]+>", " ", page)).split())


def say(kind: str, day: int, speaker: str = "Bram Kusnadi", **fields: object) -> Utterance:
    """One more stance on a claim of its own kind of cellar; the same claim each time it is called."""
    claim = fields.pop("claim", None) or rows.make_claim("gudang itu penuh", rows.wib(day))
    text = f"Judul {day}\nGudang itu penuh, kata {speaker} hari ke-{day}."
    utterance = rows.make_words(claim, speaker, kind, text, rows.wib(day), **fields).utterance  # type: ignore[arg-type]
    assert utterance is not None
    return utterance


def test_names_carry_their_kinds_and_wikidata_its_link(words: Words) -> None:
    actor = rows.make_actor("Bram Kusnadi", wikidata="Q42")
    for name, kind in (("Bram", "short"), ("Bram Kusnady", "misspelling"), ("Bram Kusnadi", "full")):
        ActorName.objects.create(actor=actor, name=name, kind=kind, normal=name.lower())
    page = words(BRAM)
    assert "Nama lain Bram pendek Bram Kusnady salah tulis Wikidata" in plain(page)
    assert 'href="https://www.wikidata.org/wiki/Q42"' in page


def test_a_body_shows_who_speaks_for_it_and_a_person_for_whom(words: Words) -> None:
    office = rows.make_actor("Badan Pangan Randu", "organisation")
    utterance = say("denies", 16)
    Utterance.objects.filter(pk=utterance.pk).update(on_behalf_of=office)
    assert "Berbicara atas nama Badan Pangan Randu" in plain(words(BRAM))
    body = "/actors/badan-pangan-randu/"
    assert "Yang berbicara atas namanya Bram Kusnadi" in plain(words(body))
    bram = rows.make_actor("Bram Kusnadi")
    Affiliation.objects.create(actor=bram, organisation=office, role="kepala gudang", first_seen="2024-10-16")
    assert "Yang berbicara atas namanya Bram Kusnadi , kepala gudang terlihat 16 Okt 2024" in plain(
        words(body)
    )


def test_a_turn_is_marked_as_proposed(words: Words) -> None:
    claim = rows.make_claim("gudang itu penuh", rows.wib(3))
    say("asserts", 3, claim=claim)
    say("denies", 20, claim=claim)
    page = plain(words(BRAM))
    assert "Perjalanan sikap Gudang itu penuh Usulan: bertentangan 3 Okt 2024 menyatakan, 20 Okt 2024" in page
    assert "belum diperiksa redaktur" in page


def test_figures_that_changed_are_a_proposed_turn(words: Words) -> None:
    claim = rows.make_claim("gudang itu penuh", rows.wib(3))
    for day, value in ((3, 3000), (20, 9000)):
        figure = {"value": value, "upper": None, "approximate": False, "unit": "ton"}
        say("asserts", day, claim=claim, figures=[figure])
    assert "3.000 ton pada 3 Okt 2024, lalu 9.000 ton pada 20 Okt 2024." in plain(words(BRAM))


def test_opponents_lead_to_the_claims_and_to_the_comparison(words: Words) -> None:
    claim = make_dispute().claim
    page = words(BRAM)
    opponents = page[page.index("Berseberangan dengan") :]
    assert f'href="{claim.get_absolute_url()}"' in opponents
    assert 'href="/compare/?a=bram-kusnadi&amp;b=sekar-wangi"' in opponents


def test_weeks_are_drawn_and_stand_in_a_table(words: Words) -> None:
    say("asserts", 2)
    say("denies", 16)
    page = words(BRAM)
    assert page.count('class="up"') == page.count('class="down"') == 1
    assert "14 Okt 2024 0 menyatakan 1 menjawab 30 Sep 2024 1 menyatakan 0 menjawab" in plain(page)
    assert "actor=bram-kusnadi&amp;from=2024-10-14&amp;to=2024-10-20" in page


def test_bars_stay_within_the_drawing_however_long_the_time() -> None:
    weeks = [(rows.wib(7).replace(year=year), "asserts", False, False, 3) for year in (2019, 2023, 2024)]
    bars = activity_of(weeks).bars
    assert [bar.week.monday.year for bar in bars] == [2024]
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH for bar in bars)


def test_the_share_of_unnamed_sources_counts_a_body_s_voices(words: Words) -> None:
    office = rows.make_actor("Badan Pangan Randu", "organisation")
    rows.make_actor("Pejabat Badan Pangan", "unnamed", organisation=office)
    say("denies", 16, "Badan Pangan Randu")
    say("asserts", 17, "Pejabat Badan Pangan")
    page = plain(words("/actors/badan-pangan-randu/"))
    assert "50% 1 dari 2 ujaran datang dari orang yang tidak disebut namanya." in page
    assert "1 kali membantah" in page
    assert "1 kali menyatakan" not in page


def test_a_demand_is_shown_without_a_claim(words: Words) -> None:
    revision = rows.make_revision("Judul\nGudang itu harus dibuka, kata Bram Kusnadi.")
    utterance = rows.make_utterance(rows.make_actor("Bram Kusnadi"), rows.wib(16))
    rows.make_report(revision, "Gudang itu harus dibuka", utterance, kind="demand")
    page = words(BRAM)
    assert "Bram Kusnadi mendesak" in plain(page)
    assert "/claims/0/" not in page


def test_every_utterance_stands_on_one_page(words: Words, queries: Count) -> None:
    for n in range(120):
        moment = rows.wib(1 + n % 20, n % 24) if n % 7 else None
        utterance = say("asserts", 1 + n % 20)
        Utterance.objects.filter(pk=utterance.pk).update(not_later_than=moment, said_on=None)
    seen: list[str] = []
    address = BRAM
    for _ in range(3):
        assert queries(address) <= 8
        page = words(address)
        seen += findall(r'id="ujaran-(\d+)"', page)
        address = BRAM + (findall(r'<a href="(\?[^"]+)" rel="next"', page) or [""])[0].replace("&amp;", "&")
    assert address == BRAM
    assert len(seen) == len(set(seen)) == 120


def test_a_page_that_nobody_understands_is_the_first(client: Client) -> None:
    say("denies", 16)
    assert "Halaman itu tidak dikenali" in client.get(BRAM, {"page": "zz"}).content.decode()
    assert "Tidak ada ujaran yang lebih lama." in client.get(BRAM, {"page": "~0"}).content.decode()


def test_counts_over_a_long_record_say_how_many_they_took(
    words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims.timeline.actor_page.LOOKED_AT", 2)
    for day in (14, 15, 16):
        say("denies", day)
    page = plain(words(BRAM))
    assert "2 kali membantah dihitung dari 2 ujaran terakhir" in page
