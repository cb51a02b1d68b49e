"""The traps of the hostile site with the verdict each must end in, and odd answers that must be read."""

import time
from gzip import compress
from zlib import compress as zlib_compress

from articles.fetching.verdicts import Verdict
from tests.articles.fetching.hostile import (
    BOMB,
    CHUNK,
    CHUNKED,
    HTML,
    MEGABYTE,
    OK,
    Handler,
    Trap,
    answer,
    conditional,
    drip,
    encoded,
    endless_redirects,
    few_redirects,
    raw,
    raw_deflate,
    redirect,
    reset,
    silent,
)


def slow_redirects(handler: Handler) -> None:
    time.sleep(0.25)
    endless_redirects(handler)


TRAPS: dict[str, tuple[Trap, Verdict]] = {
    # statuses
    "/404": (answer(404), Verdict.GONE),
    "/410": (answer(410), Verdict.GONE),
    "/403": (answer(403), Verdict.HTTP_ERROR),
    "/451": (answer(451), Verdict.HTTP_ERROR),
    "/500": (answer(500), Verdict.HTTP_ERROR),
    "/204": (answer(204, b"", length=-1), Verdict.HTTP_ERROR),
    "/206": (answer(206), Verdict.HTTP_ERROR),
    "/999": (answer(999), Verdict.HTTP_ERROR),
    "/304-unasked": (answer(304, b""), Verdict.BROKEN_ANSWER),
    "/429": (answer(429, headers={"Retry-After": "120"}), Verdict.SLOW_DOWN),
    "/429-for-ever": (answer(429, headers={"Retry-After": "99999999999"}), Verdict.SLOW_DOWN),
    "/429-garbage": (answer(429, headers={"Retry-After": "sebentar"}), Verdict.SLOW_DOWN),
    "/503": (answer(503), Verdict.SLOW_DOWN),
    # types
    "/pdf": (answer(body=b"%PDF-1.7", headers={"Content-Type": "application/pdf"}), Verdict.WRONG_TYPE),
    "/large-pdf": (
        answer(body=b"%PDF", headers={"Content-Type": "application/pdf"}, length=900 * MEGABYTE),
        Verdict.WRONG_TYPE,
    ),
    "/picture": (answer(body=b"\x89PNG", headers={"Content-Type": "image/png"}), Verdict.WRONG_TYPE),
    "/feed-as-article": (answer(headers={"Content-Type": "application/rss+xml"}), Verdict.WRONG_TYPE),
    "/untyped-bytes": (answer(body=b"\x00\x01\x02", headers={}), Verdict.WRONG_TYPE),
    # redirects
    "/circle": (redirect("/circle"), Verdict.TOO_MANY_REDIRECTS),
    "/endless": (endless_redirects, Verdict.TOO_MANY_REDIRECTS),
    "/to-loopback": (redirect("http://127.0.0.1:9/"), Verdict.BLOCKED_ADDRESS),
    "/to-loopback-name": (redirect("http://localhost/"), Verdict.BLOCKED_ADDRESS),
    "/to-metadata": (redirect("http://169.254.169.254/latest/"), Verdict.BLOCKED_ADDRESS),
    "/to-metadata-308": (redirect("http://[::ffff:169.254.169.254]/", 308), Verdict.BLOCKED_ADDRESS),
    "/to-number": (redirect("//2130706433/"), Verdict.BLOCKED_ADDRESS),
    "/to-file": (redirect("file:///etc/passwd"), Verdict.BAD_ADDRESS),
    "/to-credentials": (redirect("http://a:b@kabar.example/"), Verdict.BAD_ADDRESS),
    "/to-broken": (redirect("http://["), Verdict.BAD_ADDRESS),
    "/to-nowhere": (redirect(""), Verdict.BROKEN_ANSWER),
    # time
    "/silent": (silent, Verdict.TIMED_OUT),
    "/dripping-headers": (drip(OK, b"X-A: b\r\n"), Verdict.TIMED_OUT),
    "/dripping-body": (drip(OK + b"Content-Length: 100000\r\n\r\n", b" "), Verdict.TIMED_OUT),
    "/for-ever-continue": (drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), Verdict.TIMED_OUT),
    "/slow-redirects": (slow_redirects, Verdict.TIMED_OUT),
    # size
    "/endless-body": (drip(CHUNKED, CHUNK, 0), Verdict.TOO_LARGE),
    "/announced-too-large": (answer(length=3 * MEGABYTE), Verdict.TOO_LARGE),
    "/gzip-bomb": (encoded(BOMB, "gzip"), Verdict.TOO_LARGE),
    "/deflate-bomb": (encoded(zlib_compress(b" " * 50 * MEGABYTE), "deflate"), Verdict.TOO_LARGE),
    "/endless-header": (drip(OK + b"X-A: ", b"a" * 65536, 0), Verdict.BROKEN_ANSWER),
    # encodings
    "/truncated-gzip": (encoded(compress(HTML)[:-12], "gzip"), Verdict.TRUNCATED),
    "/truncated-deflate": (encoded(zlib_compress(HTML)[:-6], "deflate"), Verdict.TRUNCATED),
    "/damaged-gzip": (encoded(compress(HTML)[:20] + b"xxxxxxxxxx" * 9, "gzip"), Verdict.UNDECODABLE),
    "/gzip-in-name-only": (encoded(HTML, "gzip"), Verdict.UNDECODABLE),
    "/unasked-brotli": (encoded(b"\x0b\x02\x80abc\x03", "br"), Verdict.UNDECODABLE),
    "/double-gzip": (encoded(compress(compress(HTML)), "gzip, gzip"), Verdict.UNDECODABLE),
    # broken HTTP
    "/short": (answer(length=1000), Verdict.TRUNCATED),
    "/cut-chunks": (raw(CHUNKED + b"100\r\nabc"), Verdict.TRUNCATED),
    "/reset": (reset, Verdict.CONNECTION_FAILED),
    "/hang-up": (raw(b""), Verdict.BROKEN_ANSWER),
    "/ssh": (raw(b"SSH-2.0-OpenSSH_9.2\r\n"), Verdict.BROKEN_ANSWER),
    "/http-0.9": (raw(HTML), Verdict.BROKEN_ANSWER),
    "/bad-chunk": (raw(CHUNKED + b"zz\r\nabc\r\n0\r\n\r\n"), Verdict.BROKEN_ANSWER),
    "/two-lengths": (raw(OK + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"), Verdict.BROKEN_ANSWER),
    "/bad-header": (raw(b"HTTP/1.1 200 OK\r\nno colon here\r\n\r\n"), Verdict.BROKEN_ANSWER),
    "/nul-header": (raw(OK + b"X-A: a\x00b\r\n\r\n"), Verdict.BROKEN_ANSWER),
}

LISTING_TRAPS: dict[str, tuple[Trap, Verdict]] = {
    "/bomb.xml.gz": (answer(body=BOMB, headers={"Content-Type": "application/gzip"}), Verdict.TOO_LARGE),
    "/bomb-in-bomb.xml.gz": (encoded(compress(BOMB), "gzip"), Verdict.TOO_LARGE),
    "/cut.xml.gz": (
        answer(body=compress(HTML)[:-9], headers={"Content-Type": "application/x-gzip"}),
        Verdict.TRUNCATED,
    ),
    "/video-as-feed": (answer(headers={"Content-Type": "video/mp4"}), Verdict.WRONG_TYPE),
}

WELCOME: dict[str, Trap] = {
    "/five-redirects": few_redirects,
    "/conditional": conditional,
    "/untyped-markup": answer(headers={}),
    "/unknown-charset": answer(headers={"Content-Type": 'text/html; charset="klingon"'}),
    "/capital-type": answer(headers={"CONTENT-TYPE": "Text/HTML;Charset=UTF-8"}),
    "/without-length": answer(length=-1),
    "/gzip": encoded(compress(HTML), "gzip"),
    "/two-members": encoded(compress(HTML[:20]) + compress(HTML[20:]), "x-gzip"),
    "/padded-gzip": encoded(compress(HTML) + b"\0" * 100, "gzip"),
    "/deflate": encoded(zlib_compress(HTML), "deflate"),
    "/raw-deflate": encoded(raw_deflate(HTML), "deflate"),
    "/identity": encoded(HTML, "identity"),
    "/file.xml.gz": answer(body=compress(HTML), headers={"Content-Type": "application/octet-stream"}),
    "/203": answer(203),
    "/blank-in-location": redirect("/gzip?a b"),
    "/utf8-in-location": redirect("/gzip?é".encode().decode("latin-1")),
    "/permanent": redirect("/gzip", 301),
}
LONG_ROBOTS = answer(body=b"User-agent: *\nDisallow: /a\n" * 60_000, headers={"Content-Type": "text/plain"})
