"""A database of a Valkey that only the tests of the pace use."""

from urllib.parse import urlsplit

import redis


def own_store(url: str) -> redis.Redis:
    """Database 9 of the server; the one that the address names would win over an argument of the client."""
    return redis.Redis.from_url(urlsplit(url)._replace(path="/9").geturl())
