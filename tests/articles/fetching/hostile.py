"""A hostile web site on loopback: every trap is a path, and every request is remembered with its times."""

import socket
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HTML = b"<!doctype html><html><head><title>Kabar</title></head><body><p>Isi berita.</p></body></html>"
TYPE = {"Content-Type": "text/html; charset=utf-8"}
MEGABYTE = 1024 * 1024

Trap = Callable[["Handler"], None]


@dataclass(slots=True)
class Visit:
    """One request as the site saw it; times by the clock of `time.monotonic`.

    It is noted before the answer goes out, so that whoever has the answer also finds the visit.
    """

    path: str
    headers: dict[str, str]
    began: float
    ended: float


@dataclass
class Site:
    """The running site: its port, its own pages (path to trap), and who came."""

    port: int
    pages: dict[str, Trap]
    visits: list[Visit] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [visit.path for visit in self.visits]


class Handler(BaseHTTPRequestHandler):
    """Looks the path up among the pages of its site."""

    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        began = time.monotonic()
        headers = {name.lower(): value for name, value in self.headers.items()}
        visit = Visit(self.path, headers, began, began)
        self.site.visits.append(visit)
        self.close_connection = True
        with suppress(OSError):
            self.site.pages.get(self.path.partition("?")[0], missing)(self)
        visit.ended = time.monotonic()

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_args: object) -> None:
        """Keep the test's output clean."""

    def raw(self, data: bytes) -> None:
        self.wfile.write(data)
        self.wfile.flush()


@contextmanager
def running(pages: dict[str, Trap]) -> Iterator[Site]:
    """Serve `pages` on a free port of loopback."""

    class SiteHandler(Handler):
        """A class of its own for every site, since the server makes the handlers."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), SiteHandler)
    server.daemon_threads = True
    site = SiteHandler.site = Site(server.server_address[1], pages)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.socket.close()


def answer(
    status: int = 200, body: bytes = HTML, headers: dict[str, str] | None = None, length: int | None = None
) -> Trap:
    """An ordinary answer; `length` lies about the length, -1 leaves it out."""

    def send(handler: Handler) -> None:
        handler.send_response(status)
        shown = len(body) if length is None else length
        for name, value in (TYPE if headers is None else headers).items():
            handler.send_header(name, value)
        if shown >= 0:
            handler.send_header("Content-Length", str(shown))
        handler.end_headers()
        handler.raw(body)

    return send


def missing(handler: Handler) -> None:
    answer(404, b"tidak ada")(handler)


def redirect(location: str, status: int = 302) -> Trap:
    return answer(status, b"", {"Location": location} if location else {})


def raw(data: bytes) -> Trap:
    return lambda handler: handler.raw(data)


def drip(first: bytes, piece: bytes, pause: float = 0.1) -> Trap:
    """Send `first`, then `piece` for ever: quicker than any timeout of a single read."""

    def send(handler: Handler) -> None:
        handler.raw(first)
        until = time.monotonic() + 20
        while time.monotonic() < until:
            handler.raw(piece)
            time.sleep(pause)

    return send


def silent(_handler: Handler) -> None:
    time.sleep(5)


def reset(handler: Handler) -> None:
    """Break the connection off with RST in the middle of the body."""
    handler.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<html>")
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def endless_redirects(handler: Handler) -> None:
    number = int(handler.path.partition("?")[2] or 0)
    redirect(f"{handler.path.partition('?')[0]}?{number + 1}")(handler)


def few_redirects(handler: Handler) -> None:
    """Five redirects, then the page."""
    number = int(handler.path.partition("?")[2] or 0)
    (answer() if number == 5 else redirect(f"/five-redirects?{number + 1}"))(handler)


def conditional(handler: Handler) -> None:
    """304 for whoever names the ETag or the date."""
    known = handler.headers.get("If-None-Match") == '"v1"'
    dated = handler.headers.get("If-Modified-Since") == "Fri, 18 Oct 2024 10:00:00 GMT"
    validators = {"ETag": '"v1"', "Last-Modified": "Fri, 18 Oct 2024 10:00:00 GMT"}
    (answer(304, b"", validators) if known or dated else answer(headers=TYPE | validators))(handler)


def encoded(body: bytes, encoding: str) -> Trap:
    return answer(body=body, headers=TYPE | {"Content-Encoding": encoding})


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


def bomb(megabytes: int) -> bytes:
    """So many megabytes of blanks as gzip, made piece by piece."""
    packer = zlib.compressobj(9, wbits=16 + zlib.MAX_WBITS)
    pieces = [packer.compress(b" " * MEGABYTE) for _ in range(megabytes)]
    return b"".join(pieces) + packer.flush()


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
CHUNK = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
BOMB = bomb(200)
