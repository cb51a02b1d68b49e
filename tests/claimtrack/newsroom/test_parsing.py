"""What the newsroom wrote is what the parser reads from its pages: nothing lost, no noise kept."""

from datetime import UTC, datetime

import pytest

from articles.parsing.article import parse_article
from articles.values import Page, ParsedArticle
from claimtrack.newsroom.answers import Answer, find_story
from claimtrack.newsroom.outlets import OUTLETS, desk_at
from claimtrack.newsroom.publishers import newsroom_publishers
from claimtrack.newsroom.values import Desk, Edition, Story

PORTS = (8101, 8102, 8103)
PUBLISHERS = {publisher.slug: publisher for publisher in newsroom_publishers(PORTS)}
DESKS = [
    desk_at(outlet, f"http://127.0.0.1:{port}", Edition.FIRST)
    for outlet, port in zip(OUTLETS, PORTS, strict=True)
]
EACH_PAGE = pytest.mark.parametrize(
    ("desk", "story"), [pytest.param(desk, story, id=story.key) for desk in DESKS for story in desk.stories]
)


def parsed(desk: Desk, story: Story, page: str = "all", *, declared: bool = True) -> ParsedArticle:
    """The story's page read by its outlet's declaration, or as a page of an unknown site."""
    answer: Answer = find_story(desk, desk.outlet.story_path(story), page)
    fetched = Page(
        url=desk.address(story),
        body=answer.body,
        fetched_at=datetime(2024, 10, 19, tzinfo=UTC),
        content_type="text/html",
        charset="utf-8",
    )
    return parse_article(fetched, PUBLISHERS[desk.outlet.slug].layouts[0] if declared else None)


@pytest.mark.parametrize("declared", [True, False], ids=["declared", "unknown"])
@EACH_PAGE
def test_the_text_is_read_whole_and_alone(desk: Desk, story: Story, declared: bool) -> None:
    article = parsed(desk, story, declared=declared)
    assert article.published == story.published
    assert article.title == story.title
    assert article.paragraphs == story.paragraphs
    assert (article.kind, article.truncated, article.language) == ("article", False, "id")


@EACH_PAGE
def test_time_people_and_place_are_those_of_the_newsroom(desk: Desk, story: Story) -> None:
    article = parsed(desk, story)
    assert article.published == story.published
    assert article.authors == (story.byline,)
    assert (article.dateline or "").title() == story.dateline
    assert article.source_credit == (story.wire or None)
    if desk.outlet.slug != "kabar-pagi":  # it prints initials alone
        assert article.editors == (story.editor,)


@EACH_PAGE
def test_section_tags_caption_and_links_are_those_of_the_newsroom(desk: Desk, story: Story) -> None:
    article = parsed(desk, story)
    assert article.section == f"{story.section} - Contoh fiksi"
    assert article.tags == story.tags
    assert article.caption == story.caption
    assert article.canonical_url == desk.address(story)
    shown = [(other.title, desk.address(other)) for other in map(desk.story, story.read_also)]
    assert [(link.title, link.url) for link in article.read_also] == shown


def test_the_first_page_alone_of_a_split_story_is_not_the_whole() -> None:
    desk = DESKS[1]
    story = desk.story("lain-08-festival-perahu")
    assert parsed(desk, story, page="").paragraphs == story.paragraphs[:4]
