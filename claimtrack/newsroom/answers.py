"""Decides what a desk answers to one request; no sockets here."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

from claimtrack.newsroom.listings import FORBIDDEN, feed, robots, sitemap
from claimtrack.newsroom.pages import article_page, index_page, search_page
from claimtrack.newsroom.values import Desk

HTML = "text/html; charset=utf-8"
XML = "application/xml; charset=utf-8"
PICTURE = "/gambar/contoh.svg"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180">'
    '<rect width="320" height="180" fill="#e4dfd5"/>'
    '<text x="160" y="96" text-anchor="middle" font-family="sans-serif" font-size="20" fill="#6d685f">'
    "Contoh fiksi</text></svg>"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer; `changed` is aware, or None where the site gives no Last-Modified."""

    status: HTTPStatus
    body: bytes = b""
    content_type: str = HTML
    changed: datetime | None = None

    @property
    def etag(self) -> str:
        """A strong ETag of the body."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:24]}"'

    def headers(self) -> dict[str, str]:
        """The header lines of this answer, in order."""
        lines = {"Content-Type": self.content_type, "Cache-Control": "max-age=0, must-revalidate"}
        if self.status in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
            lines["ETag"] = self.etag
            if self.changed:
                lines["Last-Modified"] = format_datetime(self.changed.astimezone(UTC), usegmt=True)
        return lines


def find_answer(desk: Desk, target: str, conditions: Message) -> Answer:
    """What the desk answers to a GET of `target`, or 304 where the conditions allow it."""
    parts = urlsplit(target)
    asked = parse_qs(parts.query)
    page, day = asked.get("page", [""])[0], asked.get("date", [""])[0]
    answer = find_listing(desk, parts.path, page, day) or find_story(desk, parts.path, page)
    if answer.status is HTTPStatus.OK and is_unchanged(answer, conditions):
        return Answer(HTTPStatus.NOT_MODIFIED, answer.body, answer.content_type, answer.changed)
    return answer


def find_listing(desk: Desk, path: str, page: str, day: str = "") -> Answer | None:
    """The answer of every address that is not a story's, None for any other; `day` narrows the index."""
    number = int(page) if page.isdecimal() and page != "0" else 1
    writers: dict[str, tuple[Callable[[], str], str]] = {
        "/robots.txt": (lambda: robots(desk), "text/plain; charset=utf-8"),
        desk.outlet.feed: (lambda: feed(desk), XML),
        desk.outlet.sitemap: (lambda: sitemap(desk), XML),
        desk.outlet.index: (lambda: index_page(desk, number, day), HTML),
        "/": (lambda: index_page(desk, 1), HTML),
        FORBIDDEN: (lambda: search_page(desk), HTML),
        PICTURE: (lambda: DRAWING, "image/svg+xml"),
    }
    if path not in writers:
        return None
    write, content_type = writers[path]
    return Answer(HTTPStatus.OK, write().encode(), content_type, desk.changed)


def find_story(desk: Desk, path: str, page: str) -> Answer:
    """The page of the story at `path`; 410 for one taken off the site, 404 for one that never was."""
    for story in desk.stories:
        if desk.outlet.story_path(story) == path:
            return Answer(HTTPStatus.OK, article_page(desk, story, page).encode(), HTML, story.changed)
    if path in map(desk.outlet.story_path, desk.gone):
        return Answer(HTTPStatus.GONE, b"<!DOCTYPE html><title>410</title><p>Berita ini telah dihapus.</p>")
    return Answer(HTTPStatus.NOT_FOUND, b"<!DOCTYPE html><title>404</title><p>Halaman tidak ditemukan.</p>")


def is_unchanged(answer: Answer, conditions: Message) -> bool:
    """Whether the asker already has this body (RFC 9110: If-None-Match goes before If-Modified-Since)."""
    tags = conditions.get("If-None-Match")
    if tags is not None:
        return (
            answer.etag in [tag.strip().removeprefix("W/") for tag in tags.split(",")] or tags.strip() == "*"
        )
    since = conditions.get("If-Modified-Since")
    if since is None or answer.changed is None:
        return False
    try:
        return answer.changed <= parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return False  # RFC 9110: a date that cannot be read is as if not sent
