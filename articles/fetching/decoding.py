"""Undoing Content-Encoding piece by piece, with a cap on the bytes that come out (bombs)."""

import zlib
from collections.abc import Callable, Iterable, Iterator

from articles.fetching.verdicts import FetchError, Verdict

Decoder = Callable[[Iterable[bytes]], Iterator[bytes]]

STEP = 64 * 1024
GZIP_BITS = 16 + zlib.MAX_WBITS
ACCEPTED = "gzip, deflate"


def decode(pieces: Iterable[bytes], encoding: str, cap: int, *, cut: bool = False) -> bytes:
    """All decoded bytes of an answer, at most `cap`; with `cut` the rest is left unread instead of refused.

    Raises FetchError: `too_large`, `truncated` for a stream that stops early, `undecodable` for an encoding
    that was not asked for or bytes that are not what the header says.
    """
    body = bytearray()
    for piece in _decoder(encoding)(pieces):
        body += piece
        if len(body) > cap:
            if cut:
                break
            raise FetchError(
                Verdict.TOO_LARGE, f"the answer is larger than {cap} bytes; it is no article or list"
            )
    del body[cap:]
    return bytes(body)


def gunzip(body: bytes, cap: int) -> bytes:
    """The content of a .gz file held in memory, under the same rules as `decode`."""
    return decode((body,), "gzip", cap)


def _decoder(encoding: str) -> Decoder:
    name = encoding.strip().lower()
    if name not in DECODERS:
        raise FetchError(
            Verdict.UNDECODABLE, f"the site sent Content-Encoding {name!r}, which was not asked for"
        )
    return DECODERS[name]


def _plain(pieces: Iterable[bytes]) -> Iterator[bytes]:
    yield from pieces


def _gzip(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Any number of gzip members; zero padding after the last is common and harmless."""
    inflater = None
    for piece in pieces:
        inflater = inflater or zlib.decompressobj(GZIP_BITS)
        yield from _inflate(inflater, piece)
        rest = inflater.unused_data
        while inflater.eof and rest.lstrip(b"\0"):
            inflater = zlib.decompressobj(GZIP_BITS)
            yield from _inflate(inflater, rest)
            rest = inflater.unused_data
    _finish(inflater)


def _deflate(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Deflate as the standard says (zlib) or as old servers send it (raw): the first bytes tell."""
    inflater = None
    for piece in pieces:
        inflater = inflater or zlib.decompressobj(zlib.MAX_WBITS if _is_zlib(piece) else -zlib.MAX_WBITS)
        yield from _inflate(inflater, piece)
    _finish(inflater)


def _is_zlib(piece: bytes) -> bool:
    return piece[:1] == b"\x78" and (len(piece) < 2 or int.from_bytes(piece[:2], "big") % 31 == 0)


def _inflate(inflater: "zlib._Decompress", piece: bytes) -> Iterator[bytes]:
    """Inflate in small steps, so that the caller can stop a bomb before it is in memory."""
    out = b""
    while piece or len(out) == STEP:
        try:
            out = inflater.decompress(piece, STEP)
        except zlib.error as error:
            message = f"the compressed answer is damaged ({error}); try again later"
            raise FetchError(Verdict.UNDECODABLE, message) from error
        yield out
        piece = inflater.unconsumed_tail


def _finish(inflater: "zlib._Decompress | None") -> None:
    """An answer without any byte is empty, not truncated."""
    if inflater is not None and not inflater.eof:
        raise FetchError(Verdict.TRUNCATED, "the compressed answer stops before its end; try again later")


DECODERS: dict[str, Decoder] = {
    "": _plain,
    "identity": _plain,
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
}
