"""Measures the parser on real pages that lie beside the repository; nothing of them is kept here."""

import gzip
import json
import re
from collections import Counter
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from articles.parsing.article import parse_article
from articles.parsing.layouts import GENERIC
from articles.values import Page, ParsedArticle

PAGES = Path(__file__).resolve().parents[4] / "shared" / "data" / "pages"
WORD = re.compile(r"\w+")

pytestmark = pytest.mark.skipif(
    not (PAGES / "expected.json").is_file(), reason="the shared real pages are not beside the repository"
)


@cache
def expectations() -> dict[str, dict[str, Any]]:
    return dict(json.loads((PAGES / "expected.json").read_text(encoding="utf-8")))


@cache
def parsed(name: str, *, declared: bool) -> ParsedArticle:
    with gzip.open(PAGES / name) as stream:
        page = Page(
            url=expectations()[name]["url"], body=stream.read(), fetched_at=datetime(2026, 11, 1, tzinfo=UTC)
        )
    return parse_article(page, None if declared else GENERIC)


def word_f1(found: str, wanted: str) -> float:
    left, right = (Counter(WORD.findall(text.lower())) for text in (found, wanted))
    shared = (left & right).total()
    return 2 * shared / (left.total() + right.total())


def right_titles(*, declared: bool) -> list[bool]:
    rows = expectations().items()
    return [parsed(name, declared=declared).title == row["title"] for name, row in rows if "title" in row]


def right_times(*, declared: bool) -> list[bool]:
    rows = expectations().items()
    wanted = {name: datetime.fromisoformat(row["published"]) for name, row in rows if "published" in row}
    return [parsed(name, declared=declared).published == moment for name, moment in wanted.items()]


def body_scores(*, declared: bool) -> list[float]:
    rows = expectations().items()
    bodies = {name: row["body"] for name, row in rows if "body" in row}
    return [
        word_f1("\n".join(parsed(name, declared=declared).paragraphs), body) for name, body in bodies.items()
    ]


def test_declared_outlets_are_read_right() -> None:
    assert all(right_titles(declared=True))
    assert all(right_times(declared=True))


def test_declared_bodies_are_whole() -> None:
    scores = body_scores(declared=True)
    assert mean(scores) >= 0.97
    assert min(scores) >= 0.90


def test_unknown_sites_are_read_well() -> None:
    assert sum(right_titles(declared=False)) >= 9
    assert sum(right_times(declared=False)) >= 9
    assert mean(body_scores(declared=False)) >= 0.92


def test_nothing_but_plain_text() -> None:
    for name in expectations():
        text = parsed(name, declared=True).text
        assert not re.search(r"</?[a-z]+[ >]|&[a-z]+;|\xa0|\u200b|\xad", text), name
        assert not re.search(r"(?i)baca juga|advertisement|\[gambas", text), name
