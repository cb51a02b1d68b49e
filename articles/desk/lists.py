"""Finds the lists in which an outlet announces its stories: feeds, news sitemaps, index pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import urljoin

from django.utils import timezone

from articles.desk.asking import Asking
from articles.desk.values import Announced, FoundList, Site, newest_of
from articles.fetching.verdicts import FetchError, Verdict
from articles.parsing.announced import find_feeds, is_list
from articles.parsing.listing import ListingKind, Listings
from articles.parsing.verdicts import ParseError
from articles.rounds import feed_address, parse_list
from articles.values import Page

# Where sites keep their lists when they do not say so.
COMMON_FEEDS = ("feed", "rss", "rss.xml", "feed.xml", "atom.xml")
COMMON_SITEMAPS = ("news-sitemap.xml", "sitemap-news.xml", "sitemap.xml")
COMMON_INDEXES = ("indeks",)
FEEDS = (ListingKind.FEED.value, ListingKind.JSON_FEED.value)
# A page with fewer links to stories is no index.
FEWEST_LINKS = 5
LARGEST_LIST = 2_000
MOST_CHOSEN = 4


def find_lists(asking: Asking, site: Site) -> Iterator[Announced]:
    """Every list that answers, and those named by the site or its declaration that do not.

    Common places are tried only for a kind of list that nothing names. Raises Enough.
    """
    if is_list(site.typed):
        yield _read(site, site.typed.url, site.typed)
    declared = site.publisher
    feeds = (*(declared.feeds if declared else ()), *_named_feeds(site))
    yield from _named_or_common(asking, site, feeds, COMMON_FEEDS)
    sitemaps = (*(declared.sitemaps if declared else ()), *site.sitemaps)
    yield from _named_or_common(asking, site, sitemaps, COMMON_SITEMAPS)
    yield from _indexes(asking, site)


def _named_feeds(site: Site) -> Iterator[str]:
    for page in (site.typed, site.front):
        if page is not None and not is_list(page):
            try:
                yield from find_feeds(page)
            except ParseError:
                continue


def _named_or_common(
    asking: Asking, site: Site, named: Iterable[str], common: Sequence[str]
) -> Iterator[Announced]:
    useful = False
    for url in dict.fromkeys(url for url in named if url != site.typed.url):
        found = _ask(asking, site, url)
        useful = useful or bool(found.listings)
        yield found
    if useful:
        return
    for place in common:
        found = _ask(asking, site, urljoin(site.home, place))
        if found.listings and found.found.kind != ListingKind.INDEX:
            yield found
            return


def _indexes(asking: Asking, site: Site) -> Iterator[Announced]:
    if site.publisher and site.publisher.index_pages:
        yield from (_ask(asking, site, url) for url in site.publisher.index_pages)
        return
    if site.front is not None:
        front = _read(site, site.home, site.front)
        if front.found.stories >= FEWEST_LINKS:
            yield front
            return
    for place in COMMON_INDEXES:
        index = _ask(asking, site, urljoin(site.home, place))
        if index.found.stories >= FEWEST_LINKS:
            yield index


def _ask(asking: Asking, site: Site, url: str) -> Announced:
    try:
        page = asking.list(feed_address(url, timezone.localdate()))
        found = _read(site, url, page)
        if found.found.kind == ListingKind.SITEMAP_INDEX:
            return _descend(asking, site, url, page)
    except FetchError as error:
        return Announced(FoundList(url, verdict=error.verdict.value))
    return found


def _descend(asking: Asking, site: Site, url: str, index: Page) -> Announced:
    """A sitemap index by its news sitemap, which is then the list to ask, or else by its newest one."""
    children = parse_list(index, site.publisher).further
    news = next((child for child in children if "news" in child.lower() or "berita" in child.lower()), "")
    child = news or next(iter(children), "")
    if not child:
        return Announced(FoundList(url, verdict=Verdict.NOT_A_LISTING.value))
    return _read(site, news or url, asking.list(child))


def _read(site: Site, url: str, page: Page) -> Announced:
    try:
        return _announced(url, parse_list(page, site.publisher))
    except FetchError as error:
        return Announced(FoundList(url, verdict=error.verdict.value))


def _announced(url: str, listings: Listings) -> Announced:
    newest = newest_of(listings.listings)
    found = FoundList(
        url=url,
        kind=listings.kind.value,
        stories=len(listings.listings),
        newest=newest.isoformat() if newest else "",
    )
    return Announced(found, listings.listings)


def advise(found: Sequence[FoundList]) -> tuple[FoundList, ...]:
    """The lists with our advice: feeds and dated sitemaps; an index page only where there is neither."""
    best = [one.url for one in found if one.stories and is_quick(one)]
    rest = [one.url for one in found if 0 < one.stories <= LARGEST_LIST]
    chosen = (best or rest)[:MOST_CHOSEN]
    return tuple(replace(one, chosen=one.url in chosen) for one in found)


def is_quick(found: FoundList) -> bool:
    """Whether a list tells new stories at once: a feed, or a sitemap that gives times of publication."""
    return found.kind in FEEDS or (found.kind == ListingKind.SITEMAP and bool(found.newest))
