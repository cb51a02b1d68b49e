"""Workers killed and the broker wiped in the midst of a crawl: nothing is lost, no page is fetched thrice.

CRASH_PAGES=2000 CRASH_KILLS=20 CRASH_WIPES=5 runs it at full size, CRASH_SEED at other moments.
"""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.db import connection
from pytest_django import Settings

from articles.models import Lead
from articles.rounds import discover
from articles.visits import visit_lead
from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.ports import FILE
from claimtrack.newsroom.publishers import newsroom_publishers
from claimtrack.newsroom.serving import Newsroom, start_newsroom
from claimtrack.newsroom.values import Edition
from claimtrack.seeding import seed_newsroom
from tests.crash.rows import ask, empty
from tests.crash.stories import newsroom_of
from tests.crash.trouble import Workers, disturb, plan, workers

PAGES = int(os.environ.get("CRASH_PAGES", "120"))
KILLS = int(os.environ.get("CRASH_KILLS", "3"))
WIPES = int(os.environ.get("CRASH_WIPES", "1"))
SEED = int(os.environ.get("CRASH_SEED", "1"))
KEPT = """
    select s.slug, a.url, a.kind, a.etag, a.removed, r.number, r.title, r.body, r.authors::text,
           r.editors::text, r.dateline, r.published, r.modified, r.section, r.tags::text, r.caption,
           r.read_also::text, r.related::text, r.content_hash
    from articles_article a join articles_source s on s.id = a.source_id
    left join articles_revision r on r.article_id = a.id
    order by a.url, r.number
"""
pytestmark = [pytest.mark.django_db, pytest.mark.timeout(3600 if PAGES > 500 else 300)]


@pytest.fixture
def newsroom(settings: Settings) -> Iterator[Newsroom]:
    """As many fictional stories as asked for, in three outlets."""
    with start_newsroom((0, 0, 0), Edition.FIRST, newsroom_of(PAGES)) as running:
        settings.FETCH_ALLOW = tuple(f"127.0.0.1:{port}" for port in running.ports)
        settings.EXTRA_PUBLISHERS = newsroom_publishers(running.ports)
        settings.FETCH_GAP = 0.0
        yield running


@pytest.fixture
def team(tmp_path: Path, newsroom: Newsroom) -> Iterator[Workers]:
    """Workers that know this newsroom, on an empty database of their own."""
    (tmp_path / FILE).write_text(" ".join(map(str, newsroom.ports)))
    with workers(tmp_path) as running:
        running.manage("migrate", "--verbosity", "0")
        empty()
        yield running
        empty()


def seed_workers(team: Workers, newsroom: Newsroom) -> None:
    """The newsroom's outlets, as `up` seeds them, in the workers' database."""
    words = ", ".join(f"({outlet.slug!r}, {newsroom.addresses[outlet.slug]!r})" for outlet in OUTLETS)
    code = (
        "from claimtrack.newsroom.outlets import OUTLETS; from claimtrack.seeding import seed_newsroom; "
        f"bases = dict([{words}]); seed_newsroom((outlet, bases[outlet.slug]) for outlet in OUTLETS)"
    )
    team.manage("shell", "-c", code)


def crawl_undisturbed(newsroom: Newsroom) -> list[tuple[Any, ...]]:
    """What one process keeps of the newsroom when nobody disturbs it."""
    for source in seed_newsroom((outlet, newsroom.addresses[outlet.slug]) for outlet in OUTLETS):
        assert discover(source).errors == ()
    for lead in Lead.objects.select_related("source").order_by("pk"):
        visit_lead(lead)
    with connection.cursor() as cursor:
        cursor.execute(KEPT)
        return list(cursor.fetchall())


def paths_of(newsroom: Newsroom) -> set[tuple[str, str]]:
    """Outlet and path of every story."""
    desks = [newsroom.desk(outlet.slug) for outlet in OUTLETS]
    return {(desk.outlet.slug, desk.outlet.story_path(story)) for desk in desks for story in desk.stories}


def asked(newsroom: Newsroom, stories: set[tuple[str, str]], since: int) -> Counter[tuple[str, str]]:
    """How often each story was asked for since a place in the request log."""
    log = newsroom.requests[since:]
    pages = ((request.outlet, request.target.partition("?")[0]) for request in log)
    return Counter(page for page in pages if page in stories)


def is_done() -> bool:
    """Whether every story of the site is an article and no lead is left."""
    articles, leads = ask(
        "select (select count(*) from articles_article), (select count(*) from articles_lead)"
    )[0]
    return bool(articles >= PAGES and leads == 0)


def test_a_crawl_survives_killed_workers_and_a_wiped_broker(newsroom: Newsroom, team: Workers) -> None:
    undisturbed = crawl_undisturbed(newsroom)
    stories, since = paths_of(newsroom), len(newsroom.requests)
    assert len(undisturbed) == len(stories) == PAGES
    troubles = plan(PAGES, KILLS, WIPES, Random(SEED))  # noqa: S311 - the moments need no secrecy
    seed_workers(team, newsroom)
    team.start("beat")
    team.start("fetch")
    disturb(team, troubles, lambda: asked(newsroom, stories, since).total(), is_done)
    times = asked(newsroom, stories, since)
    twice = sum(count == 2 for count in times.values())
    print(
        f"{PAGES} pages, {team.killed} kills, {team.wiped} wipes: {len(ask(KEPT))} revisions, {twice} pages"
    )
    print(f"fetched twice, none more than {max(times.values())} times")
    assert (team.killed, team.wiped) == (KILLS, WIPES)
    assert ask(KEPT) == undisturbed
    assert set(times) == stories
    assert max(times.values()) <= 2
