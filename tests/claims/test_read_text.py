"""`read_text` prints the fixed objects or readable blocks, and names bad input in one line."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

ROOT = Path(__file__).parents[2]
TEXT = (
    "Bupati Randusari bantah jual pulau\n"
    "Bupati Randusari, Wiryo Adi, menuduh pengusaha mematok sekitar 3.000 hektare lahan.\n"
    '"Kami cabut patoknya," kata Wiryo kepada Harian Cakrawala, Senin (11/3/2024).\n'
)
KEYS = [
    "start", "end", "text", "cue", "speaker", "quote", "kind", "said_on", "place", "via", "hedges", "figures",
    "denies", "rule", "score",
]  # fmt: skip
SPEAKER_KEYS = ["name", "start", "end", "text", "role", "sort", "on_behalf_of"]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "artikel.txt"
    path.write_bytes(TEXT.encode())
    return path


def read_text(*arguments: object) -> str:
    out = StringIO()
    call_command("read_text", *map(str, arguments), stdout=out)
    return out.getvalue()


def read_json(*arguments: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in read_text(*arguments, "--json").splitlines()]


def test_each_line_is_one_object_with_the_fixed_keys_first(article: Path) -> None:
    rows = read_json(article, "--published", "2024-03-12")
    assert rows
    for row in rows:
        assert list(row)[: len(KEYS)] == KEYS
        assert row["speaker"] is None or list(row["speaker"])[: len(SPEAKER_KEYS)] == SPEAKER_KEYS
        assert "file" not in row


def test_every_span_is_the_text_between_its_offsets(article: Path) -> None:
    for row in read_json(article):
        for place in (row, row["cue"], row["speaker"]):
            if place and place["start"] is not None:
                assert TEXT[place["start"] : place["end"]] == place["text"]


def test_the_quotation_is_read_with_who_when_and_through_whom(article: Path) -> None:
    (row,) = [row for row in read_json(article, "--published", "2024-03-12") if row["quote"] == "direct"]
    assert (row["text"], row["cue"]["text"]) == ('"Kami cabut patoknya,"', "kata")
    assert (row["speaker"]["name"], row["speaker"]["text"]) == ("Wiryo Adi", "Wiryo")
    assert (row["said_on"], row["via"]) == ("2024-03-11", ["Harian Cakrawala"])


def test_figures_carry_their_place_in_the_text(article: Path) -> None:
    (figure,) = [figure for row in read_json(article) for figure in row["figures"]]
    assert (figure["value"], figure["approximate"], figure["unit"]) == (3000, True, "hektare")
    assert "3.000" in TEXT[figure["start"] : figure["end"]]


def test_several_files_are_told_apart(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain.txt"
    other.write_bytes(TEXT.encode())
    assert {row["file"] for row in read_json(article, other)} == {str(article), str(other)}


def test_line_ends_count_as_they_stand_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "crlf.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    kept = path.read_bytes().decode()
    assert all(kept[row["start"] : row["end"]] == row["text"] for row in read_json(path))


def test_people_get_a_block_for_each_statement(article: Path) -> None:
    blocks = read_text(article, "--published", "2024-03-12")
    assert '"Kami cabut patoknya,"\n   speaker  Wiryo Adi' in blocks
    assert "   figure   about 3000 hektare" in blocks


def test_an_empty_file_has_no_statements(tmp_path: Path) -> None:
    path = tmp_path / "kosong.txt"
    path.write_bytes(b"")
    assert read_text(path, "--json") == ""


@pytest.mark.parametrize(
    ("content", "arguments", "message"),
    [
        (None, [], "no such file; check the path"),
        (b"\xff\xfe\x00", [], "is not UTF-8"),
        (b"Teks.", ["--published", "12 Maret"], "is not a day; write it as YYYY-MM-DD"),
    ],
)
def test_bad_input_is_named_in_one_line(
    tmp_path: Path, content: bytes | None, arguments: list[str], message: str
) -> None:
    path = tmp_path / "artikel.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError) as caught:
        read_text(path, *arguments)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_is_refused_with_status_one_and_no_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "manage.py", "read_text", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ}, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.strip().splitlines() == [
        f"CommandError: {tmp_path}: is a folder; name the files in it"
    ]
