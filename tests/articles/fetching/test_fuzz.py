"""Whatever bytes come in, the only ways out are a value and a named error."""

from contextlib import suppress
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.fetching.address import Address, check_ip, parse_address, parse_ip
from articles.fetching.decoding import decode
from articles.fetching.headers import Headers, parse_retry_after
from articles.fetching.robots import Robots
from articles.fetching.verdicts import FetchError
from articles.parsing.listing import LIKELY_ARTICLE, NotAListing, parse_listing
from articles.values import Page

NOW = datetime(2024, 10, 18, tzinfo=UTC)
HOSTS = st.sampled_from(
    ["127.0.0.1", "0x7f.1", "[::1]", "kabar.example", "1.1.1.1", "[::ffff:7f00:1]", "a@b", ""]
)
STARTS = st.sampled_from(["http://", "https://", "//", "", "http:/", "HTTP://", "file://"])
TAGS = "<rss> <item> <link> </link> <feed> <entry> <urlset> <url> <loc> </loc> </url> <sitemapindex> <html>"
MARKUP = st.sampled_from(
    [*TAGS.split(), "<a href=", "http://a/b", "/x", "'x'>", "&", "<!", "<![CDATA[", "]]>", "{", "\0"]
)


@given(STARTS, HOSTS, st.text(max_size=30))
@settings(max_examples=500, deadline=None)
def test_addresses(start: str, host: str, rest: str) -> None:
    with suppress(FetchError):
        address = parse_address(start + host + rest)
        assert address.scheme in ("http", "https")
        assert address.port in (80, 443)
        assert address.url.isascii()
        assert parse_address(address.url) == address
        ip = parse_ip(address.host)
        if ip is not None:
            check_ip(address.host, ip)


@given(st.lists(st.one_of(MARKUP, st.text(max_size=5)), max_size=30))
@settings(max_examples=300, deadline=None)
def test_lists(pieces: list[str]) -> None:
    body = "".join(pieces).encode("utf-8", "replace")
    with suppress(NotAListing):
        found = parse_listing(Page("https://kabar.example/", body, NOW), article_url=LIKELY_ARTICLE)
        assert all(one.url.startswith(("http://", "https://")) for one in found.listings)


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "", "br", "identity"]))
@settings(max_examples=300, deadline=None)
def test_encodings(body: bytes, encoding: str) -> None:
    with suppress(FetchError):
        assert len(decode((body[:50], body[50:]), encoding, 100)) <= 100


@given(st.lists(st.tuples(st.binary(max_size=20), st.binary(max_size=40)), max_size=5), st.text(max_size=40))
@settings(max_examples=300, deadline=None)
def test_headers(raw: list[tuple[bytes, bytes]], wait: str) -> None:
    headers = Headers.of([*raw, (b"Content-Type", raw[0][1] if raw else b"")])
    assert headers.media_type == headers.media_type.lower()
    assert headers.charset is None or headers.charset == headers.charset.lower()
    seconds = parse_retry_after(wait, NOW)
    assert seconds is None or 0 <= seconds <= 86_400


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_robots(text: str) -> None:
    robots = Robots("User-agent: *\n" + text)
    assert robots.allows(Address("https", "kabar.example", 443, "/a"), "ClaimTrack/1.0") in (True, False)
    assert 0 <= robots.delay("ClaimTrack/1.0") <= 3600
