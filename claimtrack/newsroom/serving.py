"""Serves the demo newsroom on loopback: one small web server for each outlet, one log of all requests."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

from claimtrack.newsroom.answers import Answer, find_answer
from claimtrack.newsroom.outlets import OUTLETS, desk_at
from claimtrack.newsroom.values import Desk, Edition, Outlet

LOOPBACK = "127.0.0.1"
PORTS = (8101, 8102, 8103)
CONTROL = "/_newsroom/"
FindDesk = Callable[[Outlet, str, Edition], Desk]


def start_newsroom(
    ports: Sequence[int] = PORTS, edition: Edition = Edition.FIRST, find_desk: FindDesk = desk_at
) -> "Newsroom":
    """Start serving the three outlets on these ports of 127.0.0.1 (0 takes a free one) and return at once.

    `find_desk` gives an outlet's desk at an address in an edition: the demo's own, or another one. Raises
    OSError with `filename` set to "127.0.0.1:PORT" when a port is taken.
    """
    if len(ports) != len(OUTLETS):
        raise ValueError(
            f"the newsroom has {len(OUTLETS)} outlets: give {len(OUTLETS)} ports, not {len(ports)}"
        )
    return Newsroom(ports, edition, find_desk)


@dataclass(frozen=True, slots=True)
class LoggedRequest:
    """One request as the newsroom saw it; `target` is the path with its query, `at` aware."""

    outlet: str
    method: str
    target: str
    status: int
    at: datetime
    conditional: bool


class Newsroom:
    """The running newsroom; a context manager that stops it on leaving."""

    def __init__(self, ports: Sequence[int], edition: Edition, find_desk: FindDesk) -> None:
        self.edition = edition
        self.find_desk = find_desk
        self._log: list[LoggedRequest] = []
        self._servers: list[OutletServer] = []
        try:
            for outlet, port in zip(OUTLETS, ports, strict=True):
                self._servers.append(OutletServer(self, outlet, port))
        except OSError:
            self._close()
            raise
        for server in self._servers:
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def ports(self) -> tuple[int, ...]:
        """The port of each outlet, in the order of OUTLETS."""
        return tuple(server.server_port for server in self._servers)

    @property
    def addresses(self) -> dict[str, str]:
        """The base address of each outlet by its slug: "http://127.0.0.1:8101"."""
        return {server.outlet.slug: server.base for server in self._servers}

    @property
    def requests(self) -> tuple[LoggedRequest, ...]:
        """Every request answered so far, oldest first."""
        return tuple(self._log)

    def desk(self, slug: str) -> Desk:
        """The outlet's desk as it stands in the present edition."""
        return next(server.desk() for server in self._servers if server.outlet.slug == slug)

    def later(self) -> None:
        """Go on to the later edition: one quote silently edited, one article taken away."""
        self.edition = Edition.LATER

    def note(self, request: LoggedRequest) -> None:
        """Add a request to the log."""
        self._log.append(request)

    def stop(self) -> None:
        """Stop all three servers and free their ports."""
        for server in self._servers:
            server.shutdown()
        self._close()

    def _close(self) -> None:
        for server in self._servers:
            server.server_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class OutletServer(ThreadingHTTPServer):
    """The web server of one outlet."""

    daemon_threads = True

    def __init__(self, newsroom: Newsroom, outlet: Outlet, port: int) -> None:
        try:
            super().__init__((LOOPBACK, port), OutletHandler)
        except OSError as error:
            error.filename = f"{LOOPBACK}:{port}"
            raise
        self.newsroom = newsroom
        self.outlet = outlet
        self.base = f"http://{LOOPBACK}:{self.server_port}"

    def desk(self) -> Desk:
        """The outlet's desk in the newsroom's present edition."""
        return self.newsroom.find_desk(self.outlet, self.base, self.newsroom.edition)


class OutletHandler(BaseHTTPRequestHandler):
    """Answers the requests of one connection."""

    protocol_version = "HTTP/1.1"
    server_version = "DemoNewsroom"
    server: OutletServer
    timeout = 30

    def do_GET(self) -> None:
        """Answer with the page."""
        self.send(find_answer(self.server.desk(), self.path, self.headers))

    def do_HEAD(self) -> None:
        """Answer with the headers of the page."""
        self.send(find_answer(self.server.desk(), self.path, self.headers))

    def do_POST(self) -> None:
        """POST /_newsroom/later goes on to the later edition; crawlers never post, so none can do it."""
        self.close_connection = True  # the posted body is not read
        if self.path != f"{CONTROL}{Edition.LATER}":
            self.send(Answer(HTTPStatus.METHOD_NOT_ALLOWED))
            return
        self.server.newsroom.later()
        self.send(Answer(HTTPStatus.NO_CONTENT))

    def send(self, answer: Answer) -> None:
        """Write the answer and log the request."""
        conditional = "If-None-Match" in self.headers or "If-Modified-Since" in self.headers
        self.server.newsroom.note(
            LoggedRequest(
                self.server.outlet.slug,
                self.command,
                self.path,
                int(answer.status),
                datetime.now(UTC),
                conditional,
            )
        )
        self.send_response(answer.status)
        for name, value in answer.headers().items():
            self.send_header(name, value)
        bodiless = answer.status in (HTTPStatus.NOT_MODIFIED, HTTPStatus.NO_CONTENT)
        if not bodiless:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD" and not bodiless:
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Keep the terminal quiet: the newsroom has its own log."""
