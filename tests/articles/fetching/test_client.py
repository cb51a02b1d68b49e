"""Every trap of the hostile site ends in its named verdict, within its deadline."""

import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from articles.fetching.client import NotModified, get
from articles.fetching.headers import Purpose, parse_retry_after
from articles.fetching.verdicts import FetchError, Verdict
from articles.values import Page
from tests.articles.fetching.conftest import USER_AGENT, rules_for
from tests.articles.fetching.hostile import HTML, Site, running
from tests.articles.fetching.traps import LISTING_TRAPS, LONG_ROBOTS, TRAPS, WELCOME

DEADLINE = 0.9
SLACK = 3.0


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    pages = {path: trap for path, (trap, _) in (TRAPS | LISTING_TRAPS).items()}
    with running(pages | WELCOME | {"/long-robots": LONG_ROBOTS}) as running_site:
        yield running_site


def fails(site: Site, path: str, purpose: Purpose = Purpose.ARTICLE) -> FetchError:
    started = time.monotonic()
    with pytest.raises(FetchError) as caught:
        get(site.url(path), rules_for(site, deadline=DEADLINE), purpose=purpose)
    assert time.monotonic() - started < DEADLINE + SLACK
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize("path", TRAPS)
def test_traps_for_articles(site: Site, path: str) -> None:
    assert fails(site, path).verdict is TRAPS[path][1]


@pytest.mark.parametrize("path", LISTING_TRAPS)
def test_traps_for_lists(site: Site, path: str) -> None:
    assert fails(site, path, Purpose.LISTING).verdict is LISTING_TRAPS[path][1]


def test_there_are_at_least_forty_traps() -> None:
    assert len(TRAPS) + len(LISTING_TRAPS) >= 40


@pytest.mark.parametrize("path", WELCOME)
def test_odd_but_honest_answers_are_read(site: Site, path: str) -> None:
    page = get(site.url(path), rules_for(site), purpose=Purpose.LISTING)
    assert isinstance(page, Page)
    assert page.body == HTML


def test_a_page_carries_what_the_site_said(site: Site) -> None:
    page = get(site.url("/conditional"), rules_for(site))
    assert isinstance(page, Page)
    assert (page.status, page.content_type, page.charset) == (200, "text/html", "utf-8")
    assert (page.etag, page.last_modified) == ('"v1"', "Fri, 18 Oct 2024 10:00:00 GMT")
    assert page.requested_url == page.url == site.url("/conditional")
    assert page.fetched_at.tzinfo is not None


@pytest.mark.parametrize(("etag", "date"), [('"v1"', ""), ("", "Fri, 18 Oct 2024 10:00:00 GMT")])
def test_an_unchanged_page_is_not_sent_again(site: Site, etag: str, date: str) -> None:
    answer = get(site.url("/conditional"), rules_for(site), etag=etag, last_modified=date)
    assert isinstance(answer, NotModified)
    assert answer.etag == '"v1"'


def test_a_redirect_gives_the_address_that_answered(site: Site) -> None:
    page = get(site.url("/five-redirects"), rules_for(site))
    assert isinstance(page, Page)
    assert page.url == site.url("/five-redirects?5")
    assert page.requested_url == site.url("/five-redirects")


def test_we_say_who_we_are(site: Site) -> None:
    get(site.url("/conditional?who"), rules_for(site))
    (visit,) = [visit for visit in site.visits if visit.path == "/conditional?who"]
    assert visit.headers["user-agent"] == USER_AGENT
    assert visit.headers["host"] == f"127.0.0.1:{site.port}"
    assert "cookie" not in visit.headers


def test_robots_are_cut_at_500_kib(site: Site) -> None:
    page = get(site.url("/long-robots"), rules_for(site), purpose=Purpose.ROBOTS)
    assert isinstance(page, Page)
    assert len(page.body) == 500 * 1024


@pytest.mark.parametrize(
    ("path", "seconds"), [("/429", 120.0), ("/429-for-ever", 86_400.0), ("/429-garbage", None)]
)
def test_retry_after_is_told(site: Site, path: str, seconds: float | None) -> None:
    error = fails(site, path)
    assert error.temporary
    assert (error.status, error.retry_after) == (429, seconds)


@pytest.mark.parametrize(
    ("path", "temporary"), [("/500", True), ("/403", False), ("/404", False), ("/pdf", False)]
)
def test_errors_say_whether_they_may_pass(site: Site, path: str, temporary: bool) -> None:
    assert fails(site, path).temporary is temporary


def test_retry_after_as_a_date() -> None:
    now = datetime(2024, 10, 18, 10, tzinfo=UTC)
    assert parse_retry_after(format_datetime(now + timedelta(minutes=5), usegmt=True), now) == 300.0
    assert parse_retry_after(format_datetime(now - timedelta(minutes=5), usegmt=True), now) == 0.0


def test_a_closed_port() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    error = fails(Site(port, {}), "/")
    assert error.verdict is Verdict.CONNECTION_FAILED
    assert error.temporary


def test_a_server_that_accepts_nobody() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        assert fails(Site(listener.getsockname()[1], {}), "/").verdict is Verdict.TIMED_OUT


def test_the_deadline_spans_all_redirects(site: Site) -> None:
    assert fails(site, "/slow-redirects").verdict is Verdict.TIMED_OUT
