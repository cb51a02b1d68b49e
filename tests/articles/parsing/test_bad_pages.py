"""Broken, huge and hostile pages end in an article or a named verdict, in time that grows with their size."""

import json
import os
import random
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from articles.parsing.article import parse_article
from articles.parsing.verdicts import LayoutMismatch, NotAnArticle, ParseError, UnreadablePage
from articles.publishers.base import Layout
from articles.values import Page, ParsedArticle
from tests.work import calls_in

EVIDENCE = Path(__file__).resolve().parents[2] / "pages"
URL = "https://www.kabar.example/berita/2025/02/03/warga-menolak-jembatan"
FETCHED = datetime(2026, 1, 1, tzinfo=UTC)
MUTATED_PAGES = int(os.environ.get("PARSER_MUTATIONS", "300"))
PARAGRAPH = "<p>Warga kampung menolak rencana jembatan baru, kata ketua kelompok nelayan, Senin (3/2).</p>"
STORY = "".join(
    f"<p>Pada hari ke-{n}, warga kampung kembali menolak rencana jembatan itu.</p>" for n in range(12)
)
PIECES = (
    "<",
    ">",
    "</div>",
    "<p>",
    '"',
    "&",
    "\x00",
    "\ufffd",
    "<script>",
    "<!--",
    "]]>",
    "<table>",
    "{",
    "𐍈",
    "%",
)


def parse(body: bytes | str, url: str = URL, *, status: int = 200) -> ParsedArticle:
    raw = body.encode() if isinstance(body, str) else body
    return parse_article(Page(url=url, body=raw, fetched_at=FETCHED, status=status))


def article_html(inner: str, head: str = "") -> str:
    title = "Warga Menolak Jembatan Baru"
    top = f"<html><head><title>{title}</title>{head}</head>"
    return f"{top}<body><h1>{title}</h1><div>{inner}</div></body></html>"


def mutated(text: str, random_source: random.Random) -> bytes:
    """The page with a few cuts, doubled or moved stretches, stray marks, and sometimes broken bytes."""
    for _ in range(random_source.randint(1, 6)):
        start = random_source.randrange(len(text) + 1)
        end = min(len(text), start + random_source.randrange(1, 400))
        piece = random_source.choice(
            ("", text[start:end] * 2, random_source.choice(PIECES), text[end : end + 200])
        )
        text = text[:start] + piece + text[end:]
    raw = bytearray(text.encode("utf-8", "replace"))
    for _ in range(random_source.choice((0, 0, 3))):
        if raw:
            raw[random_source.randrange(len(raw))] = random_source.randrange(256)
    return bytes(raw)


def parse_or_refuse(body: str) -> str:
    """Parse, whatever comes of it: the article's text or the words of the verdict."""
    try:
        return parse(body).text
    except ParseError as verdict:
        return str(verdict)


@pytest.mark.parametrize("seed", range(4))
def test_mutated_pages_end_in_articles_or_verdicts(seed: int) -> None:
    random_source = random.Random(seed)  # noqa: S311 - mutations, no secrets
    pages = sorted(EVIDENCE.glob("*/*/page.html"))
    for _ in range(MUTATED_PAGES // 4):
        body = mutated(random_source.choice(pages).read_text(encoding="utf-8"), random_source)
        try:
            article = parse(body)
        except ParseError:
            continue
        assert article.title
        assert article.paragraphs


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000 + STORY,
        "<b>" * 100_000 + "teks" + "</b>" * 100_000,
        article_html("<table><tr><td>" * 5_000 + STORY),
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + article_html(STORY),
        '<script type="application/ld+json">{"a":' * 3 + "</script>" + article_html(STORY),
        article_html('<div class="' + "baca-juga " * 50_000 + '">' + STORY + "</div>"),
        article_html("<p>" + "(Baca juga: " * 50_000 + "</p>"),
        article_html("<p>" + "A, " * 100_000 + "</p>"),
        article_html("<p>" + "JAKARTA " * 100_000 + "</p>"),
        article_html('<div class="banner">' * 1_500 + STORY * 300 + "</div>" * 1_500),
        article_html('<div class="terkait">' * 1_500 + '<a href="/a">Warga</a> kata<br>' * 30_000),
        article_html("<h1>" * 200 + "<i>teks</i> " * 50_000),
        article_html("<br>" * 200_000 + PARAGRAPH * 3),
        article_html("<p>" + "&amp;" * 200_000 + "</p>"),
        article_html("<p>" + "<" * 300_000 + "</p>"),
    ],
    ids=map(str, range(15)),
)
@pytest.mark.timeout(60)
def test_hostile_shapes_end_in_an_article_or_a_verdict(body: str) -> None:
    assert parse_or_refuse(body)


def test_work_grows_with_size_alone() -> None:
    small = calls_in(partial(parse_or_refuse, article_html(PARAGRAPH * 1_000)))
    large = calls_in(partial(parse_or_refuse, article_html(PARAGRAPH * 4_000)))
    assert large < 4.4 * small


@pytest.mark.parametrize(
    ("body", "verdict"),
    [
        ("", UnreadablePage),
        ("   \n", UnreadablePage),
        (b"%PDF-1.7 ...", UnreadablePage),
        (b"\x89PNG\r\n", UnreadablePage),
        ("<!-- nothing -->", UnreadablePage),
        ("<html><body></body></html>", NotAnArticle),
        ("<html><head><title>404 Not Found</title></head><body>" + STORY, NotAnArticle),
        ("<html><head><title>Halaman tidak ditemukan</title></head><body>" + STORY, NotAnArticle),
        (
            "<html><head><title>Just a moment...</title></head><body><p>Checking your browser</p>",
            NotAnArticle,
        ),
        (
            article_html("<ul>" + '<li><a href="/a">Warga menolak jembatan baru</a></li>' * 60 + "</ul>"),
            NotAnArticle,
        ),
        (
            f"<title>Kabar</title><h1>Oops! Halaman yang Anda cari tidak ditemukan</h1>{STORY}",
            NotAnArticle,
        ),
        (
            article_html(
                "<p>Situs ini memakai cookie untuk iklan dan analitik.</p>"
                "<p>Kelola cookie di pengaturan, atau tolak semua.</p>"
                "<p>Dengan melanjutkan, Anda menyetujuinya, kecuali Anda menolak sekarang juga.</p>"
            ),
            NotAnArticle,
        ),
        (article_html("<p>Simak video ini.</p><video src='a.mp4'></video>"), NotAnArticle),
    ],
)
def test_verdicts(body: str | bytes, verdict: type[ParseError]) -> None:
    with pytest.raises(verdict):
        parse(body)


def test_an_answer_that_says_gone_is_no_article() -> None:
    with pytest.raises(NotAnArticle, match="410"):
        parse(article_html(STORY), status=410)


def test_a_layout_that_does_not_fit_is_named() -> None:
    page = Page(url=URL, body=article_html(STORY).encode(), fetched_at=FETCHED)
    with pytest.raises(LayoutMismatch, match=r"div\.isi"):
        parse_article(page, Layout(name="asing", body=("div.isi",)))


ODD_VALUES: tuple[object, ...] = (
    None,
    0,
    1.5,
    True,
    "",
    "x" * 5000,
    [],
    [[]],
    [None, 1],
    {},
    {"name": {}},
    {"@type": []},
    ["a", {"url": []}],
)
LINKED_FIELDS = (
    "@type",
    "headline",
    "datePublished",
    "author",
    "image",
    "keywords",
    "articleBody",
    "articleSection",
)


@pytest.mark.parametrize("value", ODD_VALUES, ids=map(str, range(len(ODD_VALUES))))
def test_linked_data_of_odd_types(value: object) -> None:
    for name in (*LINKED_FIELDS, "isAccessibleForFree", "mainEntity", "@graph", "editor", "dateModified"):
        node = {"@type": "NewsArticle", "headline": "Warga Menolak Jembatan Baru", name: value}
        script = f'<script type="application/ld+json">{json.dumps(node)}</script>'
        assert parse(article_html(STORY, script)).title == "Warga Menolak Jembatan Baru"
        parse(article_html(STORY, f'<script type="application/ld+json">{json.dumps([value, node])}</script>'))


@pytest.mark.parametrize(
    "href", ["https://www.kabar.example:x/a", "http://[::1", "//", "https://", "javascript:1", "\x00"]
)
def test_broken_addresses_on_the_page(href: str) -> None:
    head = f'<link rel="canonical" href="{href}"><meta property="og:image" content="{href}">'
    article = parse(article_html(f'{STORY}<p>Baca juga: <a href="{href}">Warga Lain</a></p>', head))
    assert article.canonical_url == URL


def test_truncated_html_keeps_what_came() -> None:
    whole = article_html(
        "".join(f"<p>Kalimat ke-{n} tentang jembatan di kampung nelayan itu.</p>" for n in range(40))
    )
    article = parse(whole[: len(whole) // 2])
    assert len(article.paragraphs) > 15
    assert article.title == "Warga Menolak Jembatan Baru"


def test_twenty_megabytes() -> None:
    body = article_html(
        "".join(f"<p>Kalimat ke-{n} tentang jembatan baru di kampung.</p>" for n in range(350_000))
    )
    assert len(body) > 19_000_000
    assert len(parse(body).paragraphs) == 350_000
