"""Lists of every shape, asked over HTTP, give leads; a story under many addresses is one article."""

import gzip
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.utils import timezone
from pytest_django import Settings

from articles.fetching.verdicts import Verdict
from articles.models import Article, Fetch, Lead, Revision, Source
from articles.publishers import detik, kompas
from articles.rounds import discover
from articles.store import save_article, save_leads
from articles.values import Listing, Page, ParsedArticle
from articles.visits import visit_lead
from claimtrack.newsroom.outlets import OUTLETS, desk_at
from claimtrack.newsroom.values import Edition
from tests.articles.warcs import page_of
from tests.rows import make_source

pytestmark = pytest.mark.django_db
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
STORY = "/2024/10/18/warga-randu-alas-menolak-tambang"
DESK = desk_at(OUTLETS[2], "http://127.0.0.1:8103", Edition.FIRST)
TOLD = DESK.stories[0]


class Site:
    """A table of answers served on loopback: path to content type and body."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[str, bytes]] = {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(self.answers))
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        self.base = f"http://127.0.0.1:{self.server.server_port}"

    def serve(self, path: str, body: str | bytes, kind: str = "application/xml") -> str:
        """Put an answer at a path; its address."""
        self.answers[path] = (kind, body.encode() if isinstance(body, str) else body)
        return self.base + path


def handler_of(answers: dict[str, tuple[str, bytes]]) -> type[BaseHTTPRequestHandler]:
    """A handler that answers from the table, 404 for anything else; queries are ignored."""

    class Handler(BaseHTTPRequestHandler):
        """Answers one request."""

        def do_GET(self) -> None:
            """Answer as the table says."""
            kind, body = answers.get(self.path.partition("?")[0], ("text/html", b""))
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            """Keep the terminal quiet."""

    return Handler


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    """An outlet without a declaration."""
    running = Site()
    settings.FETCH_ALLOW = (running.base.removeprefix("http://"),)
    yield running
    running.server.shutdown()
    running.server.server_close()


@pytest.fixture
def source(site: Site) -> Source:
    """Its row, asked without a pause."""
    return make_source("Satu", home=f"{site.base}/", pace=0.0, enabled=True)


def urlset(*entries: str) -> str:
    """A news sitemap."""
    return f'<urlset xmlns="{SITEMAP}" xmlns:news="{NEWS}">{"".join(entries)}</urlset>'


def entry(address: str, title: str) -> str:
    """One story of a news sitemap."""
    return (
        f"<url><loc>{address}</loc><news:news><news:publication_date>2024-10-18T09:00:00+07:00"
        f"</news:publication_date><news:title>{title}</news:title></news:news></url>"
    )


def children(*addresses: str) -> str:
    """A sitemap index."""
    below = "".join(f"<sitemap><loc>{address}</loc></sitemap>" for address in addresses)
    return f'<sitemapindex xmlns="{SITEMAP}">{below}</sitemapindex>'


def found_by(source: Source, address: str) -> list[tuple[str, str]]:
    """Path and title of the leads that a round over one list gives."""
    source.feeds.create(url=address)
    assert discover(source).errors == ()
    leads = Lead.objects.order_by("pk").values_list("url", "title")
    return [(url.removeprefix(source.home.rstrip("/")), title) for url, title in leads]


def test_a_gzipped_sitemap_index_leads_to_gzipped_news_sitemaps(site: Site, source: Source) -> None:
    below = urlset(entry(site.base + STORY, "Warga Menolak"))
    packed = site.serve("/berita-1.xml.gz", gzip.compress(below.encode()), "application/x-gzip")
    broken = site.serve("/berita-2.xml.gz", gzip.compress(below.encode())[:50], "application/gzip")
    missing = f"{site.base}/berita-3.xml.gz"
    index = gzip.compress(children(broken, missing, packed).encode())
    address = site.serve("/sitemap.xml.gz", index, "application/octet-stream")
    assert found_by(source, address) == [(STORY, "Warga Menolak")]
    assert Lead.objects.get().published is not None
    verdicts = dict(Fetch.objects.values_list("url", "verdict"))
    assert (verdicts[broken], verdicts[missing]) == (Verdict.TRUNCATED, Verdict.GONE)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (
            "text/html",
            "<rss version='2.0'><channel><item><title>A</title><link>{0}</link></item></channel></rss>",
        ),
        (
            "application/atom+xml",
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title><link href='{0}'/></entry>"
            "</feed>",
        ),
        (
            "application/json",
            '{{"version": "https://jsonfeed.org/version/1", "items": [{{"url": "{0}", "title": "A"}}]}}',
        ),
        ("text/html", "<!doctype html><html><body><h3><a href='{0}'>A</a></h3></body></html>"),
    ],
    ids=["rss under a wrong type", "atom", "json feed", "index page"],
)
def test_each_shape_of_list_gives_its_story(site: Site, source: Source, kind: str, body: str) -> None:
    assert found_by(source, site.serve("/daftar", body.format(STORY), kind)) == [(STORY, "A")]


def test_one_hostile_entry_costs_itself_alone(site: Site, source: Source) -> None:
    items = [
        {"url": "http://127.0.0.1:pintu/a", "title": "pintu"},
        {"url": "/a\u0000b/1234567", "title": "nol"},
        {"url": "/\ud800/1234567", "title": "pengganti"},
        {"url": "/" + "a" * 5000, "title": "panjang"},
        {"url": STORY, "title": "Warga\u0000 \ud800Menolak" + "!" * 900},
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": items}
    found = found_by(source, site.serve("/daftar", json.dumps(feed), "application/json"))
    assert [(path, title[:13], len(title)) for path, title in found] == [(STORY, "Warga Menolak", 500)]


def test_a_story_under_many_addresses_is_one_lead_and_one_article(site: Site, source: Source) -> None:
    page = page_of(DESK, TOLD).replace(DESK.address(TOLD).encode(), f"{site.base}{STORY}".encode())
    site.serve(STORY, page, "text/html")
    forms = ("", "?utm_source=x&fbclid=1", "#komentar", "?page=all", "?single=1", "/amp", "?ref=depan&page=2")
    links = "".join(f"<item><link>{STORY}{form}</link></item>" for form in forms)
    address = site.serve("/rss", f"<rss version='2.0'><channel>{links}</channel></rss>")
    assert found_by(source, address) == [(STORY, "")]
    for form in forms[:4]:
        Lead.objects.all().delete()
        lead = Lead.objects.create(source=source, url=f"{site.base}{STORY}{form}")
        assert visit_lead(lead).article is not None
    assert Article.objects.get().url == site.base + STORY
    assert Revision.objects.count() == 1
    discover(source)
    assert not Lead.objects.exists()


@pytest.mark.parametrize(
    ("slug", "canonical", "others"),
    [
        (
            detik.PUBLISHER.slug,
            "https://news.detik.com/berita/d-7140815/warga-menolak",
            (
                "http://news.detik.com/berita/d-7140815/warga-menolak?single=1",
                "https://m.detik.com/news/berita/d-7140815/warga-menolak",
                "https://NEWS.detik.com/berita/d-7140815/warga-menolak/",
                "https://news.detik.com/berita/d-7140815/warga-menolak?utm_source=x#baca",
                "https://news.detik.com/berita/d-7140815/warga-menolak/2",
            ),
        ),
        (
            kompas.PUBLISHER.slug,
            "https://nasional.kompas.com/read/2024/10/18/09000011/warga-menolak",
            (
                "https://nasional.kompas.com/read/2024/10/18/09000011/warga-menolak?page=all",
                "https://amp.kompas.com/nasional/read/2024/10/18/09000011/warga-menolak",
                "http://nasional.kompas.com/read/2024/10/18/09000011/warga-menolak?page=2#page2",
            ),
        ),
    ],
)
def test_every_form_of_a_known_outlets_address_is_one_row(
    slug: str, canonical: str, others: tuple[str, ...]
) -> None:
    source = make_source(slug)
    assert save_leads(source, [Listing(url) for url in (*others, canonical)]) == 1
    assert Lead.objects.get().url == canonical
    page = Page(url=canonical, body=b"", fetched_at=timezone.now())
    save_article(source, page, ParsedArticle(canonical, canonical, source.slug, TOLD.title, TOLD.paragraphs))
    assert not Lead.objects.exists()
    assert save_leads(source, [Listing(url) for url in others]) == 0
