"""Archives are read like the web: pages at their own time, all other records by the name of what they are."""

import gzip
from collections import Counter
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from pytest_django import Settings

from articles.archives.importing import import_archive, open_archive
from articles.models import Archive, Article, Fetch, Lead, Revision, Source
from articles.takedowns import let_in, take_down
from claimtrack.newsroom.outlets import OUTLETS, desk_at
from claimtrack.newsroom.publishers import newsroom_publishers
from claimtrack.newsroom.values import Edition
from tests.articles.warcs import HTML, Warc, chunked, page_of
from tests.rows import make_source, wib

pytestmark = pytest.mark.django_db
DESK = desk_at(OUTLETS[1], "http://127.0.0.1:8102", Edition.FIRST)
STORY = DESK.stories[0]
URL, PAGE = DESK.address(STORY), page_of(DESK, STORY)
EDITED = PAGE.replace(STORY.paragraphs[-1].encode(), b"Kalimat baru di akhir berita contoh ini.")


@pytest.fixture(autouse=True)
def declared(settings: Settings) -> None:
    """The demo's outlets are known; nothing listens there."""
    settings.EXTRA_PUBLISHERS = newsroom_publishers((8101, 8102, 8103))
    settings.FETCH_ALLOW = tuple(f"127.0.0.1:{port}" for port in (8101, 8102, 8103))


@pytest.fixture
def warc(tmp_path: Path) -> Warc:
    """An empty archive."""
    return Warc(tmp_path / "simpanan.warc.gz")


def read(path: Path, *, known_only: bool = False) -> dict[str, int]:
    """How the records of the file ended."""
    archive = open_archive(path, known_only=known_only)
    return dict(Counter(step.keeping.outcome for step in import_archive(path, archive)))


def words(number: int) -> str:
    """The last paragraph of a revision of the one article."""
    return Revision.objects.get(number=number).paragraphs[-1]


def test_a_page_becomes_an_article_as_it_stood_at_its_capture(warc: Warc) -> None:
    assert read(warc.add(URL, PAGE, wib(18)).save()) == {"new_article": 1}
    revision = Revision.objects.select_related("article__source").get()
    assert revision.paragraphs == list(STORY.paragraphs)
    assert revision.fetched == revision.article.first_seen == revision.article.last_seen == wib(18)
    assert revision.recorded > wib(18)
    assert (revision.article.url, revision.article.source.slug) == (URL, "warta-nusa")
    assert revision.article.next_visit is None
    assert not Fetch.objects.exists()


def test_captures_become_revisions_in_the_order_of_their_times(warc: Warc) -> None:
    third = EDITED.replace(b"Kalimat baru", b"Kalimat terbaru")
    warc.add(URL, third, wib(20)).add(URL, PAGE, wib(16)).add(URL, EDITED, wib(18))
    assert read(warc.save()) == {"new_article": 1, "new_revision": 2}
    found = Revision.objects.order_by("number").values_list("number", "fetched")
    assert list(found) == [(1, wib(16)), (2, wib(18)), (3, wib(20))]
    assert [words(number).split()[1] for number in (2, 3)] == ["baru", "terbaru"]
    article = Article.objects.get()
    assert (article.first_seen, article.last_seen) == (wib(16), wib(20))


def test_an_older_capture_never_stands_over_what_was_fetched(warc: Warc) -> None:
    read(warc.add(URL, EDITED, wib(20)).save())
    article = Article.objects.get()
    older = Warc(warc.path.with_name("lama.warc.gz")).add(URL, PAGE, wib(10)).save()
    assert read(older) == {"new_revision": 1}
    assert article.latest().fetched == wib(20)
    assert article.revisions.get(number=1).fetched == wib(10)


@pytest.mark.parametrize("day", [12, 18, 25])
def test_the_same_words_again_are_known_whenever_they_were_captured(warc: Warc, day: int) -> None:
    warc.add(URL, PAGE, wib(18)).add(URL, PAGE + b"<!-- 7 -->", wib(day))
    assert read(warc.save()) == {"new_article": 1, "known": 1}
    assert Revision.objects.count() == 1


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (chunked(PAGE), [HTML, ("Transfer-Encoding", "chunked")]),
        (gzip.compress(PAGE), [HTML, ("Content-Encoding", "gzip")]),
        (
            chunked(gzip.compress(PAGE)),
            [HTML, ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")],
        ),
        (PAGE, [HTML, ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]),
        (PAGE, [HTML, ("Content-Encoding", "br")]),
        (PAGE, []),
        (
            PAGE.decode().replace('charset="utf-8"', "").encode("utf-16"),
            [("content-type", "TEXT/HTML; charset=UTF-16")],
        ),
    ],
    ids=["chunked", "gzip", "both", "decoded, headers kept", "brotli decoded", "no headers", "utf-16"],
)
@pytest.mark.parametrize("plain", [False, True], ids=["gz", "plain"])
def test_pages_are_read_in_every_wrapping(
    tmp_path: Path, body: bytes, headers: list[tuple[str, str]], plain: bool
) -> None:
    warc = Warc(tmp_path / "w.warc", plain=plain).add(URL, body, wib(18), headers=headers)
    assert read(warc.save()) == {"new_article": 1}
    assert Revision.objects.get().paragraphs == list(STORY.paragraphs)


def test_everything_else_is_left_out_by_name(warc: Warc) -> None:
    picture = ("Content-Type", "image/png")
    warc.add_other("dns:kabar.example", "response", b"20241018 kabar.example. A 127.0.0.1")
    warc.add_other(URL, "request", b"GET / HTTP/1.1\r\n\r\n")
    warc.add(URL, b"", wib(18), status="301 Moved", headers=[("Location", "/lain")])
    warc.add(URL, PAGE, wib(18), status="500 Oops").add(URL, PAGE, wib(18), status="404 Not Found")
    warc.add(URL, PAGE, wib(18), headers=[picture]).add(URL, b"\x89PNG", wib(18), headers=[])
    warc.add(URL, b"<title>Indeks</title><ul><li><a href=/a>A</a></ul>", wib(18))
    warc.add(f"{DESK.base}/indeks", PAGE, wib(18)).add(f"{URL}?page=2", PAGE, wib(18))
    warc.add(URL, PAGE, datetime.now(wib(1).tzinfo) + timedelta(days=9))
    warc.add(URL, PAGE, wib(18), WARC_Truncated="length")
    warc.add(
        URL, gzip.compress(b"<p>" + b" " * 9_000_000), wib(18), headers=[HTML, ("Content-Encoding", "gzip")]
    )
    warc.add(URL, gzip.compress(PAGE)[:900], wib(18), headers=[HTML, ("Content-Encoding", "gzip")])
    warc.add(URL, b"\x0b\x02\x80", wib(18), headers=[HTML, ("Content-Encoding", "br")])
    warc.add("http://127.0.0.1:1/2024/10/18/berita", PAGE, wib(18))
    assert read(warc.save()) == {
        "other_record": 2,
        "redirect": 1,
        "http_error": 1,
        "gone": 1,
        "wrong_type": 2,
        "not_an_article": 1,
        "no_article_address": 1,
        "later_page": 1,
        "undated": 1,
        "truncated": 2,
        "too_large": 1,
        "undecodable": 1,
        "blocked_address": 1,
    }
    assert not Article.objects.exists()
    assert not Source.objects.exists()


def test_a_revisit_says_that_the_words_still_stood(warc: Warc) -> None:
    warc.add(URL, PAGE, wib(16)).add_revisit(URL, wib(19), of=wib(16))
    assert read(warc.save()) == {"new_article": 1, "known": 1}
    assert Article.objects.get().last_seen == wib(19)


def test_a_revisit_of_older_words_brings_them_back(warc: Warc) -> None:
    warc.add(URL, PAGE, wib(16)).add(URL, EDITED, wib(17)).add_revisit(URL, wib(19), of=wib(16))
    assert read(warc.save()) == {"new_article": 1, "new_revision": 2}
    assert words(3) == words(1) != words(2)


def test_a_revisit_under_another_address_finds_the_story(warc: Warc) -> None:
    warc.add(URL, PAGE, wib(16)).add_revisit(f"{URL}?utm_source=x", wib(19), of=wib(16), of_url=URL)
    warc.add_revisit(f"{DESK.base}/read/2024/10/18/0999/tidak-tersimpan", wib(19), of=wib(16))
    assert read(warc.save()) == {"new_article": 1, "known": 1, "revisit_of_unknown": 1}


def test_all_forms_of_an_address_are_one_article_and_a_lesser_form_is_no_edit(warc: Warc) -> None:
    warc.add(f"{URL}?utm_source=x#top", PAGE, wib(16)).add(f"{URL}?page=all", PAGE, wib(17))
    warc.add(f"{URL}/amp", EDITED, wib(18))
    assert read(warc.save()) == {"new_article": 1, "known": 1, "other_form": 1}
    assert Revision.objects.count() == 1


def test_a_capture_of_a_page_that_was_gone_marks_the_article_removed(warc: Warc) -> None:
    warc.add(URL, PAGE, wib(16)).add(URL, b"", wib(20), status="410 Gone")
    read(warc.save())
    assert Article.objects.get().removed == wib(20)
    later = Warc(warc.path.with_name("lagi.warc.gz")).add(URL, PAGE, wib(22)).save()
    read(later)
    assert Article.objects.get().removed is None


def test_an_unknown_site_is_read_by_the_generic_reader_or_left_out(warc: Warc) -> None:
    body = PAGE.replace(DESK.base.encode(), b"https://asing.example")
    path = warc.add("https://asing.example/2024/10/18/berita-contoh", body, wib(18)).save()
    assert read(path, known_only=True) == {"unknown_host": 1}
    assert read(path) == {"new_article": 1}
    source = Source.objects.get()
    assert (source.slug, source.enabled) == ("asing-example", False)


def test_a_registered_site_without_a_declaration_is_known(warc: Warc) -> None:
    make_source("Asing", home="https://asing.example/")
    body = PAGE.replace(DESK.base.encode(), b"https://asing.example")
    path = warc.add("https://asing.example/2024/10/18/berita-contoh", body, wib(18)).save()
    assert read(path, known_only=True) == {"new_article": 1}


def test_a_story_that_the_outlet_announced_is_still_visited(warc: Warc) -> None:
    Lead.objects.create(source=make_source("Warta Nusa"), url=URL)
    read(warc.add(URL, PAGE, wib(18)).save())
    assert not Lead.objects.exists()
    assert Article.objects.get().next_visit is not None


def many(warc: Warc) -> Path:
    """Every story of the outlet, with records between that give nothing."""
    for story in DESK.stories:
        warc.add_other(DESK.address(story), "request", b"GET / HTTP/1.1\r\n\r\n")
        warc.add(DESK.address(story), page_of(DESK, story), wib(19))
    return warc.save()


@pytest.mark.parametrize("plain", [False, True], ids=["gz", "plain"])
@pytest.mark.parametrize("steps", [2, 3, 7])
def test_a_stopped_import_goes_on_where_it_was(tmp_path: Path, plain: bool, steps: int) -> None:
    path = many(Warc(tmp_path / "w.warc", plain=plain))
    for _ in range(100):
        archive = open_archive(path)
        if archive.finished:
            break
        list(islice(import_archive(path, archive), steps))
    archive = Archive.objects.get()
    assert (archive.records, archive.outcomes) == (
        2 * len(DESK.stories),
        {"other_record": len(DESK.stories), "new_article": len(DESK.stories)},
    )
    assert archive.offset == path.stat().st_size
    assert Revision.objects.count() == len(DESK.stories)


def test_a_file_is_known_by_its_content(warc: Warc) -> None:
    path = warc.add(URL, PAGE, wib(18)).save()
    assert read(path) == {"new_article": 1}
    assert read(path.rename(path.with_name("lain.warc.gz"))) == {}
    assert Archive.objects.count() == 1


def test_no_archive_brings_back_a_text_that_was_taken_down(warc: Warc) -> None:
    read(warc.add(URL, PAGE, wib(18)).save())
    user = get_user_model().objects.create_user("meja").pk
    take_down(Article.objects.get(), user=user, requested_by="Warta Nusa", reason="permintaan media")
    older = Warc(warc.path.with_name("lama.warc.gz")).add(URL, EDITED, wib(10))
    assert read(older.save()) == {"known": 1}
    let_in(Article.objects.get(), user=user, requested_by="Warta Nusa", reason="permintaan media")
    assert read(older.add(URL, EDITED, wib(25)).save()) == {"known": 2}
    assert set(Revision.objects.values_list("body", flat=True)) == {""}
