"""Doors of the read queue: the sweep for unread revisions, and the reading of one."""

from celery import shared_task

from articles.models import Revision
from claims.desk import read_and_link
from claims.store import waiting

__all__ = ["read_and_link", "read_revision", "read_waiting"]

BATCH = 200
# A task that waited longer than this is dropped; the next sweep puts its revision on the queue again.
EXPIRES = 60


@shared_task(name="claims.read_waiting")
def read_waiting() -> int:
    """Put every unread revision on the queue, a bounded batch a turn; how many."""
    ids = list(waiting().values_list("pk", flat=True)[:BATCH])
    for revision_id in ids:
        read_revision.apply_async((revision_id,), expires=EXPIRES)
    return len(ids)


@shared_task(name="claims.read_revision")
def read_revision(revision_id: int) -> str:
    """Read and link one revision; one that is gone or already read is passed over."""
    try:
        return read_and_link(revision_id)
    except Revision.DoesNotExist:
        return "gone"
