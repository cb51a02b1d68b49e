"""Atom feeds of lists: the same rows under the same filters, for a reader of feeds."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator

CONTENT_TYPE = "application/atom+xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed: its page, what it says, who said it, and when it was published or last moved."""

    title: str
    link: str
    words: str
    author: str
    at: datetime
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its own address, the page it tells of, the address of its next page (empty for the last)."""

    title: str
    about: str
    page: str
    own: str
    next: str
    items: tuple[Item, ...]


class PagedAtom(Atom1Feed):
    """Atom with a link to the next page (RFC 5005)."""

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        """Everything about the feed, and its next page."""
        super().add_root_elements(handler)
        if self.feed["next"]:
            handler.addQuickElement("link", "", {"rel": "next", "href": self.feed["next"]})


def atom(feed: Feed, language: str) -> str:
    """The feed as XML; what no XML may hold is left out."""
    document = PagedAtom(
        title=feed.title,
        link=feed.page,
        description="",
        subtitle=feed.about,
        feed_url=feed.own,
        language=language,
        next=feed.next,
    )
    for item in feed.items:
        document.add_item(
            title=_printable(item.title),
            link=item.link,
            unique_id=item.link,
            description=_printable(item.words),
            author_name=_printable(item.author) or None,
            pubdate=item.at,
            updateddate=item.at,
            categories=item.categories,
        )
    return str(document.writeString("utf-8"))


def _printable(words: str) -> str:
    return "".join(letter for letter in words if letter.isprintable() or letter == "\n")
