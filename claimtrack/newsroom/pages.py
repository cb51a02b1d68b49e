"""Fills the page templates: what all three outlets share on an article page, and their index pages."""

import html
from functools import cache
from pathlib import Path
from string import Template

from claimtrack.newsroom.values import Desk, Story
from claimtrack.newsroom.wording import FICTION, NOTICE, link, long_date

TEMPLATES = Path(__file__).parent / "templates"
INDEX_LENGTH = 10
RELATED_LENGTH = 4


@cache
def template(name: str) -> Template:
    """The page template of this name."""
    return Template((TEMPLATES / f"{name}.html").read_text("utf-8"))


def article_page(desk: Desk, story: Story, page: str = "") -> str:
    """The HTML page of a story in its outlet's markup."""
    fields = shared_fields(desk, story) | desk.outlet.story_fields(desk, story, page)
    return template(desk.outlet.slug).substitute(fields)


def shared_fields(desk: Desk, story: Story) -> dict[str, str]:
    """What every outlet's template may show, escaped."""
    words = {
        "title": story.title,
        "summary": story.paragraphs[0],
        "url": desk.address(story),
        "base": desk.base,
        "name": desk.outlet.name,
        "section": story.section,
        "byline": story.byline,
        "editor": story.editor,
        "caption": story.caption,
        "keywords": ", ".join(story.tags),
        "fiction": FICTION,
        "notice": NOTICE,
    }
    return {key: html.escape(value) for key, value in words.items()} | {"related": related_items(desk, story)}


def related_items(desk: Desk, story: Story) -> str:
    """List items of the newest other stories, as the column beside an article shows them."""
    others = [other for other in desk.stories if other.key != story.key][:RELATED_LENGTH]
    return "\n".join(f"<li>{link(desk.address(other), other.title)}</li>" for other in others)


def index_page(desk: Desk, number: int, day: str = "") -> str:
    """One page of the outlet's stories - all or those of one ISO day - ten a page, newest first, from 1."""
    stories = [story for story in desk.stories if day in ("", f"{story.published:%Y-%m-%d}")]
    shown = stories[(number - 1) * INDEX_LENGTH : number * INDEX_LENGTH]
    items = "\n".join(
        f"<article><h3>{link(desk.address(story), story.title)}</h3><time>{long_date(story.published)}</time>"
        "</article>"
        for story in shown
    )
    more, of_day = len(stories) > number * INDEX_LENGTH, f"date={day}&" if day else ""
    older = (
        link(f"{desk.base}{desk.outlet.index}?{of_day}page={number + 1}", "Selanjutnya", ' rel="next"')
        if more
        else ""
    )
    fields = {"name": desk.outlet.name, "base": desk.base, "fiction": FICTION, "notice": NOTICE}
    return template("index").substitute(fields, items=items, older=older)


def search_page(desk: Desk) -> str:
    """The page that robots.txt keeps crawlers away from: who asks for it does not obey robots.txt."""
    return template("cari").substitute(name=desk.outlet.name, fiction=FICTION, notice=NOTICE)
