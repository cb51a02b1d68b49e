"""The HTTP client: one address in, one page or one named verdict out, redirects followed and checked."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urljoin

from articles.fetching.address import Address, HostPort, parse_address
from articles.fetching.decoding import ACCEPTED
from articles.fetching.exchange import REDIRECTS, Answer, Rules, exchange
from articles.fetching.headers import Purpose
from articles.fetching.verdicts import FetchError, Verdict
from articles.values import Page

Enter = Callable[[Address], AbstractContextManager[object]]

MAX_REDIRECTS = 5


class Watch:
    """A stop-watch that adds up the seconds spent inside it."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __enter__(self) -> None:
        self._started = time.monotonic()

    def __exit__(self, *_: object) -> None:
        self.seconds += time.monotonic() - self._started


@dataclass(frozen=True, slots=True)
class NotModified:
    """The site's word (304) that the page is still as it was when `etag` and `last_modified` were stored."""

    url: str
    fetched_at: datetime
    requested_url: str = ""
    etag: str = ""
    last_modified: str = ""
    seconds: float = 0.0


def get(
    url: str,
    rules: Rules,
    *,
    purpose: Purpose = Purpose.ARTICLE,
    etag: str = "",
    last_modified: str = "",
    enter: Enter = nullcontext,
) -> Page | NotModified:
    """Ask for one address and follow its redirects, each checked like the first.

    `enter` wraps every single request of the chain (robots and pace come in there); the time spent waiting in
    it does not count towards the deadline. Raises FetchError with the verdict.
    """
    address, watch = parse_address(url, rules.allow), Watch()
    fields = _request_headers(rules, etag, last_modified)
    try:
        for _ in range(MAX_REDIRECTS + 1):
            with enter(address), watch:
                until = time.monotonic() + rules.deadline - watch.seconds
                answer = exchange(address, rules, fields, purpose.value, until)
            if answer.status not in REDIRECTS:
                found = _outcome(url, answer, asked_if_changed=bool(etag or last_modified))
                return replace(found, seconds=watch.seconds)
            address = _next_address(answer, rules.allow)
        message = f"{url} redirects more than {MAX_REDIRECTS} times; give the address it should end at"
        raise FetchError(Verdict.TOO_MANY_REDIRECTS, message)
    except FetchError as error:
        error.seconds = watch.seconds
        raise


def _next_address(answer: Answer, allow: frozenset[HostPort]) -> Address:
    """Where a redirect leads; sites write blanks and UTF-8 into Location although it allows neither."""
    here = answer.address.url
    location = answer.headers.get("location").encode("latin-1").decode("utf-8", "replace").replace(" ", "%20")
    if not location:
        message = f"{here} redirects without saying where to; try again later"
        raise FetchError(Verdict.BROKEN_ANSWER, message, status=answer.status)
    try:
        return parse_address(urljoin(here, location), allow)
    except ValueError as error:
        raise FetchError(
            Verdict.BAD_ADDRESS, f"{here} redirects to an address that cannot be read"
        ) from error


def _outcome(requested: str, answer: Answer, *, asked_if_changed: bool) -> Page | NotModified:
    headers, url, now = answer.headers, answer.address.url, datetime.now(UTC)
    etag, last_modified = headers.get("etag"), headers.get("last-modified")
    if answer.status == 304 and not asked_if_changed:
        raise FetchError(
            Verdict.BROKEN_ANSWER, f"{url} says 'not modified' unasked; try again later", status=304
        )
    if answer.status == 304:
        return NotModified(url, now, requested, etag, last_modified)
    return Page(
        url=url,
        body=answer.body,
        fetched_at=now,
        requested_url=requested,
        status=answer.status,
        content_type=headers.media_type,
        charset=headers.charset,
        etag=etag,
        last_modified=last_modified,
    )


def _request_headers(rules: Rules, etag: str, last_modified: str) -> dict[str, str]:
    fields = {
        "User-Agent": rules.user_agent,
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
        "Accept-Encoding": ACCEPTED,
        "Accept-Language": "id, en;q=0.5",
        "Connection": "close",
    }
    if etag:
        fields["If-None-Match"] = etag
    if last_modified:
        fields["If-Modified-Since"] = last_modified
    return fields
