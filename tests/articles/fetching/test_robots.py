"""Robots.txt by RFC 9309: what is closed is never asked, 4xx means free, 5xx means stop."""

import pytest
import redis

from articles.fetching.fetcher import Fetcher
from articles.fetching.verdicts import FetchError, Verdict
from tests.articles.fetching.conftest import rules_for
from tests.articles.fetching.hostile import (
    Site,
    Trap,
    answer,
    endless_redirects,
    raw,
    redirect,
    running,
    silent,
)

TEXT = {"Content-Type": "text/plain"}


def robots(text: str | bytes) -> Trap:
    return answer(body=text.encode() if isinstance(text, str) else text, headers=TEXT)


def fetcher_for(site: Site, store: redis.Redis, gap: float = 0.0) -> Fetcher:
    return Fetcher(rules_for(site, deadline=1.0), store, gap=gap, patience=2)


def verdict_of(fetcher: Fetcher, url: str) -> Verdict:
    try:
        fetcher.fetch(url)
    except FetchError as error:
        return error.verdict
    return Verdict.OK


@pytest.mark.parametrize(
    ("text", "path", "verdict"),
    [
        ("User-agent: *\nDisallow: /tutup", "/tutup/a", Verdict.REFUSED_BY_ROBOTS),
        ("User-agent: *\nDisallow: /tutup", "/buka", Verdict.OK),
        ("User-agent: *\nDisallow: /", "/buka", Verdict.REFUSED_BY_ROBOTS),
        ("User-agent: *\nDisallow: /\nAllow: /buka", "/buka", Verdict.OK),
        ("User-agent: *\nDisallow: /\n\nUser-agent: ClaimTrackTest\nDisallow: /tutup", "/buka", Verdict.OK),
        ("User-agent: claimtracktest\nDisallow: /", "/buka", Verdict.REFUSED_BY_ROBOTS),
        ("User-agent: otherbot\nDisallow: /", "/buka", Verdict.OK),
        ("User-agent: bot\nDisallow: /", "/buka", Verdict.OK),
        ("User-agent: *\nDisallow: /*?print=", "/buka?print=1", Verdict.REFUSED_BY_ROBOTS),
        ("User-agent: *\nDisallow: /*.php$", "/buka.php", Verdict.REFUSED_BY_ROBOTS),
        ("\ufeffUser-agent: *\nDisallow: /tutup", "/tutup", Verdict.REFUSED_BY_ROBOTS),
        ("User-agent: *\rDisallow: /tutup\r", "/tutup", Verdict.REFUSED_BY_ROBOTS),
        (b"User-agent: *\nDisallow: /\xff\xfe\nDisallow: /tutup", "/tutup", Verdict.REFUSED_BY_ROBOTS),
        ("<html><body>Selamat datang</body></html>", "/buka", Verdict.OK),
        ("", "/buka", Verdict.OK),
        ("User-agent: *\nDisallow: /tutup\n" + "#" * 5_000_000, "/tutup", Verdict.REFUSED_BY_ROBOTS),
        ("User-agent: *\nDisallow: /zz\n" + "#" * 511_957 + "\nDisallow: /buka/tutup", "/buka", Verdict.OK),
        ("#" * 600_000 + "\nUser-agent: *\nDisallow: /", "/buka", Verdict.OK),
    ],
)
def test_rules_are_kept(store: redis.Redis, text: str | bytes, path: str, verdict: Verdict) -> None:
    pages = {"/robots.txt": robots(text), "/buka": answer(), "/buka.php": answer(), "/tutup": answer()}
    with running(pages | {"/tutup/a": answer()}) as site:
        fetcher = fetcher_for(site, store)
        if isinstance(text, str) and len(text) > 1_000_000:
            fetcher = Fetcher(rules_for(site, deadline=5), store, gap=0)
        assert verdict_of(fetcher, site.url(path)) is verdict
        assert (path in site.paths) is (verdict is Verdict.OK)


@pytest.mark.parametrize(
    ("trap", "verdict"),
    [
        (answer(404), Verdict.OK),
        (answer(403), Verdict.OK),
        (answer(401), Verdict.OK),
        (answer(410), Verdict.OK),
        (endless_redirects, Verdict.OK),
        (answer(500), Verdict.ROBOTS_UNREACHABLE),
        (answer(503), Verdict.ROBOTS_UNREACHABLE),
        (answer(429), Verdict.ROBOTS_UNREACHABLE),
        (silent, Verdict.ROBOTS_UNREACHABLE),
        (raw(b"SSH-2.0-x\r\n"), Verdict.ROBOTS_UNREACHABLE),
        (answer(length=999), Verdict.ROBOTS_UNREACHABLE),
        (redirect("http://127.0.0.1:9/robots.txt"), Verdict.BLOCKED_ADDRESS),
    ],
)
def test_what_a_missing_or_broken_robots_txt_means(store: redis.Redis, trap: Trap, verdict: Verdict) -> None:
    with running({"/robots.txt": trap, "/a": answer()}) as site:
        assert verdict_of(fetcher_for(site, store), site.url("/a")) is verdict
        assert ("/a" in site.paths) is (verdict is Verdict.OK)


def test_rules_are_asked_for_once_and_expire_within_a_day(store: redis.Redis) -> None:
    with running(
        {"/robots.txt": robots("User-agent: *\nDisallow: /x"), "/a": answer(), "/b": answer()}
    ) as site:
        for path in ("/a", "/b", "/a"):
            fetcher_for(site, store).fetch(site.url(path))
        assert site.paths.count("/robots.txt") == 1
        assert 0 < store.ttl(f"robots:{site.url('')}") <= 86_400


def test_a_stop_is_remembered_for_minutes_only(store: redis.Redis) -> None:
    with running({"/robots.txt": answer(500)}) as site:
        for _ in range(2):
            assert verdict_of(fetcher_for(site, store), site.url("/a")) is Verdict.ROBOTS_UNREACHABLE
        assert site.paths == ["/robots.txt"]
        assert 0 < store.ttl(f"robots:{site.url('')}") <= 600


def test_redirected_robots_count_for_the_first_site(store: redis.Redis) -> None:
    with running(
        {"/robots.txt": redirect("/aturan"), "/aturan": robots("User-agent: *\nDisallow: /a")}
    ) as site:
        assert verdict_of(fetcher_for(site, store), site.url("/a")) is Verdict.REFUSED_BY_ROBOTS


def test_a_redirect_into_a_closed_part_is_not_followed(store: redis.Redis) -> None:
    closed = robots("User-agent: *\nDisallow: /tutup")
    with running({"/robots.txt": closed, "/a": redirect("/tutup/b"), "/tutup/b": answer()}) as site:
        assert verdict_of(fetcher_for(site, store), site.url("/a")) is Verdict.REFUSED_BY_ROBOTS
        assert "/tutup/b" not in site.paths


def test_a_redirect_to_another_site_asks_that_sites_robots(store: redis.Redis) -> None:
    with (
        running({"/robots.txt": robots("User-agent: *\nDisallow: /"), "/b": answer()}) as other,
        running({"/robots.txt": robots(""), "/a": redirect(other.url("/b"))}) as site,
    ):
        fetcher = Fetcher(rules_for(site, other), store, gap=0)
        assert verdict_of(fetcher, site.url("/a")) is Verdict.REFUSED_BY_ROBOTS
        assert other.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        ("Crawl-delay: 7", 7.0),
        ("Crawl-delay: 0.5", 0.5),
        ("Request-rate: 1/20", 20.0),
        ("Crawl-delay: 999999999", 3600.0),
        ("Crawl-delay: -5", 0.0),
        ("Crawl-delay: nan", 0.0),
        ("Crawl-delay: cepat", 0.0),
    ],
)
def test_crawl_delay(store: redis.Redis, line: str, seconds: float) -> None:
    with running({"/robots.txt": robots(f"User-agent: *\n{line}\nDisallow: /x")}) as site:
        found = fetcher_for(site, store).robots(site.url("/"))
        assert found.delay("ClaimTrackTest/1.0") == seconds


def test_crawl_delay_lengthens_the_pace(store: redis.Redis) -> None:
    with running({"/robots.txt": robots("User-agent: *\nCrawl-delay: 60"), "/a": answer()}) as site:
        assert verdict_of(fetcher_for(site, store), site.url("/a")) is Verdict.OK
        assert verdict_of(fetcher_for(site, store), site.url("/a")) is Verdict.NOT_OUR_TURN
        assert site.paths.count("/a") == 1


def test_sitemaps_are_told(store: redis.Redis) -> None:
    with running({"/robots.txt": robots("Sitemap: https://kabar.example/s.xml")}) as site:
        assert fetcher_for(site, store).robots(site.url("/")).sitemaps == ("https://kabar.example/s.xml",)
