"""Reads news sitemaps and sitemap indexes as a stream, without entities and without network."""

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo

from lxml import etree

from articles.parsing.dates import parse_time
from articles.parsing.elements import find_elements
from articles.parsing.feeds import plain
from articles.values import Listing, Page

LONG_AGO = datetime.min.replace(tzinfo=UTC)


def parse_sitemap(page: Page, zone: tzinfo) -> Iterator[Listing]:
    """The stories of a sitemap; `published` is the news time, never `lastmod`, which is about edits."""
    for element in _elements(page.body, "{*}url"):
        title = plain(element.findtext("{*}news/{*}title") or "")
        printed = element.findtext("{*}news/{*}publication_date") or ""
        yield Listing(_location(element), title, parse_time(printed, zone, page.fetched_at))


def parse_sitemap_index(page: Page, zone: tzinfo) -> tuple[str, ...]:
    """The addresses of the sitemaps below, the one changed last first, undated ones at the end."""
    children = [
        (parse_time(element.findtext("{*}lastmod") or "", zone) or LONG_AGO, _location(element))
        for element in _elements(page.body, "{*}sitemap")
    ]
    children.sort(key=lambda child: child[0], reverse=True)
    return tuple(location for _, location in children)


def _elements(body: bytes, tag: str) -> Iterator[etree._Element]:
    """Each element; what a truncated file says after its last tag is cut: it may be half an address."""
    for element in find_elements(body[: body.rfind(b">") + 1], tag, recover=True):
        yield element
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]


def _location(element: etree._Element) -> str:
    return (element.findtext("{*}loc") or "").strip()
