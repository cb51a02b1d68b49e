"""Two sides are compared by what they said or ran; where nothing fits, the page says why."""

from collections.abc import Callable
from html import unescape
from re import sub

import pytest
from django.test import Client

from claims.linking.names import normal_name
from claims.models import ActorName
from tests import rows
from tests.claims.views.conftest import Count
from tests.scenes import TITLE, make_accusation, make_dispute

Words = Callable[[str], str]
pytestmark = pytest.mark.django_db
OUTLETS = "/compare/?a=kabar-pagi&b=Suara+Kota"
ACTORS = "/compare/?a=sekar-wangi&b=Bram+Kusnadi"


def plain(page: str) -> str:
    """The page's words without its tags."""
    return " ".join(unescape(sub(r"<[^>]+>", " ", page)).split())


def named(name: str) -> None:
    """One more name of an actor of the dispute."""
    ActorName.objects.create(actor=rows.make_actor("Bram Kusnadi"), name=name, normal=normal_name(name))


@pytest.fixture(autouse=True)
def dispute() -> None:
    """The dispute about the granary, and an accusation beside it."""
    make_dispute()
    make_accusation()
    named("Bram Kusnadi")


def test_two_actors_stand_opposed_on_the_claim_they_share(words: Words) -> None:
    page = plain(words(ACTORS))
    assert "Klaim yang sama · 1" in page
    assert TITLE.capitalize()[:6] in page
    assert "berseberangan menyatakan 16 Okt 2024, 10.40 WIB membantah" in page
    assert "8 jam 25 menit kemudian" in page
    assert "Hanya Sekar Wangi · 0" in page


def test_who_ran_two_actors_and_who_did_not_is_shown(words: Words) -> None:
    page = plain(words(ACTORS))
    assert "Media mana memuat siapa" in page
    assert "Suara Kota tidak memuat 1" in page
    assert "Kabar Pagi 1 tidak memuat" in page


def test_two_outlets_show_which_ran_the_denial_and_what_only_one_has(words: Words) -> None:
    page = plain(words(OUTLETS))
    assert "bantahannya hanya di Suara Kota" in page
    assert "Artikel yang dibandingkan 2 1" in page
    assert "Hanya Kabar Pagi · 1 PT Lintang Rawa menimbun pupuk menuduh" in page


def test_an_edited_article_counts_once(words: Words) -> None:
    assert "Ujaran yang dimuat 2 1" in plain(words(OUTLETS))


def test_an_accusation_run_without_its_recorded_denial_is_counted(words: Words) -> None:
    claim = make_accusation()
    text = "Perusahaan\nPT Lintang Rawa menepis tuduhan itu."
    rows.make_words(claim, "PT Lintang Rawa", "denies", text, rows.wib(18), outlet="Suara Kota")
    assert "Tuduhan dimuat tanpa bantahannya yang tercatat 1 100% 0" in plain(words(OUTLETS))


def test_the_delay_counts_from_the_first_outlet(words: Words) -> None:
    assert "Median jeda dari media pertama 0 menit 8 jam 25 menit" in plain(words(OUTLETS))


def test_reporting_verbs_are_gathered_by_lemma(words: Words) -> None:
    claim = rows.make_claim("sumur warga tercemar", rows.wib(18))
    for outlet, cue in (("Kabar Pagi", "mengatakan"), ("Kabar Pagi", "kata"), ("Suara Kota", "mengklaim")):
        text = f"Judul {cue}\nSumur kotor, {cue} Ayu Sari."
        rows.make_words(claim, "Ayu Sari", "asserts", text, rows.wib(18), outlet=outlet, cue_word=cue)
    page = plain(words(OUTLETS))
    assert "mengatakan kata 100% 2 0% 0 mengklaim 0% 0 100% 1" in page


def test_an_actor_is_meant_by_slug_by_any_name_and_by_its_merged_address(words: Words) -> None:
    named("Pak Bram")
    rows.make_actor("B. Kusnadi", successor=rows.make_actor("Bram Kusnadi"))
    for name in ("bram-kusnadi", "Pak Bram", "BRAM KUSNADI", "b-kusnadi"):
        assert "Klaim yang sama · 1" in plain(words(f"/compare/?a=sekar-wangi&b={name}")), name


def test_a_near_name_is_offered_and_an_unknown_one_told(words: Words) -> None:
    page = words("/compare/?a=sekar-wangi&b=Kusnadi")
    assert "Mungkin maksud Anda:" in page
    assert 'href="?a=sekar-wangi&amp;b=bram-kusnadi"' in page
    assert "Tidak ada aktor atau media bernama begitu" in words("/compare/?a=sekar-wangi&b=zzzz")


@pytest.mark.parametrize(
    ("address", "notice"),
    [
        ("/compare/?a=sekar-wangi", "Pilih satu lagi"),
        ("/compare/?a=sekar-wangi&b=sekar-wangi", "Keduanya sama, Sekar Wangi ."),
        ("/compare/?a=sekar-wangi&b=kabar-pagi", "Yang satu aktor, yang lain media."),
        ("/compare/", "Dua aktor atau dua media bersisian"),
    ],
)
def test_what_does_not_fit_is_told(words: Words, address: str, notice: str) -> None:
    assert notice in plain(words(address))


def test_a_name_that_both_an_outlet_and_an_actor_bear_fits_the_other_side(words: Words) -> None:
    rows.make_actor("Kabar Pagi", "outlet")
    assert "dua media" in words(OUTLETS)
    assert "dua aktor" in words("/compare/?a=kabar-pagi&b=sekar-wangi")


@pytest.mark.parametrize("strange", ["<script>alert(1)</script>", "\0", "a" * 5000, "%", "'; drop", "\\"])
def test_strange_names_get_a_clear_page(client: Client, strange: str) -> None:
    for a, b in ((strange, strange), (strange, "kabar-pagi"), ("kabar-pagi", strange)):
        answer = client.get("/compare/", {"a": a, "b": b})
        assert answer.status_code == 200
        assert "<script>alert" not in answer.content.decode()


def test_comparing_outlets_makes_six_queries_and_actors_eight(queries: Count) -> None:
    assert queries(OUTLETS) == 6
    assert queries(ACTORS) == 8


def test_without_a_choice_those_who_lately_differ_are_offered(client: Client, queries: Count) -> None:
    page = client.get("/compare/").content.decode()
    assert "Yang berseberangan belakangan ini" in page
    assert '<a href="?a=sekar-wangi&amp;b=bram-kusnadi">' in page
    assert queries("/compare/") <= 8


def test_a_side_is_completed_as_it_is_typed(client: Client) -> None:
    for field in ("a", "b"):
        assert '<option value="Sekar Wangi"' in client.get(f"/actors/suggest?{field}=sek").content.decode()
