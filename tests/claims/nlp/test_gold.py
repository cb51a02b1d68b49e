"""On the shared gold, where it is present, scores of 0.9 and more are right nine times in ten."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claims.nlp.reading import read
from claims.values import Statement

GOLD = Path(__file__).parents[4] / "shared" / "data" / "gold"

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the shared gold documents are not here")


def gold_rows() -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = {}
    for line in (GOLD / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows.setdefault(row["doc"], []).append(row)
    return rows


def is_right(statement: Statement, rows: list[dict[str, Any]]) -> bool:
    """Whether a row has nearly the same words, the same speaker and kind."""
    content = statement.content
    for row in rows:
        start, end = row["content"]
        shared = min(end, content.end) - max(start, content.start)
        if 2 * shared >= max(end, content.end) - min(start, content.start) and row["kind"] == statement.kind:
            names = {row["speaker"], *row.get("speaker_alt", [])}
            joint = row.get("speakers") == list(statement.speaker.members) if statement.speaker else False
            return joint or (statement.speaker is not None and statement.speaker.name in names)
    return False


def test_high_scores_are_right() -> None:
    documents = json.loads((GOLD / "docs.json").read_text(encoding="utf-8"))
    judged = []
    for name, rows in gold_rows().items():
        day = documents[name]["published"]
        text = (GOLD / "docs" / f"{name}.txt").read_text(encoding="utf-8")
        found = read(text, published=date.fromisoformat(day) if day else None).statements
        judged += [is_right(one, rows) for one in found if one.score >= 0.9]
    assert len(judged) > 50
    assert sum(judged) >= 0.9 * len(judged)


def test_the_article_the_project_grew_from_links_its_denials() -> None:
    rows = gold_rows()["a01"]
    text = (GOLD / "docs" / "a01.txt").read_text(encoding="utf-8")
    found = read(text, published=date(2024, 10, 18)).statements
    answered = {(one.speaker.name, one.denies) for one in found if one.speaker and one.denies is not None}
    assert sum(is_right(one, rows) for one in found) >= 12
    assert len({index for _, index in answered}) == 1
    assert len({name for name, _ in answered}) == 3
