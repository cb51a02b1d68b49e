"""The whole fetch as workers call it: robots, pace and request, for every step of a redirect."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import redis

from articles.fetching.address import Address, parse_address
from articles.fetching.client import NotModified, get
from articles.fetching.exchange import Rules
from articles.fetching.headers import Purpose
from articles.fetching.pace import Pace
from articles.fetching.robots import Robots, find_robots
from articles.fetching.verdicts import FetchError, Verdict
from articles.values import Page

LEASE_MARGIN = 10.0

Admit = Callable[[], None]


def admit_all() -> None:
    """The gate of a stranger: nobody has set it a cap or quiet hours."""


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches politely and safely. `gap` and `patience` are seconds; `store` is shared by all workers.

    `gap` is the least rest of a host between two requests; the site's Crawl-delay lengthens it. `patience` is
    how long a fetch may wait for its turn before it gives up with `not_our_turn`. `admit` is asked before
    every single request (robots.txt and redirects too) and raises FetchError where none may be sent.
    """

    rules: Rules
    store: redis.Redis
    gap: float = 2.0
    patience: float = 30.0
    admit: Admit = admit_all

    def fetch(
        self, url: str, *, purpose: Purpose = Purpose.ARTICLE, etag: str = "", last_modified: str = ""
    ) -> Page | NotModified:
        """The page at `url`, or NotModified if `etag` or `last_modified` still hold; raises FetchError."""
        try:
            return get(
                url,
                self.rules,
                purpose=purpose,
                etag=etag,
                last_modified=last_modified,
                enter=self._allowed_turn,
            )
        except redis.RedisError as error:
            message = f"the pace cannot be kept because Redis does not answer ({error}); start Redis"
            raise FetchError(Verdict.PACE_UNAVAILABLE, message) from error

    def robots(self, url: str) -> Robots:
        """The rules of the site of `url`; its `sitemaps` are where to look for news."""
        return self._robots(parse_address(url, self.rules.allow))

    def with_gap(self, gap: float, admit: Admit = admit_all) -> "Fetcher":
        """The same fetcher with the pace and the gate of one source."""
        return replace(self, gap=gap, admit=admit)

    @contextmanager
    def _allowed_turn(self, address: Address) -> Iterator[None]:
        robots = self._robots(address)
        if not robots.allows(address, self.rules.user_agent):
            message = f"{address.url} is closed to us by the site's robots.txt; it is not fetched"
            raise FetchError(Verdict.REFUSED_BY_ROBOTS, message)
        with self._turn(address, max(self.gap, robots.delay(self.rules.user_agent))):
            yield

    def _robots(self, address: Address) -> Robots:
        return find_robots(address, self.store, self._ask_robots)

    def _ask_robots(self, url: str) -> Page | NotModified:
        return get(url, self.rules, purpose=Purpose.ROBOTS, enter=self._plain_turn)

    @contextmanager
    def _plain_turn(self, address: Address) -> Iterator[None]:
        with self._turn(address, self.gap):
            yield

    @contextmanager
    def _turn(self, address: Address, gap: float) -> Iterator[None]:
        pace = Pace(self.store, self.rules.deadline + LEASE_MARGIN, self.patience)
        with pace.turn(address.netloc, gap):
            self.admit()
            yield
