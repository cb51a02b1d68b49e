"""One story has one address, whatever way led to it."""

from dataclasses import replace

import pytest

from articles.publishers.addresses import canonical_address, is_article_address, one_page_address
from articles.publishers.base import Publisher, UrlRules

PUBLISHER = Publisher(
    slug="contoh",
    name="Contoh",
    hosts=("contoh.test",),
    urls=UrlRules(
        article=r"/berita/\d+/",
        one_page="?page=all",
        rewrites=((r"^amp\.contoh\.test/(\w+)/", r"\1.contoh.test/"),),
        trailing_slash=False,
    ),
)


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTP://Berita.Example:80/a/b?utm_source=x&fbclid=1#atas", "http://berita.example/a/b"),
        ("http://127.0.0.1:8099/a?id=3&page=2", "http://127.0.0.1:8099/a?id=3"),
        ("https://berita.example/?p=12345&page=all", "https://berita.example/?p=12345"),
        ("https://m.berita.example/a/amp/", "https://www.berita.example/a"),
        ("https://berita.example/a.html/amp", "https://berita.example/a.html"),
        ("https://berita.example/a/?single=1", "https://berita.example/a/"),
        ("https://berita.example//a//b", "https://berita.example/a/b"),
        ("https://berita.example", "https://berita.example/"),
    ],
)
def test_unknown_site(url: str, canonical: str) -> None:
    assert canonical_address(url) == canonical


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("http://www.contoh.test/berita/1/judul/?id=3&page=2", "https://www.contoh.test/berita/1/judul"),
        ("https://amp.contoh.test/uang/berita/1/judul", "https://uang.contoh.test/berita/1/judul"),
        ("https://contoh.test/berita/1/judul", "https://www.contoh.test/berita/1/judul"),
        ("https://m.contoh.test/berita/1/judul", "https://www.contoh.test/berita/1/judul"),
    ],
)
def test_known_site(url: str, canonical: str) -> None:
    assert canonical_address(url, PUBLISHER) == canonical
    assert canonical_address(canonical, PUBLISHER) == canonical


def test_the_case_of_a_path_and_its_last_slash_are_the_sites_own_rule() -> None:
    url = "https://www.contoh.test/Berita/1/Judul/"
    strict = replace(PUBLISHER, urls=replace(PUBLISHER.urls, lower_path=True, trailing_slash=True))
    assert canonical_address(url, strict) == "https://www.contoh.test/berita/1/judul/"
    assert canonical_address(url, PUBLISHER) == "https://www.contoh.test/Berita/1/Judul"
    assert canonical_address("https://lain.test/Berita/1/") == "https://lain.test/Berita/1/"


@pytest.mark.parametrize(
    "url", ["", "berita/1", "mailto:a@b.test", "http://", "http://[::1", "http://a.test:x/"]
)
def test_no_web_address_is_a_value_error(url: str) -> None:
    with pytest.raises(ValueError, match=r"not an absolute|Invalid IPv6|Port could not"):
        canonical_address(url)


def test_one_page_and_article_form() -> None:
    assert one_page_address("http://contoh.test/berita/1/a?page=2", PUBLISHER).endswith(
        "/berita/1/a?page=all"
    )
    assert is_article_address("https://contoh.test/berita/1/a", PUBLISHER)
    assert not is_article_address("https://contoh.test/tag/banjir", PUBLISHER)
