"""The same articles give the same record in any order of arrival; one more changes what it touches."""

import os
import random
from datetime import timedelta

import pytest
from django.utils import timezone

from claims.record import digest_record, find_record
from claimtrack.newsroom.stories import all_stories
from claimtrack.newsroom.values import Story
from tests.claims.linking.gold import gold_set
from tests.claims.linking.keeping import link_stories

pytestmark = pytest.mark.django_db
# Two orders of each set in the ordinary run; CLAIMTRACK_ORDERS=20 for the whole show
ORDERS = int(os.environ.get("CLAIMTRACK_ORDERS", "2"))
SETS = {
    "newsroom": sorted(all_stories(), key=lambda story: (story.published, story.key)),
    "gold": list(gold_set().stories),
}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("seed", range(ORDERS))
def test_any_order_of_arrival_gives_the_record_of_all_at_once(name: str, seed: int) -> None:
    shuffled: list[Story] = list(SETS[name])
    random.Random(seed).shuffle(shuffled)  # noqa: S311
    link_stories(shuffled)
    at_once = digest_record(find_record(timezone.now() + timedelta(minutes=1)))
    assert digest_record(find_record()) == at_once
