"""The tree of a page with an index of its tags, ids and classes, and the reading of plain text from it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree
from lxml.etree import HTMLParser
from lxml.etree import _Element as HtmlElement

from articles.parsing.encoding import decode_page
from articles.parsing.hygiene import clean_text
from articles.parsing.selectors import Compound, compile_selector, stands_in
from articles.parsing.verdicts import UnreadablePage
from articles.values import Page

UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "object", "head", "select"})
MOST_PIECES = 2_000
BINARY_STARTS = (b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04", b"\x1f\x8b", b"RIFF")


@dataclass(frozen=True, slots=True)
class Markup:
    """A parsed page; the lists stand in document order. It is read, never changed."""

    tree: HtmlElement
    elements: list[HtmlElement]
    tags: dict[str, list[HtmlElement]]
    classes: dict[str, list[HtmlElement]]
    ids: dict[str, list[HtmlElement]]
    attributes: dict[str, list[HtmlElement]] = field(default_factory=dict)

    def select(self, selector: str) -> list[HtmlElement]:
        """All elements that fit, in document order."""
        steps = compile_selector(selector)
        last = steps[-1]
        return [one for one in self.candidates(last) if last.fits(one) and stands_in(one, steps)]

    def candidates(self, last: Compound) -> list[HtmlElement]:
        """The shortest list in the index that holds every element fitting the last step."""
        if last.element_id:
            return self.ids.get(last.element_id, [])
        if last.classes:
            return min((self.classes.get(name, []) for name in last.classes), key=len)
        if last.attributes:
            return self.with_attribute(last.attributes[0][0])
        return self.tags.get(last.tag, []) if last.tag else self.elements

    def with_attribute(self, name: str) -> list[HtmlElement]:
        """All elements that have the attribute."""
        if name not in self.attributes:
            self.attributes[name] = [one for one in self.elements if name in one.attrib]
        return self.attributes[name]

    def select_first(self, selectors: Iterable[str]) -> list[HtmlElement]:
        """What the first selector gives that gives anything."""
        return next((found for selector in selectors if (found := self.select(selector))), [])


def parse_markup(page: Page) -> Markup:
    """The markup of a page's bytes. Raises UnreadablePage where there is no HTML in them."""
    if not page.body or page.body.isspace():
        raise UnreadablePage("the page is empty: fetch it again later")
    if page.body.startswith(BINARY_STARTS):
        raise UnreadablePage("the page is a file, not HTML: take this address out of the list")
    text = decode_page(page).replace("\0", "")
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.XMLSyntaxError as error:
        raise UnreadablePage("the page holds no HTML element: look at what was fetched") from error
    if tree is None:
        raise UnreadablePage("the page holds no HTML element: look at what was fetched")
    return indexed(tree)


def indexed(tree: HtmlElement) -> Markup:
    """The markup of a tree, indexed in one pass."""
    elements: list[HtmlElement] = []
    tags: dict[str, list[HtmlElement]] = defaultdict(list)
    classes: dict[str, list[HtmlElement]] = defaultdict(list)
    ids: dict[str, list[HtmlElement]] = defaultdict(list)
    for element in tree.iter(etree.Element):
        elements.append(element)
        tags[element.tag].append(element)
        if not element.attrib:
            continue
        for name in (element.get("class") or "").split():
            classes[name].append(element)
        if identity := element.get("id"):
            ids[identity].append(element)
    return Markup(tree, elements, tags, classes, ids)


def plain_text(element: HtmlElement) -> str:
    """The text under an element as one clean line, its parts apart by a space; as much as a field holds."""
    return clean_text(" ".join(islice(text_pieces(element), MOST_PIECES)))


def text_pieces(element: HtmlElement) -> Iterator[str]:
    """The text nodes under an element, scripts and styles left out."""
    for node in element.iter(etree.Element):
        hidden = node.tag in UNSEEN
        if node.text and not hidden:
            yield node.text
        if node.tail and node is not element:
            yield node.tail


def outermost(elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    """The elements that stand inside none of the others, each once."""
    chosen = set(elements)
    return [
        one for one in dict.fromkeys(elements) if not any(above in chosen for above in one.iterancestors())
    ]
