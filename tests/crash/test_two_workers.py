"""Two worker processes and one outlet: its pace holds, never two at once, closed paths are never asked."""

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.crash.rows import ask, empty
from tests.crash.slow_site import SlowSite, slow_site
from tests.crash.trouble import Workers, workers

PACE = 0.25
STORIES = 75  # the first 63 are of the first day
CLOSED = "/read/2024/10/01/"
pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def site() -> Iterator[SlowSite]:
    """An outlet that lets nobody read the stories of its first day."""
    with slow_site(STORIES, CLOSED) as running:
        yield running


@pytest.fixture
def team(tmp_path: Path, site: SlowSite) -> Iterator[Workers]:
    """Workers that may ask this site, on an empty database of their own."""
    with workers(tmp_path) as running:
        running.environment["CLAIMTRACK_FETCH_ALLOW"] = site.base.removeprefix("http://")
        running.manage("migrate", "--verbosity", "0")
        empty()
        running.manage("shell", "-c", source_code(site))
        yield running
        empty()


def source_code(site: SlowSite) -> str:
    """What registers the outlet, switched on, with its feed."""
    return (
        "from articles.models import Source; "
        f"fields = dict(slug='satu', name='Satu', home='{site.base}/', pace={PACE}, enabled=True); "
        "source = Source.objects.create(**fields); "
        f"source.feeds.create(url='{site.base}{site.desk.outlet.feed}')"
    )


def wait_until_read(deadline: float) -> None:
    """Return when every lead came to its end."""
    while time.monotonic() < deadline:
        ((articles, waiting),) = ask(
            "select (select count(*) from articles_article), "
            "(select count(*) from articles_lead where next_try is not null)"
        )
        if articles and not waiting:
            return
        time.sleep(0.3)
    raise AssertionError("the workers did not come to an end")


def test_the_pace_holds_and_closed_paths_are_never_asked(site: SlowSite, team: Workers) -> None:
    for name in ("satu", "dua"):
        agent = f"ClaimTrack/0.1 ({name}; bot@claimtrack.example)"
        team.start("fetch", alias=name, CLAIMTRACK_USER_AGENT=agent)
    team.start("beat")
    wait_until_read(time.monotonic() + 200)
    visits = sorted(site.visits, key=lambda visit: visit.began)
    assert len({visit.agent for visit in visits}) == 2, "both workers asked"
    for earlier, later in pairwise(visits):
        assert later.began - earlier.ended >= PACE * 0.95
    open_paths = [path for path in site.paths() if not path.startswith(CLOSED)]
    closed = len(site.paths()) - len(open_paths)
    assert open_paths
    assert closed
    pages = [visit.path for visit in visits if visit.path.startswith("/read/")]
    assert sorted(pages) == sorted(open_paths)
    verdicts = ask("select verdict, count(*) from articles_lead group by verdict")
    assert verdicts == [("refused_by_robots", closed)]
