"""Writes small WARC files of fictional pages, whole and broken, for tests of archives."""

import gzip
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claimtrack.newsroom.answers import find_story
from claimtrack.newsroom.values import Desk, Story
from tests.rows import wib

HTML = ("Content-Type", "text/html; charset=utf-8")


class Warc:
    """A WARC file under construction, one gzip member a record unless `plain`."""

    def __init__(self, path: Path, *, plain: bool = False) -> None:
        self.path = path
        self.buffer = BytesIO()
        self.writer = WARCWriter(self.buffer, gzip=not plain)

    def add(
        self,
        url: str,
        body: bytes,
        at: datetime,
        *,
        status: str = "200 OK",
        headers: Sequence[tuple[str, str]] = (HTML,),
        **warc: str,
    ) -> "Warc":
        """One response record; `warc` are further WARC headers, underscores for hyphens."""
        http = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1")
        record = self.writer.create_warc_record(
            url, "response", payload=BytesIO(body), http_headers=http, warc_headers_dict=_dated(at, warc)
        )
        self.writer.write_record(record)
        return self

    def add_revisit(self, url: str, at: datetime, *, of: datetime, of_url: str = "") -> "Warc":
        """A record that says: the same answer as `of_url` gave at `of`."""
        moment = _dated(at, {})["WARC-Date"]
        http = StatusAndHeaders("200 OK", [HTML], protocol="HTTP/1.1")
        record = self.writer.create_revisit_record(
            url,
            "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ",
            of_url or url,
            _dated(of, {})["WARC-Date"],
            http_headers=http,
            warc_headers_dict={"WARC-Date": moment},
        )
        self.writer.write_record(record)
        return self

    def add_other(self, url: str, kind: str, body: bytes) -> "Warc":
        """A record that is no answer of a site: request, dns, metadata."""
        record = self.writer.create_warc_record(
            url, kind, payload=BytesIO(body), warc_content_type="text/dns"
        )
        self.writer.write_record(record)
        return self

    def save(self, *, cut: int = 0) -> Path:
        """Write the file, `cut` bytes short."""
        whole = self.buffer.getvalue()
        self.path.write_bytes(whole[: len(whole) - cut] if cut else whole)
        return self.path


def _dated(at: datetime, warc: dict[str, str]) -> dict[str, str]:
    moment = at.astimezone(wib(1).tzinfo).isoformat(timespec="seconds")
    return {"WARC-Date": moment} | {name.replace("_", "-"): value for name, value in warc.items()}


def page_of(desk: Desk, story: Story, page: str = "all") -> bytes:
    """The story's page as its outlet serves it."""
    return find_story(desk, desk.outlet.story_path(story), page).body


def chunked(body: bytes, size: int = 700) -> bytes:
    """The body in HTTP chunks."""
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def one_gzip_stream(path: Path) -> Path:
    """A WARC of two records squeezed into a single gzip member, as `gzip FILE` makes it."""
    plain = Warc(path, plain=True)
    for number in range(2):
        plain.add(f"https://kabar.example/{number}", b"<p>satu", wib(16))
    path.write_bytes(gzip.compress(plain.save().read_bytes()))
    return path
