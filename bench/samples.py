"""What the benchmarks read: article bodies and saved pages, real ones where they are at hand."""

import gzip
import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from articles.values import Page
from claims.linking.vocabulary import FOLDER, read_rows
from claimtrack.newsroom.outlets import OUTLETS, desk_at
from claimtrack.newsroom.values import Edition

ROOT = Path(__file__).resolve().parent.parent
NOON = datetime(2024, 10, 20, 5, tzinfo=UTC)
BASE = "http://127.0.0.1:8101"


@cache
def texts() -> list[str]:
    """Real article bodies beside the checkout; where there are none, the demo newsroom's stories."""
    bodies = ROOT.parent / "shared" / "data" / "articles" / "2025-06.jsonl.gz"
    if not bodies.exists():
        return demo_texts()
    with gzip.open(bodies, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["body"] for line in lines]


def demo_texts() -> list[str]:
    """Title and paragraphs of every demo story, one a line: dense with statements."""
    desks = [desk_at(outlet, BASE, Edition.FIRST) for outlet in OUTLETS]
    return ["\n".join((story.title, *story.paragraphs)) for desk in desks for story in desk.stories]


@cache
def common_words() -> list[str]:
    """Stems of news by how many sentences hold them, the commonest first."""
    counted = read_rows(FOLDER / "frequencies.txt")
    return [word for word, _ in sorted(counted, key=lambda row: -int(row[1]))]


@cache
def real_pages() -> list[Page]:
    """Saved pages of real sites beside the checkout; where there are none, the made-up ones of the tests."""
    return _shared_pages() or _evidence_pages()


def _shared_pages() -> list[Page]:
    folder = ROOT.parent / "shared" / "data" / "pages"
    expected = folder / "expected.json"
    named = json.loads(expected.read_text()) if expected.exists() else {}
    return [
        _page(facts["url"], gzip.decompress((folder / name).read_bytes())) for name, facts in named.items()
    ]


def _evidence_pages() -> list[Page]:
    pages = sorted((ROOT / "tests" / "pages").glob("*/*/page.html"))
    return [
        _page(json.loads(page.with_name("expected.json").read_text())["url"], page.read_bytes())
        for page in pages
    ]


def _page(url: str, body: bytes) -> Page:
    return Page(url=url, body=body, fetched_at=NOON, content_type="text/html")
