"""A fetch error survives the way through a task queue, and every verdict is one word that fits a column."""

import pickle

import pytest

from articles.fetching.verdicts import ANSWERS, FAILURES, POSTPONED, FetchError, Verdict


def test_an_error_travels_between_processes_whole() -> None:
    error = FetchError(Verdict.SLOW_DOWN, "asks us to slow down", retry_after=5.0, status=429)
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert str(copy) == "asks us to slow down"
    assert (copy.verdict, copy.temporary, copy.retry_after, copy.status) == (
        Verdict.SLOW_DOWN,
        True,
        5.0,
        429,
    )


@pytest.mark.parametrize("verdict", Verdict)
def test_verdicts_are_short_words(verdict: Verdict) -> None:
    assert verdict.value == verdict.name.lower()
    assert len(verdict.value) <= 20


def test_the_caller_may_know_better_whether_it_passes() -> None:
    assert FetchError(Verdict.HTTP_ERROR, "500", temporary=True).temporary
    assert not FetchError(Verdict.HTTP_ERROR, "403").temporary


def test_a_verdict_is_an_answer_a_failure_or_about_us() -> None:
    assert not ANSWERS & FAILURES
    assert not (ANSWERS | FAILURES) & POSTPONED
    about_us = set(Verdict) - ANSWERS - FAILURES - POSTPONED
    assert about_us == {
        Verdict.BAD_ADDRESS,
        Verdict.BLOCKED_ADDRESS,
        Verdict.REFUSED_BY_ROBOTS,
        Verdict.WORKER_LOST,
    }
