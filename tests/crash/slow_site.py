"""A fictional site on loopback that takes its time and writes down who asked for what, from when to when."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from claimtrack.newsroom.answers import find_answer
from claimtrack.newsroom.values import Desk
from claimtrack.newsroom.warta_nusa import WARTA_NUSA
from tests.crash.stories import FIRST, stories

TAKES = 0.05


@dataclass(frozen=True, slots=True)
class Visit:
    """One request as the site saw it; times in seconds on one clock."""

    path: str
    agent: str
    began: float
    ended: float


class SlowSite(ThreadingHTTPServer):
    """So many stories, those whose path begins with `closed` forbidden by robots.txt."""

    daemon_threads = True

    def __init__(self, count: int, closed: str) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server_port}"
        self.desk = Desk(WARTA_NUSA, self.base, stories("warta-nusa", count), changed=FIRST)
        self.closed = closed
        self.visits: list[Visit] = []

    def paths(self) -> list[str]:
        """The path of every story."""
        return [WARTA_NUSA.story_path(story) for story in self.desk.stories]


class Handler(BaseHTTPRequestHandler):
    """Answers one request slowly."""

    server: SlowSite

    def do_GET(self) -> None:
        """Answer as the outlet does, with our own robots.txt."""
        began = time.monotonic()
        answer = find_answer(self.server.desk, self.path, self.headers)
        body = answer.body
        if self.path == "/robots.txt":
            body = f"User-agent: *\nDisallow: {self.server.closed}\n".encode()
        time.sleep(TAKES)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        agent = self.headers.get("User-Agent", "")
        self.server.visits.append(Visit(self.path, agent, began, time.monotonic()))
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Keep the terminal quiet."""


@contextmanager
def slow_site(count: int, closed: str) -> Iterator[SlowSite]:
    """The site, until the block ends."""
    site = SlowSite(count, closed)
    threading.Thread(target=site.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield site
    finally:
        site.shutdown()
        site.server_close()
