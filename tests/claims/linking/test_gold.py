"""The linker against the gold set of fictional disputes: the measures that the linking issue sets."""

import random

import pytest

from claims.linking.values import Linked, Told
from tests.claims.linking.gold import gold_set
from tests.claims.linking.telling_stories import link_told, tell_stories
from tests.claims.linking.truth import Scores, expected, score

GOLD = gold_set()


@pytest.fixture(scope="module")
def told() -> list[Told]:
    """Every report of the set."""
    return tell_stories(GOLD.stories)


@pytest.fixture(scope="module")
def linked(told: list[Told]) -> Linked:
    """Their record, all disputes together."""
    return link_told(told)


@pytest.fixture(scope="module")
def scores(told: list[Told], linked: Linked) -> Scores:
    """How well it fits."""
    return score(GOLD.record, told, GOLD.texts, linked)


def test_every_report_of_the_gold_record_stands_once_in_its_article() -> None:
    for article, words, _ in expected(GOLD.record):
        assert GOLD.texts[article].count(words) == 1, (article, words)


def test_the_measures_of_the_issue_are_reached(scores: Scores) -> None:
    assert scores.utterances.f1 >= 0.92, scores
    assert scores.claims.f1 >= 0.88, scores
    assert scores.answers.f1 >= 0.88, scores
    assert scores.actors >= 0.97, scores


def test_twenty_orders_of_arrival_give_one_record(told: list[Told], linked: Linked) -> None:
    claims = sorted(linked.claims, key=lambda claim: claim.key)
    for seed in range(20):
        shuffled = list(told)
        random.Random(seed).shuffle(shuffled)  # noqa: S311
        assert sorted(link_told(shuffled).claims, key=lambda claim: claim.key) == claims
