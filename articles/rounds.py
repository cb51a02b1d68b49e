"""One round of a source: ask its lists politely, keep what they announce, and say when to come again."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from articles.agent import fetcher_for
from articles.fetching.client import NotModified
from articles.fetching.fetcher import Fetcher
from articles.fetching.headers import Purpose
from articles.fetching.rhythm import adapted, after_quiet_hours, back_off, with_jitter
from articles.fetching.verdicts import FetchError, Verdict
from articles.models import Feed, Source
from articles.outlets import publisher_named
from articles.parsing.listing import LIKELY_ARTICLE, Listings, NotAListing, parse_listing
from articles.publishers.base import Publisher
from articles.store import save_fetch, save_leads
from articles.values import Page

WIB = ZoneInfo("Asia/Jakarta")
# A sitemap index leads to further sitemaps: the newest few are enough for a round.
FURTHER = 3
LONGEST_PAUSE = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Round:
    """What one round gave: new leads, lists that had not changed, and what went wrong, in words."""

    leads: int = 0
    unchanged: int = 0
    errors: tuple[str, ...] = ()


def discover(source: Source) -> Round:
    """Ask every list of this source; the round counts as failed when every list failed."""
    leads, unchanged, errors = 0, 0, []
    feeds = list(source.feeds.all())
    for feed in feeds:
        try:
            found = _ask(source, feed)
        except FetchError as error:
            errors.append(str(error))
            continue
        leads += found or 0
        unchanged += found is None
    result = Round(leads, unchanged, tuple(errors))
    _close(source, result, failed=bool(feeds) and len(errors) == len(feeds))
    return result


def _ask(source: Source, feed: Feed) -> int | None:
    """New leads of one list, None where it has not changed since the last round."""
    started, fetcher, url = timezone.now(), fetcher_for(source), feed_address(feed.url, timezone.localdate())
    try:
        page = fetcher.fetch(url, purpose=Purpose.LISTING, etag=feed.etag, last_modified=feed.last_modified)
        if isinstance(page, NotModified):
            save_fetch(source, url, Verdict.NOT_MODIFIED, started, status=304)
            return None
        leads = _keep(source, fetcher, page)
    except FetchError as error:
        save_fetch(source, url, error.verdict, started, status=error.status, note=str(error)[:500])
        raise
    save_fetch(source, url, Verdict.OK, started, status=page.status, size=len(page.body))
    _save_validators(feed, page)
    return leads


def feed_address(pattern: str, day: date) -> str:
    """The address to ask today: index pages may hold {date:%Y-%m-%d} and {page}; others stand as they are."""
    if "{date" not in pattern and "{page" not in pattern:
        return pattern
    try:
        return pattern.format(date=day, page=1)
    except (AttributeError, IndexError, KeyError, ValueError):
        return pattern


def _keep(source: Source, fetcher: Fetcher, page: Page) -> int:
    publisher = publisher_named(source.slug)
    listings = _parse(page, publisher)
    leads = save_leads(source, listings.listings)
    for url in listings.further[:FURTHER]:
        child = fetcher.fetch(url, purpose=Purpose.LISTING)
        if isinstance(child, Page):
            leads += save_leads(source, _parse(child, publisher).listings)
    return leads


def _parse(page: Page, publisher: Publisher | None) -> Listings:
    pattern = publisher.urls.article if publisher else ""
    zone = ZoneInfo(publisher.timezone) if publisher else WIB
    try:
        return parse_listing(page, article_url=re.compile(pattern) if pattern else LIKELY_ARTICLE, zone=zone)
    except NotAListing as error:
        raise FetchError(Verdict.NOT_A_LISTING, str(error), temporary=False) from error


def _save_validators(feed: Feed, page: Page) -> None:
    feed.etag, feed.last_modified = page.etag[:300], page.last_modified[:100]
    feed.fetched = page.fetched_at
    feed.save(update_fields=["etag", "last_modified", "fetched"])


def _close(source: Source, result: Round, *, failed: bool) -> None:
    now = timezone.now()
    failures = source.failures + 1 if failed else 0
    learnt = source.learnt if failed else _learn(source, result.leads)
    pause = (
        back_off(failures, source.interval, LONGEST_PAUSE)
        if failed
        else with_jitter(learnt or source.interval)
    )
    Source.objects.filter(pk=source.pk).update(
        claimed_until=None,
        learnt=learnt,
        next_due=_outside_quiet_hours(source, now + pause),
        failures=failures,
        failure=result.errors[0][:300] if failed else "",
        last_success=source.last_success if failed else now,
    )


def _learn(source: Source, leads: int) -> timedelta:
    """The next pause, learnt from what rounds gave: between the source's own interval and hours."""
    longest = max(LONGEST_PAUSE, source.interval)
    return adapted(source.learnt or source.interval, leads, shortest=source.interval, longest=longest)


def _outside_quiet_hours(source: Source, moment: datetime) -> datetime:
    if source.quiet_from is None or source.quiet_until is None:
        return moment
    return after_quiet_hours(moment.astimezone(WIB), source.quiet_from, source.quiet_until)


def take_due(now: datetime) -> list[int]:
    """Claim every source whose round is due; a dead worker's claim runs out by itself."""
    due = Source.objects.due(now).values_list("pk", flat=True)
    return [pk for pk in due if Source.objects.claim(pk, now)]
