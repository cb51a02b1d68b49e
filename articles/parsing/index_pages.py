"""Finds the links to articles on an index page ("indeks"), and the link to its next page."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import lxml.html
from bs4 import BeautifulSoup
from lxml.html import HtmlElement

from articles.values import Listing, Page

LARGEST_INDEX = 8 * 1024 * 1024


def parse_index(page: Page, selector: str = "") -> Iterator[Listing]:
    """The links of a page, or only those that `selector` (CSS) marks; addresses are whole.

    ValueError when the page is too large or empty.
    """
    links = _marked_links(page, selector) if selector else _all_links(page)
    return (Listing(address, title) for address, title in links)


def find_next_page(page: Page) -> str:
    """The address that the page marks with rel="next", empty where there is none."""
    root = _tree(page)
    for link in root.xpath("//*[self::a or self::link][@href][contains(concat(' ', @rel, ' '), ' next ')]"):
        return absolute(_base(page, root), str(link.get("href")))
    return ""


def absolute(base: str, link: str) -> str:
    """`link` as a whole address without fragment, empty where it leads to no web page."""
    try:
        parts = urlsplit(urljoin(base, link.strip()))
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    return parts._replace(fragment="").geturl()


def _all_links(page: Page) -> Iterator[tuple[str, str]]:
    root = _tree(page)
    base = _base(page, root)
    for link in root.iter("a"):
        address = absolute(base, link.get("href") or "")
        if address:
            yield address, _title(link.text_content(), link.get("title"))


def _marked_links(page: Page, selector: str) -> Iterator[tuple[str, str]]:
    """Links that the selector matches, or the first link inside what it matches."""
    base = _base(page, _tree(page))
    soup = BeautifulSoup(page.body, "lxml", from_encoding=_encoding(page))
    for element in soup.select(selector):
        link = element if element.name == "a" else element.find("a", href=True)
        address = absolute(base, str(link.get("href") or "")) if link else ""
        if link and address:
            yield address, _title(link.get_text(" "), str(link.get("title") or ""))


def _title(text: str, title: str | None) -> str:
    return " ".join((text.strip() or title or "").split())


def _tree(page: Page) -> HtmlElement:
    if len(page.body) > LARGEST_INDEX or not page.body.strip():
        raise ValueError(f"it is empty or larger than {LARGEST_INDEX} bytes")
    parser = lxml.html.HTMLParser(encoding=_encoding(page))
    return lxml.html.document_fromstring(page.body, parser=parser, ensure_head_body=True)


def _base(page: Page, root: HtmlElement) -> str:
    base = root.find(".//base[@href]")
    return urljoin(page.url, base.get("href")) if base is not None else page.url


def _encoding(page: Page) -> str | None:
    """UTF-8 where the bytes are; else what the header says, if Python knows it; else what the page says."""
    for name in ("utf-8", page.charset or "utf-8"):
        try:
            page.body.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        return name
    return None
