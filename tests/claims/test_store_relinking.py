"""A better linker links the past anew through the ordinary sweep; decisions stand, the order is nothing."""

import random
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import transaction
from django.utils import timezone

from claims import tasks
from claims.desk import link_once_more, outdated
from claims.linking import gist, propositions, topics
from claims.linking.version import LINKER_VERSION
from claims.models import Claim, FailedReading, Reading, Report, Stance
from claims.record import digest_record, find_record
from claims.store import merge_claims, undo
from claimtrack.newsroom.stories import all_stories
from tests.claims.linking.gold import gold_set
from tests.claims.linking.keeping import link_stories
from tests.rows import make_user

pytestmark = pytest.mark.django_db


def _digest() -> str:
    return digest_record(find_record())


def _link_worse() -> None:
    """A dozen stories linked by an older, worse linker: fewer terms, and other thresholds."""
    worse = patch.multiple(propositions, TAKEN=0.9), patch.object(gist, "HEAVIEST", 3)
    with worse[0], worse[1], patch.object(topics, "NEAR", 0.6):
        link_stories(gold_set().stories[:14])
    Reading.objects.update(linker_version=LINKER_VERSION - 1)


def _link_anew(seed: int) -> None:
    ids = list(outdated().values_list("pk", flat=True))
    random.Random(seed).shuffle(ids)  # noqa: S311
    for reading_id in ids:
        link_once_more(reading_id)


def test_relinking_in_any_order_gives_the_record_that_the_better_linker_gives_at_once() -> None:
    with transaction.atomic():
        link_stories(gold_set().stories[:14])
        right = _digest()
        transaction.set_rollback(True)
    _link_worse()
    assert _digest() != right
    _link_anew(seed=5)
    assert not outdated().exists()
    assert _digest() == right == digest_record(find_record(timezone.now() + timedelta(minutes=1)))


def test_a_decision_stands_after_relinking_and_is_undone_to_what_the_linker_says() -> None:
    _link_worse()
    claims = list(Claim.objects.current().filter(stances__taken=True).distinct().order_by("pk"))
    into, other = claims[0], claims[-1]
    held = set(
        Report.objects.filter(utterance__stances__claim__in=[into, other]).values_list("pk", flat=True)
    )
    review = merge_claims(into, other, make_user())
    _link_anew(seed=1)
    found = Claim.objects.filter(stances__utterance__reports__in=held, stances__taken=True).distinct()
    assert list(found) == [into]
    undo(review, make_user())
    at_once = digest_record(find_record(timezone.now() + timedelta(minutes=1)))
    assert _digest() == at_once


def test_the_sweep_links_anew_after_what_is_unread_and_is_safe_to_run_twice() -> None:
    link_stories(sorted(all_stories(), key=lambda story: story.key)[:2])
    Reading.objects.update(linker_version=0)
    ids = list(outdated().values_list("pk", flat=True))
    with patch.object(tasks.link_reading, "apply_async") as queued:
        assert tasks.read_waiting() == len(ids) == 2
    assert [call.args[0] for call in queued.call_args_list] == [(pk,) for pk in ids]
    assert tasks.link_reading(ids[0]).endswith("reports")
    assert tasks.link_reading(ids[0]) == "nothing to link"
    assert tasks.link_reading(0) == "gone"
    assert set(Stance.objects.values_list("linker_version", flat=True)) == {LINKER_VERSION}


def test_a_linking_that_breaks_is_put_off_and_blocks_no_other() -> None:
    link_stories(sorted(all_stories(), key=lambda story: story.key)[:1])
    Reading.objects.update(linker_version=0)
    broken = patch("claims.desk.link_anew", side_effect=ArithmeticError("tak terhitung"))
    with broken, pytest.raises(ArithmeticError):
        link_once_more(Reading.objects.get().pk)
    assert FailedReading.objects.get().note == "ArithmeticError: tak terhitung"
    assert not outdated().exists()
    FailedReading.objects.update(next_try=timezone.now())
    link_once_more(Reading.objects.get().pk)
    assert not FailedReading.objects.exists()
