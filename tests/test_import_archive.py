"""`import_archive` takes stored pages the whole way, and says in one line what it did or what is wrong."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from articles.models import Archive, Article, Revision
from claims.desk import read_and_link
from claims.models import Reading, Report
from claims.store import waiting
from claimtrack.newsroom.outlets import OUTLETS, desk_at
from claimtrack.newsroom.publishers import newsroom_publishers
from claimtrack.newsroom.values import Edition
from tests.articles.warcs import HTML, Warc, one_gzip_stream, page_of
from tests.rows import wib

pytestmark = pytest.mark.django_db
DESK = desk_at(OUTLETS[2], "http://127.0.0.1:8103", Edition.FIRST)


@pytest.fixture(autouse=True)
def declared(settings: Settings) -> None:
    """The demo's outlets are known; nothing listens there."""
    settings.EXTRA_PUBLISHERS = newsroom_publishers((8101, 8102, 8103))
    settings.FETCH_ALLOW = tuple(f"127.0.0.1:{port}" for port in (8101, 8102, 8103))


def stored(path: Path, stories: int = 3, cut: int = 0) -> Path:
    """An archive of the outlet's first stories."""
    warc = Warc(path)
    for story in DESK.stories[:stories]:
        warc.add(DESK.address(story), page_of(DESK, story), wib(19), headers=[HTML])
    return warc.save(cut=cut)


def run(*files: Path, **options: bool) -> str:
    """What the command prints."""
    out = StringIO()
    call_command("import_archive", *map(str, files), stdout=out, **options)
    return out.getvalue()


def refusal(*files: Path) -> str:
    """The one line with which the command refuses."""
    with pytest.raises(CommandError) as caught:
        run(*files)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_stored_pages_are_kept_read_and_linked(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.warc.gz")
    assert run(path) == f"{path}: 3 records, 3 new articles, 0 new revisions, 0 known\n"
    assert Reading.objects.count() == Revision.objects.count() == 3
    assert Report.objects.exclude(utterance=None).exists()
    assert not waiting().exists()


def test_reading_can_be_left_to_the_workers(tmp_path: Path) -> None:
    run(stored(tmp_path / "a.warc.gz"), keep_only=True)
    assert (Revision.objects.count(), Reading.objects.count(), waiting().count()) == (3, 0, 3)


def test_a_text_that_breaks_the_reader_holds_up_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_most(revision: int) -> str:
        if revision == Revision.objects.earliest("pk").pk:
            raise RecursionError("terlalu dalam")
        return read_and_link(revision)

    monkeypatch.setattr("claimtrack.management.commands.import_archive.read_and_link", read_most)
    error = StringIO()
    call_command("import_archive", str(stored(tmp_path / "a.warc.gz")), stdout=StringIO(), stderr=error)
    assert "kept, not read yet (terlalu dalam)" in error.getvalue()
    assert (Revision.objects.count(), Reading.objects.count()) == (3, 2)


def test_the_same_file_again_is_told_and_not_read(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.warc.gz")
    run(path)
    assert run(path).startswith(f"{path}: read before: 3 records, 3 new articles")
    assert Archive.objects.count() == 1


def test_what_a_killed_run_kept_unread_is_read_first(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.warc.gz")
    run(path)
    Archive.objects.update(finished=None)
    Reading.objects.all().delete()
    run(path)
    assert Reading.objects.count() == 3


def test_a_file_that_stops_short_gives_what_came_before_and_says_so(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.warc.gz", cut=500)
    assert "after byte" in refusal(path)
    assert Article.objects.count() == 2
    assert Archive.objects.get().finished is None
    assert Reading.objects.count() == 2


def test_bad_files_stop_it_before_anything_is_kept(tmp_path: Path) -> None:
    good, page = stored(tmp_path / "a.warc.gz"), tmp_path / "halaman.html"
    page.write_text("<html>bukan arsip</html>")
    empty = tmp_path / "kosong.warc"
    empty.write_bytes(b"")
    noise = tmp_path / "derau.warc.gz"
    noise.write_bytes(bytes(range(256)) * 40)
    for path, words in (
        (tmp_path / "tiada.warc.gz", "is not there; check the path"),
        (tmp_path, "is no file"),
        (page, "is no WARC file"),
        (noise, "is no WARC file"),
        (empty, "is empty"),
    ):
        assert str(path) in refusal(good, path)
        assert words in refusal(good, path)
    assert not Article.objects.exists()


def test_one_gzip_stream_is_told_how_to_become_a_warc(tmp_path: Path) -> None:
    assert "warcio recompress" in refusal(one_gzip_stream(tmp_path / "a.warc.gz"))


def test_a_damaged_middle_is_named_with_its_place(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.warc.gz")
    whole = bytearray(path.read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 300] = b"\x00" * 300
    path.write_bytes(whole)
    assert "after byte" in refusal(path)


def test_on_the_shell_a_wrong_path_is_one_line_without_a_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "manage.py", "import_archive", str(tmp_path / "tiada.warc")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=dict(os.environ))
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "is not there" in done.stderr
