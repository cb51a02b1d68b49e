"""A revision whose reading breaks is put off, counted and shown, and blocks nobody."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.utils import timezone

from claims.desk import read_and_link
from claims.models import FailedReading, Reading
from claims.store import waiting
from tests import rows

pytestmark = pytest.mark.django_db


def test_a_reading_that_breaks_waits_longer_each_time_and_keeps_nothing_half_done() -> None:
    revision = rows.make_revision("Judul\nBupati membantah kabar itu.")
    pauses = []
    for _ in range(2):
        broken = patch("claims.desk.link_reading", side_effect=ArithmeticError("tak terhitung"))
        with broken, pytest.raises(ArithmeticError):
            read_and_link(revision.pk)
        failure = FailedReading.objects.get()
        pauses.append(failure.next_try - timezone.now())
        assert not waiting().exists()
        FailedReading.objects.update(next_try=timezone.now())
    assert failure.note == "ArithmeticError: tak terhitung"
    assert failure.tries == 2
    assert timedelta(minutes=59) < pauses[0] < pauses[1]
    assert not Reading.objects.exists()


def test_once_the_reading_goes_well_the_failure_is_forgotten() -> None:
    revision = rows.make_revision("Judul\nBupati membantah kabar itu.")
    FailedReading.objects.create(revision=revision, reader_version=0, note="lama")
    with patch("claims.desk.link_reading", side_effect=ArithmeticError), pytest.raises(ArithmeticError):
        read_and_link(revision.pk)
    FailedReading.objects.update(next_try=timezone.now())
    read_and_link(revision.pk)
    assert [failure.reader_version for failure in FailedReading.objects.all()] == [0]
    assert Reading.objects.get().revision == revision
