"""What a page announces of its site: the feeds beside it, the name it goes by, and whether it is a list."""

import re

from lxml.etree import _Element as HtmlElement

from articles.parsing.index_pages import absolute
from articles.parsing.listing import ListingKind, detect
from articles.parsing.markup import Markup, parse_markup
from articles.parsing.metas import parse_metas
from articles.values import Page

FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"}
)
FEED_PATH = re.compile(r"/(?:rss|feeds?|atom)(?:\.xml|/|$)", re.IGNORECASE)
# A feed of comments announces readers' words, not stories.
COMMENTS = re.compile(r"comments?/feed|/komentar", re.IGNORECASE)
MOST_FEEDS = 6


def find_feeds(page: Page) -> tuple[str, ...]:
    """The feeds a page names, in its order: those for programs (rel="alternate"), then links to feeds.

    Raises a ParseError when it is no page.
    """
    markup = parse_markup(page)
    named = [link.get("href") or "" for link in markup.tags.get("link", []) if _is_feed(link)]
    linked = [href for a in markup.tags.get("a", []) if FEED_PATH.search(href := a.get("href") or "")]
    found = (absolute(page.url, href) for href in (*named, *linked))
    return tuple(dict.fromkeys(url for url in found if url and not COMMENTS.search(url)))[:MOST_FEEDS]


def _is_feed(link: HtmlElement) -> bool:
    rel, kind = (link.get("rel") or "").lower().split(), (link.get("type") or "").lower()
    return "alternate" in rel and kind.strip() in FEED_TYPES


def find_site_name(page: Page) -> str:
    """What the site calls itself; "" where the page does not say. Raises a ParseError when it is no page."""
    markup = parse_markup(page)
    return parse_metas(markup).first("og:site_name", "application-name") or _title_end(markup)


def _title_end(markup: Markup) -> str:
    """The last part of "Indeks berita - Kabar Pagi"."""
    titles = markup.tags.get("title", [])
    words = " ".join((titles[0].text or "").split()) if titles else ""
    return re.split(r"\s[-|–—]\s", words)[-1][:120]


def is_list(page: Page) -> bool:
    """Whether the bytes are a feed or sitemap rather than a page for readers."""
    try:
        return detect(page.body) is not ListingKind.INDEX
    except ValueError:
        return False
