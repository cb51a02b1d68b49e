"""The next page of a split story is found, and nothing else is taken for it."""

from datetime import UTC, datetime

import pytest

from articles.parsing.markup import parse_markup
from articles.parsing.paging import find_next_page
from articles.values import Page

NOON = datetime(2024, 10, 20, 5, tzinfo=UTC)
URL = "https://kabar-uji.example/berita/7/banjir-surut"


@pytest.mark.parametrize(
    ("url", "link", "found"),
    [
        (URL, f"{URL}?page=2", f"{URL}?page=2"),
        (f"{URL}?page=2", "?page=3", f"{URL}?page=3"),
        (URL, "/berita/7/banjir-surut?halaman=2", f"{URL}?halaman=2"),
        (f"{URL}?page=2", "?page=2", None),
        (URL, "?page=3", None),
        (URL, "/berita/8/banjir-lagi?page=2", None),
        (URL, "https://lain.example/berita/7/banjir-surut?page=2", None),
        (URL, "http://[rusak?page=2", None),
    ],
)
def test_the_next_page_is_the_same_story_with_the_next_number(url: str, link: str, found: str | None) -> None:
    body = f'<html><body><p>Banjir surut.</p><a href="{link}">Selanjutnya</a></body></html>'
    markup = parse_markup(Page(url=url, body=body.encode(), fetched_at=NOON))
    assert find_next_page(markup, url, None) == found
