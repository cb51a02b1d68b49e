"""Finds the article on a page of unknown make: where the most prose stands close together."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element as HtmlElement

from articles.parsing.blocks import BLOCK_TAGS
from articles.parsing.furniture import SIDE_TAGS, SKIPPED_TAGS, furniture_of
from articles.parsing.markup import MOST_PIECES, Markup, text_pieces

PARAGRAPH_TAGS = frozenset({"p", "li", "blockquote", "pre", "dd", "h2", "h3", "h4", "h5", "h6"})
ANCESTOR_SHARES = (1.0, 0.45, 0.2)
SHORTEST_RUN = 40
ARTICLE_NAME = re.compile(
    r"article[-_]?(?:body|content|text|detail)|(?:body|detail|news|content|isi|post|entry|story|read)[-_]{0,2}"
    r"(?:article|content|body|text|detail|berita|isi|entry|news)|itp_bodycontent|isi-?berita|artikel|txt-article",
    re.IGNORECASE,
)
SIDE_NAME = re.compile(
    r"sidebar|footer|comment|komentar|header|menu|widget|copyright|about|tentang", re.IGNORECASE
)
LARGEST_DROPPED = 3000
# The block that a text belongs to, and whether the text is link.
Owner = tuple[HtmlElement, bool]


def find_article_nodes(markup: Markup) -> list[HtmlElement]:
    """The elements that hold the article's text; empty where the page has no prose."""
    scores = score_containers(markup)
    if not scores:
        return []
    best = max(scores, key=lambda element: scores[element] * name_weight(element))
    return sorted_siblings(best, scores)


def score_containers(markup: Markup) -> dict[HtmlElement, float]:
    """How much prose stands in or shortly under each element; links count against it."""
    scores: dict[HtmlElement, float] = defaultdict(float)
    for container, (size, linked) in prose_runs(markup).items():
        prose = size - 2.0 * linked
        if size < SHORTEST_RUN or prose <= 0:
            continue
        holder = container.getparent() if container.tag in PARAGRAPH_TAGS else container
        for share in ANCESTOR_SHARES:
            if holder is None or holder.tag in ("body", "html"):
                break
            scores[holder] += prose * share
            holder = holder.getparent()
    return scores or body_scores(markup)


def body_scores(markup: Markup) -> dict[HtmlElement, float]:
    """The body itself, for pages that put their paragraphs right into it."""
    bodies = markup.tags.get("body", [])[:1]
    return {body: 1.0 for body in bodies if any(True for _ in text_pieces(body))}


def prose_runs(markup: Markup) -> dict[HtmlElement, tuple[int, int]]:
    """For each block element the characters of its own text, and those of them that are links."""
    sizes: dict[HtmlElement, int] = defaultdict(int)
    links: dict[HtmlElement, int] = defaultdict(int)
    owners: dict[HtmlElement, Owner | None] = {}
    for element, owner in walk_owners(markup, owners):
        if owner is not None and element.text:
            add_run(sizes, links, owner, len(element.text.strip()))
        parent = element.getparent()
        above = owners.get(parent) if parent is not None and element.tail else None
        if above is not None and element.tail:
            add_run(sizes, links, above, len(element.tail.strip()))
    return {container: (size, links[container]) for container, size in sizes.items()}


def add_run(sizes: dict[HtmlElement, int], links: dict[HtmlElement, int], owner: Owner, size: int) -> None:
    """Counts one text node for the block it belongs to;"""
    container, in_link = owner
    sizes[container] += size
    if in_link:
        links[container] += size


def walk_owners(
    markup: Markup, owners: dict[HtmlElement, Owner | None]
) -> Iterator[tuple[HtmlElement, Owner | None]]:
    """Each element of the page with the owner of its text; None in furniture and outside the body."""
    for element in markup.elements:
        tag = element.tag
        if tag == "body":
            owner: Owner | None = (element, False)
        else:
            parent = element.getparent()
            owner = owners.get(parent) if parent is not None else None
            if owner is not None:
                owner = owner_of(element, tag, owner)
        owners[element] = owner
        yield element, owner


def owner_of(element: HtmlElement, tag: str, above: Owner) -> Owner | None:
    """The owner of an element's text, given its parent's."""
    if tag in SKIPPED_TAGS or ((element.attrib or tag in SIDE_TAGS) and is_dropped(element)):
        return None
    if tag in BLOCK_TAGS or element.get("itemprop") == "articleBody":
        return element, above[1]
    return (above[0], True) if tag == "a" else above


def is_dropped(element: HtmlElement) -> bool:
    """Whether an element is furniture by name and not so large that the name must be wrong."""
    if furniture_of(element) is None or element.get("itemprop") == "articleBody":
        return False
    size = 0
    for piece in islice(text_pieces(element), MOST_PIECES):
        size += len(piece) if len(piece) > SHORTEST_RUN else 0
        if size > LARGEST_DROPPED:
            return False
    return True


def name_weight(element: HtmlElement) -> float:
    """How much the tag, class and id speak for or against an element."""
    if element.get("itemprop") == "articleBody":
        return 3.0
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    weight = 1.3 if ARTICLE_NAME.search(names) else 1.0
    weight *= 0.4 if SIDE_NAME.search(names) else 1.0
    return weight * (1.1 if element.tag == "article" else 1.0)


def sorted_siblings(best: HtmlElement, scores: dict[HtmlElement, float]) -> list[HtmlElement]:
    """The best element with the siblings that go on with its text, as where an article is cut in parts."""
    parent = best.getparent()
    if parent is None or best.tag == "body":
        return [best]
    names = best.get("class")
    least = 0.15 * scores[best]
    return [
        one
        for one in parent
        if one is best
        or (one.tag == best.tag and names and one.get("class") == names and scores.get(one, 0) >= least)
    ]
