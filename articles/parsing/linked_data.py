"""Reads schema.org data (JSON-LD) from a page, repairing what sites commonly break in it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from articles.parsing.hygiene import clean_text
from articles.parsing.markup import Markup

ARTICLE_TYPES = frozenset(
    {
        "newsarticle",
        "article",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "opinionnewsarticle",
        "blogposting",
    }
    | {"backgroundnewsarticle", "reviewnewsarticle", "advertisercontentarticle", "liveblogposting", "posting"}
)
PAGE_TYPES = frozenset({"webpage", "itempage", "videoobject", "imagegallery", "mediagallery", "quiz"})
LARGEST = 400_000
DEEPEST = 6
COMMA_BEFORE_END = re.compile(r",(\s*[}\]])")
COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)\s*$"
)
BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')
LOOSE_FIELD = re.compile(
    r'"(headline|datePublished|dateModified|dateCreated|articleSection)"\s{0,5}:\s{0,5}"((?:[^"\\]|\\.){1,500})"'
)
LOOSE_TYPE = re.compile(r'"@type"\s{0,5}:\s{0,5}"(?:News|Reportage\w{0,12})?Article"')
# What stands behind the first value, a semicolon or a remark, is left alone.
DECODER = json.JSONDecoder(strict=False)
Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The nodes that speak of the page itself: the article, the page around it, the way to it."""

    article: Node = field(default_factory=dict)
    page: Node = field(default_factory=dict)
    crumbs: tuple[str, ...] = ()
    types: frozenset[str] = frozenset()

    def text(self, name: str) -> str:
        """A field of the article, or else of the page, as clean text; empty where it is not said."""
        return as_text(self.article.get(name)) or as_text(self.page.get(name))

    def names(self, name: str) -> list[str]:
        """The names under a field that holds a person, a list of them, or their names."""
        return [as_text(one) for one in as_list(self.article.get(name))]


def parse_linked_data(markup: Markup) -> LinkedData:
    """What all JSON-LD scripts of the page say together; broken ones give what can be saved of them."""
    nodes: list[Node] = []
    for script in markup.tags.get("script", []):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            nodes += parse_nodes(script.text[:LARGEST])
    articles = [node for node in nodes if types_of(node) & ARTICLE_TYPES]
    pages = [node for node in nodes if types_of(node) & PAGE_TYPES]
    return LinkedData(
        article=max(articles, key=main_rank, default={}),
        page=next(iter(pages), {}),
        crumbs=next((crumbs for node in nodes if (crumbs := crumbs_of(node))), ()),
        types=frozenset(kind for node in nodes for kind in types_of(node)),
    )


def parse_nodes(script: str) -> list[Node]:
    """The nodes of one script, @graph and arrays opened."""
    text = COMMENT.sub("", script).strip()
    for attempt in (str, repaired):
        try:
            return list(open_nodes(DECODER.raw_decode(attempt(text))[0], 0))
        except (ValueError, RecursionError):
            continue
    return loose_nodes(text)


def repaired(text: str) -> str:
    """The script without stray commas and wrong escapes."""
    return BAD_ESCAPE.sub(r"\\\\", COMMA_BEFORE_END.sub(r"\1", text))


def loose_nodes(text: str) -> list[Node]:
    """The plain fields of a script that is beyond repair."""
    if not LOOSE_TYPE.search(text):
        return []
    node: Node = {"@type": "NewsArticle"}
    for name, value in LOOSE_FIELD.findall(text):
        node.setdefault(name, value.replace('\\"', '"').replace("\\/", "/"))
    return [node]


def open_nodes(value: object, depth: int) -> Iterator[Node]:
    """The nodes in a value of JSON, down through lists, @graph and mainEntity."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from open_nodes(one, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from open_nodes(value.get(name), depth + 1)


def types_of(node: Node) -> set[str]:
    """The types of a node in lower case, without the vocabulary's address."""
    return {str(one).rpartition("/")[2].lower() for one in as_list(node.get("@type"))}


def main_rank(node: Node) -> int:
    """How much a node tells: the page's own article says more than those it only lists."""
    return sum(
        bool(node.get(name)) for name in ("datePublished", "headline", "author", "articleBody", "image")
    )


def crumbs_of(node: Node) -> tuple[str, ...]:
    """The names along a breadcrumb list, from the front page inwards."""
    if "breadcrumblist" not in types_of(node):
        return ()
    items = (one for one in as_list(node.get("itemListElement")) if isinstance(one, dict))
    return tuple(name for item in items if (name := as_text(item.get("name")) or as_text(item.get("item"))))


def as_list(value: object) -> list[Any]:
    """A value that may stand alone or in a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def as_text(value: object) -> str:
    """The words of a value: itself, its name, or the first of a list."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict):
        return as_text(value.get("name") or value.get("url") or value.get("@value"))
    if isinstance(value, list):
        return as_text(value[0]) if value and not isinstance(value[0], list) else ""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""
