"""Feeds, sitemaps and index pages of every shape give their stories; everything else is named and refused."""

import gzip
import re
from datetime import UTC, datetime, timedelta, timezone

import pytest

from articles.parsing.index_pages import absolute
from articles.parsing.listing import LIKELY_ARTICLE, MOST, ListingKind, NotAListing, parse_listing
from articles.values import Page

FETCHED = datetime(2024, 10, 18, 12, 0, tzinfo=UTC)
JAKARTA = timezone(timedelta(hours=7))
HOST = "https://kabar.example"


def page(body: str | bytes, url: str = f"{HOST}/rss", charset: str | None = None) -> Page:
    encoded = body.encode() if isinstance(body, str) else body
    return Page(url=url, body=encoded, fetched_at=FETCHED, charset=charset)


def rss(items: str, prolog: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    return f'{prolog}<rss version="2.0"><channel><title>Kabar</title>{items}</channel></rss>'


def item(link: str, title: str = "Judul", when: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link><pubDate>{when}</pubDate></item>"


def urlset(urls: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
        f'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">{urls}</urlset>'
    )


NEWS_URL = (
    f"<url><loc>\n {HOST}/a/1 </loc><lastmod>2024-10-18T11:00:00+07:00</lastmod>"
    "<news:news><news:publication_date>2024-10-18T09:30:00+07:00</news:publication_date>"
    "<news:title>Warga Desa Randu Tolak Tambang</news:title></news:news>"
    f"<image:image><image:loc>{HOST}/a.jpg</image:loc></image:image></url>"
)


def test_rss_gives_address_title_and_time() -> None:
    body = rss(item(f"{HOST}/a/1?utm=x", "Bupati Randu Bantah Isu", "Fri, 18 Oct 2024 17:21:00 +0700"))
    found = parse_listing(page(body))
    assert found.kind is ListingKind.FEED
    assert [(one.url, one.title) for one in found.listings] == [
        (f"{HOST}/a/1?utm=x", "Bupati Randu Bantah Isu")
    ]
    assert found.listings[0].published == datetime(2024, 10, 18, 17, 21, tzinfo=JAKARTA)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Fri, 18 Oct 2024 17:21:00 WIB", datetime(2024, 10, 18, 10, 21, tzinfo=UTC)),
        ("Fri, 18 Oct 2024 17:21:00 WITA", datetime(2024, 10, 18, 9, 21, tzinfo=UTC)),
        ("Jumat, 18 Okt 2024 17:21 WIB", datetime(2024, 10, 18, 10, 21, tzinfo=UTC)),
        ("2024-10-18 17:21:00", datetime(2024, 10, 18, 10, 21, tzinfo=UTC)),
        ("Fri, 18 Oct 2024 10:21:00 GMT", datetime(2024, 10, 18, 10, 21, tzinfo=UTC)),
        ("Sat, 18 Oct 2031 10:21:00 GMT", None),
        ("kapan saja", None),
        ("", None),
    ],
)
def test_feed_times_are_aware_and_never_in_the_future(printed: str, expected: datetime | None) -> None:
    assert parse_listing(page(rss(item(f"{HOST}/a/1", when=printed)))).listings[0].published == expected


def test_atom_gives_published_and_does_not_take_updated_for_it() -> None:
    body = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>K</title>'
        '<entry><title type="html">A &amp;amp; B</title><link href="/a/1"/>'
        "<published>2024-10-18T01:00:00Z</published><updated>2024-10-18T03:00:00Z</updated></entry>"
        '<entry><title>Kedua</title><link rel="alternate" href="/a/2"/>'
        "<updated>2024-10-18T03:00:00Z</updated></entry>"
        "</feed>"
    )
    first, second = parse_listing(page(body)).listings
    assert (first.url, first.title) == (f"{HOST}/a/1", "A & B")
    assert first.published == datetime(2024, 10, 18, 1, tzinfo=UTC)
    assert second.published is None


def test_rdf_takes_dc_date() -> None:
    body = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="{HOST}/a/1"><title>Satu</title>'
        f"<link>{HOST}/a/1</link><dc:date>2024-10-18T02:00:00Z</dc:date></item></rdf:RDF>"
    )
    assert parse_listing(page(body)).listings[0].published == datetime(2024, 10, 18, 2, tzinfo=UTC)


def test_json_feed() -> None:
    body = (
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/a/1", "title": "Satu", '
        '"date_published": "2024-10-18T09:00:00+07:00"}, "bukan objek", {"title": "tanpa alamat"}]}'
    )
    found = parse_listing(page(body))
    assert found.kind is ListingKind.JSON_FEED
    assert [one.url for one in found.listings] == [f"{HOST}/a/1"]
    assert found.listings[0].published == datetime(2024, 10, 18, 2, tzinfo=UTC)


def test_titles_lose_markup_and_entities() -> None:
    body = rss(item(f"{HOST}/a/1", "<![CDATA[<b>Gubernur</b>  &quot;Siap&quot;]]>"))
    assert parse_listing(page(body)).listings[0].title == 'Gubernur "Siap"'


def test_a_broken_feed_still_gives_its_stories() -> None:
    body = rss(item(f"{HOST}/a/1", "Harga & Pasar") + item(f"{HOST}/a/2")).replace("</channel></rss>", "")
    assert [one.url for one in parse_listing(page(body)).listings] == [f"{HOST}/a/1", f"{HOST}/a/2"]


def test_relative_duplicate_and_useless_links() -> None:
    links = (
        "/a/1#top",
        "../a/1",
        "javascript:void(0)",
        "mailto:a@b.example",
        "http://[",
        "//m.kabar.example/a/2",
    )
    found = parse_listing(page(rss("".join(item(link) for link in links))))
    assert [one.url for one in found.listings] == [f"{HOST}/a/1", "https://m.kabar.example/a/2"]


def test_utf16_and_windows_feeds() -> None:
    utf16 = rss(item(f"{HOST}/a/1", "Kafé"), '<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16")
    latin = rss(item(f"{HOST}/a/1", "Kafé"), '<?xml version="1.0" encoding="windows-1252"?>').encode("cp1252")
    assert [parse_listing(page(body)).listings[0].title for body in (utf16, latin)] == ["Kafé", "Kafé"]


def test_news_sitemap_takes_news_time_and_page_address() -> None:
    found = parse_listing(page(urlset(NEWS_URL)))
    (listing,) = found.listings
    assert found.kind is ListingKind.SITEMAP
    assert (listing.url, listing.title) == (f"{HOST}/a/1", "Warga Desa Randu Tolak Tambang")
    assert listing.published == datetime(2024, 10, 18, 9, 30, tzinfo=JAKARTA)


def test_plain_sitemap_does_not_take_lastmod_for_publication() -> None:
    body = urlset(f"<url><loc>{HOST}/a/1</loc><lastmod>2024-10-01</lastmod></url>")
    assert parse_listing(page(body)).listings[0].published is None


def test_sitemap_index_leads_on_to_the_newest_first() -> None:
    body = (
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<sitemap><loc>{HOST}/s1.xml</loc></sitemap>"
        f"<sitemap><loc>{HOST}/s2.xml.gz</loc><lastmod>2024-01-01</lastmod></sitemap>"
        "<sitemap><loc>/s3.xml</loc><lastmod>2024-10-18T05:00:00Z</lastmod></sitemap></sitemapindex>"
    )
    found = parse_listing(page(body, f"{HOST}/sitemap.xml"))
    assert found.kind is ListingKind.SITEMAP_INDEX
    assert found.further == (f"{HOST}/s3.xml", f"{HOST}/s2.xml.gz", f"{HOST}/s1.xml")


def test_a_truncated_sitemap_gives_whole_addresses_only() -> None:
    body = urlset(NEWS_URL + NEWS_URL.replace("/a/1", "/a/25"))
    found = parse_listing(page(body[: body.index("/a/25") + 4]))
    assert [one.url for one in found.listings] == [f"{HOST}/a/1"]


def test_a_sitemap_with_bare_ampersands_is_read_on() -> None:
    body = urlset(f"<url><loc>{HOST}/a?x=1&y=2</loc></url>{NEWS_URL}")
    assert f"{HOST}/a/1" in [one.url for one in parse_listing(page(body)).listings]


def test_a_sitemap_of_100_000_entries_is_cut_and_says_so() -> None:
    body = page(urlset("".join(f"<url><loc>{HOST}/a/{number}</loc></url>" for number in range(100_000))))
    found = parse_listing(body)
    assert len(found.listings) == MOST
    assert not found.complete


INDEX = """<!doctype html><html><head><title>Indeks</title>
<link rel="next" href="/indeks?page=2"></head><body>
<a href="/read/2024/10/18/1/warga-tolak-tambang"><img src="/x.jpg"></a>
<h3><a href="/read/2024/10/18/1/warga-tolak-tambang#komentar">Warga  Tolak Tambang</a></h3>
<h3><a href="read/2024/10/18/2/bupati-bantah" title="Bupati Bantah"></a></h3>
<a href="/tag/tambang">Tambang</a><a href="https://iklan.example/read/2024/10/18/3/x">Iklan</a><a>kosong</a>
</body></html>"""


def test_index_page_gives_links_that_fit_the_pattern() -> None:
    found = parse_listing(
        page(INDEX, f"{HOST}/indeks"), article_url=re.compile(r"^kabar\.example/read/\d{4}/\d\d/\d\d/")
    )
    assert found.kind is ListingKind.INDEX
    assert [(one.url, one.title) for one in found.listings] == [
        (f"{HOST}/read/2024/10/18/1/warga-tolak-tambang", "Warga Tolak Tambang"),
        (f"{HOST}/read/2024/10/18/2/bupati-bantah", "Bupati Bantah"),
    ]
    assert found.further == (f"{HOST}/indeks?page=2",)


def test_index_page_by_selector_and_base_element() -> None:
    body = INDEX.replace("<head>", f'<head><base href="{HOST}/sub/">')
    found = parse_listing(page(body, f"{HOST}/indeks"), selector="h3 > a")
    assert [one.url for one in found.listings] == [
        f"{HOST}/read/2024/10/18/1/warga-tolak-tambang",
        f"{HOST}/sub/read/2024/10/18/2/bupati-bantah",
    ]


def test_a_guess_never_narrows_a_feed_but_the_sites_own_rule_does() -> None:
    feed = page(rss(item("/berita/abc") + item("/video/x")))
    assert len(parse_listing(feed, article_url=LIKELY_ARTICLE).listings) == 2
    assert [one.url for one in parse_listing(feed, article_url=re.compile("/berita/")).listings] == [
        f"{HOST}/berita/abc"
    ]


def test_likely_article_of_an_unknown_site() -> None:
    found = parse_listing(page(INDEX, f"{HOST}/"), article_url=LIKELY_ARTICLE)
    assert f"{HOST}/tag/tambang" not in [one.url for one in found.listings]
    assert len(found.listings) == 3


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (INDEX, "it is a web page"),
        (rss(item("/a", "&c;"), BOMB), "entities"),
        (rss(item("/a", "&x;"), OUTSIDE), "entities"),
        (rss(item("/a", "&x;"), OUTSIDE).encode("utf-16"), "entities"),
        (BOMB.replace("DOCTYPE rss", "DOCTYPE urlset") + urlset(NEWS_URL).partition("?>")[2], "entities"),
        ("", "no markup"),
        ("Layanan sedang dalam perbaikan", "no markup"),
        (b"%PDF-1.4 \xff\xfe\x00", "no markup"),
        ("<opml><body/></opml>", "begins with <opml>"),
        ("<!-- <rss> --><html></html>", "it is a web page"),
        ('{"error": "not found"}', "no JSON feed"),
        ('{"version": ', "no list"),
        ('{"a":' * 100_000, "nested"),
        (rss("<item/>" + " " * 5_000_000), "larger"),
        (rss("<item>" * 11_000), "more than 10000 entries"),
        (rss("<x:ENTRY>" * 11_000).encode("utf-16"), "more than 10000 entries"),
        (rss("<a>" * 210_000), "more than 200000 tags"),
        (rss("<item " + "a='b' " * 60_000), "without the end of a tag"),
    ],
)
def test_what_is_no_list_is_refused_by_name(body: str | bytes, reason: str) -> None:
    with pytest.raises(NotAListing, match=reason) as caught:
        parse_listing(page(body))
    assert "\n" not in str(caught.value)


def test_an_old_doctype_without_entities_is_welcome() -> None:
    prolog = '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://x/y.dtd">'
    assert len(parse_listing(page(rss(item("/a/1"), prolog))).listings) == 1


def test_an_empty_feed_is_a_feed_without_stories() -> None:
    assert parse_listing(page(rss(""))).listings == ()


def test_an_empty_index_page_is_refused() -> None:
    with pytest.raises(NotAListing):
        parse_listing(page("  "), article_url=LIKELY_ARTICLE)


def test_compressed_bytes_are_for_the_client_to_open() -> None:
    with pytest.raises(NotAListing, match="no markup"):
        parse_listing(page(gzip.compress(rss("").encode())))


@pytest.mark.parametrize("link", ["", "ftp://x/y", "data:text/html,x", "http:///x", "tel:123"])
def test_absolute_refuses_what_is_no_web_page(link: str) -> None:
    assert absolute(HOST, link) == ""
