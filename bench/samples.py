"""What the benchmarks read: the demo newsroom's stories as texts and as pages."""

from datetime import UTC, datetime

from articles.values import Page
from claimtrack.newsroom.answers import find_answer
from claimtrack.newsroom.outlets import OUTLETS, desk_at
from claimtrack.newsroom.values import Edition

NOON = datetime(2024, 10, 20, 5, tzinfo=UTC)
BASE = "http://127.0.0.1:8101"


def texts() -> list[str]:
    """Title and paragraphs of every story, one a line."""
    desks = [desk_at(outlet, BASE, Edition.FIRST) for outlet in OUTLETS]
    return ["\n".join((story.title, *story.paragraphs)) for desk in desks for story in desk.stories]


def pages() -> list[Page]:
    """Every story as its outlet's web page."""
    desks = [desk_at(outlet, BASE, Edition.FIRST) for outlet in OUTLETS]
    return [
        Page(
            url=desk.address(story),
            body=find_answer(desk, desk.outlet.story_path(story), {}).body,
            fetched_at=NOON,
            content_type="text/html",
        )
        for desk in desks
        for story in desk.stories
    ]
