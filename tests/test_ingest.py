"""`ingest` says in one line what is wrong with an address and what to do, and stores nothing by halves."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO

import pytest
from django.core.management import call_command
from pytest_django import Settings

from articles.models import Article, Fetch, Lead, Revision, Source
from claims.models import Reading, Report
from claimtrack.newsroom.serving import Newsroom

pytestmark = pytest.mark.django_db
ANSWERS = {
    "/berkas.pdf": (200, "application/pdf", b"%PDF-1.7 ..."),
    "/kosong": (200, "text/html", b""),
    "/bukan-artikel": (200, "text/html", b"<title>Indeks</title><ul><li><a href=/a>A</a></ul>"),
    "/rusak": (500, "text/html", b"<h1>rusak</h1>"),
}


class Site(BaseHTTPRequestHandler):
    """A site whose every page is a disappointment."""

    def do_GET(self) -> None:
        """Answer as the table says, 404 for anything else."""
        status, kind, body = ANSWERS.get(self.path, (404, "text/html", b"tidak ada"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@pytest.fixture
def site(settings: Settings) -> Iterator[str]:
    """Where the site listens on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    settings.FETCH_ALLOW = (f"127.0.0.1:{server.server_port}",)
    settings.FETCH_GAP = 0.0
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def ingest(*urls: str) -> tuple[str, str]:
    """What the command prints, on stdout and on stderr; bad input must end it with status 1."""
    out, error = StringIO(), StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("ingest", *urls, stdout=out, stderr=error, no_color=True)
    assert ended.value.code == 1
    return out.getvalue(), error.getvalue()


@pytest.mark.parametrize(
    ("path", "verdict", "words"),
    [
        ("/berkas.pdf", "wrong_type", "pdf"),
        ("/kosong", "not_an_article", "empty"),
        ("/bukan-artikel", "not_an_article", "article"),
        ("/rusak", "http_error", "500"),
        ("/tidak-ada", "gone", "404"),
    ],
)
def test_a_page_that_gives_no_article_is_one_line_and_a_fetch_row(
    site: str, path: str, verdict: str, words: str
) -> None:
    out, error = ingest(f"{site}{path}")
    assert out == ""
    assert len(error.strip().splitlines()) == 1
    assert error.startswith(verdict)
    assert words in error
    assert Fetch.objects.get().verdict == verdict
    for table in (Article, Revision, Lead, Source, Reading, Report):
        assert not table.objects.exists()


@pytest.mark.parametrize(
    "url", ["bukan alamat", "http://tidak-ada.invalid/a", "http://10.0.0.1/", "mailto:a@b.id"]
)
def test_an_address_that_cannot_be_asked_is_one_line(url: str) -> None:
    out, error = ingest(url)
    assert out == ""
    assert len(error.strip().splitlines()) == 1
    assert Fetch.objects.count() == 1


def test_a_good_address_goes_the_whole_way_at_once(newsroom: Newsroom) -> None:
    desk = newsroom.desk("suara-kota")
    url = desk.address(desk.stories[0])
    out = StringIO()
    call_command("ingest", url, stdout=out)
    assert out.getvalue().startswith(f"ok  {url}  new article, ")
    assert Report.objects.filter(article__url=url).exists()
    again = StringIO()
    call_command("ingest", url, stdout=again)
    assert "known, unchanged" in again.getvalue()
    assert Revision.objects.count() == 1
