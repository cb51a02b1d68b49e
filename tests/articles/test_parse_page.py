"""`parse_page` prints articles of saved pages, and one line for what is none."""

import gzip
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

PAGE = Path(__file__).resolve().parents[1] / "pages" / "detik" / "2019" / "page.html"
URL = "https://news.detik.com/berita/d-7000001/warga-teluk-merpati-menolak-jembatan-baru?single=1"


def run(*arguments: str) -> tuple[str, str, int]:
    out, err = StringIO(), StringIO()
    status = 0
    try:
        call_command("parse_page", *arguments, stdout=out, stderr=err)
    except SystemExit as stop:
        status = int(stop.code or 0)
    return out.getvalue(), err.getvalue(), status


def test_prints_one_object(tmp_path: Path) -> None:
    packed = tmp_path / "page.html.gz"
    packed.write_bytes(gzip.compress(PAGE.read_bytes()))
    for path in (PAGE, packed):
        out, _, status = run(str(path), "--url", URL, "--json")
        found = json.loads(out)
        assert status == 0
        assert found["canonical_url"] == URL.removesuffix("?single=1")
        assert found["published"] == "2025-02-03T09:05:11+07:00"


def test_reads_a_list_and_goes_on_after_a_bad_page(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE.read_bytes())
    (tmp_path / "bad.html").write_text("", encoding="utf-8")
    listing = tmp_path / "list.tsv"
    listing.write_text(f"bad.html\t{URL}\npage.html\t{URL}\n", encoding="utf-8")
    out, err, status = run("--list", str(listing))
    assert [json.loads(line)["publisher"] for line in out.splitlines()] == ["detik"]
    assert err.count("\n") == 1
    assert "empty" in err
    assert status == 0
    (tmp_path / "page.html").unlink()
    assert run("--list", str(listing))[2] == 1


def test_people_get_lines() -> None:
    out, _, _ = run(str(PAGE), "--url", URL)
    assert "title: Warga Teluk Merpati Menolak Jembatan Baru" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("/nowhere/page.html", "--url", URL), "No such file"),
        ((str(PAGE), "--url", "bukan alamat"), "not a web address"),
    ],
)
def test_bad_input_is_one_line(arguments: tuple[str, ...], words: str) -> None:
    _, err, status = run(*arguments)
    assert status == 1
    assert words in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("arguments", [(), (str(PAGE),), ("--list", "/nowhere/list.tsv")])
def test_missing_arguments_say_what_to_give(arguments: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        run(*arguments)
