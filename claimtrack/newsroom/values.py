"""The plain values of the demo newsroom: a story, an outlet, and one outlet's desk at one address."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Edition(StrEnum):
    """Which round of the news is on: as first printed, or after the silent edit and the removal."""

    FIRST = "first"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Change:
    """What the later edition does to a story at `at`: takes it away, or puts `now` where `was` stood."""

    at: datetime
    gone: bool = False
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One article as its newsroom wrote it; `published` and `changed` are aware.

    `key` is the name of its content file, `outlet` the slug of its outlet, `read_also` holds keys of
    the same outlet. `changed` is the true time of the last edit: it shows in the Last-Modified header
    alone, since the edit is a silent one.
    """

    key: str
    outlet: str
    title: str
    paragraphs: tuple[str, ...]
    published: datetime
    changed: datetime
    section: str
    byline: str
    editor: str
    dateline: str
    caption: str
    tags: tuple[str, ...] = ()
    read_also: tuple[str, ...] = ()
    wire: str = ""
    later: Change | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """One outlet at one address with the stories of one edition, newest first.

    `base` ends without a slash; `gone` are the stories taken away, `changed` is the site's last change.
    """

    outlet: "Outlet"
    base: str
    stories: tuple[Story, ...]
    gone: tuple[Story, ...] = ()
    changed: datetime | None = None

    def address(self, story: Story) -> str:
        """The full address of a story of this desk."""
        return self.base + self.outlet.story_path(story)

    def story(self, key: str) -> Story:
        """The story with this key; raises KeyError when it is not (or no longer) in this edition."""
        for story in self.stories:
            if story.key == key:
                return story
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A fictional outlet and the way the site it imitates writes addresses and pages.

    `story_fields` gives the values for the outlet's page template: (desk, story, page) to a mapping,
    where `page` is the query value of `page` ("" for none).
    """

    slug: str
    name: str
    feed: str
    sitemap: str
    index: str
    story_path: Callable[[Story], str]
    story_fields: Callable[[Desk, Story, str], dict[str, str]]
