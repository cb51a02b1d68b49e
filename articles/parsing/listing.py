"""Tells by its bytes what kind of list a page is - feed, sitemap, index page - and reads its stories."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import tzinfo
from enum import StrEnum
from itertools import islice
from re import Pattern
from urllib.parse import urlsplit

from articles.parsing.dates import WIB
from articles.parsing.feeds import parse_feed, parse_json_feed
from articles.parsing.index_pages import absolute, parse_index
from articles.parsing.sitemaps import parse_sitemap, parse_sitemap_index
from articles.parsing.verdicts import ParseError
from articles.values import Listing, Page

MOST = 50_000  # entries; the sitemap protocol allows no more in one file
HEAD = 16 * 1024
SKIPPED = re.compile(r"<!--.*?-->|<\?.*?\?>|<!doctype[^>\[]*(\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
ROOT = re.compile(r"<(?:[a-z_][\w.-]*:)?([a-z]+)", re.IGNORECASE)
# An address of an unknown site that looks like an article: a date, a long number or a slug of four words.
LIKELY_ARTICLE = re.compile(r"/\d{4}/\d{1,2}/|\d{6,}|/[a-z0-9]+(?:-[a-z0-9]+){3,}", re.IGNORECASE)


class NotAListing(ParseError):
    """The page is no list of stories; the message says what it is instead and what to do."""


class ListingKind(StrEnum):
    """What sort of list a page turned out to be."""

    FEED = "feed"
    JSON_FEED = "json_feed"
    SITEMAP = "sitemap"
    SITEMAP_INDEX = "sitemap_index"
    INDEX = "index"


ROOTS = {
    "rss": ListingKind.FEED,
    "rdf": ListingKind.FEED,
    "feed": ListingKind.FEED,
    "urlset": ListingKind.SITEMAP,
    "sitemapindex": ListingKind.SITEMAP_INDEX,
}


@dataclass(frozen=True, slots=True)
class Listings:
    """The stories of one list in its own order, each address once, and the lists it leads on to.

    `further` are the sitemaps of a sitemap index (newest first) or the next page of an index page.
    `complete` is False when the list was longer than 50,000 entries and its tail was left out.
    """

    kind: ListingKind
    listings: tuple[Listing, ...] = ()
    further: tuple[str, ...] = ()
    complete: bool = True


def parse_listing(
    page: Page, *, article_url: Pattern[str] | None = None, selector: str = "", zone: tzinfo = WIB
) -> Listings:
    """Read a feed, sitemap, sitemap index or - given `article_url` or `selector` - an index page.

    `article_url` is searched in "host/path" of each story's address and narrows feeds and sitemaps too (but
    LIKELY_ARTICLE never a feed: what a feed announces is a story). Times without a zone are in `zone`. Raises
    NotAListing.
    """
    try:
        kind = detect(page.body, html_welcome=bool(article_url or selector))
        if kind is ListingKind.SITEMAP_INDEX:
            return _sitemap_index(page, zone)
        stories, further = _read(page, kind, selector, zone)
        found = list(islice(_absolute(page.url, stories), MOST + 1))
    except (ValueError, ParseError) as error:
        raise NotAListing(f"{page.url} is no list of stories: {error}; give its feed or sitemap") from error
    guess = article_url is LIKELY_ARTICLE and kind in (ListingKind.FEED, ListingKind.JSON_FEED)
    listings = _unique(found[:MOST], None if guess else article_url)
    return Listings(kind, listings, further, complete=len(found) <= MOST)


def detect(body: bytes, *, html_welcome: bool = False) -> ListingKind:
    """The kind of list by its first bytes; ValueError says what it is if it is none.

    Entities are refused before any parser sees them: no feed needs them and bombs are made of them.
    """
    head = _head(body)
    if head.startswith("{"):
        return ListingKind.JSON_FEED
    root = ROOT.search(head)
    name = root[1].lower() if root else ""
    if name in ROOTS:
        if b"<!ENTITY" in (body.replace(b"\0", b"") if b"\0" in body[:HEAD] else body):
            raise ValueError("it declares XML entities")
        return ROOTS[name]
    if html_welcome and name:
        return ListingKind.INDEX
    raise ValueError(
        "it is a web page" if name == "html" else f"it begins with <{name}>" if name else "it is no markup"
    )


def _head(body: bytes) -> str:
    """The start of the text without its prolog, in whichever of the UTF encodings."""
    encoding = "utf-16" if body.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return SKIPPED.sub("", body[:HEAD].decode(encoding, "replace")).lstrip()


def _read(
    page: Page, kind: ListingKind, selector: str, zone: tzinfo
) -> tuple[Iterable[Listing], tuple[str, ...]]:
    """The stories of a page of this kind, read as they are needed, and the lists it leads on to."""
    if kind is ListingKind.FEED:
        return parse_feed(page, zone), ()
    if kind is ListingKind.JSON_FEED:
        return parse_json_feed(page, zone), ()
    if kind is ListingKind.SITEMAP:
        return parse_sitemap(page, zone), ()
    stories, next_page = parse_index(page, selector)
    return stories, (next_page,) if next_page not in ("", page.url) else ()


def _sitemap_index(page: Page, zone: tzinfo) -> Listings:
    children = [absolute(page.url, child) for child in parse_sitemap_index(page, zone)]
    further = tuple(dict.fromkeys(child for child in children if child))
    return Listings(ListingKind.SITEMAP_INDEX, (), further[:MOST], complete=len(further) <= MOST)


def _absolute(base: str, stories: Iterable[Listing]) -> Iterable[Listing]:
    """The stories with whole addresses; what leads to no web page is left out."""
    for story in stories:
        address = absolute(base, story.url) if story.url else ""
        if address:
            yield replace(story, url=address)


def _unique(stories: Iterable[Listing], article_url: Pattern[str] | None) -> tuple[Listing, ...]:
    """Each address once: the picture beside a headline links to the same story, but without a title."""
    best: dict[str, Listing] = {}
    for story in stories:
        known = best.get(story.url)
        if known is None or (story.title and not known.title):
            best[story.url] = story
    return tuple(story for story in best.values() if article_url is None or fits(story.url, article_url))


def fits(address: str, article_url: Pattern[str]) -> bool:
    """Whether the "host/path" of an address is one of an article."""
    parts = urlsplit(address)
    return article_url.search(f"{parts.hostname}{parts.path}") is not None
