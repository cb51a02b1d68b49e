"""Asks an outlet for a few pages, politely, within a number of requests and a time."""

import time
from dataclasses import dataclass, replace
from typing import Self

from django.utils import timezone

from articles.agent import fetcher_for
from articles.fetching.client import NotModified
from articles.fetching.fetcher import Fetcher
from articles.fetching.headers import Purpose
from articles.fetching.verdicts import FetchError, Verdict
from articles.models import Source
from articles.store import save_answer, save_failure
from articles.values import Page

MOST_REQUESTS = 24
LONGEST = 200.0  # seconds; a task's own limit is longer
PATIENCE = 20.0  # seconds for a turn at the host: a curator waits, so this may take longer than a round's


class Enough(Exception):
    """The requests or the time allowed for one look at an outlet are used up."""


@dataclass(slots=True)
class Asking:
    """What is left of the requests and the time (clock of `time.monotonic`) for one look."""

    fetcher: Fetcher
    source: Source | None
    until: float
    left: int = MOST_REQUESTS

    @classmethod
    def of(cls, source: Source | None) -> Self:
        """A fresh look, at the pace of the source where it is known already."""
        fetcher = replace(fetcher_for(source), patience=PATIENCE)
        return cls(fetcher, source, time.monotonic() + LONGEST)

    def list(self, url: str) -> Page:
        """A page that may be a list. Raises FetchError and Enough."""
        return self._page(url, Purpose.LISTING)

    def article(self, url: str) -> Page:
        """A page that should be an article. Raises FetchError and Enough."""
        return self._page(url, Purpose.ARTICLE)

    def sitemaps(self, url: str) -> tuple[str, ...]:
        """The sitemaps that robots.txt of this address's site names. Raises FetchError."""
        return self.fetcher.robots(url).sitemaps

    def _page(self, url: str, purpose: Purpose) -> Page:
        if self.left <= 0 or time.monotonic() > self.until:
            raise Enough
        self.left -= 1
        started = timezone.now()
        try:
            page = self.fetcher.fetch(url, purpose=purpose)
            if isinstance(page, NotModified):
                raise FetchError(Verdict.BROKEN_ANSWER, f"{url} says 'not modified' unasked; try again later")
        except FetchError as error:
            save_failure(self.source, url, error, started)
            raise
        save_answer(self.source, url, page)
        return page
