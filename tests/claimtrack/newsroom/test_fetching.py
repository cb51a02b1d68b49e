"""The real HTTP client crawls the newsroom as it would a site of the open web."""

import pytest

from articles.fetching.client import NotModified, get
from articles.fetching.exchange import Rules
from articles.fetching.verdicts import FetchError
from articles.values import Page
from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.serving import LOOPBACK, Newsroom

EDITED = "belantara-15-dewan-keamanan"
REMOVED = "belantara-20-konvoi-truk"


def rules_for(newsroom: Newsroom) -> Rules:
    """Rules that let the newsroom's addresses through, as the demo's setting does."""
    return Rules("ClaimTrack-test", allow=frozenset((LOOPBACK, port) for port in newsroom.ports))


def first_round(newsroom: Newsroom) -> dict[str, Page]:
    """Every story fetched once, by its key."""
    rules = rules_for(newsroom)
    desks = [newsroom.desk(outlet.slug) for outlet in OUTLETS]
    answers = {story.key: get(desk.address(story), rules) for desk in desks for story in desk.stories}
    return {key: answer for key, answer in answers.items() if isinstance(answer, Page)}


def again(newsroom: Newsroom, page: Page) -> Page | NotModified:
    """The same page asked for once more, with what is known of it."""
    return get(page.url, rules_for(newsroom), etag=page.etag, last_modified=page.last_modified)


def test_a_second_round_of_the_same_edition_is_all_304(newsroom: Newsroom) -> None:
    pages = first_round(newsroom)
    assert len(pages) >= 40
    assert all(isinstance(again(newsroom, page), NotModified) for page in pages.values())
    half = len(newsroom.requests) // 2
    assert {(r.status, r.conditional) for r in newsroom.requests[:half]} == {(200, False)}
    assert {(r.status, r.conditional) for r in newsroom.requests[half:]} == {(304, True)}


def test_a_round_of_the_later_edition_brings_one_page_and_one_removal(newsroom: Newsroom) -> None:
    pages = first_round(newsroom)
    newsroom.later()
    with pytest.raises(FetchError) as caught:
        again(newsroom, pages.pop(REMOVED))
    assert caught.value.status == 410
    fresh = {key for key, page in pages.items() if isinstance(again(newsroom, page), Page)}
    assert fresh == {EDITED}


def test_loopback_stays_closed_to_a_client_without_permission(newsroom: Newsroom) -> None:
    with pytest.raises(FetchError):
        get(f"{newsroom.addresses['kabar-pagi']}/", Rules("ClaimTrack-test"))
    assert newsroom.requests == ()
