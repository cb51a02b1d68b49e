"""Reads the captures out of a WARC or ARC file, record by record, from any offset on."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from articles.fetching.decoding import decode
from articles.fetching.headers import MARKUP, Headers, Purpose, accepts, looks_right
from articles.fetching.verdicts import FetchError, Verdict

WANTED = Purpose.ARTICLE.value
WIRE_CAP = 20 * 1024 * 1024
STEP = 64 * 1024
OK = (200, 203)
GONE = (404, 410)
REVISIT, RESPONSE, OTHER = "revisit", "response", "other"


class BrokenArchive(Exception):
    """The file cannot be read (on); the message is one line that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One record of an archive: a page as it was answered at `at`, or why it is none.

    `end` is the offset of the next record in bytes of the file. `skipped` names what keeps the record from
    being a page, empty for pages and revisits. A revisit has no body: it says that the answer was the same as
    at `refers_at` (None: as last time), perhaps under another address (`refers_to`).
    """

    kind: str
    url: str = ""
    at: datetime | None = None
    status: int = 0
    content_type: str = ""
    charset: str | None = None
    body: bytes = b""
    refers_to: str = ""
    refers_at: datetime | None = None
    skipped: str = ""
    end: int = 0


def read_captures(path: Path, offset: int = 0) -> Iterator[Capture]:
    """Every record from `offset` on, which must be 0 or the `end` of a record; raises BrokenArchive."""
    end = offset
    try:
        with path.open("rb") as handle:
            handle.seek(offset)
            records = ArchiveIterator(handle, arc2warc=True)
            for record in records:
                capture = parse_record(record)
                records.get_record_length()  # reads on to the next record
                if is_cut(record):
                    break
                end = records.offset
                yield replace(capture, end=end)
            else:
                return
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, zlib.error) as error:
        raise BrokenArchive(_reason(path, end, error)) from error
    raise BrokenArchive(f"{path} stops in the middle of a record after byte {end}; what came before was read")


def check_archive(path: Path) -> None:
    """Raise BrokenArchive unless the file is there and begins like an archive."""
    if not path.is_file():
        raise BrokenArchive(
            f"{path} is not there; check the path" if not path.exists() else f"{path} is no file"
        )
    if next(read_captures(path), None) is None:
        raise BrokenArchive(f"{path} is empty; give a WARC file")


def is_cut(record: ArcWarcRecord) -> bool:
    """Whether the file ended before the record did."""
    return bool(getattr(record.raw_stream, "limit", 0))


def parse_record(record: ArcWarcRecord) -> Capture:
    """One record of the library as a value."""
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    kind = record.rec_type if record.rec_type in (RESPONSE, REVISIT) else OTHER
    if kind == OTHER or not url.lower().startswith(("http://", "https://")):
        return Capture(OTHER, url, skipped="other_record")
    capture = Capture(kind, url, parse_moment(record.rec_headers.get_header("WARC-Date")))
    if capture.at is None:
        return replace(capture, skipped="undated")
    if kind == REVISIT:
        refers = record.rec_headers.get_header
        return replace(
            capture,
            refers_to=(refers("WARC-Refers-To-Target-URI") or "").strip("<> "),
            refers_at=parse_moment(refers("WARC-Refers-To-Date")),
        )
    return _answer(capture, record)


def parse_moment(text: str | None) -> datetime | None:
    """A WARC date as an aware moment; None where it cannot be read or lies in the future."""
    try:
        moment = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment if moment <= datetime.now(UTC) else None


def _answer(capture: Capture, record: ArcWarcRecord) -> Capture:
    """The HTTP answer inside a response record, judged as the client judges one from the wire."""
    if record.http_headers is None:
        return replace(capture, skipped="other_record")
    headers = Headers({name.lower(): value.strip() for name, value in record.http_headers.headers})
    status = record.http_headers.get_statuscode()
    capture = replace(
        capture,
        status=int(status) if status.isdecimal() else 0,
        content_type=headers.media_type,
        charset=headers.charset,
    )
    why = _why_not(capture, record)
    if why:
        return replace(capture, skipped=why)
    try:
        body = read_body(record, headers)
    except FetchError as error:
        return replace(capture, skipped=error.verdict.value)
    right = looks_right(WANTED, capture.content_type, body)
    return replace(capture, body=body, skipped="" if right else Verdict.WRONG_TYPE.value)


def _why_not(capture: Capture, record: ArcWarcRecord) -> str:
    if 300 <= capture.status < 400:
        return "redirect"
    if capture.status not in OK:
        return (Verdict.GONE if capture.status in GONE else Verdict.HTTP_ERROR).value
    if not accepts(WANTED, capture.content_type):
        return Verdict.WRONG_TYPE.value
    return Verdict.TRUNCATED.value if record.rec_headers.get_header("WARC-Truncated") else ""


def read_body(record: ArcWarcRecord, headers: Headers) -> bytes:
    """The page's bytes, chunks joined and Content-Encoding undone; raises FetchError as the client does.

    Many archives keep the header but hold the page decoded already: what looks like markup is.
    """
    chunked = "chunked" in headers.get("transfer-encoding").lower()
    pieces = ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream
    body = bytearray()
    while piece := pieces.read(STEP):
        body += piece
        if len(body) > WIRE_CAP:
            raise FetchError(Verdict.TOO_LARGE, f"the page is larger than {WIRE_CAP} bytes")
    encoding = headers.get("content-encoding")
    plain = MARKUP.match(body) and not body.startswith(b"\x1f\x8b")
    return decode((bytes(body),), "" if plain else encoding, WANTED.cap)


def _reason(path: Path, end: int, error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{path} cannot be read ({error.strerror or error}); check the file"
    if "non-chunked gzip" in str(error):
        return f"{path} is one gzip stream; a WARC needs one for each record: run `warcio recompress` on it"
    if not end:
        return f"{path} is no WARC file; give a .warc or .warc.gz"
    return f"{path} is damaged after byte {end}; what came before was read"
