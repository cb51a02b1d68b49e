"""`evaluate` prints what it measured, and says in one line what to do about bad input."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

TEXT = 'Jalan itu ditutup.\n"Kami perbaiki pekan ini," kata Bupati Randusari, Wiryo Adi, Senin.\n'
QUOTE = '"Kami perbaiki pekan ini,"'
ROW: dict[str, Any] = {
    "doc": "d1",
    "id": "d1-1",
    "content": [TEXT.index(QUOTE), TEXT.index(QUOTE) + len(QUOTE)],
    "cue": [TEXT.index("kata"), TEXT.index("kata") + 4],
    "speaker_span": [TEXT.index("Wiryo Adi"), TEXT.index("Wiryo Adi") + 9],
    "speaker": "Wiryo Adi",
    "role": "Bupati Randusari",
    "quote": "direct",
    "kind": "claim",
    "via": None,
    "said_on": "2024-03-11",
    "denies": None,
}
CORPUS = Path(__file__).parent.parent / "texts" / "reading"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "gold"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "d1.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "docs.json").write_text('{"d1": {"published": "2024-03-12"}}', encoding="utf-8")
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    return path


def evaluate(*arguments: object) -> str:
    out = StringIO()
    call_command("evaluate", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_json_holds_every_figure(gold: Path) -> None:
    figures = json.loads(evaluate(gold, "--docs", gold.parent / "docs", "--json"))
    assert figures["statements"]["overlap"]["f1"] == 1.0
    assert figures["accuracy"]["said_on"] == 1.0
    assert set(figures["accuracy"]) >= {"speaker", "kind", "quote", "said_on", "via"}
    assert list(figures["by_document"]) == ["d1"]


def test_without_days_the_day_of_saying_is_not_judged(gold: Path) -> None:
    (gold.parent / "docs.json").unlink()
    table = evaluate(gold, "--docs", gold.parent / "docs")
    assert "said_on is not judged" in table
    assert "statements, overlap" in table


def test_errors_are_listed_on_request(gold: Path) -> None:
    wrong = {**ROW, "speaker": "Sari", "id": "d1-9"}
    gold.write_text(json.dumps(wrong), encoding="utf-8")
    lines = evaluate(gold, "--docs", gold.parent / "docs", "--errors").splitlines()
    (line,) = [line for line in lines if "Sari" in line]
    assert line.startswith("speaker d1-9: found (")
    assert "gold ('Sari',)" in line


def test_a_folder_of_annotated_texts_is_gold_too() -> None:
    assert json.loads(evaluate(CORPUS / "kosong.toml", "--json"))["statements"]["overlap"]["gold"] == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"doc": ', "line 1 is not JSON"),
        (json.dumps({**ROW, "kind": "rumour"}), "line 1 has a field of wrong form"),
        (json.dumps({**ROW, "content": [0, 9999]}), "d1-1: its content ends after the text of d1.txt"),
        (json.dumps({**ROW, "doc": "d2"}), "d2.txt: no such file"),
        ("", "holds no statements"),
    ],
)
def test_bad_gold_is_named_in_one_line(gold: Path, content: str, message: str) -> None:
    gold.write_text(content, encoding="utf-8")
    with pytest.raises(CommandError) as caught:
        evaluate(gold, "--docs", gold.parent / "docs")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("days", "message"),
    [("{", "line 1 is not JSON"), ("[]", "is not a JSON object"), ('{"d1": "March"}', "is not a day")],
)
def test_bad_days_are_named_in_one_line(gold: Path, days: str, message: str) -> None:
    (gold.parent / "docs.json").write_text(days, encoding="utf-8")
    with pytest.raises(CommandError, match=message):
        evaluate(gold, "--docs", gold.parent / "docs")


def test_missing_places_are_named(gold: Path) -> None:
    with pytest.raises(CommandError, match="--docs is missing"):
        evaluate(gold)
    with pytest.raises(CommandError, match="no such folder"):
        evaluate(gold, "--docs", gold.parent / "nowhere")
    with pytest.raises(CommandError, match="no such file"):
        evaluate(gold.parent / "no.jsonl", "--docs", gold.parent / "docs")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared gold is not beside this checkout")
def test_the_shared_gold_is_read_with_its_days() -> None:
    figures = json.loads(evaluate(SHARED / "dev.jsonl", "--docs", SHARED / "docs", "--json"))
    assert (figures["documents"], figures["statements"]["overlap"]["gold"]) == (18, 161)
    assert figures["accuracy"]["said_on"] is not None
