"""Finds the links on an index page ("indeks"), and the address of its next page."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from articles.parsing.markup import Markup, parse_markup, plain_text
from articles.values import Listing, Page

LARGEST_INDEX = 8 * 1024 * 1024


def parse_index(page: Page, selector: str = "") -> tuple[list[Listing], str]:
    """The links of a page - all, or those that `selector` (CSS) marks - and the page marked rel="next".

    Addresses are whole and without fragment. Raises ValueError or ParseError when it is no page.
    """
    if len(page.body) > LARGEST_INDEX:
        raise ValueError(f"it is larger than {LARGEST_INDEX} bytes")
    markup = parse_markup(page)
    base = _base(page, markup)
    links = _marked(markup, selector) if selector else markup.tags["a"]
    found = (Listing(absolute(base, link.get("href") or ""), _title(link)) for link in links)
    return [listing for listing in found if listing.url], _next_page(markup, base)


def absolute(base: str, link: str) -> str:
    """`link` as a whole address without fragment, empty where it leads to no web page."""
    try:
        parts = urlsplit(urljoin(base, link.strip()))
        _ = parts.port  # a broken one raises
    except ValueError:
        return ""
    address = parts._replace(fragment="").geturl()
    leads = link.strip() and parts.scheme in ("http", "https") and parts.hostname and address.isprintable()
    return address if leads else ""


def _marked(markup: Markup, selector: str) -> Iterator[HtmlElement]:
    """The links that the selector matches, or the first link inside what it matches."""
    for element in markup.select(selector):
        link = element if element.tag == "a" else element.find(".//a[@href]")
        if link is not None:
            yield link


def _title(link: HtmlElement) -> str:
    return plain_text(link) or " ".join((link.get("title") or "").split())


def _next_page(markup: Markup, base: str) -> str:
    for link in (*markup.tags["link"], *markup.tags["a"]):
        if "next" in (link.get("rel") or "").lower().split():
            return absolute(base, link.get("href") or "")
    return ""


def _base(page: Page, markup: Markup) -> str:
    bases = [href for base in markup.tags["base"] if (href := base.get("href"))]
    return absolute(page.url, bases[0]) or page.url if bases else page.url
