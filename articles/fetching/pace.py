"""The pace: one request per host at a time and a rest after it, held in Redis for all workers."""

import logging
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast
from uuid import uuid4

import redis

from articles.fetching.verdicts import POSTPONED, FetchError, Verdict

log = logging.getLogger(__name__)

POLL = 0.1

# One key a host holds either the token of the worker that is asking, or "rest" while nobody may. Both expire:
# a rest when it is over, a token when its worker died. Answer: 0 granted, else milliseconds left, negative
# while somebody is asking.
TAKE = """
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 0 end
local left = math.max(redis.call('PTTL', KEYS[1]), 1)
if redis.call('GET', KEYS[1]) == 'rest' then return left end
return -left
"""
# Sets the rest also where the token is gone (Redis was emptied), but never over another worker's token.
GIVE_BACK = """
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
if tonumber(ARGV[2]) > 0 then redis.call('SET', KEYS[1], 'rest', 'PX', ARGV[2]) end
return 1
"""


@dataclass(frozen=True, slots=True)
class Pace:
    """Gives turns at a host. All times in seconds.

    `lease` is how long a turn lasts at most: after that its worker counts as dead, so it must be longer than
    any request may take. `patience` is how long to wait for a turn.
    """

    store: redis.Redis
    lease: float = 40.0
    patience: float = 30.0

    @contextmanager
    def turn(self, host: str, gap: float) -> Iterator[None]:
        """Wait for this host's turn, then hold it; afterwards the host rests for `gap` seconds.

        A FetchError that names a time to come back (Retry-After) makes the rest that long; one that says that
        nothing was sent leaves no rest. Raises FetchError `not_our_turn` with `retry_after` when patience
        would run out.
        """
        token = self._take(host)
        rest = gap
        try:
            yield
        except FetchError as error:
            rest = 0.0 if error.verdict in POSTPONED else max(gap, error.retry_after or 0.0)
            raise
        finally:
            self._give_back(host, token, rest)

    def _take(self, host: str) -> str:
        token, until = uuid4().hex, time.monotonic() + self.patience
        while True:
            left = self._ask(host, token)
            if left == 0:
                return token
            wait = left if left > 0 else POLL
            if time.monotonic() + wait > until:
                raise _not_our_turn(host, abs(left))
            time.sleep(wait + random.uniform(0, POLL))  # noqa: S311 - jitter, so that waiting workers do not collide

    def _ask(self, host: str, token: str) -> float:
        answer = self.store.eval(TAKE, 1, _key(host), token, str(_milliseconds(self.lease)))
        return cast("int", answer) / 1000

    def _give_back(self, host: str, token: str, rest: float) -> None:
        try:
            self.store.eval(GIVE_BACK, 1, _key(host), token, str(_milliseconds(rest)))
        except redis.RedisError as error:
            log.warning(
                "could not end the turn at %s (%s); it ends by itself in %.0f s", host, error, self.lease
            )


def _key(host: str) -> str:
    return f"pace:{host}"


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)


def _not_our_turn(host: str, seconds: float) -> FetchError:
    message = f"{host} rests or is being asked by another worker; it is our turn in about {seconds:.0f} s"
    return FetchError(Verdict.NOT_OUR_TURN, message, retry_after=seconds)
