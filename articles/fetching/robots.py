"""What a site's robots.txt allows us (RFC 9309), asked for once a day and kept in Redis."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import lru_cache

import redis
from protego import Protego

from articles.fetching.address import Address
from articles.fetching.client import NotModified
from articles.fetching.headers import Purpose
from articles.fetching.verdicts import POSTPONED, FetchError, Verdict
from articles.values import Page

Ask = Callable[[str], Page | NotModified]

A_DAY = 86_400
STOP_FOR = 600
LONGEST_DELAY = 3600.0
# The site is out of reach or it is not our turn: the page would end the same way, so that is the verdict.
NOT_ABOUT_ROBOTS = frozenset(
    {
        Verdict.BAD_ADDRESS,
        Verdict.BLOCKED_ADDRESS,
        Verdict.UNRESOLVED,
        Verdict.CONNECTION_FAILED,
        Verdict.TLS_FAILED,
        *POSTPONED,
    }
)


@dataclass(frozen=True, slots=True)
class Robots:
    """One origin's robots.txt: its text (empty = everything is free), or why nothing may be asked now."""

    text: str = ""
    stop: str = ""

    def allows(self, address: Address, user_agent: str) -> bool:
        """Whether we may ask this address."""
        return _parse(self.text).can_fetch(address.url, product_token(user_agent))

    def delay(self, user_agent: str) -> float:
        """The gap between requests that the site asks for (Crawl-delay, Request-rate), 0 to 3600 s."""
        rules, token = _parse(self.text), product_token(user_agent)
        rate = rules.request_rate(token)
        per_request = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return min(max(rules.crawl_delay(token) or 0.0, per_request, 0.0), LONGEST_DELAY)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The addresses of sitemaps that robots.txt names."""
        return tuple(_parse(self.text).sitemaps)


def find_robots(address: Address, store: redis.Redis, ask: Ask) -> Robots:
    """The rules of this address's origin, from Redis or from the site.

    Raises FetchError `robots_unreachable` (temporary) while the site answers 5xx or not at all: then nothing
    may be asked. Errors that are not about robots.txt (unresolved, blocked, ...) pass through.
    """
    key = f"robots:{address.origin}"
    kept = store.get(key)
    robots = Robots(**json.loads(kept)) if kept else _ask_site(address, ask)
    if not kept:
        store.set(key, json.dumps(asdict(robots)), ex=STOP_FOR if robots.stop else A_DAY)
    if robots.stop:
        message = (
            f"{address.netloc} cannot tell us its robots.txt ({robots.stop}); nothing is asked until it can"
        )
        raise FetchError(Verdict.ROBOTS_UNREACHABLE, message, retry_after=STOP_FOR)
    return robots


def _ask_site(address: Address, ask: Ask) -> Robots:
    try:
        page = ask(f"{address.origin}/robots.txt")
    except FetchError as error:
        if error.verdict in NOT_ABOUT_ROBOTS:
            raise
        return Robots() if _means_free(error) else Robots(stop=str(error))
    return Robots(_text(page.body) if isinstance(page, Page) else "")


def _text(body: bytes) -> str:
    """The text up to the size limit, without a line cut in two: half a path would be another rule."""
    whole = body if len(body) < Purpose.ROBOTS.value.cap else body.rpartition(b"\n")[0]
    return whole.decode("utf-8", "replace").lstrip("\ufeff")


def _means_free(error: FetchError) -> bool:
    """4xx and endless redirects mean that there are no rules; 429 is a plea to stop, not a missing file."""
    if error.verdict is Verdict.TOO_MANY_REDIRECTS:
        return True
    return (
        error.status is not None
        and error.status < 500
        and error.verdict in (Verdict.GONE, Verdict.HTTP_ERROR)
    )


def product_token(user_agent: str) -> str:
    """The name that robots.txt calls us by: `ClaimTrack` of `ClaimTrack/1.0 (+https://...)`."""
    return user_agent.partition("/")[0].strip()


@lru_cache(maxsize=32)
def _parse(text: str) -> Protego:
    return Protego.parse(text)
