"""What the desk finds at an outlet that a curator proposes: its lists, and articles as they would be kept."""

from dataclasses import dataclass
from datetime import datetime

from articles.publishers.base import Publisher
from articles.values import Listing, Page


@dataclass(frozen=True, slots=True)
class Site:
    """An outlet as its first pages show it; `home` ends with a slash.

    `typed` is the page the curator's address led to, `front` the front page where it could be had, `sitemaps`
    those that robots.txt names. `article` is the typed address where it is one of an article, else "".
    """

    name: str
    home: str
    publisher: Publisher | None
    typed: Page
    front: Page | None = None
    sitemaps: tuple[str, ...] = ()
    article: str = ""


@dataclass(frozen=True, slots=True)
class FoundList:
    """One list of an outlet: its address (or pattern), what it is and how many stories it names now.

    `verdict` says why a list that the site or its declaration names could not be read. `newest` is the
    latest time of publication it gives, in ISO 8601. `chosen` is our advice to ask it in every round.
    """

    url: str
    kind: str = ""
    stories: int = 0
    newest: str = ""
    verdict: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Announced:
    """A list with the stories it names."""

    found: FoundList
    listings: tuple[Listing, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """One article as it would be kept, or the verdict on an address that gave none."""

    url: str
    verdict: str = ""
    title: str = ""
    paragraphs: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: str = ""
    kind: str = ""
    language: str = ""
    truncated: bool = False


def newest_of(listings: tuple[Listing, ...]) -> datetime | None:
    """The latest time that any of the stories gives."""
    return max((story.published for story in listings if story.published), default=None)
