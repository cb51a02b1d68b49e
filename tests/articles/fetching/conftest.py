"""What the tests of fetching share: a real Valkey, and rules that let loopback sites through."""

import os
from collections.abc import Iterator

import pytest
import redis

from articles.fetching.exchange import Rules
from tests.articles.fetching.hostile import Site
from tests.articles.fetching.stores import own_store

USER_AGENT = "ClaimTrackTest/1.0 (+https://claimtrack.example/bot; redaksi@claimtrack.example)"


@pytest.fixture
def store() -> Iterator[redis.Redis]:
    """A database of the test run's own Valkey, empty before and after."""
    client = own_store(os.environ["REDIS_URL"])
    client.flushdb()
    yield client
    client.flushdb()
    client.close()


def rules_for(*sites: Site, deadline: float = 1.5) -> Rules:
    """Rules that allow the given sites, with limits small enough for a test."""
    allow = frozenset(("127.0.0.1", site.port) for site in sites)
    return Rules(USER_AGENT, allow, deadline=deadline, wire_cap=2 * 1024 * 1024)
