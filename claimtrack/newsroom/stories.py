"""Reads the newsroom's content files and gives the stories of each edition."""

import tomllib
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from claimtrack.newsroom.values import Change, Edition, Story

CONTENT = Path(__file__).parent / "content"


@cache
def all_stories() -> tuple[Story, ...]:
    """Every story as first printed, newest first."""
    stories = [parse_story(path.stem, path.read_text("utf-8")) for path in sorted(CONTENT.glob("*.toml"))]
    return tuple(sorted(stories, key=lambda story: (story.published, story.key), reverse=True))


def parse_story(key: str, content: str) -> Story:
    """The story in one content file (TOML): `text` holds one paragraph a line, `later` what changes."""
    fields: dict[str, Any] = tomllib.loads(content)
    later = fields.pop("later", None)
    return Story(
        key=key,
        paragraphs=tuple(fields.pop("text").strip().splitlines()),
        changed=fields["published"],
        tags=tuple(fields.pop("tags")),
        read_also=tuple(fields.pop("read_also")),
        later=Change(**later) if later else None,
        **fields,
    )


def stories_of(outlet: str, edition: Edition) -> tuple[Story, ...]:
    """The stories that stand on an outlet's site in this edition, newest first."""
    stories = (story for story in all_stories() if story.outlet == outlet)
    if edition is Edition.FIRST:
        return tuple(stories)
    return tuple(edited(story) for story in stories if not (story.later and story.later.gone))


def gone_from(outlet: str, edition: Edition) -> tuple[Story, ...]:
    """The stories an outlet has taken off its site by this edition."""
    if edition is Edition.FIRST:
        return ()
    return tuple(
        story for story in all_stories() if story.outlet == outlet and story.later and story.later.gone
    )


def edited(story: Story) -> Story:
    """The story after its silent edit, or as it was when it has none."""
    change = story.later
    if change is None:
        return story
    paragraphs = tuple(paragraph.replace(change.was, change.now) for paragraph in story.paragraphs)
    return replace(story, paragraphs=paragraphs, changed=change.at)


def last_change(outlet: str, edition: Edition) -> datetime:
    """When anything on the outlet's site changed last, removals included."""
    times = [story.changed for story in stories_of(outlet, edition)]
    return max([*times, *(story.later.at for story in gone_from(outlet, edition) if story.later)])
