"""Walks an outlet's index pages through past days, one page at a time; a row says where the walk stands."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone

from articles.allowance import has_room_for_past
from articles.fetching.rhythm import back_off
from articles.fetching.verdicts import POSTPONED, FetchError
from articles.models import Backfill, Lead, Source
from articles.outlets import publisher_named
from articles.parsing.layouts import url_day
from articles.parsing.listing import Listings
from articles.rounds import ask_list
from articles.store import save_leads
from articles.values import Listing

# Index pages of one day and list; no outlet has more, but some give a last page for ever.
MOST_PAGES = 200
# The walk waits while so many of its leads are still to be fetched.
MOST_WAITING = 200
MOST_FAILURES = 5
FIRST_PAUSE, LONGEST_PAUSE, WAIT = timedelta(minutes=1), timedelta(hours=6), timedelta(minutes=1)
# A list of one day shows a story of the evening before or of the next morning; others are from beside it.
SLACK = timedelta(days=1)


class NoIndexByDay(Exception):
    """The outlet has no list that can be asked for a day; the message says what to do instead."""


def plan_backfill(source: Source, first: date, last: date) -> Backfill:
    """The walk over these days, as it stands if it was begun before. Raises NoIndexByDay."""
    if not lists_by_day(source):
        raise NoIndexByDay(
            f"no list of {source.slug} can be asked by day: add one with {{date:%Y-%m-%d}} in its address, "
            "or import an archive"
        )
    return Backfill.objects.get_or_create(source=source, first=first, last=last, defaults={"day": first})[0]


def lists_by_day(source: Source) -> tuple[str, ...]:
    """The patterns of this source's lists that hold a date: its own, then its declaration's."""
    publisher = publisher_named(source.slug)
    declared = publisher.index_pages if publisher else ()
    own = source.feeds.order_by("pk").values_list("url", flat=True)
    return tuple(dict.fromkeys(pattern for pattern in (*own, *declared) if "{date" in pattern))


def take_due_walks(now: datetime) -> list[int]:
    """Claim every walk whose next step is due; a dead worker's claim runs out by itself."""
    due = Backfill.objects.due(now).values_list("pk", flat=True)
    return [pk for pk in due if Backfill.objects.claim(pk, now)]


def take_step(walk: Backfill) -> int:
    """Ask for one index page and move the cursor on; how many leads are new."""
    lists = lists_by_day(walk.source)
    if walk.place >= len(lists):
        _move(walk, page=1, place=0, day=walk.day + timedelta(days=1))
        return 0
    if _waiting(walk) >= MOST_WAITING or not has_room_for_past(walk.source):
        _rest(walk, WAIT)
        return 0
    pattern = lists[walk.place]
    try:
        answer = ask_list(walk.source, walk.address or pattern.format(date=walk.day, page=walk.page))
    except FetchError as error:
        _fail(walk, error)
        return 0
    return _keep(walk, pattern, answer[1]) if answer else 0


def _waiting(walk: Backfill) -> int:
    return Lead.objects.filter(backfill=walk, next_try__isnull=False).count()


@transaction.atomic
def _keep(walk: Backfill, pattern: str, listings: Listings) -> int:
    """Leads and cursor in one transaction: a step that is killed is taken again, one that is done never."""
    stories = [story for story in listings.listings if is_of(story, walk)]
    fresh = [digest for story in stories if (digest := _digest(story)) not in walk.seen]
    leads = save_leads(walk.source, stories, walk)
    Backfill.objects.filter(pk=walk.pk).update(asked=walk.asked + 1, found=walk.found + leads)
    following = _following(pattern, listings.further) if fresh else ""
    if following and walk.page < MOST_PAGES:
        address = "" if following == pattern else following
        _move(walk, page=walk.page + 1, address=address, seen=[*walk.seen, *dict.fromkeys(fresh)])
    else:
        _next_list(walk)
    return leads


def is_of(story: Listing, walk: Backfill) -> bool:
    """Whether a story can be of the days walked; one that does not say its day can."""
    day = story.published.date() if story.published else url_day(story.url)
    return day is None or walk.first - SLACK <= day <= walk.last + SLACK


def _following(pattern: str, further: Iterable[str]) -> str:
    """Where the day's list goes on: the pattern with the next number, or the next page on the same site."""
    if "{page" in pattern:
        return pattern
    host = urlsplit(pattern).hostname
    return next((url for url in further if urlsplit(url).hostname == host and len(url) <= 1000), "")


def _digest(story: Listing) -> str:
    return hashlib.sha256(story.url.encode()).hexdigest()[:12]


def _fail(walk: Backfill, error: FetchError) -> None:
    """Wait and ask again; a page that does not come after all, or never will, is passed over and counted."""
    if error.verdict in POSTPONED:
        _rest(walk, timedelta(seconds=error.retry_after or WAIT.total_seconds()))
        return
    if error.temporary and walk.failures + 1 < MOST_FAILURES:
        pause = back_off(walk.failures + 1, FIRST_PAUSE, LONGEST_PAUSE)
        pause = max(pause, timedelta(seconds=error.retry_after or 0.0))
        _update(walk, failures=walk.failures + 1, note=str(error)[:500], next_step=timezone.now() + pause)
        return
    # Many a site answers 404 behind a day's last page: only a day without any page is a gap.
    gap = error.temporary or walk.page == 1
    _update(walk, gaps=walk.gaps + gap, note=str(error)[:500] if gap else walk.note)
    _next_list(walk)


def _next_list(walk: Backfill) -> None:
    last = walk.place + 1 >= len(lists_by_day(walk.source))
    _move(walk, place=0 if last else walk.place + 1, day=walk.day + timedelta(days=1) if last else walk.day)


def _move(walk: Backfill, **cursor: object) -> None:
    """Put the cursor on; the walk ends behind its last day."""
    day = cursor.get("day", walk.day)
    done = isinstance(day, date) and day > walk.last
    start = {"page": 1, "address": "", "seen": [], "failures": 0, "next_step": timezone.now()}
    _update(walk, **(start | cursor), finished=timezone.now() if done else None)


def _rest(walk: Backfill, pause: timedelta) -> None:
    _update(walk, next_step=timezone.now() + pause)


def _update(walk: Backfill, **columns: object) -> None:
    Backfill.objects.filter(pk=walk.pk).update(claimed_until=None, **columns)
    walk.refresh_from_db()
