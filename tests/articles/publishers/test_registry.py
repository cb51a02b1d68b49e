"""The registry knows every outlet by its addresses, and every declaration is sound."""

import json
import string
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from articles.publishers.addresses import canonical_address, is_article_address, one_page_address
from articles.publishers.base import Publisher
from articles.publishers.registry import PUBLISHERS, publisher_for, publisher_named

EVIDENCE = Path(__file__).resolve().parents[2] / "pages"
EACH = pytest.mark.parametrize("publisher", PUBLISHERS, ids=lambda publisher: publisher.slug)


def evidence_urls(publisher: Publisher) -> list[str]:
    files = sorted((EVIDENCE / publisher.slug).glob("*/expected.json"))
    return [json.loads(path.read_text(encoding="utf-8"))["url"] for path in files]


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://health.detik.com/a", "detik"),
        ("http://KOMPAS.com./read/1", "kompas"),
        ("https://jatim.antaranews.com/berita/1/a", "antara"),
        ("https://jogja.tribunnews.com/2024/01/02/a", "tribunnews"),
        ("https://www.bbc.com/indonesia/articles/c1", "bbc-indonesia"),
        ("https://www.dw.com/id/a/a-1", "dw-indonesia"),
    ],
)
def test_finds_outlets_by_address(url: str, slug: str) -> None:
    found = publisher_for(url)
    assert found is not None
    assert found.slug == slug
    assert publisher_named(slug) is found


@pytest.mark.parametrize(
    "url",
    [
        "https://www.bbc.com/news/1",
        "https://www.dw.com/en/a",
        "https://notdetik.com/",
        "https://kabar.example/",
        "detik.com",
        "",
    ],
)
def test_strangers_have_no_declaration(url: str) -> None:
    assert publisher_for(url) is None


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        (
            "https://m.detik.com/news/berita/d-1234567/judul?single=1",
            "https://news.detik.com/berita/d-1234567/judul",
        ),
        ("https://news.detik.com/berita/d-1234567/judul/2", "https://news.detik.com/berita/d-1234567/judul"),
        (
            "https://news.detik.com/berita/d-1234567/judul/amp",
            "https://news.detik.com/berita/d-1234567/judul",
        ),
        ("http://amp.kompas.com/money/read/2024/05/06/1/a", "https://money.kompas.com/read/2024/05/06/1/a"),
        (
            "https://money.kompas.com/read/2024/05/06/1/a?page=all#page2",
            "https://money.kompas.com/read/2024/05/06/1/a",
        ),
        ("https://m.tribunnews.com/a/2020/06/07/b?page=2", "https://www.tribunnews.com/a/2020/06/07/b"),
        ("https://kumparan.com/a/b-1abcDEF2345?ref=rel", "https://kumparan.com/a/b-1abcDEF2345"),
        ("https://medcom.id/a/Ab12cd34-b", "https://www.medcom.id/a/Ab12cd34-b"),
        ("https://gaya.tempo.co/read/1/a?i=1", "https://gaya.tempo.co/read/1/a"),
    ],
)
def test_canonical_addresses(url: str, canonical: str) -> None:
    assert canonical_address(url, publisher_for(url)) == canonical


def test_slugs_and_hosts_are_unique() -> None:
    slugs = [publisher.slug for publisher in PUBLISHERS]
    hosts = [host for publisher in PUBLISHERS for host in publisher.hosts]
    assert len(slugs) == len(set(slugs)) >= 24
    assert len(hosts) == len(set(hosts))


@EACH
def test_lists_lie_on_the_web_and_indexes_take_a_day_and_a_page(publisher: Publisher) -> None:
    for address in (*publisher.feeds, *publisher.sitemaps, *publisher.index_pages):
        assert urlsplit(address).scheme == "https"
    for pattern in publisher.index_pages:
        names = {name for _, name, _, _ in string.Formatter().parse(pattern) if name}
        assert names <= {"date", "page"}
        assert pattern.format(date=date(2025, 2, 3), page=2) != pattern


@EACH
def test_addresses_of_its_articles_are_known(publisher: Publisher) -> None:
    for url in evidence_urls(publisher):
        canonical = canonical_address(url, publisher)
        assert publisher_for(url) is publisher
        assert is_article_address(url, publisher)
        assert canonical_address(canonical, publisher) == canonical
        assert canonical_address(one_page_address(url, publisher), publisher) == canonical
    assert not is_article_address(f"https://{publisher.hosts[0]}/", publisher)


@EACH
def test_superseded_layouts_stand_after_the_current_one(publisher: Publisher) -> None:
    ends = [layout.until or date.max for layout in publisher.layouts]
    assert ends == sorted(ends, reverse=True)
