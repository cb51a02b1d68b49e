"""Each declared layout reads its page of made-up words, and needs every selector it declares."""

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from articles.page_json import page_json
from articles.parsing.article import parse_article
from articles.parsing.verdicts import ParseError
from articles.publishers.base import Layout, Publisher
from articles.publishers.registry import PUBLISHERS
from articles.values import Page

EVIDENCE = Path(__file__).resolve().parents[2] / "pages"
FETCHED = datetime(2026, 1, 1, tzinfo=UTC)
LAYOUTS = [
    pytest.param(publisher, layout, id=f"{publisher.slug}-{layout.name}")
    for publisher in PUBLISHERS
    for layout in publisher.layouts
]


def evidence(publisher: Publisher, layout: Layout) -> tuple[Page, dict[str, Any]]:
    folder = EVIDENCE / publisher.slug / layout.name
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    page = Page(url=expected["url"], body=(folder / "page.html").read_bytes(), fetched_at=FETCHED)
    return page, expected


def differences(page: Page, expected: dict[str, Any], layout: Layout | None = None) -> dict[str, Any]:
    found = page_json(parse_article(page, layout))
    return {name: found[name] for name, value in expected.items() if found[name] != value}


def mutations(layout: Layout) -> Iterator[Layout]:
    """The layout without each of its selectors in turn, and without its reader of texts."""
    for field in fields(layout):
        value = getattr(layout, field.name)
        if field.name not in ("name", "until") and isinstance(value, tuple):
            for place in range(len(value)):
                shorter: dict[str, Any] = {field.name: value[:place] + value[place + 1 :]}
                yield replace(layout, **shorter)
    if layout.text_reader:
        yield replace(layout, text_reader=None)


@pytest.mark.parametrize(("publisher", "layout"), LAYOUTS)
def test_page_is_read(publisher: Publisher, layout: Layout) -> None:
    page, expected = evidence(publisher, layout)
    assert differences(page, expected) == {}
    assert expected["publisher"] == publisher.slug


@pytest.mark.parametrize(("publisher", "layout"), LAYOUTS)
def test_every_selector_is_needed(publisher: Publisher, layout: Layout) -> None:
    page, expected = evidence(publisher, layout)
    for mutant in mutations(layout):
        try:
            changed = differences(page, expected, mutant)
        except ParseError:
            continue
        assert changed, f"reads the page as well without a selector: {mutant}"


def test_every_publisher_has_evidence_or_says_why_not() -> None:
    bare = {publisher.slug for publisher in PUBLISHERS if not publisher.layouts}
    assert bare == {"dw-indonesia"}
    folders = {path.parent.parent.name for path in EVIDENCE.glob("*/*/page.html")}
    assert folders == {publisher.slug for publisher in PUBLISHERS}
