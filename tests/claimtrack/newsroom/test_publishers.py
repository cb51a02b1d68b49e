"""The declarations of the fictional outlets fit what the newsroom serves."""

import re
from datetime import UTC, datetime
from itertools import chain

import pytest
from bs4 import BeautifulSoup

from articles.parsing.listing import parse_listing
from articles.publishers.addresses import is_article_address
from articles.publishers.base import Publisher
from articles.values import Page
from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.publishers import newsroom_publishers
from claimtrack.newsroom.serving import Newsroom
from claimtrack.newsroom.values import Desk
from tests.claimtrack.newsroom.asking import ask

PLACES = pytest.mark.parametrize("place", range(3), ids=[outlet.slug for outlet in OUTLETS])


def met(newsroom: Newsroom, place: int) -> tuple[Publisher, Desk]:
    """One outlet's declaration and its desk."""
    publisher = newsroom_publishers(newsroom.ports)[place]
    return publisher, newsroom.desk(publisher.slug)


def page_at(url: str) -> Page:
    """What stands at `url`, as the fetcher hands it on."""
    return Page(url=url, body=ask(url).text.encode(), fetched_at=datetime(2024, 10, 19, tzinfo=UTC))


@PLACES
def test_each_declared_list_leads_to_every_story(newsroom: Newsroom, place: int) -> None:
    publisher, desk = met(newsroom, place)
    pattern = re.compile(publisher.urls.article)
    wanted = {desk.address(story) for story in desk.stories}
    for url in (*publisher.feeds, *publisher.sitemaps):
        assert {found.url for found in parse_listing(page_at(url), article_url=pattern).listings} == wanted
    days = {story.published.date() for story in desk.stories}
    pages = [page.format(date=day, page=1) for page in publisher.index_pages for day in days]
    lists = [parse_listing(page_at(url), article_url=pattern).listings for url in pages]
    assert {found.url for found in chain.from_iterable(lists)} == wanted


@PLACES
def test_feeds_and_sitemaps_give_each_storys_title_and_time(newsroom: Newsroom, place: int) -> None:
    publisher, desk = met(newsroom, place)
    wanted = {(desk.address(story), story.title, story.published) for story in desk.stories}
    for url in (*publisher.feeds, *publisher.sitemaps):
        found = parse_listing(page_at(url)).listings
        assert {(listing.url, listing.title, listing.published) for listing in found} == wanted


@PLACES
def test_the_article_rule_knows_stories_from_other_pages(newsroom: Newsroom, place: int) -> None:
    publisher, desk = met(newsroom, place)
    assert all(is_article_address(desk.address(story), publisher) for story in desk.stories)
    for other in ("/", "/cari?q=pilihan", "/tag/astara", desk.outlet.index):
        assert not is_article_address(desk.base + other, publisher)


@PLACES
def test_every_selector_of_a_declaration_finds_something(newsroom: Newsroom, place: int) -> None:
    publisher, desk = met(newsroom, place)
    story = next(story for story in desk.stories if story.read_also)
    soup = BeautifulSoup(ask(desk.address(story)).text, "lxml")
    layout = publisher.layouts[0]
    for field in ("body", "title", "published", "caption", "tags", "read_also", "related"):
        assert all(soup.select(selector) for selector in getattr(layout, field)), field
