"""Finds out which outlet an address belongs to: its front page, its name, and the declaration that fits."""

from urllib.parse import urlsplit

from articles.desk.asking import Asking
from articles.desk.values import Site
from articles.fetching.verdicts import FetchError
from articles.models import Source
from articles.outlets import extra, publisher_of
from articles.parsing.announced import find_site_name, is_list
from articles.parsing.listing import LIKELY_ARTICLE
from articles.parsing.verdicts import ParseError
from articles.publishers.addresses import is_article_address
from articles.publishers.base import Publisher
from articles.values import Page


def find_site(asking: Asking, url: str) -> Site:
    """The outlet behind a typed address - its front page, a feed or an article. Raises FetchError, Enough."""
    sitemaps = asking.sitemaps(url)
    typed = asking.list(url)
    if netloc(typed.url) != netloc(url):
        sitemaps = asking.sitemaps(typed.url)
    publisher = publisher_of(typed.url)
    home = home_of(typed.url, publisher, asking.source)
    front = _front(asking, typed, home)
    return Site(
        name=_name(front or typed, publisher, asking.source),
        home=home,
        publisher=publisher,
        typed=typed,
        front=front,
        sitemaps=sitemaps,
        article=typed.url if is_article(typed, publisher) else "",
    )


def netloc(url: str) -> str:
    """Host and port."""
    return urlsplit(url).netloc.lower()


def home_of(url: str, publisher: Publisher | None, source: Source | None) -> str:
    """The front page of the outlet: as registered, as declared, or the root of the host."""
    if source is not None:
        return source.home
    if publisher is not None and publisher not in extra():
        return f"https://{publisher.hosts[0]}/"
    return f"{urlsplit(url).scheme}://{netloc(url)}/"


def is_article(page: Page, publisher: Publisher | None) -> bool:
    """Whether a page has the address of an article and is no list."""
    parts = urlsplit(page.url)
    if is_list(page) or parts.path in ("", "/"):
        return False
    if publisher is not None and publisher.urls.article:
        return is_article_address(page.url, publisher)
    return LIKELY_ARTICLE.search(parts.path) is not None


def _front(asking: Asking, typed: Page, home: str) -> Page | None:
    """The front page; an outlet whose front page cannot be had may still have its feeds."""
    if typed.url.rstrip("/") == home.rstrip("/"):
        return typed
    try:
        return asking.list(home)
    except FetchError:
        return None


def _name(page: Page, publisher: Publisher | None, source: Source | None) -> str:
    known = source or publisher
    if known is not None:
        return known.name
    try:
        name = "" if is_list(page) else find_site_name(page)
    except ParseError:
        name = ""
    return name or netloc(page.url).removeprefix("www.")
