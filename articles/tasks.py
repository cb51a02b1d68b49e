"""Celery's doors to the articles side: ids in, outcome out, safe to run twice."""

from dataclasses import asdict

from celery import shared_task
from django.utils import timezone

from articles.backfill import take_due_walks, take_step
from articles.desk.files.importing import take_in
from articles.desk.looking import look_into
from articles.desk.pausing import resume
from articles.health.alerts import send_due
from articles.health.pulse import take_pulse
from articles.models import Backfill, Proposal, Source, SourceImport
from articles.retention import forget
from articles.rounds import discover, take_due
from articles.turns import BATCH, queue_articles, queue_leads, take_article, take_lead
from articles.visits import visit_article, visit_lead

PASSED_OVER = "passed over"


@shared_task(name="articles.discover_due")
def discover_due() -> int:
    """Send every source whose round is due on its way, after ending the pauses that are over."""
    resume(timezone.now())
    sources = take_due(timezone.now())
    for pk in sources:
        discover_source.delay(pk)
    return len(sources)


@shared_task(name="articles.discover_source")
def discover_source(pk: int) -> int:
    """One round of one source; how many leads are new."""
    source = Source.objects.filter(pk=pk).first()
    if source is None:
        return 0
    result = discover(source)
    fetch_due.delay()
    return result.leads


@shared_task(name="articles.fetch_due")
def fetch_due() -> int:
    """Send the leads and articles that are due on their way, as many as each outlet's pace allows."""
    now = timezone.now()
    leads, articles = queue_leads(now), queue_articles(now)
    for ticket in leads:
        fetch_lead.delay(ticket.pk, ticket.turn)
    for ticket in articles:
        fetch_article.delay(ticket.pk, ticket.turn)
    return len(leads) + len(articles)


@shared_task(name="articles.fetch_lead")
def fetch_lead(pk: int, turn: int | None = None) -> str:
    """Follow one lead; the verdict, or "passed over" where it is done or another worker's."""
    lead = take_lead(pk, turn, timezone.now())
    return PASSED_OVER if lead is None else visit_lead(lead).verdict.value


@shared_task(name="articles.fetch_article")
def fetch_article(pk: int, turn: int | None = None) -> str:
    """Look at one article again; the verdict, or "passed over" where another worker does."""
    article = take_article(pk, turn, timezone.now())
    return PASSED_OVER if article is None else visit_article(article).verdict.value


@shared_task(name="articles.backfill_due")
def backfill_due() -> int:
    """Send every walk through the past on its next step."""
    walks = take_due_walks(timezone.now())
    for pk in walks:
        backfill_step.delay(pk)
    return len(walks)


@shared_task(name="articles.backfill_step")
def backfill_step(pk: int) -> int:
    """One step of one walk; how many leads are new."""
    walk = Backfill.objects.select_related("source").filter(pk=pk, finished=None).first()
    return 0 if walk is None else take_step(walk)


@shared_task(name="articles.forget")
def forget_old() -> dict[str, int]:
    """Clear and drop what is older than the settings say; how many rows of each."""
    return asdict(forget(timezone.now()))


@shared_task(name="articles.look_into_proposals")
def look_into_proposals() -> int:
    """Send proposals on their way that nobody looks into; how many."""
    waiting = list(Proposal.objects.waiting(timezone.now()).values_list("pk", flat=True)[:BATCH])
    for pk in waiting:
        look_into_proposal.delay(pk)
    return len(waiting)


@shared_task(name="articles.look_into_proposal")
def look_into_proposal(pk: int) -> str:
    """Find out what one proposed address offers; the state it ends in."""
    if not Proposal.objects.claim(pk, timezone.now()):
        return "taken"
    return look_into(Proposal.objects.get(pk=pk))


@shared_task(name="articles.take_pulse")
def take_pulse_of_sources() -> int:
    """Count and judge every source; how many changed their state."""
    return len(take_pulse(timezone.now()))


@shared_task(name="articles.send_alerts")
def send_alerts() -> int:
    """Tell of sources whose state changed; how many alerts were sent."""
    return send_due(timezone.now())


@shared_task(name="articles.take_in_files")
def take_in_files() -> int:
    """Send files of sources on their way that nobody takes in; how many."""
    waiting = list(SourceImport.objects.waiting(timezone.now()).values_list("pk", flat=True)[:BATCH])
    for pk in waiting:
        take_in_file.delay(pk)
    return len(waiting)


@shared_task(name="articles.take_in_file")
def take_in_file(pk: int) -> int:
    """Take one file of sources in; how many sources are new."""
    if not SourceImport.objects.claim(pk, timezone.now()):
        return 0
    return take_in(SourceImport.objects.get(pk=pk)).created
