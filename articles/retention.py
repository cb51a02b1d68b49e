"""Forgets what need not be kept: raw HTML and exchanges older than the settings say, and old previews."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from django.conf import settings
from django.db.models import QuerySet

from articles.models import Fetch, Proposal, Revision

# Rows of one transaction, and transactions of one run: a run ends soon, the next one goes on.
BATCH = 500
MOST_BATCHES = 200
KEEP_PREVIEWS = timedelta(days=2)

Row = TypeVar("Row", Revision, Fetch, Proposal)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many rows one run cleared or dropped."""

    pages: int
    fetches: int
    previews: int


def forget(now: datetime) -> Forgotten:
    """Clear raw HTML, drop exchanges, clear previews, each past its time. Figures of health stay.

    A setting of 0 days keeps for ever. Words, hashes and everything read in a text stay.
    """
    return Forgotten(
        pages=_in_batches(old_pages(now), lambda rows: rows.update(html=b"")),
        fetches=_in_batches(old_fetches(now), lambda rows: rows.delete()[0]),
        previews=_in_batches(old_previews(now), lambda rows: rows.update(previews=[])),
    )


def old_pages(now: datetime) -> QuerySet[Revision]:
    """Revisions whose raw HTML is past its time."""
    if not settings.KEEP_RAW_DAYS:
        return Revision.objects.none()
    before = now - timedelta(days=settings.KEEP_RAW_DAYS)
    return Revision.objects.filter(fetched__lt=before).exclude(html=b"")


def old_fetches(now: datetime) -> QuerySet[Fetch]:
    """Exchanges past their time."""
    if not settings.KEEP_FETCH_DAYS:
        return Fetch.objects.none()
    return Fetch.objects.filter(at__lt=now - timedelta(days=settings.KEEP_FETCH_DAYS))


def old_previews(now: datetime) -> QuerySet[Proposal]:
    """Proposals whose previews nobody saved: texts of an outlet that we do not follow."""
    return Proposal.objects.filter(asked__lt=now - KEEP_PREVIEWS).exclude(previews=[])


def _in_batches(rows: QuerySet[Row], clear: Callable[[QuerySet[Row]], int]) -> int:
    total = 0
    for _ in range(MOST_BATCHES):
        batch = list(rows.order_by().values_list("pk", flat=True)[:BATCH])
        if not batch:
            break
        total += clear(rows.model._default_manager.filter(pk__in=batch))
    return total
