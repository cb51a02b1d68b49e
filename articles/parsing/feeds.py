"""Reads the stories out of RSS, Atom and JSON feeds."""

import html
import json
import re
from collections.abc import Iterator
from datetime import datetime, tzinfo
from io import BytesIO

import feedparser

from articles.parsing.dates import parse_time
from articles.values import Listing, Page

LARGEST_FEED = 4 * 1024 * 1024
MOST_ENTRIES = 10_000
MOST_TAGS = 200_000
LONGEST_STRETCH = 256 * 1024
ENTRY = re.compile(rb"<(?:[\w.-]+:)?(?:item|entry)\b", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")
JSON_FEED = "https://jsonfeed.org/version/"


def parse_feed(page: Page, zone: tzinfo) -> Iterator[Listing]:
    """The entries of an RSS or Atom feed; ValueError when it is too large to be one.

    Times without a zone are in `zone`; times after the moment of fetching are not believed.
    """
    _check_size(page.body)
    content_type = f"application/xml; charset={page.charset}" if page.charset else "application/xml"
    headers = {"content-type": content_type, "content-location": page.url}
    feed = feedparser.parse(BytesIO(page.body), response_headers=headers, sanitize_html=False)
    atom = feed.version.startswith("atom")
    for entry in feed.entries:
        yield _feed_listing(entry, page.fetched_at, zone, atom=atom)


def _check_size(body: bytes) -> None:
    """The feed parser keeps a whole feed in memory, a kilobyte for every tag: hostile ones stop here."""
    if len(body) > LARGEST_FEED:
        raise ValueError(f"it is larger than {LARGEST_FEED} bytes")
    if body.count(b"<") > MOST_TAGS:
        raise ValueError(f"it has more than {MOST_TAGS} tags")
    if max(map(len, body.split(b">"))) > LONGEST_STRETCH:
        raise ValueError(f"it has more than {LONGEST_STRETCH} bytes without the end of a tag")
    entries = sum(1 for _ in ENTRY.finditer(body.replace(b"\0", b"")))
    if entries > MOST_ENTRIES:
        raise ValueError(f"it has more than {MOST_ENTRIES} entries")


def _feed_listing(
    entry: feedparser.FeedParserDict, fetched_at: datetime, zone: tzinfo, *, atom: bool
) -> Listing:
    """An Atom entry's `updated` is no time of publication; elsewhere that is where dc:date ends up."""
    link = entry.get("feedburner_origlink") or entry.get("link") or ""
    dated = "published" if atom or "published" in entry else "updated"
    printed = entry.get(dated, "")
    return Listing(str(link), plain(str(entry.get("title", ""))), parse_time(str(printed), zone, fetched_at))


def parse_json_feed(page: Page, zone: tzinfo) -> Iterator[Listing]:
    """The items of a JSON feed (jsonfeed.org); ValueError when the JSON is broken or is none."""
    try:
        feed = json.loads(page.body)
    except RecursionError as error:
        raise ValueError("its JSON is nested too deep") from error
    if not (isinstance(feed, dict) and str(feed.get("version", "")).startswith(JSON_FEED)):
        raise ValueError("it is JSON but no JSON feed")
    items = feed.get("items")
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            printed = str(item.get("date_published") or "")
            published = parse_time(printed, zone, page.fetched_at)
            link = str(item.get("url") or item.get("id") or "")
            yield Listing(link, plain(str(item.get("title") or "")), published)


def plain(title: str) -> str:
    """A title as one line of text: feeds escape markup once, twice or not at all, some hold NUL bytes."""
    words = " ".join(html.unescape(TAG.sub("", html.unescape(title))).split())
    return words if words.isprintable() else "".join(filter(str.isprintable, words))
