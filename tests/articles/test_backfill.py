"""A walk through the past asks one index page a step, goes on where it stopped, leaves the news its share."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from articles import backfill
from articles.backfill import NoIndexByDay, lists_by_day, plan_backfill, take_due_walks, take_step
from articles.fetching.verdicts import FetchError, Verdict
from articles.models import Backfill, Lead, Source, SourceDay
from articles.parsing.listing import ListingKind, Listings
from articles.tasks import backfill_due, backfill_step
from articles.turns import queue_leads
from articles.values import Listing, Page
from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.publishers import newsroom_publishers
from claimtrack.newsroom.serving import Newsroom, start_newsroom
from claimtrack.newsroom.values import Edition
from claimtrack.seeding import seed_newsroom
from tests.crash.stories import newsroom_of
from tests.rows import make_source

pytestmark = pytest.mark.django_db
OCTOBER = date(2024, 10, 1)
PATTERN = "https://kabar-pagi.example/indeks/{date:%Y-%m-%d}?hal={page}"
NEXT_ONLY = "https://kabar-pagi.example/arsip/{date:%Y/%m/%d}"


@pytest.fixture
def newsroom(settings: Settings) -> Iterator[Newsroom]:
    """Outlets with 200 stories each, some 84 a day, ten an index page."""
    with start_newsroom((0, 0, 0), Edition.FIRST, newsroom_of(600)) as running:
        settings.FETCH_ALLOW = tuple(f"127.0.0.1:{port}" for port in running.ports)
        settings.EXTRA_PUBLISHERS = newsroom_publishers(running.ports)
        yield running


@pytest.fixture
def source(newsroom: Newsroom) -> Source:
    """One of its outlets."""
    return seed_newsroom((outlet, newsroom.addresses[outlet.slug]) for outlet in OUTLETS)[1]


def walked(walk: Backfill, most: int = 200) -> int:
    """Take steps until the end; how many it took. Every lead counts as fetched at once."""
    steps = 0
    while walk.finished is None and steps < most:
        take_step(walk)
        Lead.objects.filter(backfill=walk).update(next_try=None)
        steps += 1
    return steps


def stories_of(newsroom: Newsroom, source: Source, first: date, last: date) -> set[str]:
    """The addresses of the stories of these days."""
    desk = newsroom.desk(source.slug)
    return {desk.address(story) for story in desk.stories if first <= story.published.date() <= last}


def test_every_story_of_the_days_and_no_other_becomes_a_lead(newsroom: Newsroom, source: Source) -> None:
    walk = plan_backfill(source, OCTOBER, OCTOBER + timedelta(days=1))
    walked(walk)
    wanted = stories_of(newsroom, source, walk.first, walk.last)
    assert set(Lead.objects.values_list("url", flat=True)) == wanted
    assert (walk.found, walk.gaps, walk.finished is None) == (len(wanted), 0, False)


def test_each_page_is_asked_once_however_often_the_walk_is_stopped(
    newsroom: Newsroom, source: Source
) -> None:
    for _ in range(100):
        walk = plan_backfill(source, OCTOBER, OCTOBER)
        if walk.finished:
            break
        take_step(walk)
        Lead.objects.update(next_try=None)
    asked = [request.target for request in newsroom.requests if "date=" in request.target]
    assert len(asked) == len(set(asked)) == walk.asked
    assert set(Lead.objects.values_list("url", flat=True)) == stories_of(newsroom, source, OCTOBER, OCTOBER)


def test_a_step_that_was_killed_is_taken_again_with_the_same_end(
    newsroom: Newsroom, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = plan_backfill(source, OCTOBER, OCTOBER)
    take_step(walk)
    with monkeypatch.context() as broken:
        broken.setattr(backfill, "_move", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            take_step(walk)
    again = Backfill.objects.get()
    assert (again.page, again.asked, Lead.objects.count()) == (2, 1, 10)
    walked(again)
    assert set(Lead.objects.values_list("url", flat=True)) == stories_of(newsroom, source, OCTOBER, OCTOBER)


def test_workers_take_a_walk_step_by_step_and_one_at_a_time(source: Source) -> None:
    walk = plan_backfill(source, OCTOBER, OCTOBER)
    now = timezone.now()
    assert take_due_walks(now) == [walk.pk]
    assert take_due_walks(now) == []
    assert backfill_step(walk.pk) == 10
    assert take_due_walks(timezone.now()) == [walk.pk]


def test_a_dead_workers_walk_comes_back_by_itself(source: Source) -> None:
    walk = plan_backfill(source, OCTOBER, OCTOBER)
    take_due_walks(timezone.now())
    assert take_due_walks(timezone.now() + timedelta(hours=1)) == [walk.pk]


def test_the_sweep_sends_due_walks_of_sources_in_use(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[int] = []
    monkeypatch.setattr(backfill_step, "delay", sent.append)
    walk = plan_backfill(source, OCTOBER, OCTOBER)
    assert (backfill_due(), sent) == (1, [walk.pk])
    Backfill.objects.update(claimed_until=None)
    Source.objects.update(enabled=False)
    assert backfill_due() == 0
    Source.objects.update(enabled=True, paused="perbaikan situs")
    assert backfill_due() == 0


def test_the_walk_waits_while_many_of_its_stories_are_unfetched(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backfill, "MOST_WAITING", 15)
    walk = plan_backfill(source, OCTOBER, OCTOBER)
    assert [take_step(walk) for _ in range(3)] == [10, 10, 0]
    assert walk.next_step > timezone.now()
    assert walk.asked == 2


def test_the_news_goes_before_the_past(source: Source) -> None:
    walk = plan_backfill(source, OCTOBER, OCTOBER)
    take_step(walk)
    news = Lead.objects.create(source=source, url=f"{source.home}baru")
    assert queue_leads(timezone.now())[0].pk == news.pk


def test_half_of_the_daily_cap_is_left_to_the_news(source: Source) -> None:
    walk = plan_backfill(source, OCTOBER, OCTOBER)
    take_step(walk)
    SourceDay.objects.filter(source=source).update(asked=source.daily_cap // 2)
    assert take_step(walk) == 0
    assert queue_leads(timezone.now()) == []
    news = Lead.objects.create(source=source, url=f"{source.home}baru")
    assert [ticket.pk for ticket in queue_leads(timezone.now())] == [news.pk]


class Site:
    """An outlet's lists without a network: what each address gives, and what was asked."""

    def __init__(
        self, answers: dict[str, list[str] | FetchError], further: dict[str, str] | None = None
    ) -> None:
        self.answers, self.further, self.asked = answers, further or {}, list[str]()

    def ask_list(self, _source: Source, url: str) -> tuple[Page, Listings]:
        """The listings at `url`; nothing where the table has none."""
        self.asked.append(url)
        answer = self.answers.get(url, [])
        if isinstance(answer, FetchError):
            raise answer
        page = Page(url=url, body=b"", fetched_at=timezone.now())
        stories = tuple(Listing(f"https://kabar-pagi.example{path}") for path in answer)
        further = (self.further[url],) if url in self.further else ()
        return page, Listings(ListingKind.INDEX, stories, further)


def walk_on(monkeypatch: pytest.MonkeyPatch, site: Site, pattern: str = PATTERN, days: int = 1) -> Backfill:
    """A walk over the first days of October on such a site."""
    source = make_source(enabled=True)
    source.feeds.create(url=pattern)
    monkeypatch.setattr(backfill, "ask_list", site.ask_list)
    return plan_backfill(source, OCTOBER, OCTOBER + timedelta(days=days - 1))


def at(day: int, page: int) -> str:
    """The address of one page of the site's index."""
    return PATTERN.format(date=date(2024, 10, day), page=page)


def test_a_site_that_repeats_its_last_page_for_ever_ends_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    same = ["/a/1-berita", "/a/2-berita"]
    site = Site({at(1, 1): ["/a/3-berita"], at(1, 2): same, at(1, 3): same, at(1, 4): same})
    walked(walk_on(monkeypatch, site))
    assert site.asked == [at(1, 1), at(1, 2), at(1, 3)]


def test_stories_beside_the_list_keep_no_day_open(monkeypatch: pytest.MonkeyPatch) -> None:
    popular = "/a/9-terpopuler"
    site = Site({at(1, page): [popular] if page > 1 else [popular, "/a/1-berita"] for page in range(1, 9)})
    walked(walk_on(monkeypatch, site))
    assert len(site.asked) == 2


def test_stories_of_other_days_are_left_where_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site({at(1, 1): ["/read/2024/10/01/1/a", "/read/2025/02/03/2/b", "/tanpa-tanggal-di-alamat"]})
    walked(walk_on(monkeypatch, site))
    assert Lead.objects.count() == 2
    assert not Lead.objects.filter(url__contains="2025").exists()


def test_a_list_without_page_numbers_is_followed_by_its_own_links(monkeypatch: pytest.MonkeyPatch) -> None:
    first = NEXT_ONLY.format(date=OCTOBER)
    second, elsewhere = f"{first}/2", "https://lain.example/3"
    site = Site(
        {first: ["/a/1-berita"], second: ["/a/2-berita"], elsewhere: ["/a/3-berita"]},
        {first: second, second: elsewhere},
    )
    walked(walk_on(monkeypatch, site, NEXT_ONLY))
    assert site.asked == [first, second]


def test_a_404_behind_the_last_page_is_no_gap_but_a_day_without_a_page_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gone = FetchError(Verdict.GONE, "tidak ada", status=404)
    site = Site({at(1, 1): ["/a/1-berita"], at(1, 2): gone, at(2, 1): gone, at(3, 1): ["/a/3-berita"]})
    walk = walk_on(monkeypatch, site, days=3)
    walked(walk)
    assert (walk.gaps, walk.found, walk.note) == (1, 2, "tidak ada")


def test_a_site_in_trouble_is_left_alone_and_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    trouble = FetchError(Verdict.SLOW_DOWN, "nanti", retry_after=7200)
    site = Site({at(1, 1): trouble})
    walk = walk_on(monkeypatch, site)
    take_step(walk)
    assert walk.next_step > timezone.now() + timedelta(minutes=110)
    assert take_due_walks(timezone.now()) == []
    assert (walk.page, walk.failures, walk.gaps, walk.finished) == (1, 1, 0, None)
    walked(walk)
    assert (walk.gaps, walk.finished is None) == (1, False)


def test_waiting_for_a_turn_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site({at(1, 1): FetchError(Verdict.NOT_OUR_TURN, "nanti", retry_after=30)})
    walk = walk_on(monkeypatch, site)
    take_step(walk)
    assert walk.failures == 0
    assert walk.next_step > timezone.now() + timedelta(seconds=20)


def test_an_outlet_without_a_list_by_day_is_told_so() -> None:
    source = make_source()
    source.feeds.create(url="https://kabar-pagi.example/rss")
    with pytest.raises(NoIndexByDay, match="import an archive"):
        plan_backfill(source, OCTOBER, OCTOBER)


def test_declared_lists_are_walked_beside_the_sources_own() -> None:
    source = make_source("Kompas", home="https://www.kompas.com/")
    source.feeds.create(url="https://www.kompas.com/arsip/{date:%Y%m%d}")
    assert len(lists_by_day(source)) == 2
