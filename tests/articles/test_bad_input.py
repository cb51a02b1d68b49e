"""A site that sends every kind of bad list and page: a verdict each, nothing lost, the next one read."""

import gzip
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from pytest_django import Settings

from articles.fetching.verdicts import Verdict
from articles.models import Article, Fetch, Lead, Revision, Source
from articles.parsing.listing import MOST
from articles.rounds import discover
from articles.visits import visit_lead
from tests.articles.fetching.hostile import HTML, Site, Trap, answer, encoded, endless_redirects, running

pytestmark = pytest.mark.django_db
XML = {"Content-Type": "application/xml"}
STORY = "<item><title>Kabar {n}</title><link>{link}</link>{more}</item>"
GOOD = "/berita/1/warga-randu-panen-jagung"
PROSE = "Warga Desa Randu Alas memanen jagung pada Senin pagi bersama petugas penyuluh dari kabupaten. " * 5


def feed(*items: str, prolog: str = "") -> Trap:
    return answer(body=f"{prolog}<rss><channel>{''.join(items)}</channel></rss>".encode(), headers=XML)


def item(link: str = GOOD, more: str = "") -> str:
    return STORY.format(n=1, link=link, more=more)


def entities(*lines: str) -> str:
    return f"<!DOCTYPE rss [{''.join(lines)}]>"


def page(title: str, body: str, head: str = "") -> bytes:
    return (
        f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{body}</body></html>".encode()
    )


LAUGHS = entities(
    '<!ENTITY a "haha">',
    *(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
)
OUTSIDE = entities('<!ENTITY x SYSTEM "file:///etc/hostname">')
LONG = (
    "<urlset>"
    + "".join(f"<url><loc>/berita/{n}/panen-jagung-di-randu-alas</loc></url>" for n in range(100_000))
    + "</urlset>"
)
FUTURE = "<pubDate>Sat, 18 Oct 2098 10:00:00 GMT</pubDate>"
LATIN = '<?xml version="1.0" encoding="utf-8"?>'

# name: the list, its verdict, how many leads it gives all the same
LISTS: dict[str, tuple[Trap, Verdict, int]] = {
    "feed that is HTML": (answer(body=HTML, headers=XML), Verdict.NOT_A_LISTING, 0),
    "feed that is an error page": (
        answer(body=page("Maaf", "<p>Ada gangguan</p>")),
        Verdict.NOT_A_LISTING,
        0,
    ),
    "billion laughs": (feed(item("/a/&i;"), prolog=LAUGHS), Verdict.NOT_A_LISTING, 0),
    "external entity": (feed(item("/a/&x;"), prolog=OUTSIDE), Verdict.NOT_A_LISTING, 0),
    "broken XML": (
        answer(body=b"<rss><channel>" + item().encode() + b"<item><ti", headers=XML),
        Verdict.OK,
        1,
    ),
    "100,000 entries": (answer(body=LONG.encode(), headers=XML), Verdict.OK, MOST),
    "date in the future": (feed(item(more=FUTURE)), Verdict.OK, 1),
    "relative links": (feed(item("../berita/2/a-b-c"), item("berita/3/a-b-c")), Verdict.OK, 2),
    "links inside": (feed(item("http://169.254.169.254/a"), item("file:///etc/passwd")), Verdict.OK, 1),
    "empty": (answer(body=b"", headers=XML), Verdict.NOT_A_LISTING, 0),
    "truncated gzip": (encoded(gzip.compress(HTML)[:-12], "gzip"), Verdict.TRUNCATED, 0),
    "endless redirects": (endless_redirects, Verdict.TOO_MANY_REDIRECTS, 0),
    "wrong charset": (
        answer(
            body=(LATIN + f"<rss><channel>{item()}<x>Café</x></channel></rss>").encode("cp1252"), headers=XML
        ),
        Verdict.OK,
        1,
    ),
}
COOKIES = "<p>We use cookies. Accept all cookies or manage cookies to read on.</p>"
PAGES: dict[str, tuple[Trap, Verdict]] = {
    "cookie wall": (answer(body=page("Before you continue", COOKIES)), Verdict.NOT_AN_ARTICLE),
    "error page with status 200": (
        answer(body=page("404 - Halaman tidak ditemukan", "<p>Maaf.</p>")),
        Verdict.NOT_AN_ARTICLE,
    ),
    "page built by script": (answer(body=page("Kabar", "<div id=app></div>")), Verdict.NOT_AN_ARTICLE),
    "bytes of a picture called HTML": (answer(body=b"\x89PNG\r\n\x1a\n" * 50), Verdict.NOT_AN_ARTICLE),
    "empty page": (answer(body=b""), Verdict.NOT_AN_ARTICLE),
    "truncated gzip": (encoded(gzip.compress(HTML)[:-12], "gzip"), Verdict.TRUNCATED),
    "wrong charset": (
        answer(
            body=page("Café Randu Alas ramai", f"<article><p>{PROSE}</p></article>")
            .decode()
            .encode("cp1252"),
            headers={"Content-Type": "text/html; charset=utf-8"},
        ),
        Verdict.OK,
    ),
    "date in the future": (
        answer(
            body=page(
                "Panen jagung di Randu Alas",
                f"<article><p>{PROSE}</p></article>",
                '<meta property="article:published_time" content="2098-01-01T00:00:00Z">',
            )
        ),
        Verdict.OK,
    ),
}


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    """A hostile site that is let through, with robots.txt of five megabytes."""
    cache.clear()
    robots = b"User-agent: *\nDisallow: /tutup\n" + b"#" * 5_000_000
    with running({"/robots.txt": answer(body=robots, headers={"Content-Type": "text/plain"})}) as hostile:
        settings.FETCH_ALLOW = (f"127.0.0.1:{hostile.port}",)
        hostile.pages[GOOD] = answer(
            body=page("Panen jagung di Randu Alas", f"<article><p>{PROSE}</p></article>")
        )
        yield hostile


def registered(site: Site, *paths: str) -> Source:
    """A source of the site with these lists."""
    source = Source.objects.create(
        slug="kabar-uji", name="Kabar Uji", home=site.url("/"), enabled=True, pace=0.0
    )
    for path in paths:
        source.feeds.create(url=site.url(path))
    return source


@pytest.mark.parametrize("name", LISTS)
def test_a_bad_list_ends_in_its_verdict_and_the_good_one_beside_it_is_read(site: Site, name: str) -> None:
    trap, verdict, leads = LISTS[name]
    site.pages |= {"/daftar": trap, "/baik": feed(item("/berita/9/kabar-lain-dari-randu"))}
    source = registered(site, "/daftar", "/baik")
    found = discover(source)
    assert Fetch.objects.get(url=site.url("/daftar")).verdict == verdict.value
    assert Fetch.objects.get(url=site.url("/baik")).verdict == "ok"
    assert found.leads == Lead.objects.count() == leads + 1
    source.refresh_from_db()
    assert source.failures == 0


@pytest.mark.parametrize("name", PAGES)
def test_a_bad_page_ends_in_its_verdict_and_the_next_is_read(site: Site, name: str) -> None:
    trap, verdict = PAGES[name]
    site.pages["/berita/7/jebakan-di-randu-alas"] = trap
    source = registered(site)
    for path in ("/berita/7/jebakan-di-randu-alas", GOOD):
        visit_lead(Lead.objects.create(source=source, url=site.url(path)))
    assert Fetch.objects.get(url__endswith="alas").verdict == verdict.value
    assert Article.objects.filter(url=site.url(GOOD)).exists()
    assert Article.objects.count() == 1 + (verdict is Verdict.OK)


def test_a_date_in_the_future_is_not_believed(site: Site) -> None:
    site.pages |= {"/daftar": LISTS["date in the future"][0], GOOD: PAGES["date in the future"][0]}
    source = registered(site, "/daftar")
    discover(source)
    lead = Lead.objects.get()
    assert lead.published is None
    visit_lead(lead)
    assert Revision.objects.get().published is None


def test_letters_of_another_charset_are_read(site: Site) -> None:
    site.pages[GOOD] = PAGES["wrong charset"][0]
    visit_lead(Lead.objects.create(source=registered(site), url=site.url(GOOD)))
    assert Revision.objects.get().title == "Café Randu Alas ramai"


def test_five_megabytes_of_robots_are_obeyed_as_far_as_they_are_read(site: Site) -> None:
    source = registered(site)
    site.pages["/tutup/a"] = site.pages[GOOD]
    outcome = visit_lead(Lead.objects.create(source=source, url=site.url("/tutup/a")))
    assert outcome.verdict is Verdict.REFUSED_BY_ROBOTS
    assert "/tutup/a" not in site.paths
