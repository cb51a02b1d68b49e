"""The whole fetch: two workers keep one pace, unchanged pages are not sent, bombs do not fill the memory."""

import multiprocessing
import os
import resource
from gzip import compress
from itertools import pairwise
from pathlib import Path

import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from articles.fetching.client import NotModified
from articles.fetching.fetcher import Fetcher
from articles.fetching.headers import Purpose
from articles.fetching.verdicts import FetchError, Verdict
from articles.parsing.listing import parse_listing
from articles.values import Page
from tests.articles.fetching.conftest import rules_for
from tests.articles.fetching.hostile import TYPE, Site, Trap, answer, conditional, running
from tests.articles.fetching.stores import own_store
from tests.articles.fetching.traps import LISTING_TRAPS, TRAPS

GAP = 0.2
LONG = "/sitemap.xml.gz"
LONG_SITEMAP = compress(
    b"<urlset>%b</urlset>"
    % b"".join(
        b"<url><loc>https://kabar.example/%d/%b</loc></url>" % (n, b"judul-" * 20) for n in range(100_000)
    )
)
PROCESSES = multiprocessing.get_context("spawn")
ROBOTS: dict[str, Trap] = {
    "/robots.txt": answer(
        body=b"User-agent: *\nDisallow: /tutup", headers={"Content-Type": "text/plain", "Connection": "close"}
    )
}


def work(port: int, url: str, paths: list[str]) -> None:
    """One worker process: fetch the paths one after another, closed ones too."""
    site = Site(port, {})
    fetcher = Fetcher(rules_for(site), own_store(url), gap=GAP, patience=30)
    for path in paths:
        try:
            fetcher.fetch(site.url(path))
        except FetchError as error:
            if error.verdict is not Verdict.REFUSED_BY_ROBOTS:
                raise


def peak_kilobytes() -> int:
    """The most memory this process ever held; `ru_maxrss` would count what its parent held at the fork."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))


def spring_all_traps(port: int, answers: "multiprocessing.Queue[int]") -> None:
    """A worker that walks into every trap; tells the most memory it ever held, in kilobytes."""
    site = Site(port, {})
    for traps, purpose in ((TRAPS, Purpose.ARTICLE), (LISTING_TRAPS, Purpose.LISTING)):
        for path in traps:
            try:
                spring(site, path, purpose)
            except FetchError:
                continue
            raise AssertionError(f"{path} was taken for a page")
    page = Fetcher(rules_for(site), shared_store(), gap=0).fetch(site.url(LONG), purpose=Purpose.LISTING)
    assert isinstance(page, Page)
    assert not parse_listing(page).complete
    answers.put(peak_kilobytes())


def shared_store() -> redis.Redis:
    return own_store(os.environ["REDIS_URL"])


def spring(site: Site, path: str, purpose: Purpose) -> None:
    store = shared_store()
    store.flushdb()
    Fetcher(rules_for(site, deadline=0.6), store, gap=0).fetch(site.url(path), purpose=purpose)


def test_two_workers_in_two_processes_hold_one_pace(store: redis.Redis) -> None:
    pages = [f"/a/{number}" for number in range(8)]
    with running(ROBOTS | {path: answer() for path in pages}) as site:
        url = os.environ["REDIS_URL"]
        workers = [
            PROCESSES.Process(target=work, args=(site.port, url, ["/tutup/x", *pages[start::2]]))
            for start in (0, 1)
        ]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(60)
        assert [worker.exitcode for worker in workers] == [0, 0]
    visits = sorted(site.visits, key=lambda visit: visit.began)
    assert sorted(path for path in site.paths if path.startswith("/a/")) == pages
    assert not [path for path in site.paths if path.startswith("/tutup")]
    for before, after in pairwise(visits):
        assert after.began - before.ended >= GAP * 0.9


def test_no_trap_fills_the_memory_of_a_worker(store: redis.Redis) -> None:
    pages = {path: trap for path, (trap, _) in (TRAPS | LISTING_TRAPS).items()}
    with running(
        pages | {LONG: answer(body=LONG_SITEMAP, headers={"Content-Type": "application/gzip"})}
    ) as site:
        answers: multiprocessing.Queue[int] = PROCESSES.Queue()
        worker = PROCESSES.Process(target=spring_all_traps, args=(site.port, answers))
        worker.start()
        kilobytes = answers.get(timeout=90)
        worker.join(5)
    assert kilobytes < 300 * 1024


def test_a_second_round_of_an_unchanged_page_is_not_modified(store: redis.Redis) -> None:
    with running(ROBOTS | {"/a": conditional}) as site:
        fetcher = Fetcher(rules_for(site), store, gap=0)
        page = fetcher.fetch(site.url("/a"))
        assert isinstance(page, Page)
        again = fetcher.fetch(site.url("/a"), etag=page.etag, last_modified=page.last_modified)
        assert isinstance(again, NotModified)


def test_retry_after_holds_back_every_worker(store: redis.Redis) -> None:
    tired = answer(429, headers=TYPE | {"Retry-After": "30"})
    with running(ROBOTS | {"/a": tired, "/b": answer()}) as site:
        fetcher = Fetcher(rules_for(site), store, gap=0, patience=1)
        with pytest.raises(FetchError) as first:
            fetcher.fetch(site.url("/a"))
        with pytest.raises(FetchError) as second:
            fetcher.with_gap(0.1).fetch(site.url("/b"))
    assert first.value.verdict is Verdict.SLOW_DOWN
    assert second.value.verdict is Verdict.NOT_OUR_TURN
    assert 29 < (second.value.retry_after or 0) <= 30
    assert "/b" not in site.paths


def test_without_redis_nothing_is_asked() -> None:
    with running(ROBOTS | {"/a": answer()}) as site:
        fetcher = Fetcher(rules_for(site), redis.Redis(port=9, retry=Retry(NoBackoff(), 0)))
        with pytest.raises(FetchError) as caught:
            fetcher.fetch(site.url("/a"))
    assert caught.value.verdict is Verdict.PACE_UNAVAILABLE
    assert caught.value.temporary
    assert site.paths == []


def test_a_forbidden_address_is_refused_before_anything_is_asked() -> None:
    fetcher = Fetcher(rules_for(), redis.Redis(port=9))
    with pytest.raises(FetchError) as caught:
        fetcher.fetch("http://169.254.169.254/")
    assert caught.value.verdict is Verdict.BLOCKED_ADDRESS
