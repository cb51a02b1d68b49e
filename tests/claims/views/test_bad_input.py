"""Whatever stands in an address, the reader gets a clear page, never an error of ours."""

from itertools import product
from urllib.parse import quote

import pytest
from django.test import Client

from claims.models import Utterance
from tests import rows
from tests.scenes import make_dispute

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert(1)</script>"
STRANGE = [
    "1000000000",
    "0",
    "-1",
    "~",
    "x~9",
    "~99999999999999999999999999",
    "0001-01-01T00:00+14:00~1",
    "9999-12-31T23:59:59-12:00~1",
    SCRIPT,
    "\0~1",
    "’OR 1=1--",
    "a" * 5000,
    "٣",
]


@pytest.mark.parametrize("page", ["/claims/", "/actors/", "/", "claim", "/actors/bram-kusnadi/", "/sources/"])
def test_strange_parameters_get_a_clear_page(client: Client, page: str) -> None:
    claim = make_dispute().claim
    address = claim.get_absolute_url() if page == "claim" else page
    for name, words in product(("q", "page", "status", "at", "<b>"), STRANGE):
        answer = client.get(address, {name: words})
        assert answer.status_code == 200, (address, name, words)
        assert SCRIPT not in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        *("/claims/999999/", "/claims/0/", f"/claims/{10**17}/", f"/claims/{10**40}/", "/claims/abc/"),
        *("/actors/tidak-ada/", f"/actors/{'a' * 3000}/", f"/actors/{quote(SCRIPT)}/"),
        *("/articles/999999/", f"/articles/{10**30}/", "/nirwana/"),
    ],
)
def test_unknown_addresses_are_told_in_words(client: Client, address: str) -> None:
    answer = client.get(address)
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "Halaman ini tidak ada" in page
    assert SCRIPT not in page


@pytest.mark.parametrize("revision", ["2000", "0", "-1", "x", SCRIPT, "9" * 50, "²"])
def test_an_unknown_revision_is_told_in_words(client: Client, revision: str) -> None:
    article = make_dispute().said.article_id
    assert client.get(f"/articles/{article}/", {"revision": revision}).status_code == 404


@pytest.mark.parametrize("query", ['"', "OR OR", "-", "((", "a & | !", "beras:*", "'; drop table x"])
def test_unbalanced_searches_find_something_or_nothing(client: Client, query: str) -> None:
    assert client.get("/claims/", {"q": query}).status_code == 200


def test_pages_only_show(client: Client) -> None:
    assert client.post("/claims/").status_code in {403, 405}


def test_a_trouble_of_ours_is_told_in_words(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("claims.views.today.find_today", break_down)
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Ada yang rusak di pihak kami" in answer.content.decode()


def test_rows_that_lack_almost_everything_are_still_shown(client: Client) -> None:
    claim = rows.make_claim(
        "sumur warga tercemar", rows.wib(16), first_said=None, last_moved=None, target="X"
    )
    revision = rows.make_revision("Judul\nSumur itu tercemar.")
    type(revision).objects.update(published=None)
    nobody = rows.make_utterance(None, rows.wib(16), said_on=None)
    silent = rows.make_utterance(rows.make_actor("Tono Laras"), rows.wib(17))
    for utterance, kind in ((nobody, "accuses"), (silent, "denies")):
        rows.make_stance(utterance, claim, kind, reason={})
    rows.make_report(
        revision, "Sumur itu tercemar.", nobody, published=None, chain="", figures=[{"exact": "dua"}]
    )
    Utterance.objects.update(not_later_than=None, said_on=None)
    addresses = ["/", "/claims/", claim.get_absolute_url(), "/actors/", "/actors/tono-laras/", "/explore/"]
    for address in (*addresses, f"/articles/{revision.article_id}/", "/explore/?format=csv"):
        assert client.get(address).status_code == 200, address
    assert "Tanpa tanggal" in client.get(claim.get_absolute_url()).content.decode()
