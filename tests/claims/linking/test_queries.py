"""Linking an article asks the database at most 30 times, in every case, however much is linked already."""

import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Revision
from claims.models import Actor, Claim
from claims.nlp.reading import READER_VERSION, read
from claims.store import link_anew, link_reading, merge_claims, save_reading
from claimtrack.newsroom.values import Story
from tests.claims.linking.gold import gold_set
from tests.claims.linking.keeping import keep_story, link_stories
from tests.claims.linking.test_namesakes import STORIES
from tests.rows import make_user

pytestmark = pytest.mark.django_db
MOST = 30


def _queries(revision: Revision, version: int = READER_VERSION) -> int:
    """How many queries linking this revision's reading takes, its keeping left out."""
    findings = read(revision.text, published=revision.published.date() if revision.published else None)
    reading = save_reading(revision, findings, reader_version=version)
    with CaptureQueriesContext(connection) as queries:
        link_reading(reading)
    return len(queries)


def _shuffled(stories: list[Story]) -> list[Story]:
    random.Random(3).shuffle(stories)  # noqa: S311
    return stories


def test_no_article_of_the_gold_set_takes_more_in_a_shuffled_order_nor_when_read_anew() -> None:
    revisions = [keep_story(story) for story in _shuffled(list(gold_set().stories))]
    counts = [_queries(revision) for revision in revisions]
    assert max(counts) <= MOST
    assert Actor.objects.filter(key__contains=" (").exists()  # names were parted on the way
    assert max(_queries(revision, READER_VERSION + 1) for revision in revisions[::3]) <= MOST


def test_a_name_first_parted_takes_no_more() -> None:
    first, second, bare = (keep_story(story) for story in STORIES)
    assert max(_queries(revision) for revision in (bare, first, second)) <= MOST
    assert Actor.objects.filter(key__contains=" (").count() == 2


def test_decisions_on_what_is_near_and_linking_anew_take_no_more() -> None:
    stories = [story for story in gold_set().stories if story.key.startswith("jembatan")]
    link_stories(stories[:-1])
    one, other, *_ = Claim.objects.current().filter(stances__taken=True).distinct().order_by("pk")
    merge_claims(one, other, make_user())
    revision = keep_story(stories[-1])
    assert _queries(revision) <= MOST
    with CaptureQueriesContext(connection) as queries:
        link_anew(revision.readings.get())
    assert len(queries) <= MOST + 8  # the gists worked out again, in a fixed number of queries
