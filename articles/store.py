"""Turns values into rows: leads from listings, articles and revisions from pages, fetches from verdicts."""

import gzip
import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from articles.fetching.client import NotModified
from articles.fetching.verdicts import POSTPONED, FetchError, Verdict
from articles.models import Article, Backfill, Fetch, Lead, Revision, Source, TakeDown
from articles.outlets import publisher_named
from articles.publishers.addresses import canonical_address
from articles.values import Listing, Page, PageLink, ParsedArticle

LONGEST_ADDRESS = 1000
# How far behind a failed lead is pushed, by the number of its tries; after the last it is given up.
LEAD_PAUSES = (timedelta(minutes=5), timedelta(hours=1), timedelta(hours=6), timedelta(days=1))

# What a row says when its worker is done with it; a worker that died says nothing.
ENDED: dict[str, Any] = {"began": None}


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping one page came to; `revision` is None where the words were known already."""

    article: Article
    revision: Revision | None
    is_new: bool


def save_leads(source: Source, listings: Iterable[Listing], backfill: Backfill | None = None) -> int:
    """Keep what a source announced, or a walk through its past, and is not known yet; how many are new."""
    publisher = publisher_named(source.slug)
    leads = {}
    for listing in listings:
        url = canonical_address(listing.url, publisher)
        if len(url) <= LONGEST_ADDRESS:
            facts = {"title": listing.title[:500], "published": listing.published, "backfill": backfill}
            leads[url] = Lead(source=source, url=url, **facts)
    known = set(Article.objects.filter(url__in=leads).values_list("url", flat=True))
    before = Lead.objects.filter(source=source).count()
    Lead.objects.bulk_create((leads[url] for url in leads if url not in known), ignore_conflicts=True)
    return Lead.objects.filter(source=source).count() - before


def save_article(source: Source, page: Page, parsed: ParsedArticle) -> Kept:
    """Keep one parsed page: a new Article, a new Revision of a known one, or only the visit."""
    with transaction.atomic():
        article, is_new = Article.objects.select_for_update().get_or_create(
            url=parsed.canonical_url,
            defaults={"source": source, "kind": parsed.kind, "first_seen": page.fetched_at},
        )
        revision = _save_revision(article, page, parsed)
        _save_visit(article, page, visits=0 if is_new else article.visits)
        Lead.objects.filter(url=parsed.canonical_url).delete()
    return Kept(article, revision, is_new)


def save_capture(source: Source, page: Page, parsed: ParsedArticle) -> Kept:
    """Keep one page of an archive: its words at their own time; the site itself was not visited.

    A story that the outlet announced meanwhile is still visited once, as its lead would have had it.
    """
    seen = {"first_seen": page.fetched_at, "last_seen": page.fetched_at}
    with transaction.atomic():
        article, is_new = Article.objects.select_for_update().get_or_create(
            url=parsed.canonical_url,
            defaults={"source": source, "kind": parsed.kind, "visits": 0} | seen,
        )
        revision = _save_revision(article, page, parsed)
        _save_sighting(article, page.fetched_at)
        announced, _ = Lead.objects.filter(url=parsed.canonical_url, next_try__isnull=False).delete()
        if announced:
            Article.objects.filter(pk=article.pk).update(next_visit=timezone.now())
    return Kept(article, revision, is_new)


def _save_sighting(article: Article, at: datetime) -> None:
    first, last = min(article.first_seen, at), max(article.last_seen, at)
    removed = None if article.removed and article.removed < at else article.removed
    Article.objects.filter(pk=article.pk).update(first_seen=first, last_seen=last, removed=removed)


def save_unchanged(article: Article, at: datetime) -> None:
    """Note a visit that found the same page; one that had vanished is back."""
    Article.objects.filter(pk=article.pk).update(
        last_seen=at,
        removed=None,
        visits=article.visits + 1,
        next_visit=_next_visit(article.first_seen, article.visits),
        lost=0,
        **ENDED,
    )


def save_removed(article: Article, at: datetime) -> None:
    """Note that the outlet took the article away; what it said stays in the record."""
    Article.objects.filter(pk=article.pk, removed=None).update(removed=at)


def save_failed_visit(article: Article, wait: float | None, *, counts: bool) -> None:
    """Put the next visit after one that failed; one that only waited for its turn does not count."""
    visits = article.visits + 1 if counts else article.visits
    next_visit = _next_visit(article.first_seen, article.visits)
    if not counts:
        next_visit = timezone.now() + timedelta(seconds=wait or 10)
    Article.objects.filter(pk=article.pk).update(visits=visits, next_visit=next_visit, **ENDED)


def save_failed_lead(lead: Lead, verdict: Verdict, *, temporary: bool, wait: float | None = None) -> None:
    """Push a lead that gave no article into the future, or give it up with its verdict."""
    turn = verdict in POSTPONED
    tries = lead.tries if turn else lead.tries + 1
    pause = LEAD_PAUSES[min(tries, len(LEAD_PAUSES)) - 1] if tries else timedelta(seconds=10)
    if wait is not None:
        pause = timedelta(seconds=wait) if turn else max(pause, timedelta(seconds=wait))
    given_up = not temporary or tries > len(LEAD_PAUSES)
    next_try = None if given_up else timezone.now() + pause
    Lead.objects.filter(pk=lead.pk).update(tries=tries, verdict=verdict.value, next_try=next_try, **ENDED)


def save_answer(source: Source | None, url: str, answer: Page | NotModified, **facts: object) -> None:
    """Keep the verdict of an exchange that went well; `facts` are other columns of Fetch."""
    verdict, size, status = Verdict.NOT_MODIFIED, 0, 304
    if isinstance(answer, Page):
        verdict, size, status = Verdict.OK, len(answer.body), answer.status
    took = timedelta(seconds=answer.seconds)
    facts = {"at": answer.fetched_at, "took": took, "status": status, "size": size, **facts}
    Fetch.objects.create(source=source, url=url[:2000], verdict=verdict.value, **facts)


def save_failure(source: Source | None, url: str, error: FetchError, at: datetime, **facts: object) -> None:
    """Keep the verdict of an exchange that failed; where nothing was sent there is none to keep."""
    if error.verdict in POSTPONED:
        return
    note, took = str(error)[:500], timedelta(seconds=error.seconds)
    facts = {"at": at, "took": took, "status": error.status, "note": note, **facts}
    Fetch.objects.create(source=source, url=url[:2000], verdict=error.verdict.value, **facts)


def hash_content(parsed: ParsedArticle) -> str:
    """SHA-256 of the words alone: ads, counters and related links change nothing."""
    words = " ".join((parsed.title, *parsed.paragraphs)).split()
    return hashlib.sha256(" ".join(words).encode()).hexdigest()


def _save_revision(article: Article, page: Page, parsed: ParsedArticle) -> Revision | None:
    """Keep the words at their place in time, before those that were fetched later; None where known.

    A text that was taken down stays gone: nothing comes in while it is withheld, and nothing older ever.
    """
    taken = article.takedowns.filter(action=TakeDown.Action.WITHHELD, at__gte=page.fetched_at)
    if article.withheld is not None or taken.exists():
        return None
    content_hash = hash_content(parsed)
    before = article.revisions.filter(fetched__lte=page.fetched_at).order_by("-number").first()
    after = article.revisions.filter(fetched__gt=page.fetched_at).order_by("number").first()
    if content_hash in {near.content_hash for near in (before, after) if near is not None}:
        return None
    number = before.number + 1 if before else 1
    if after is not None:
        _move_up(article, number)
    return Revision.objects.create(
        article=article,
        number=number,
        content_hash=content_hash,
        fetched=page.fetched_at,
        html=gzip.compress(page.body, mtime=0),
        **_columns(parsed),
    )


def _move_up(article: Article, number: int) -> None:
    """Make room for a revision with this number: those from it on count one more, the last one first."""
    for pk, later in (
        article.revisions.filter(number__gte=number).order_by("-number").values_list("pk", "number")
    ):
        Revision.objects.filter(pk=pk).update(number=later + 1)


def _columns(parsed: ParsedArticle) -> dict[str, object]:
    return {
        "title": parsed.title[:1000],
        "body": "\n".join(parsed.paragraphs),
        "authors": list(parsed.authors),
        "editors": list(parsed.editors),
        "dateline": (parsed.dateline or "")[:120],
        "published": parsed.published,
        "modified": parsed.modified,
        "section": (parsed.section or "")[:120],
        "tags": list(parsed.tags),
        "caption": parsed.caption or "",
        "image": (parsed.image or "")[:1000],
        "read_also": _links(parsed.read_also),
        "related": _links(parsed.related),
        "source_credit": (parsed.source_credit or "")[:200],
        "language": (parsed.language or "")[:10],
        "truncated": parsed.truncated,
    }


def _links(links: Iterable[PageLink]) -> list[dict[str, str]]:
    return [asdict(link) for link in links]


def _save_visit(article: Article, page: Page, *, visits: int) -> None:
    article.etag, article.last_modified = page.etag[:300], page.last_modified[:100]
    article.last_seen, article.removed = page.fetched_at, None
    article.visits = visits + 1
    article.next_visit = _next_visit(article.first_seen, visits)
    article.began, article.lost = None, 0
    article.save(
        update_fields=[
            *("etag", "last_modified", "last_seen", "removed", "visits", "next_visit", "began", "lost"),
        ]
    )


def _next_visit(first_seen: datetime, visits: int) -> datetime | None:
    # Visits fall on fixed ages of the article, so a late worker skips what it missed.
    ages = [first_seen + age for age in settings.REVISIT_AGES[visits:]]
    return next((moment for moment in ages if moment > timezone.now()), None)
