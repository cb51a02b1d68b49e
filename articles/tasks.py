"""Celery's doors to the articles side: ids in, outcome out, safe to run twice."""

from datetime import timedelta

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from articles.models import Article, Lead, Source
from articles.rounds import discover, take_due
from articles.store import prune_fetches
from articles.visits import visit_article, visit_lead

# How long a row counts as under way; after that a lost task's row is due again by itself.
LEASE = timedelta(minutes=10)
BATCH = 200


@shared_task(name="articles.discover_due")
def discover_due() -> int:
    """Send every source whose round is due on its way."""
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
    """Send the leads and articles that are due on their way, a bounded batch at a time."""
    now = timezone.now()
    with transaction.atomic():
        due = Lead.objects.due(now).select_for_update(of=("self",), skip_locked=True)
        leads = list(due.values_list("pk", flat=True)[:BATCH])
        Lead.objects.filter(pk__in=leads).update(next_try=now + LEASE)
        known = Article.objects.due(now).select_for_update(of=("self",), skip_locked=True)
        articles = list(known.values_list("pk", flat=True)[:BATCH])
        Article.objects.filter(pk__in=articles).update(next_visit=now + LEASE)
    for pk in leads:
        fetch_lead.delay(pk)
    for pk in articles:
        fetch_article.delay(pk)
    return len(leads) + len(articles)


@shared_task(name="articles.fetch_lead")
def fetch_lead(pk: int) -> str:
    """Follow one lead; the verdict."""
    lead = Lead.objects.select_related("source").filter(pk=pk).first()
    return "known" if lead is None else visit_lead(lead).verdict.value


@shared_task(name="articles.fetch_article")
def fetch_article(pk: int) -> str:
    """Look at one article again; the verdict."""
    article = Article.objects.select_related("source").filter(pk=pk).first()
    return "unknown" if article is None else visit_article(article).verdict.value


@shared_task(name="articles.prune_fetches")
def prune_old_fetches() -> int:
    """Drop exchanges that are older than the setting says."""
    return prune_fetches(timezone.now())
