"""Every report under any filter: found, counted, paged, exported; no address breaks it."""

import csv
import io
import json
from itertools import product
from re import findall
from urllib.parse import urlencode

import pytest
from django.test import Client

from claims.models import Stance
from tests import rows
from tests.claims.views.conftest import Count, Words
from tests.claims.views.test_bad_input import SCRIPT, STRANGE
from tests.scenes import make_accusation, make_dispute

pytestmark = pytest.mark.django_db


def shown(page: str) -> list[str]:
    """The reports that a page shows, by id."""
    return findall(r'<td class="said"[^>]*><a href="[^"#]+#laporan-(\d+)"', page)


def test_filters_narrow_and_join(words: Words) -> None:
    dispute = make_dispute()
    make_accusation()
    denied = str(dispute.denied.pk)
    assert len(shown(words("/explore/"))) == 5
    for query in ("kind=denial", "stance=denies", "actor=bram-kusnadi", "outlet=suara-kota", "q=burungnya"):
        assert shown(words(f"/explore/?{query}")) == [denied], query
    assert len(shown(words("/explore/?status=disputed"))) == 4
    assert len(shown(words("/explore/?status=unanswered"))) == 1
    assert len(shown(words("/explore/?from=2024-10-17&to=2024-10-17"))) == 2
    assert shown(words("/explore/?actor=bram-kusnadi&outlet=kabar-pagi")) == []


def test_values_of_one_facet_widen_each_other(words: Words) -> None:
    make_dispute()
    make_accusation()
    assert len(shown(words("/explore/?actor=bram-kusnadi&actor=dewi-arum"))) == 2
    assert len(shown(words("/explore/?actor=bram-kusnadi&actor=dewi-arum&kind=denial"))) == 1


def test_matches_are_marked_and_facets_are_counted(words: Words) -> None:
    make_dispute()
    page = words("/explore/?q=gudang+beras")
    assert page.count("<ins>Gudang</ins> <ins>beras</ins>") == 2
    assert "2 laporan" in page
    assert '<span><span lang="id">Kabar Pagi</span>' in page


def test_a_match_in_the_headline_shows_the_headline(words: Words) -> None:
    dispute = make_dispute()
    page = words("/explore/?q=menjawab")
    assert shown(page) == [str(dispute.denied.pk)]
    assert '<span class="headline">Kepala gudang <ins>menjawab</ins></span>' in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("burung ATAU padi", 2),
        ("burung OR padi", 2),
        ("gudang -padi", 3),
        ('"kabar burung"', 1),
        ('"burung kabar"', 0),
        ("gudang padi", 1),
        ("Sekar Wangi kosong", 3),
        ('"kabar burung', 1),
        ("padi OR", 1),
        ("((", 4),
        ('- " |', 4),
    ],
)
def test_searches_understand_operators(words: Words, query: str, count: int) -> None:
    make_dispute()
    assert len(shown(words("/explore/?" + urlencode({"q": query})))) == count


def test_what_was_amended_in_a_search_is_told(words: Words) -> None:
    make_dispute()
    assert "Tanda kutip tidak berpasangan" in words("/explore/?q=%22kabar+burung")
    assert "hanya 300 huruf pertama" in words("/explore/?q=" + "gudang+" * 700)
    assert "OR tanpa kata di kedua sisinya" in words("/explore/?q=OR+gudang")
    assert "tidak memuat kata" in words("/explore/?q=-")


def test_a_chosen_value_can_be_dropped_and_its_others_are_still_counted(words: Words) -> None:
    make_dispute()
    page = words("/explore/?kind=denial&q=kabar+OR+gudang")
    assert '<a href="?q=kabar+OR+gudang" aria-current="true">' in page
    assert '<a href="?q=kabar+OR+gudang&amp;kind=denial&amp;kind=claim">' in page


def test_a_refused_link_counts_in_no_facet(words: Words) -> None:
    make_dispute()
    assert "?stance=denies" in words("/explore/")
    Stance.objects.filter(kind="denies").update(decision="refused")
    assert "?stance=denies" not in words("/explore/")
    assert shown(words("/explore/?stance=denies")) == []


def test_an_empty_result_says_what_to_loosen(words: Words) -> None:
    assert "Belum ada laporan dalam catatan." in words("/explore/")
    make_dispute()
    page = words("/explore/?actor=bram-kusnadi&outlet=kabar-pagi")
    assert "tanpa saringan media</a>: 1 laporan" in page
    assert "tanpa saringan penutur</a>: 2 laporan" in page
    assert '<a href="?actor=bram-kusnadi">' in page
    assert "Lepaskan lebih dari satu saringan." in words("/explore/?q=kapal&kind=pledge")


def test_reversed_days_and_unknown_names_are_told(words: Words) -> None:
    make_dispute()
    page = words("/explore/?from=2024-10-17&to=2024-10-16")
    assert len(shown(page)) == 4
    assert "Tanggalnya terbalik" in page
    page = words("/explore/?actor=tak-ada&outlet=tiada")
    assert "Tidak ada dalam catatan:" in page
    assert "“tak-ada”" in page


def test_a_typed_name_chooses_its_actor(client: Client) -> None:
    make_dispute()
    answer = client.get("/explore/?speaker=kusna&kind=denial")
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        "/explore/?kind=denial&actor=bram-kusnadi",
    )
    rows.make_actor("Sekar Langit")
    page = client.get("/explore/?speaker=sekar").content.decode()
    assert "Penutur yang mana?" in page
    assert '<a href="?actor=sekar-langit"' in page
    assert "Tidak ada penutur bernama “zzz”" in client.get("/explore/?speaker=zzz").content.decode()


def test_bars_lead_to_their_days(words: Words) -> None:
    make_dispute()
    page = words("/explore/?kind=claim")
    assert '<a href="?kind=claim&amp;from=2024-10-16&amp;to=2024-10-16"' in page
    assert page.count('<rect class="bar"') == 2
    assert "Angka di balik gambar" in page


@pytest.mark.parametrize("order", ["", "&sort=oldest"])
def test_every_report_stands_on_one_page(words: Words, order: str) -> None:
    revision = rows.make_revision("Judul\n" + " ".join(f"kata{n}." for n in range(120)))
    for n in range(120):
        rows.make_report(revision, f"kata{n}.", published=None if n % 5 == 0 else rows.wib(1 + n % 9))
    seen: list[str] = []
    address = f"/explore/?{order}"
    for _ in range(3):
        page = words(address)
        seen += shown(page)
        after = findall(r'<a href="(\?[^"]+)" rel="next"', page) or [""]
        address = "/explore/" + after[0].replace("&amp;", "&")
    assert len(seen) == len(set(seen)) == 120


def test_words_before_an_edit_are_led_to_their_revision(words: Words) -> None:
    dispute = make_dispute()
    page = words("/explore/")
    old = f"/articles/{dispute.said.article_id}/?revision=1#laporan-{dispute.said.pk}"
    assert f'href="{old}"' in page
    assert page.count("sebelum diubah") == 1


def test_exports_hold_the_same_reports(client: Client) -> None:
    dispute = make_dispute()
    actor = rows.make_actor("Bram Kusnadi")
    actor.name = '=cmd|"/c calc"!A1'
    actor.save()
    table = client.get("/explore/?kind=denial&format=csv").getvalue().decode()
    (row,) = csv.DictReader(io.StringIO(table))
    assert row["words"] == dispute.denied.exact
    assert row["speaker"] == f"'{actor.name}"
    (told,) = json.loads(client.get("/explore/?kind=denial&format=json").getvalue())["reports"]
    assert told["stance"] == "denies"
    assert told["published"] == "2024-10-16T19:05:00+07:00"
    assert told["claim_title"] == dispute.claim.title
    lines = client.get("/explore/?format=jsonl&sort=oldest").getvalue().decode().splitlines()
    assert [json.loads(line)["report"] for line in lines][:1] == [dispute.said.pk]


def test_strange_parameters_get_a_clear_page(client: Client) -> None:
    make_dispute()
    names = (
        "q",
        "actor",
        "kind",
        "stance",
        "outlet",
        "quote",
        "from",
        "to",
        "status",
        "sort",
        "page",
        "format",
        "speaker",
    )
    for name, strange in product(names, STRANGE):
        answer = client.get("/explore/", {name: strange})
        assert answer.status_code == 200, (name, strange)
        assert SCRIPT not in answer.content.decode()
    page = client.get("/explore/?from=kemarin&kind=gosip").content.decode()
    assert "dilewati: Jenis “gosip”, Sejak “kemarin”" in page


def test_exploring_makes_seven_queries(queries: Count) -> None:
    for _ in range(4):
        make_dispute()
    assert queries("/explore/?q=gudang&outlet=kabar-pagi") == 7
    assert queries("/explore/?q=kapal&outlet=kabar-pagi&kind=pledge&actor=bram-kusnadi") == 6
