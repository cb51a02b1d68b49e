"""bbc.com/indonesia: class names are generated, but the page carries its text as typed blocks of JSON."""

import json
from collections.abc import Iterator

from lxml.etree import _Element as HtmlElement

from articles.publishers.base import Group, Layout, Publisher, UrlRules

DEEPEST = 40


def read_text_blocks(tree: HtmlElement) -> tuple[str, ...]:
    """The paragraphs of the page's own state; empty where it has none that can be read."""
    for script in tree.iter("script"):
        if script.get("id") == "__NEXT_DATA__" and script.text:
            try:
                return tuple(paragraphs_in(json.loads(script.text), 0))
            except (ValueError, RecursionError):
                return ()
    return ()


def paragraphs_in(value: object, depth: int) -> Iterator[str]:
    """The text of every block of type "paragraph", in order, down to a depth no page reaches."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        model = value.get("model")
        if (
            value.get("type") == "paragraph"
            and isinstance(model, dict)
            and isinstance(model.get("text"), str)
        ):
            yield model["text"]
            return
        for inner in value.values():
            yield from paragraphs_in(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from paragraphs_in(inner, depth + 1)


PUBLISHER = Publisher(
    slug="bbc-indonesia",
    name="BBC News Indonesia",
    hosts=("bbc.com/indonesia", "bbc.co.uk/indonesia"),
    group=Group.FOREIGN,
    # The feed, and the blocks as seen in scrapers of the English site, were not checked on a page.
    feeds=("https://feeds.bbci.co.uk/indonesia/rss.xml",),
    layouts=(Layout(name="2022", text_reader=read_text_blocks),),
    urls=UrlRules(article=r"/indonesia/(?:articles/\w+|[\w-]+-\d{6,})", trailing_slash=False),
)
