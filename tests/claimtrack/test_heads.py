"""What a page says of itself: to the browser's tab, to a card that is shared, to a cache."""

import gzip
import re

import pytest
from django.conf import settings
from django.test import Client

from tests.scenes import make_dispute

pytestmark = pytest.mark.django_db
PART = {"HX-Request": "true"}


def text(client: Client, address: str) -> str:
    """The page at an address."""
    return client.get(address).content.decode()


def meta(page: str, name: str) -> str:
    """The content of a meta element."""
    found = re.search(rf'<meta (?:name|property)="{name}" content="([^"]*)"', page)
    assert found, name
    return found[1]


def test_a_claims_card_says_the_claim_and_who_stands_where(client: Client) -> None:
    page = text(client, make_dispute().claim.get_absolute_url())
    assert meta(page, "og:title") == "Gudang beras Desa Randu Alas kosong sejak Lebaran"
    assert meta(page, "og:type") == "article"
    assert "Bram Kusnadi membantah" in meta(page, "og:description")
    assert meta(page, "description") == meta(page, "og:description")
    assert meta(page, "og:locale") == "id_ID"


def test_a_title_holds_the_site_once(client: Client) -> None:
    dispute = make_dispute()
    titles = [
        re.findall(r"<title[^>]*>(.*?)</title>", text(client, address).split("</head>")[0], re.S)
        for address in ("/", "/claims/", dispute.claim.get_absolute_url(), "/bantuan/", "/explore/")
    ]
    assert all(len(found) == 1 and found[0].count("ClaimTrack") == 1 for found in titles)
    assert len({found[0] for found in titles}) == len(titles)


def test_every_view_of_a_claim_has_one_canonical_address(client: Client) -> None:
    address = make_dispute().claim.get_absolute_url()
    page = text(client, f"{address}?at=2024-10-17T12:00")
    assert f'<link rel="canonical" href="http://testserver{address}">' in page


def test_htmx_gets_the_part_and_caches_are_told(client: Client) -> None:
    whole, part = client.get("/claims/"), client.get("/claims/", headers=PART)
    assert "HX-Request" in whole.headers["Vary"]
    assert "HX-Request" in part.headers["Vary"]
    assert part.content.decode().startswith("<title>Klaim · ClaimTrack</title>")
    assert "<header" in whole.content.decode()
    assert "<header" not in part.content.decode()
    assert _main(part.content) == _main(whole.content)


def _main(content: bytes) -> str:
    found = re.search(r"<main.*</main>", content.decode(), re.S)
    assert found
    return found[0]


def test_pages_and_files_travel_compressed(client: Client) -> None:
    for address in ("/bantuan/", f"{settings.STATIC_URL}claimtrack.css"):
        answer = client.get(address, headers={"Accept-Encoding": "gzip"})
        body = answer.getvalue()
        assert answer.headers["Content-Encoding"] == "gzip", address
        assert gzip.decompress(body)


def test_htmx_may_neither_evaluate_nor_style(client: Client) -> None:
    page = text(client, "/")
    for name in ("allowEval", "allowScriptTags", "includeIndicatorStyles"):
        assert f'"{name}": false' in page
