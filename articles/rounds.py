"""One round of a source: ask its lists politely, keep what they announce, and say when to come again."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from articles.agent import fetcher_for
from articles.allowance import WIB, outside_quiet_hours
from articles.fetching.headers import Purpose
from articles.fetching.rhythm import adapted, back_off, with_jitter
from articles.fetching.verdicts import POSTPONED, FetchError, Verdict
from articles.models import Feed, Source
from articles.outlets import publisher_named
from articles.parsing.listing import LIKELY_ARTICLE, ListingKind, Listings, NotAListing, parse_listing
from articles.publishers.base import Publisher
from articles.store import save_answer, save_failure, save_leads
from articles.values import Page

# A sitemap index leads to further sitemaps: the newest few are enough for a round.
FURTHER = 3
LONGEST_PAUSE = timedelta(hours=6)
# Seconds until a round that was put off is tried again, where nobody names a time.
SHORTEST_WAIT = 30.0

Answer = tuple[Page, Listings]


@dataclass(frozen=True, slots=True)
class Round:
    """What one round gave: new leads, lists that had not changed, and what went wrong, in words."""

    leads: int = 0
    unchanged: int = 0
    errors: tuple[str, ...] = ()


def discover(source: Source) -> Round:
    """Ask every list of this source; the round counts as failed when no list answered.

    A round that was only put off (not our turn, quiet hours, daily cap) fails nothing: its turn comes later.
    """
    leads, unchanged, errors = 0, 0, []
    feeds = list(source.feeds.all())
    for feed in feeds:
        try:
            found = _ask(source, feed)
        except FetchError as error:
            errors.append(error)
            continue
        leads += found or 0
        unchanged += found is None
    result = Round(leads, unchanged, tuple(map(str, errors)))
    silent = bool(feeds) and len(errors) == len(feeds)
    if silent and all(error.verdict in POSTPONED for error in errors):
        _put_off(source, min(error.retry_after or SHORTEST_WAIT for error in errors))
    else:
        _close(source, result, failed=silent, wait=max((e.retry_after or 0.0 for e in errors), default=0.0))
    return result


def _ask(source: Source, feed: Feed) -> int | None:
    """New leads of one list, None where it has not changed since the last round."""
    url = feed_address(feed.url, timezone.localdate())
    # A day's index may have no story yet; any other web page without one is an error page or a wall.
    bare = url != feed.url
    answer = ask_list(source, url, etag=feed.etag, last_modified=feed.last_modified, may_be_bare=bare)
    if answer is None:
        return None
    page, listings = answer
    leads = save_leads(source, listings.listings) + sum(
        _follow(source, url) for url in listings.further[:FURTHER]
    )
    _save_validators(feed, page)
    return leads


def _follow(source: Source, url: str) -> int:
    """New leads of a list that another one leads to; one that fails holds up no other."""
    try:
        answer = ask_list(source, url)
    except FetchError:
        return 0
    return save_leads(source, answer[1].listings) if answer else 0


def ask_list(
    source: Source, url: str, *, etag: str = "", last_modified: str = "", may_be_bare: bool = True
) -> Answer | None:
    """One list as the site gives it, None where it has not changed; its verdict is kept either way.

    Unless it `may_be_bare`, a web page that leads to no story is refused as `not_a_listing`.
    """
    started = timezone.now()
    try:
        fetcher = fetcher_for(source)
        page = fetcher.fetch(url, purpose=Purpose.LISTING, etag=etag, last_modified=last_modified)
        answer = (page, parse_list(page, publisher_named(source.slug))) if isinstance(page, Page) else None
        if answer and not may_be_bare:
            _refuse_bare(*answer)
    except FetchError as error:
        save_failure(source, url, error, started)
        raise
    save_answer(source, url, page)
    return answer


def _refuse_bare(page: Page, listings: Listings) -> None:
    if listings.kind is ListingKind.INDEX and not listings.listings:
        message = f"{page.url} is a web page that leads to no story; give the outlet's feed or sitemap"
        raise FetchError(Verdict.NOT_A_LISTING, message, temporary=False)


def feed_address(pattern: str, day: date) -> str:
    """The address to ask today: index pages may hold {date:%Y-%m-%d} and {page}; others stand as they are."""
    if "{date" not in pattern and "{page" not in pattern:
        return pattern
    try:
        return pattern.format(date=day, page=1)
    except (AttributeError, IndexError, KeyError, ValueError):
        return pattern


def parse_list(page: Page, publisher: Publisher | None) -> Listings:
    """The stories of a list by its outlet's declaration, or as lists of unknown sites are read."""
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


def _put_off(source: Source, wait: float) -> None:
    next_due = timezone.now() + timedelta(seconds=max(wait, SHORTEST_WAIT))
    Source.objects.filter(pk=source.pk).update(claimed_until=None, next_due=next_due)


def _close(source: Source, result: Round, *, failed: bool, wait: float) -> None:
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
        next_due=outside_quiet_hours(source, now + max(pause, timedelta(seconds=wait))),
        failures=failures,
        failure=result.errors[0][:300] if failed else "",
        last_success=source.last_success if failed else now,
    )


def _learn(source: Source, leads: int) -> timedelta:
    """The next pause, learnt from what rounds gave: between the source's own interval and hours."""
    longest = max(LONGEST_PAUSE, source.interval)
    return adapted(source.learnt or source.interval, leads, shortest=source.interval, longest=longest)


def take_due(now: datetime) -> list[int]:
    """Claim every source whose round is due; a dead worker's claim runs out by itself."""
    due = Source.objects.due(now).values_list("pk", flat=True)
    return [pk for pk in due if Source.objects.claim(pk, now)]
