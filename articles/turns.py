"""Puts leads and articles that are due on the queue: each once, no more of an outlet than its pace allows."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F

from articles.allowance import has_room_for_past
from articles.fetching.verdicts import Verdict
from articles.models import Article, Lead, Source
from articles.models.arrivals import LeadQuerySet
from articles.models.articles import ArticleQuerySet

BATCH = 200
# So many workers may die on one page before it is left alone.
MOST_LOST = 3


@dataclass(frozen=True, slots=True)
class Ticket:
    """A row on its way to a worker; it is good until the row is put on the queue again."""

    pk: int
    turn: int


def queue_leads(now: datetime) -> list[Ticket]:
    """Lease the leads to be followed now; a lost worker's leads come back when its lease is over."""
    lost = Lead.objects.lost(now)
    lost.filter(lost__gte=MOST_LOST).update(next_try=None, began=None, verdict=Verdict.WORKER_LOST.value)
    lost.update(began=None, lost=F("lost") + 1)
    waiting = Source.objects.filter(enabled=True, leads__next_try__lte=now).distinct()
    return [
        ticket for source in waiting for ticket in _queue(_leads_of(source, now), "next_try", source, now)
    ]


def _leads_of(source: Source, now: datetime) -> LeadQuerySet:
    due = Lead.objects.due(now)
    return due if has_room_for_past(source) else due.filter(backfill=None)


def queue_articles(now: datetime) -> list[Ticket]:
    """Lease the articles to be looked at again now."""
    lost = Article.objects.lost(now)
    lost.filter(lost__gte=MOST_LOST).update(next_visit=None, began=None)
    lost.update(began=None, lost=F("lost") + 1)
    waiting = Source.objects.filter(enabled=True, articles__next_visit__lte=now).distinct()
    due = Article.objects.due(now)
    return [ticket for source in waiting for ticket in _queue(due, "next_visit", source, now)]


def share_of(source: Source) -> int:
    """How many requests this outlet's pace allows until the queue is filled again, and one more."""
    if not source.pace:
        return BATCH
    return min(BATCH, ceil(settings.FETCH_TICK / source.pace) + 1)


def take_lead(pk: int, turn: int | None, now: datetime) -> Lead | None:
    """The lead of a ticket, from now on this worker's alone; None where it is done or another's."""
    if not Lead.objects.begin(pk, turn, now):
        return None
    return Lead.objects.select_related("source").filter(pk=pk).first()


def take_article(pk: int, turn: int | None, now: datetime) -> Article | None:
    """The article of a ticket, from now on this worker's alone; None where its visit is done or another's."""
    if not Article.objects.begin(pk, turn, now):
        return None
    return Article.objects.select_related("source").filter(pk=pk).first()


@transaction.atomic
def _queue(due: LeadQuerySet | ArticleQuerySet, column: str, source: Source, now: datetime) -> list[Ticket]:
    """Lease this outlet's share of what is due; `column` is the one that says when."""
    rows = due.filter(source=source).select_for_update(of=("self",), skip_locked=True)
    found = list(rows.values_list("pk", "turn")[: share_of(source)])
    leased: dict[str, Any] = {column: now + settings.LEASE, "turn": F("turn") + 1}
    due.model.objects.filter(pk__in=[pk for pk, _ in found]).update(**leased)
    return [Ticket(pk, turn + 1) for pk, turn in found]
