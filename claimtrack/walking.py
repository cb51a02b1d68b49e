"""A walk through an outlet's past in one process: what the workers do bit by bit, at once."""

import time
from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from articles.backfill import take_step
from articles.models import Backfill, Lead
from articles.visits import Outcome, visit_lead
from claimtrack.route import read_article

# A lead that is put off for longer is left to the workers, or to the same command another time.
PATIENCE = timedelta(minutes=1)
POLL = 0.2


def walk_now(walk: Backfill) -> Iterator[Outcome | None]:
    """Step by step to the end, stories read as they come; yields after each page, None for an index page."""
    while walk.finished is None or _leads(walk):
        if walk.finished is None and walk.next_step <= timezone.now():
            if Backfill.objects.claim(walk.pk, timezone.now()):
                take_step(walk)
            yield None
        for lead in _leads(walk):
            if lead.next_try and lead.next_try <= timezone.now():
                yield from _follow(lead)
        walk.refresh_from_db()
        time.sleep(POLL if _is_waiting(walk) else 0)


def _leads(walk: Backfill) -> list[Lead]:
    """The leads of this walk that are due soon."""
    soon = Lead.objects.filter(backfill=walk, next_try__lte=timezone.now() + PATIENCE)
    return list(soon.select_related("source").order_by("next_try", "pk"))


def _follow(lead: Lead) -> Iterator[Outcome]:
    if Lead.objects.begin(lead.pk, lead.turn, timezone.now()):
        outcome = visit_lead(lead)
        if outcome.article is not None:
            read_article(outcome.article)
        yield outcome


def _is_waiting(walk: Backfill) -> bool:
    return walk.finished is not None or walk.next_step > timezone.now()
