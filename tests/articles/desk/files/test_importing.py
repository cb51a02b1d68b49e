"""Files of sources: good lines in, bad ones listed by number, whatever the encoding; twice is once."""

import gzip
from collections.abc import Iterator

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.utils import timezone

from articles.desk.files import importing
from articles.desk.files.exporting import outline_lines, table_lines
from articles.desk.files.importing import save_import, take_in
from articles.desk.files.tables import read_table
from articles.desk.files.values import Refused, SourceRow
from articles.models import BadLine, Feed, Source, SourceImport
from tests.work import calls_in

pytestmark = pytest.mark.django_db
HEAD = "slug,name,home,group,pace,feeds\n"


def imported(content: bytes) -> SourceImport:
    user = get_user_model().objects.get_or_create(username="kurator")[0]
    return take_in(save_import("sumber.csv", content, user.pk))


def many(count: int) -> Iterator[str]:
    """Every tenth line is bad, in one of five ways."""
    bad = (
        "s{n},,https://s{n}.example/,national,5,",
        "s{n},Nama,http://127.0.0.1/,national,5,",
        "s{n},Nama,https://s{n}.example/,bulan,5,",
        "s{n},Nama,https://s{n}.example/,national,cepat,",
        "S {n},Nama,https://s{n}.example/,national,5,",
    )
    for n in range(count):
        form = bad[n // 10 % 5] if n % 10 == 0 else "s{n},Media {n},https://s{n}.example/,regional,5,"
        yield form.format(n=n) + (f"https://s{n}.example/rss" if n % 10 else "")


def test_five_thousand_lines_with_bad_ones_among_them_and_the_same_file_again() -> None:
    content = (HEAD + "\n".join(many(5000))).encode()
    done = imported(content)
    assert (done.created, done.bad, done.changed) == (4500, 500, 0)
    assert done.finished is not None
    assert not done.content
    lines = list(BadLine.objects.order_by("line").values_list("line", flat=True))
    assert lines == list(range(2, 5002, 10))
    assert Feed.objects.count() == 4500
    assert not Source.objects.filter(enabled=True).exists()
    logged = LogEntry.objects.count()
    again = imported(content)
    assert (again.created, again.changed, again.unchanged, again.bad) == (0, 0, 4500, 500)
    assert LogEntry.objects.count() == logged


def test_a_killed_import_goes_on_where_it_stood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 10)
    kept = importing.save_batch

    def die_at_the_third(given: SourceImport, batch: list[SourceRow | Refused]) -> None:
        if batch[0].line > 20:
            raise MemoryError
        kept(given, batch)

    user = get_user_model().objects.create(username="kurator")
    given = save_import("s.csv", (HEAD + "\n".join(many(45))).encode(), user.pk)
    monkeypatch.setattr(importing, "save_batch", die_at_the_third)
    with pytest.raises(MemoryError):
        take_in(given)
    given.refresh_from_db()
    assert (given.line, given.finished) == (21, None)
    monkeypatch.setattr(importing, "save_batch", kept)
    done = take_in(given)
    assert (done.created + done.bad, Source.objects.count()) == (45, done.created)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators_are_told_by_the_bytes(encoding: str, separator: str) -> None:
    text = "name,home,note\nWarta Élan,https://warta.example/,catatan\n".replace(",", separator)
    assert imported(text.encode(encoding)).created == 1
    assert Source.objects.get().name == "Warta Élan"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("s,Nama,http://localhost/,,,", "jaringan dalam"),
        ("s,Nama,http://10.0.0.1/,,,", "jaringan dalam"),
        ("s,Nama,https://s.example/,,,http://[::1]/rss", "jaringan dalam"),
        ("s,Nama,https://s.example:8080/,,,", "porta"),
        ("s,Nama,,,,", "tidak dapat dibaca"),
        ("s,Nama,https://s.example/,,nan,", "0 sampai 3600"),
        ("s,Nama,https://s.example/,,5,,lebih", "lebih banyak kolom"),
        (f"s,{'n' * 121},https://s.example/,,5,", "lebih panjang dari 120"),
        (f"s,{'n' * 30000},https://s.example/,,5,", "terlalu panjang"),
        ('s,"Nama,https://s.example/,,5,', "tidak ditutup"),
        ("baik,Kembar,https://lain.example/,,5,", "sudah ada di baris 2"),
        ("lain,Nama,https://baik.example/,,5,", "sudah milik sumber baik"),
    ],
)
def test_a_bad_line_is_named_and_costs_only_itself(line: str, words: str) -> None:
    good = "baik,Baik,https://baik.example/,national,5,\n"
    after = "akhir,Akhir,https://akhir.example/,national,5,\n"
    done = imported((HEAD + good + line + "\n" + after).encode())
    bad = BadLine.objects.get()
    assert (done.bad, bad.line) == (1, 3)
    assert words in bad.reason
    assert set(Source.objects.values_list("slug", flat=True)) == {"baik", "akhir"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "name dan home"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "name dan home"),
        (b"nama,alamat\nA,https://a.example/\n", "name dan home"),
        (b"<opml><body><outline xmlUrl='https://a.example/rss'></body></opml>", "rusak di baris"),
        (b"<html><body>halaman</body></html>", "bukan OPML"),
        (b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><opml>&b;</opml>", "tidak diterima"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_changes_nothing(content: bytes, words: str) -> None:
    done = imported(content)
    assert words in done.trouble
    assert done.finished is not None
    assert not Source.objects.exists()


def test_opml_gives_a_source_for_each_site_with_its_feeds() -> None:
    opml = (
        '<opml version="2.0"><body><outline text="Daerah">'
        '<outline text="Warta" htmlUrl="https://warta.example/" xmlUrl="https://warta.example/rss"/>\n'
        '<outline text="Warta" htmlUrl="https://warta.example/" xmlUrl="https://warta.example/atom"/>\n'
        '<outline text="Dalam" xmlUrl="http://192.168.1.1/rss"/></outline></body></opml>'
    )
    done = imported(opml.encode())
    source = Source.objects.get()
    assert (source.name, source.feeds.count(), done.bad) == ("Warta", 2, 1)
    Source.objects.update(name="Nama Redaksi", enabled=True)
    assert imported(opml.encode()).unchanged == 1
    assert Source.objects.get().name == "Nama Redaksi"


@pytest.mark.parametrize("lines", [table_lines, outline_lines])
def test_what_is_taken_away_can_be_taken_in_again(lines: object) -> None:
    assert callable(lines)
    for n in range(3):
        source = Source.objects.create(
            slug=f"s-{n}", name=f"=Media & <{n}>", home=f"https://s{n}.example/", group="wire", pace=2.5
        )
        source.feeds.create(url=f"https://s{n}.example/rss?a=1&b=2")
    given = "".join(lines(Source.objects.all())).encode()
    before = list(Source.objects.order_by("slug").values("slug", "name", "home", "group"))
    assert imported(given).unchanged == 3
    Source.objects.all().delete()
    assert imported(given).created == 3
    assert list(Source.objects.order_by("slug").values("slug", "name", "home", "group")) == before
    assert Feed.objects.filter(url="https://s1.example/rss?a=1&b=2").exists()


def test_reading_a_table_does_work_in_proportion_to_its_lines() -> None:
    def work(count: int) -> int:
        content = (HEAD + "\n".join(many(count))).encode()
        return calls_in(lambda: sum(1 for _ in read_table(content)))

    assert work(400) < 2.5 * work(200)


def test_two_workers_take_one_file_once() -> None:
    user = get_user_model().objects.create(username="kurator")
    given = save_import("s.csv", HEAD.encode(), user.pk)
    assert gzip.decompress(given.content) == HEAD.encode()
    assert SourceImport.objects.claim(given.pk, timezone.now())
    assert not SourceImport.objects.claim(given.pk, timezone.now())
