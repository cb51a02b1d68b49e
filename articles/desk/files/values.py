"""One source as a file names it, or one line of a file that cannot be taken."""

from dataclasses import dataclass, field
from typing import Any

COLUMNS = (
    *("slug", "name", "home", "group", "enabled", "pace", "interval", "daily_cap"),
    *("quiet_from", "quiet_until", "note", "feeds"),
)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source to be made or changed: `fields` are set either way, `first` only when it is new."""

    line: int
    slug: str
    fields: dict[str, Any] = field(default_factory=dict)
    first: dict[str, Any] = field(default_factory=dict)
    feeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that is not taken, and why, in a sentence."""

    line: int
    reason: str


class UnreadableFile(Exception):
    """The file as a whole is nothing that sources can be read from; the message says what to do."""
