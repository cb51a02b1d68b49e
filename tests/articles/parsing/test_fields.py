"""Headline, people, section, tags, links, kind and language as pages of unknown make state them."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from articles.page_json import page_json
from articles.parsing.article import parse_article
from articles.parsing.language import find_language
from articles.parsing.people import People, names_in, read_byline
from articles.parsing.selectors import compile_selector
from articles.values import Page

URL = "https://www.kabar.example/daerah/warga-menolak-jembatan-88123"
TITLE = "Warga Menolak Jembatan"
TEXTS = (
    "Warga Kampung Teluk Merpati menolak rencana jembatan baru karena jalurnya melewati makam tua.",
    '"Kami tidak pernah diajak bicara," kata Darma Wiranata, ketua kelompok nelayan setempat.',
    "Dinas Jalan membantah tudingan itu dan menyebut undangan telah dikirim dua kali.",
)
TEXT = "".join(f"<p>{text}</p>" for text in TEXTS)


def read(body: str, head: str = f"<title>{TITLE}</title>", url: str = URL) -> dict[str, Any]:
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    page = Page(url=url, body=html.encode(), fetched_at=datetime(2026, 1, 1, 2, tzinfo=UTC))
    return page_json(parse_article(page))


def linked(**fields: object) -> str:
    node: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        **fields,
    }
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"<title>{TITLE} - Kabar.com Daerah</title>", f"<h1>Daerah</h1><h2>{TITLE}</h2>"),
        (f'<meta property="og:title" content="{TITLE} | Kabar Online">', "<h1></h1>"),
        (f'<meta property="og:title" content="Kabar.com: {TITLE}">', f"<h1>{TITLE}</h1>"),
        (linked(), "<h1>Kabar Daerah Terbaru</h1>"),
        ("", f"<h1>{TITLE}</h1>"),
        ('<meta property="og:title" content="Jembatan Ditolak, Warga Menolak Hadir">', f"<h1>{TITLE}</h1>"),
        (f"<title>{TITLE} : Kabar News</title>", f"<h1>{TITLE}</h1><h1>Berita Lain yang Panjang Sekali</h1>"),
    ],
)
def test_headline(head: str, body: str) -> None:
    assert read(f"{body}<div>{TEXT}</div>", head)["title"] == TITLE


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        (linked(datePublished="2025-02-03T09:05:11+07:00"), "", "2025-02-03T09:05:11+07:00"),
        (linked(datePublished="2025-02-03T02:05:11Z"), "", "2025-02-03T09:05:11+07:00"),
        (
            linked(datePublished="2025-02-03T09:05:11Z"),
            "<p>Senin, 3 Feb 2025 09:05 WIB</p>",
            "2025-02-03T09:05:11+07:00",
        ),
        ('<meta name="pubdate" content="2025-02-03T09-05-11Z">', "", "2025-02-03T09:05:11+07:00"),
        ('<meta itemprop="datePublished" content="2025-02-03 09:05:11">', "", "2025-02-03T09:05:11+07:00"),
        ("", "<span>Senin, 3 Februari 2025 | 09.05 WITA</span>", "2025-02-03T09:05:00+08:00"),
        ("", "<div class='info'>2 jam yang lalu</div>", "2026-01-01T07:00:00+07:00"),
        ("", "<time datetime='2025-02-03T09:05:11+07:00'>3 Feb</time>", "2025-02-03T09:05:11+07:00"),
        (
            linked(datePublished="2031-02-03T09:05:11+07:00"),
            "<p>3 Feb 2025, 09:05 WIB</p>",
            "2025-02-03T09:05:00+07:00",
        ),
        ("", "", None),
    ],
)
def test_published(head: str, body: str, published: str | None) -> None:
    assert read(f"<h1>{TITLE}</h1>{body}<div>{TEXT}</div>", head)["published"] == published


def test_a_line_of_the_text_that_is_a_time_is_no_paragraph() -> None:
    found = read(
        f"<table><tr><td>Senin, 03/02/2003 09:05 WIB<br><br>{'<br><br>'.join(TEXTS)}</td></tr></table>"
    )
    assert found["paragraphs"] == list(TEXTS)
    assert found["published"] == "2003-02-03T09:05:00+07:00"


def test_update_is_no_publication() -> None:
    found = read(
        f"<h1>{TITLE}</h1><p>Diperbarui 4 Feb 2025, 10:00 WIB</p><div>{TEXT}</div>",
        linked(datePublished="2025-02-03T09:05:11+07:00"),
    )
    assert found["published"] == "2025-02-03T09:05:11+07:00"
    assert found["modified"] == "2025-02-04T10:00:00+07:00"


@pytest.mark.parametrize(
    ("inner", "paragraphs"),
    [
        (
            f'{TEXT}<div class="baca-juga">Baca juga: <a href="/b">Nelayan Minta Jalur Digeser</a></div>',
            TEXTS,
        ),
        (f'{TEXT}<p><strong>Baca Juga: <a href="/b">Nelayan Minta Jalur Digeser</a></strong></p>', TEXTS),
        (f"{TEXT}<p>ADVERTISEMENT</p><p>SCROLL TO CONTINUE WITH CONTENT</p>", TEXTS),
        (f'{TEXT}<p>[Gambas:Video 20detik]</p><p>Simak Video "Jembatan"</p>', TEXTS),
        (f"{TEXT}<p>Dapatkan berita terbaru di kanal WhatsApp kami, klik di sini.</p>", TEXTS),
        (f'{TEXT}<blockquote class="twitter-tweet"><p>Kicauan orang</p></blockquote>', TEXTS),
        (f"<figure><img src='a.jpg'><figcaption>Balai kampung</figcaption></figure>{TEXT}", TEXTS),
        (f"{TEXT}<p>Copyright © Kabar 2025</p><p>(skr/bgs)</p>", TEXTS),
        ("<br><br>".join(TEXTS), TEXTS),
        (f"{TEXT}{TEXT}", TEXTS),
        (
            f'{TEXT}<div class="terkait">{"<a href=/c>Nelayan Minta Jalur Digeser ke Utara</a> " * 20}</div>',
            TEXTS,
        ),
        (TEXT.replace("Dinas Jalan", "<b>Dinas</b> <i>Jal</i>an"), TEXTS),
        (TEXT.replace("</p>", " (baca: <a href='/b'>Nelayan Minta Jalur Digeser</a>)</p>", 1), TEXTS),
    ],
)
def test_only_the_article(inner: str, paragraphs: tuple[str, ...]) -> None:
    found = read(f'<h1>{TITLE}</h1><div class="isi">{inner}</div>')
    assert found["paragraphs"] == list(paragraphs)


def test_a_form_around_the_whole_page_is_no_furniture() -> None:
    texts = [f"Pada hari ke-{n}, warga kampung kembali menolak rencana jembatan baru itu." for n in range(60)]
    inner = "".join(f"<p>{text}</p>" for text in texts)
    found = read(
        f"<form id='aspnetForm'><h1>{TITLE}</h1><div>{inner}</div></form><form><p>{TEXTS[0]}</p></form>"
    )
    assert found["paragraphs"] == texts


def test_glued_inline_text_gets_its_space_back() -> None:
    words = "<a href='/t'>Harga kayu</a>dan paku naik, <b>U</b>par di<i>update</i>nya."
    inner = f"<p><b>Sukaraya</b> - {words}</p>{TEXT}"
    first = read(f"<h1>{TITLE}</h1><div>{inner}</div>")["paragraphs"][0]
    assert first == "Harga kayu dan paku naik, Upar diupdatenya."


def test_read_also_and_related_are_kept_apart() -> None:
    boxes = '<p>Baca juga: <a href="/b">Nelayan Minta Jalur Digeser</a></p>'
    outside = '<div class="berita-terkait"><a href="/c">Dinas Jalan Undang Warga Lagi</a></div>'
    found = read(f"<h1>{TITLE}</h1><div>{TEXT}{boxes}</div>{outside}")
    assert found["read_also"] == [
        {"title": "Nelayan Minta Jalur Digeser", "url": "https://www.kabar.example/b"}
    ]
    assert found["related"] == [
        {"title": "Dinas Jalan Undang Warga Lagi", "url": "https://www.kabar.example/c"}
    ]


@pytest.mark.parametrize(
    ("head", "url", "kind"),
    [
        ("", URL, "article"),
        (linked(**{"@type": "LiveBlogPosting"}), URL, "live"),
        ("", "https://foto.kabar.example/read/1/warga", "photo"),
        ("", "https://www.kabar.example/video/1-warga", "video"),
        ("", "https://www.kabar.example/kuis/1-warga", "quiz"),
        (linked(articleSection="Advertorial"), URL, "advertorial"),
    ],
)
def test_kind(head: str, url: str, kind: str) -> None:
    assert read(f"<h1>{TITLE}</h1><div>{TEXT}</div>", head, url)["kind"] == kind


def test_paywall_stub_is_kept_and_marked() -> None:
    wall = "<p>Artikel ini khusus pelanggan.</p>"
    found = read(f"<h1>{TITLE}</h1><div><p>{TEXTS[0]}</p>{wall}</div>", linked(isAccessibleForFree="False"))
    assert found["truncated"]
    assert found["paragraphs"] == [TEXTS[0]]


@pytest.mark.parametrize("broken", [",}", "};", "}  // selesai"])
def test_text_in_json_only_even_if_broken(broken: str) -> None:
    script = linked(datePublished="2025-02-03T09:05:11+07:00", articleBody="\n\n".join(TEXTS))
    found = read("<div id='root'></div>", script.replace("}<", f"{broken}<"))
    assert found["title"] == TITLE
    assert found["paragraphs"] == list(TEXTS)


def test_people_section_tags_and_canonical_address() -> None:
    head = (
        linked(
            author=[{"@type": "Person", "name": "Sekar Anjani"}],
            articleSection="Daerah",
            keywords=["jembatan"],
        )
        + '<link rel="canonical" href="/daerah/warga-menolak-jembatan-88123?utm_source=x">'
    )
    found = read(f"<h1>{TITLE}</h1><div>{TEXT}<p>Editor: Bagas Pramudita</p><p>(SA/bp)</p></div>", head)
    assert found["authors"] == ["Sekar Anjani"]
    assert found["editors"] == ["Bagas Pramudita"]
    assert (found["section"], found["tags"], found["canonical_url"]) == ("Daerah", ["jembatan"], URL)


def test_byline_beside_the_headline() -> None:
    line = "<div>Reporter: <b>Sekar Anjani</b> | Editor: <b>Bagas Pramudita</b></div>"
    found = read(f"<h1>{TITLE}</h1>{line}<div>{TEXT}</div>")
    assert (found["authors"], found["editors"]) == (["Sekar Anjani"], ["Bagas Pramudita"])


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("Penulis: Sekar Anjani", ["Sekar Anjani"]),
        ("Sekar Anjani - detikNews", ["Sekar Anjani"]),
        ("Sekar Anjani · Senin, 3 Februari 2025 - 09:05 WIB", ["Sekar Anjani"]),
        ("Sekar Anjani, Bagas Pramudita", ["Sekar Anjani", "Bagas Pramudita"]),
        ("Dr. Wira Atmaja, M.Si", ["Dr. Wira Atmaja, M.Si"]),
        ("Kompas Cyber Media", []),
        ("https://www.facebook.com/detikcom", []),
        ("mediaindonesia.com developer", []),
        ("Tim Redaksi", []),
    ],
)
def test_names(raw: str, names: list[str]) -> None:
    assert names_in(raw) == names


def test_byline_of_several_labels() -> None:
    people = People()
    assert read_byline(people, "Pewarta: Sekar Anjani Editor: Bagas Pramudita Copyright © Kabar 2025")
    assert people == People(["Sekar Anjani"], ["Bagas Pramudita"])
    assert not read_byline(people, "Editor itu menolak berkomentar.")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (" ".join(TEXTS), "id"),
        ("The villagers of the bay said that they will go to the court with the case on Monday.", "en"),
        (
            "Penduduk kampung menolak jambatan itu kerana beliau tidak dijemput daripada semalam.",
            "ms",
        ),
        ("Warga desa ora gelem lan wis marang bale desa, sing saka kutha uga ora teka ing kono.", "jv"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert find_language([text]) == language


@pytest.mark.parametrize("selector", ["", "div:hover", "a, b", "div >", "[a", "..x"])
def test_css_beyond_the_declarations_is_refused(selector: str) -> None:
    with pytest.raises(ValueError, match="not supported"):
        compile_selector(selector)
