"""Finds the links to other articles that stand around the text."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from lxml.etree import _Element as HtmlElement

from articles.parsing.blocks import link_of
from articles.parsing.body import Body, unique_links
from articles.parsing.evidence import PageEvidence
from articles.parsing.furniture import Furniture, furniture_by_name
from articles.values import PageLink

MOST_LINKS, MOST_BOXES, SHORTEST_TITLE = 30, 40, 15
RELATED_WORDS = ("terkait", "related")


def find_read_also(evidence: PageEvidence, body: Body, title: str) -> tuple[PageLink, ...]:
    """ "Baca juga": in the text, in boxes that the layout declares, and in boxes named so."""
    declared = links_in(evidence, evidence.markup.select_first(evidence.layout.read_also))
    boxed = declared or links_in(evidence, boxes_named(evidence, is_read_also_name))
    return article_links([*body.read_also, *boxed], known=set(), title=title)


def find_related(
    evidence: PageEvidence, body: Body, title: str, read_also: Iterable[PageLink]
) -> tuple[PageLink, ...]:
    """Other articles that the page lists as related, without those it says to read also."""
    declared = links_in(evidence, evidence.markup.select_first(evidence.layout.related))
    links = declared or [*body.related, *links_in(evidence, boxes_named(evidence, is_related_name))]
    return article_links(links, known={link.url for link in read_also}, title=title)


def is_read_also_name(name: str) -> bool:
    """Whether a class or id says "Baca juga"."""
    return furniture_by_name(name, inline=False) is Furniture.READ_ALSO


def is_related_name(name: str) -> bool:
    """Whether a class or id says "terkait"."""
    lower = name.lower()
    return any(word in lower for word in RELATED_WORDS)


def boxes_named(evidence: PageEvidence, is_wanted: Callable[[str], bool]) -> Iterator[HtmlElement]:
    """The elements whose class or id is of that kind."""
    for index in (evidence.markup.classes, evidence.markup.ids):
        for name, elements in index.items():
            if is_wanted(name):
                yield from elements[:MOST_LINKS]


def links_in(evidence: PageEvidence, boxes: Iterable[HtmlElement]) -> list[PageLink]:
    """The links in the boxes, up to a number that no reader would follow."""
    links: list[PageLink] = []
    for box in islice(boxes, MOST_BOXES):
        anchors = [box] if box.tag == "a" else box.iter("a")
        links += [link_of(anchor, evidence.page.url) for anchor in islice(anchors, 4 * MOST_LINKS)]
        if len(links) > 4 * MOST_LINKS:
            break
    return links


def article_links(links: Iterable[PageLink], *, known: set[str], title: str) -> tuple[PageLink, ...]:
    """Links with words enough for a headline, each once, without the known ones and the article itself."""
    fit = (link for link in unique_links(links) if link.url not in known and link.title != title)
    return tuple(link for link in fit if len(link.title) >= SHORTEST_TITLE)[:MOST_LINKS]
