"""Every report under any filter: found, counted, paged, exported; no address breaks it."""

import csv
import io
import json
from itertools import product
from re import findall

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
    assert len(shown(words("/explore/?from=2024-10-17&to=2024-10-16"))) == 5
    assert shown(words("/explore/?actor=bram-kusnadi&outlet=kabar-pagi")) == []


def test_matches_are_marked_and_facets_are_counted(words: Words) -> None:
    make_dispute()
    page = words("/explore/?q=gudang")
    assert page.count("<ins>Gudang</ins>") == 3
    assert "3 laporan" in page
    assert '<span lang="id">Kabar Pagi</span> <b>2</b>' in page


def test_a_chosen_facet_can_be_dropped_and_its_others_are_still_counted(words: Words) -> None:
    make_dispute()
    page = words("/explore/?kind=denial&q=itu")
    assert '<a href="?q=itu" aria-current="true">' in page
    assert '<a href="?q=itu&amp;kind=claim">' in page


def test_a_refused_link_counts_in_no_facet(words: Words) -> None:
    make_dispute()
    assert "?stance=denies" in words("/explore/")
    Stance.objects.filter(kind="denies").update(decision="refused")
    assert "?stance=denies" not in words("/explore/")
    assert shown(words("/explore/?stance=denies")) == []


def test_an_empty_result_says_what_to_loosen(words: Words) -> None:
    assert "Belum ada laporan dalam catatan." in words("/explore/")
    assert "Lepaskan satu saringan" in words("/explore/?q=kapal")


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
    lines = client.get("/explore/?kind=denial&format=json").getvalue().decode()
    (line,) = map(json.loads, lines.splitlines())
    assert line["stance"] == "denies"
    assert line["published"] == "2024-10-16T19:05:00+07:00"
    assert line["claim_title"] == dispute.claim.title


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
    )
    for name, strange in product(names, STRANGE):
        answer = client.get("/explore/", {name: strange})
        assert answer.status_code == 200, (name, strange)
        assert SCRIPT not in answer.content.decode()
    page = client.get("/explore/?from=kemarin&kind=gosip").content.decode()
    assert "dilewati: kind, from" in page


def test_exploring_makes_eight_queries(queries: Count) -> None:
    for _ in range(4):
        make_dispute()
    assert queries("/explore/?q=gudang&outlet=kabar-pagi") == 8
