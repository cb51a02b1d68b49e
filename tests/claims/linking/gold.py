"""The linking gold set: short fictional articles by dispute, with the right record beside them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from claimtrack.newsroom.values import Story

FOLDER = Path(__file__).parents[2] / "texts" / "linking"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """All stories of the set, their texts by key, and the hand-made record of them all."""

    stories: tuple[Story, ...]
    texts: dict[str, str]
    record: dict[str, Any]


@cache
def gold_set() -> GoldSet:
    """The whole set; the articles of all disputes stand side by side, as they would in the news."""
    files = [tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))]
    stories = tuple(parse_story(article) for file in files for article in file["article"])
    texts = {story.key: "\n".join((story.title, *story.paragraphs)) for story in stories}
    record = {
        "claim": [claim for file in files for claim in file["claim"]],
        "namesake": [pair for file in files for pair in file.get("namesake", [])],
    }
    return GoldSet(stories, texts, record)


def parse_story(article: dict[str, Any]) -> Story:
    """One article of a gold file as a story."""
    return Story(
        key=article["key"],
        outlet=article["outlet"],
        title=article["title"],
        paragraphs=tuple(article["text"].strip().splitlines()),
        published=article["published"],
        changed=article["published"],
        section="",
        byline="",
        editor="",
        dateline="",
        caption="",
        wire=article.get("wire", ""),
    )
