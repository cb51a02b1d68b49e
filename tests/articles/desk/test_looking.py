"""A proposed address is looked into politely: lists, declaration and previews, nothing kept."""

import pytest
from django.contrib.auth import get_user_model
from pytest_django import Settings

from articles.desk.keeping import save_proposal
from articles.desk.looking import look_into
from articles.models import Article, Feed, Lead, Proposal, Revision, Source
from claimtrack.newsroom.serving import Newsroom

pytestmark = pytest.mark.django_db


def looked_into(url: str) -> Proposal:
    user = get_user_model().objects.get_or_create(username="kurator")[0]
    proposal = save_proposal(url, user.pk)
    look_into(proposal)
    proposal.refresh_from_db()
    return proposal


@pytest.mark.parametrize("outlet", ["kabar-pagi", "warta-nusa", "suara-kota"])
def test_the_front_page_of_a_declared_outlet_gives_its_lists_and_five_articles(
    newsroom: Newsroom, outlet: str
) -> None:
    desk = newsroom.desk(outlet)
    proposal = looked_into(newsroom.addresses[outlet])
    assert (proposal.state, proposal.publisher, proposal.name) == ("found", outlet, desk.outlet.name)
    feed = next(one for one in proposal.lists if one["url"].endswith(desk.outlet.feed))
    assert (feed["kind"], feed["stories"], feed["chosen"]) == ("feed", len(desk.stories), True)
    newest = [story.title for story in desk.stories[:5]]
    assert [preview["title"] for preview in proposal.previews] == newest
    for story, preview in zip(desk.stories[:5], proposal.previews, strict=True):
        assert preview["paragraphs"] == list(story.paragraphs)
        assert preview["published"] == story.published.isoformat()


def test_without_a_declaration_robots_txt_and_the_front_page_are_enough(
    newsroom: Newsroom, settings: Settings
) -> None:
    settings.EXTRA_PUBLISHERS = ()
    proposal = looked_into(newsroom.addresses["suara-kota"])
    assert (proposal.state, proposal.publisher) == ("found", "")
    assert [(one["kind"], one["chosen"]) for one in proposal.lists] == [("sitemap", True), ("index", False)]
    assert len(proposal.previews) == 5
    assert all(preview["paragraphs"] for preview in proposal.previews)


def test_the_address_of_an_article_shows_that_article_first(newsroom: Newsroom) -> None:
    desk = newsroom.desk("suara-kota")
    story = desk.stories[-1]
    proposal = looked_into(desk.address(story))
    assert proposal.previews[0]["title"] == story.title
    assert len(proposal.previews) == 5
    assert proposal.home == newsroom.addresses["suara-kota"] + "/"


def test_the_address_of_a_feed_is_enough(newsroom: Newsroom, settings: Settings) -> None:
    settings.EXTRA_PUBLISHERS = ()
    desk = newsroom.desk("kabar-pagi")
    proposal = looked_into(desk.base + desk.outlet.feed)
    assert proposal.lists[0]["kind"] == "feed"
    assert proposal.lists[0]["chosen"]
    assert proposal.state == "found"


def test_looking_keeps_no_article_and_makes_no_source(newsroom: Newsroom) -> None:
    looked_into(newsroom.addresses["kabar-pagi"])
    for model in (Article, Revision, Lead, Source, Feed):
        assert not model.objects.exists()


def test_what_robots_txt_forbids_is_said_and_never_asked(newsroom: Newsroom) -> None:
    proposal = looked_into(f"{newsroom.addresses['kabar-pagi']}/cari?q=beras")
    assert (proposal.state, proposal.verdict) == ("failed", "refused_by_robots")
    assert all(request.target == "/robots.txt" for request in newsroom.requests)


def test_a_page_that_is_not_there_is_said(newsroom: Newsroom) -> None:
    proposal = looked_into(f"{newsroom.addresses['kabar-pagi']}/tidak/ada")
    assert (proposal.state, proposal.verdict) == ("failed", "gone")


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://169.254.169.254/latest/", "http://[::1]/"])
def test_a_forbidden_address_that_slipped_in_is_never_asked(url: str) -> None:
    proposal = looked_into(url)
    assert (proposal.state, proposal.verdict) == ("failed", "blocked_address")


def test_a_look_asks_a_bounded_number_of_pages(newsroom: Newsroom, settings: Settings) -> None:
    settings.EXTRA_PUBLISHERS = ()
    looked_into(newsroom.addresses["warta-nusa"])
    assert len(newsroom.requests) <= 25
    targets = [request.target for request in newsroom.requests]
    assert targets[0] == "/robots.txt"
    assert len(targets) == len(set(targets))
