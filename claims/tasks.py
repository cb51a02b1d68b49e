"""Doors of the read queue: the sweep for what is unread or linked by an older linker, and the work on one."""

from celery import shared_task
from django.utils import timezone

from articles.models import Revision
from claims.desk import link_once_more, outdated, read_and_link, waiting
from claims.models import Reading
from claims.review.filling import fill_queue as fill
from claims.store import erase_withheld, save_source_days

__all__ = ["link_reading", "read_and_link", "read_revision", "read_waiting"]

BATCH = 200
# A task that waited longer than this is dropped; the next sweep puts its revision on the queue again.
EXPIRES = 60


@shared_task(name="claims.read_waiting")
def read_waiting() -> int:
    """Put every unread revision on the queue, then what an older linker linked, a bounded batch a turn."""
    unread = list(waiting().values_list("pk", flat=True)[:BATCH])
    for revision_id in unread:
        read_revision.apply_async((revision_id,), expires=EXPIRES)
    older = list(outdated().values_list("pk", flat=True)[: BATCH - len(unread)])
    for reading_id in older:
        link_reading.apply_async((reading_id,), expires=EXPIRES)
    return len(unread) + len(older)


@shared_task(name="claims.read_revision")
def read_revision(revision_id: int) -> str:
    """Read and link one revision; one that is gone or already read is passed over."""
    try:
        return read_and_link(revision_id)
    except Revision.DoesNotExist:
        return "gone"


@shared_task(name="claims.link_reading")
def link_reading(reading_id: int) -> str:
    """Link one past reading anew; one that is gone or already linked by today's linker is passed over."""
    try:
        return link_once_more(reading_id)
    except Reading.DoesNotExist:
        return "gone"


@shared_task(name="claims.fill_queue")
def fill_queue() -> int:
    """Put on the review queue what the rules find, and last week's sample; how many are new."""
    return fill()


@shared_task(name="claims.count_days")
def count_days() -> int:
    """Write what was found in each source's newest articles on the rows that its health is read from."""
    return save_source_days(timezone.now())


@shared_task(name="claims.erase_withheld")
def erase_words_taken_down() -> int:
    """Take out words of withheld articles that came in beside a take-down; how many reports had any."""
    return erase_withheld()
