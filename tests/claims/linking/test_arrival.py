"""The same articles give the same record in any order; one more changes what it touches."""

import random
from datetime import timedelta

import pytest
from django.utils import timezone

from claims.record import digest_record, find_record
from claimtrack.newsroom.stories import all_stories
from claimtrack.newsroom.values import Story
from tests.claims.linking.keeping import link_stories

pytestmark = pytest.mark.django_db


def _digest() -> str:
    return digest_record(find_record())


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    """The demo newsroom's stories, oldest first."""
    return sorted(all_stories(), key=lambda story: (story.published, story.key))


@pytest.mark.parametrize("seed", range(3))
def test_any_order_of_arrival_gives_the_record_of_all_at_once(stories: list[Story], seed: int) -> None:
    shuffled = list(stories)
    random.Random(seed).shuffle(shuffled)  # noqa: S311
    link_stories(shuffled)
    at_once = digest_record(find_record(timezone.now() + timedelta(minutes=1)))
    assert _digest() == at_once
