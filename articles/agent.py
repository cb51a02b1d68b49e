"""Our voice on the web: the fetcher that workers and commands share, built once from the settings."""

from functools import cache, partial

import redis
from django.conf import settings

from articles.allowance import admit
from articles.fetching.address import HostPort, parse_allow
from articles.fetching.exchange import Rules
from articles.fetching.fetcher import Fetcher
from articles.models import Source


def fetcher_for(source: Source | None) -> Fetcher:
    """The fetcher at this source's pace, cap and quiet hours; at the careful default pace for a stranger."""
    fetcher = _fetcher(settings.REDIS_URL, allowed())
    return (
        fetcher.with_gap(source.pace, partial(admit, source))
        if source
        else fetcher.with_gap(settings.FETCH_GAP)
    )


def allowed() -> frozenset[HostPort]:
    """The loopback host:port pairs that the settings let through (demo and tests)."""
    return parse_allow(",".join(settings.FETCH_ALLOW))


@cache
def _fetcher(redis_url: str, allow: frozenset[HostPort]) -> Fetcher:
    rules = Rules(user_agent=settings.FETCH_USER_AGENT, allow=allow, deadline=settings.FETCH_DEADLINE)
    return Fetcher(rules=rules, store=redis.Redis.from_url(redis_url), patience=settings.FETCH_PATIENCE)
