"""The doors of the read queue: a sweep puts what is unread on the queue, a task reads one."""

from unittest.mock import patch

import pytest

from claims import tasks
from claims.models import Reading
from tests.rows import make_revision

pytestmark = pytest.mark.django_db
TEXT = "Rapat Desa\nKepala Desa Turi Lasmini Harjanto mengatakan rapat ditunda sampai pekan depan."


def test_the_sweep_takes_what_is_unread_and_bounds_its_batch() -> None:
    ids = [make_revision(TEXT).pk for _ in range(3)]
    with patch.object(tasks, "BATCH", 2), patch.object(tasks.read_revision, "apply_async") as queued:
        assert tasks.read_waiting() == 2
    assert [call.args[0] for call in queued.call_args_list] == [(ids[0],), (ids[1],)]


def test_a_task_reads_one_revision_and_is_safe_to_run_twice() -> None:
    revision = make_revision(TEXT)
    assert tasks.read_revision(revision.pk) == "1 statements"
    assert tasks.read_revision(revision.pk) == "nothing to read"
    assert Reading.objects.get().linked is not None
    assert tasks.read_waiting() == 0


def test_a_revision_that_is_gone_is_passed_over() -> None:
    assert tasks.read_revision(0) == "gone"
