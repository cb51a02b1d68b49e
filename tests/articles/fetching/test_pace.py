"""The pace holds over threads, processes and dead workers, on a real Valkey."""

import multiprocessing
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
import redis

from articles.fetching.pace import Pace
from articles.fetching.verdicts import FetchError, Verdict
from tests.articles.fetching.stores import own_store

GAP = 0.15
LEASE = 1.0
PROCESSES = multiprocessing.get_context("spawn")


def hold_for_ever(url: str, host: str) -> None:
    """A worker that takes its turn and never gives it back."""
    with Pace(own_store(url), LEASE).turn(host, GAP):
        time.sleep(60)


def take(pace: Pace, host: str, seconds: float = 0.0) -> tuple[float, float]:
    with pace.turn(host, GAP):
        began = time.monotonic()
        time.sleep(seconds)
        return began, time.monotonic()


def test_turns_never_overlap_and_rest_in_between(store: redis.Redis) -> None:
    pace = Pace(store, LEASE, patience=10)
    with ThreadPoolExecutor(8) as threads:
        turns = sorted(threads.map(lambda _: take(pace, "kabar.example", 0.02), range(8)))
    for (_, ended), (began, _) in pairwise(turns):
        assert began - ended >= GAP * 0.95


def test_hosts_do_not_wait_for_each_other(store: redis.Redis) -> None:
    pace = Pace(store, LEASE, patience=0)
    with pace.turn("a.example", GAP), pace.turn("b.example", GAP):
        assert store.dbsize() == 2


def test_a_host_of_another_worker_is_not_our_turn(store: redis.Redis) -> None:
    pace = Pace(store, LEASE, patience=0.3)
    with pace.turn("kabar.example", GAP), pytest.raises(FetchError) as caught:
        take(pace, "kabar.example")
    assert caught.value.verdict is Verdict.NOT_OUR_TURN
    assert caught.value.temporary
    assert 0 < (caught.value.retry_after or 0) <= LEASE


def test_a_long_rest_is_told_at_once_instead_of_waited_for(
    store: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    pace = Pace(store, LEASE, patience=1)
    with pace.turn("kabar.example", gap=30):
        pass
    naps: list[float] = []
    monkeypatch.setattr("articles.fetching.pace.time.sleep", naps.append)
    with pytest.raises(FetchError) as caught:
        take(pace, "kabar.example")
    assert naps == []
    assert 29 < (caught.value.retry_after or 0) <= 30


def test_the_host_rests_as_long_as_it_asked(store: redis.Redis) -> None:
    pace = Pace(store, LEASE, patience=0)
    slow_down = FetchError(Verdict.SLOW_DOWN, "slow down", retry_after=50)
    with pytest.raises(FetchError, match="slow down"), pace.turn("kabar.example", GAP):
        raise slow_down
    with pytest.raises(FetchError) as caught:
        take(pace, "kabar.example")
    assert 49 < (caught.value.retry_after or 0) <= 50


def test_other_errors_leave_the_usual_rest(store: redis.Redis) -> None:
    pace = Pace(store, LEASE, patience=1)
    with pytest.raises(ZeroDivisionError), pace.turn("kabar.example", GAP):
        raise ZeroDivisionError
    assert take(pace, "kabar.example")


def test_without_a_gap_nothing_is_left_behind(store: redis.Redis) -> None:
    with Pace(store).turn("kabar.example", gap=0):
        pass
    assert store.dbsize() == 0


def test_the_turn_of_a_killed_worker_comes_back_by_itself(store: redis.Redis) -> None:
    worker = PROCESSES.Process(target=hold_for_ever, args=(os.environ["REDIS_URL"], "kabar.example"))
    worker.start()
    until = time.monotonic() + 20
    while not store.dbsize() and time.monotonic() < until:
        time.sleep(0.02)
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGKILL)
    worker.join(5)
    assert take(Pace(store, LEASE, patience=LEASE + 0.5), "kabar.example")


def test_the_rest_is_kept_even_if_redis_was_emptied_meanwhile(store: redis.Redis) -> None:
    pace = Pace(store, LEASE, patience=0)
    with pace.turn("kabar.example", gap=30):
        store.flushdb()
    with pytest.raises(FetchError):
        take(pace, "kabar.example")


def test_a_late_worker_does_not_end_the_turn_of_another(store: redis.Redis) -> None:
    with Pace(store, lease=0.05).turn("kabar.example", gap=0):
        time.sleep(0.1)
        with Pace(store, LEASE).turn("kabar.example", gap=0):
            holder = store.get("pace:kabar.example")
            Pace(store)._give_back("kabar.example", "another token", 0)
            assert store.get("pace:kabar.example") == holder


def test_a_page_is_not_lost_when_redis_dies_before_the_turn_ends(
    store: redis.Redis, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def dead(*_args: object) -> None:
        raise redis.ConnectionError("gone")

    with Pace(store).turn("kabar.example", GAP):
        monkeypatch.setattr(store, "eval", dead)
    assert "ends by itself" in caplog.text
