"""One HTTP request and its answer, within limits of time and size; redirects are answers like any other."""

import ssl
from collections.abc import Iterator
from dataclasses import dataclass

import httpcore

from articles.fetching.address import Address, HostPort
from articles.fetching.connection import GuardedBackend, Resolve, resolve
from articles.fetching.decoding import decode
from articles.fetching.headers import Headers, Wanted, accepts, looks_right
from articles.fetching.verdicts import FetchError, Verdict

OK = (200, 203)
REDIRECTS = (301, 302, 303, 307, 308)
SLOW_DOWN = (429, 503)
WORTH_RETRYING = (408, 425)
GZIP_MAGIC = b"\x1f\x8b"
TLS = httpcore.default_ssl_context()


@dataclass(frozen=True, slots=True)
class Rules:
    """How we behave towards a site: who we say we are, what is allowed, and the limits.

    `deadline` is in seconds for the whole chain of requests, `wire_cap` in bytes as they come over the wire.
    """

    user_agent: str
    allow: frozenset[HostPort] = frozenset()
    deadline: float = 30.0
    wire_cap: int = 20 * 1024 * 1024
    resolver: Resolve = resolve
    tls: ssl.SSLContext = TLS


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP exchange: status, headers and decoded body, which is left unread for redirects and 304."""

    address: Address
    status: int
    headers: Headers
    body: bytes = b""


def exchange(address: Address, rules: Rules, fields: dict[str, str], wanted: Wanted, until: float) -> Answer:
    """Ask one address before the moment `until` (clock of `time.monotonic`).

    `fields` are the headers besides Host. Raises FetchError for answers that are no page, redirect or 304.
    """
    backend = GuardedBackend(rules.allow, until, rules.resolver)
    target = address.target.encode("ascii")
    url = httpcore.URL(scheme=address.scheme, host=address.host, port=address.port, target=target)
    headers = [(name.encode(), value.encode("latin-1", "ignore")) for name, value in fields.items()]
    headers.insert(0, (b"Host", address.netloc.encode("ascii")))
    try:
        with (
            httpcore.ConnectionPool(ssl_context=rules.tls, network_backend=backend) as pool,
            pool.stream("GET", url, headers=headers) as response,
        ):
            return _read(address, response, wanted, rules.wire_cap)
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise failure_of(address, error, rules.deadline) from error


def _read(address: Address, response: httpcore.Response, wanted: Wanted, wire_cap: int) -> Answer:
    headers, status = Headers.of(response.headers), response.status
    if status == 304 or status in REDIRECTS:
        return Answer(address, status, headers)
    if status not in OK:
        raise _refusal(address.url, status, headers)
    if not accepts(wanted, headers.media_type):
        raise _wrong_type(address, headers.media_type)
    body = _body(response.iter_stream(), headers, wanted, wire_cap)
    if not looks_right(wanted, headers.media_type, body):
        raise _wrong_type(address, "something without a content type")
    return Answer(address, status, headers, body)


def _body(pieces: Iterator[bytes], headers: Headers, wanted: Wanted, wire_cap: int) -> bytes:
    length = headers.get("content-length")
    if length.isdigit() and int(length) > wire_cap and not wanted.cut:
        raise _too_large(wire_cap)
    body = decode(_within(pieces, wire_cap), headers.get("content-encoding"), wanted.cap, cut=wanted.cut)
    if wanted.unpack and body.startswith(GZIP_MAGIC):
        return decode((body,), "gzip", wanted.cap)
    return body


def _within(pieces: Iterator[bytes], wire_cap: int) -> Iterator[bytes]:
    """The pieces as they come, until they are more than a page or list may be."""
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > wire_cap:
            raise _too_large(wire_cap)
        yield piece


def _too_large(cap: int) -> FetchError:
    return FetchError(Verdict.TOO_LARGE, f"the answer is larger than {cap} bytes; it is no article or list")


def _wrong_type(address: Address, what: str) -> FetchError:
    message = f"{address.url} is {what}, which cannot be read here; give the address of a web page"
    return FetchError(Verdict.WRONG_TYPE, message)


def _refusal(url: str, status: int, headers: Headers) -> FetchError:
    """The verdict for a status that brings no page, with the time to come back where the site names one."""
    wait = headers.retry_after
    if status in (404, 410):
        return FetchError(
            Verdict.GONE, f"{url} is not there (HTTP {status}); check the address", status=status
        )
    if status in SLOW_DOWN:
        message = f"{url} asks us to slow down (HTTP {status}); it is asked again later"
        return FetchError(Verdict.SLOW_DOWN, message, retry_after=wait, status=status)
    temporary = status >= 500 or status in WORTH_RETRYING
    advice = "it is asked again later" if temporary else "open it in a browser to see why"
    message = f"{url} answered with HTTP {status}; {advice}"
    return FetchError(Verdict.HTTP_ERROR, message, temporary=temporary, retry_after=wait, status=status)


def failure_of(address: Address, error: Exception, deadline: float) -> FetchError:
    """The verdict for an error of the HTTP library, with the cause in plain words."""
    if isinstance(error, httpcore.TimeoutException):
        message = f"{address.url} did not answer fully within {deadline:.0f} s; try again later"
        return FetchError(Verdict.TIMED_OUT, message)
    if isinstance(error, httpcore.RemoteProtocolError) and "without sending complete" in str(error):
        return FetchError(
            Verdict.TRUNCATED, f"{address.url} stopped in the middle of its answer; try again later"
        )
    if isinstance(error, httpcore.ProtocolError):
        message = f"{address.url} does not speak proper HTTP ({error}); try again later"
        return FetchError(Verdict.BROKEN_ANSWER, message)
    return FetchError(
        Verdict.CONNECTION_FAILED, f"{address.host} cannot be reached ({error}); try again later"
    )
