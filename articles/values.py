"""Plain values that travel between the steps of the articles side: listing, page, parsed article."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Listing:
    """One story as a feed, sitemap or index page announces it; `published` is aware or None."""

    url: str
    title: str = ""
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One HTTP answer as it came: `body` are the decompressed bytes, `url` the address that answered.

    `seconds` is how long the site took, redirects included, our own waiting left out.
    """

    url: str
    body: bytes
    fetched_at: datetime
    requested_url: str = ""
    status: int = 200
    content_type: str = ""
    charset: str | None = None
    etag: str = ""
    last_modified: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link an article shows beside its text, such as "Baca juga"."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """What one page says about its article; what the page does not say is None or empty, never guessed.

    `published` and `modified` are aware. `paragraphs` hold plain text, the dateline already taken off.
    `editors` holds names or initials as printed. `source_credit` is the agency the page credits
    ("ANTARA/Xinhua"). `kind` is "article" or what the page is instead (live, photo, video, quiz,
    advertorial). `truncated` marks a paywall stub. `next_page` is the address of the story's next page,
    where the site splits it.
    """

    url: str
    canonical_url: str
    publisher: str
    title: str
    paragraphs: tuple[str, ...]
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    published: datetime | None = None
    modified: datetime | None = None
    dateline: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    caption: str | None = None
    image: str | None = None
    read_also: tuple[PageLink, ...] = ()
    related: tuple[PageLink, ...] = ()
    language: str | None = None
    source_credit: str | None = None
    kind: str = "article"
    truncated: bool = False
    next_page: str | None = None

    @property
    def lacks(self) -> tuple[str, ...]:
        """Which of title, body, date and author the page does not say."""
        has = {
            "title": self.title,
            "body": self.paragraphs,
            "date": self.published,
            "author": self.authors or self.editors,
        }
        return tuple(field for field, value in has.items() if not value)

    @property
    def text(self) -> str:
        """Title and paragraphs, one a line: the text that the reader reads and that spans count in."""
        return "\n".join((self.title, *self.paragraphs))
