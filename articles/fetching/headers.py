"""Reading the headers of an answer: content type, charset, Retry-After, and what each purpose accepts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from enum import Enum

MEGABYTE = 1024 * 1024
LONGEST_RETRY = 86_400.0
HTML = ("text/html", "application/xhtml+xml")
FEEDS = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
    "application/feed+json",
    "application/json",
    "application/gzip",
    "application/x-gzip",
    "application/octet-stream",
    "text/plain",
)
# What a page or list without a Content-Type must look like: markup, JSON or gzip.
MARKUP = re.compile(rb"\s*(<|\{|\xef\xbb\xbf|\xff\xfe|\xfe\xff|\x1f\x8b)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one purpose accepts: media types (none = any) and how many bytes after decoding.

    `cut` leaves what is over the cap unread instead of refusing it; `unpack` opens .gz files.
    """

    types: tuple[str, ...]
    cap: int
    cut: bool = False
    unpack: bool = False


class Purpose(Enum):
    """Why a URL is asked for; feeds come under many a wrong type, so a listing is recognised by its bytes."""

    ARTICLE = Wanted(HTML, 8 * MEGABYTE)
    LISTING = Wanted(HTML + FEEDS, 50 * MEGABYTE, unpack=True)
    ROBOTS = Wanted((), 500 * 1024, cut=True)


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers of one answer, names in lower case; the last one wins where a name comes twice."""

    fields: dict[str, str]

    @classmethod
    def of(cls, raw: Iterable[tuple[bytes, bytes]]) -> "Headers":
        """From the raw pairs of the HTTP library."""
        return cls({name.decode("latin-1").lower(): value.decode("latin-1").strip() for name, value in raw})

    def get(self, name: str) -> str:
        """The value of a header, empty where there is none."""
        return self.fields.get(name, "")

    @property
    def media_type(self) -> str:
        """The content type without its parameters, such as `text/html`."""
        return self.get("content-type").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset that the header names, in lower case, None where it names none."""
        message = Message()
        message["content-type"] = self.get("content-type")
        return message.get_content_charset()

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait as the site asks, from seconds or a date, never negative nor over a day."""
        return parse_retry_after(self.get("retry-after"), datetime.now(UTC))


def parse_retry_after(value: str, now: datetime) -> float | None:
    """Seconds from `now`, 0 to 86,400; None where the header is absent or unreadable."""
    if re.fullmatch(r"\d{1,12}", value):
        return min(float(value), LONGEST_RETRY)
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    aware = when if when.tzinfo else when.replace(tzinfo=UTC)
    return min(max((aware - now).total_seconds(), 0.0), LONGEST_RETRY)


def accepts(wanted: Wanted, media_type: str) -> bool:
    """Whether an answer of this type can serve the purpose; the type may be missing."""
    return not wanted.types or not media_type or media_type in wanted.types


def looks_right(wanted: Wanted, media_type: str, body: bytes) -> bool:
    """Whether the bytes can serve the purpose where the header names no type."""
    return bool(not wanted.types or media_type or not body or MARKUP.match(body))
