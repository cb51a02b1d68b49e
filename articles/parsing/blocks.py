"""Walks an article's elements and gives its lines of text with what is known of each."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import etree
from lxml.etree import _Element as HtmlElement

from articles.parsing.furniture import LARGEST_PART, SKIPPED_TAGS, Furniture, furniture_of, is_text, text_size
from articles.parsing.hygiene import clean_text
from articles.parsing.markup import plain_text
from articles.values import PageLink

BLOCK_TAGS = frozenset(
    {
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
    }
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "ol", "p", "pre"}
    | {"section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
BOLD_TAGS = frozenset({"b", "strong", "h2", "h3", "h4", "h5", "h6"})
SUFFIXES = ("nya", "lah", "kah", "pun", "an", "kan", "ku", "mu", "i")
LONGEST_HEAD = 90
# Boxes in boxes that are named like furniture are measured no oftener than any honest page needs.
MOST_DOUBTS = 40
SENTENCE_ENDS = ".?!…:;\"”’')]"


@dataclass(slots=True)
class Line:
    """One line of text: a paragraph, or what stands between line breaks; `head` is its bold opening."""

    tag: str
    text: str = ""
    linked: int = 0
    bold: int = 0
    links: list[PageLink] = field(default_factory=list)
    breaks: int = 0
    head: str = ""

    @property
    def is_linked(self) -> bool:
        """Whether all of the line is link, as in a list of other articles."""
        return bool(self.links) and self.linked >= 0.85 * len(self.text)

    @property
    def is_bold(self) -> bool:
        """Whether all of the line is bold."""
        return self.bold >= 0.9 * len(self.text) > 0


@dataclass(slots=True)
class Walk:
    """What one walk over an article has gathered: lines, and the furniture set aside."""

    base: str
    room: float
    keep: frozenset[HtmlElement]
    drop: frozenset[HtmlElement]
    read_also: frozenset[HtmlElement]
    lines: list[Line] = field(default_factory=list)
    aside: list[tuple[Furniture, HtmlElement]] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    line: Line = field(default_factory=lambda: Line("div"))
    doubts: int = 0
    link_depth: int = 0
    bold_depth: int = 0

    def verdict(self, element: HtmlElement) -> Furniture | None:
        """What an element is; a named box that holds much of the article is believed to be the article."""
        if element in self.read_also:
            return Furniture.READ_ALSO
        if element in self.drop:
            return Furniture.NOISE
        if element in self.keep:
            return None
        kind = furniture_of(element)
        if kind is None or element.tag in SKIPPED_TAGS or self.doubts >= MOST_DOUBTS:
            return kind
        if is_text(element, self.room):
            self.doubts += 1
            return None
        return kind

    def open(self, element: HtmlElement) -> None:
        """Goes into an element that is text."""
        tag = element.tag
        if tag in BLOCK_TAGS:
            self.end_line(tag)
        elif tag == "br":
            self.end_line(self.line.tag, breaks=1)
        if tag == "a":
            self.add_link(element)
        self.bold_depth += tag in BOLD_TAGS
        self.add_text(element.text, tag)

    def close(self, element: HtmlElement) -> None:
        """Leaves an element that is text."""
        tag = element.tag
        self.link_depth -= tag == "a"
        self.bold_depth -= tag in BOLD_TAGS
        if tag in ("b", "strong") and self.pieces and not self.line.head:
            self.line.head = self.bold_opening()
        if tag in BLOCK_TAGS:
            self.end_line("div")

    def add_link(self, element: HtmlElement) -> None:
        """Notes where a link leads."""
        self.link_depth += 1
        self.line.links.append(link_of(element, self.base))

    def add_text(self, text: str | None, tag: str) -> None:
        """Adds a text node; `tag` is the inline element at whose edge it begins."""
        if not text:
            return
        if self.pieces and is_glued(self.pieces[-1], text, tag):
            self.pieces.append(" ")
        self.pieces.append(text)
        size = len(text)
        self.line.linked += size if self.link_depth else 0
        self.line.bold += size if self.bold_depth else 0

    def bold_opening(self) -> str:
        """The text of the line so far, if it is short and all bold."""
        text = "".join(self.pieces)
        return clean_text(text) if len(text) <= min(self.line.bold, LONGEST_HEAD) else ""

    def end_line(self, next_tag: str, breaks: int = 0) -> None:
        """Closes the line at hand, if it has text, and begins the next."""
        text = clean_text("".join(self.pieces)) if self.pieces else ""
        if text:
            self.line.text = text
            self.lines.append(self.line)
            self.line = Line(next_tag, breaks=breaks)
        else:
            self.line.tag = next_tag
            self.line.breaks = self.line.breaks + breaks if breaks else 0
        self.pieces = []


def read_blocks(
    nodes: Iterable[HtmlElement],
    base: str,
    drop: Iterable[HtmlElement] = (),
    read_also: Iterable[HtmlElement] = (),
) -> Walk:
    """The lines under the nodes, in order, and the furniture found on the way."""
    nodes = list(nodes)
    room = LARGEST_PART * sum(map(text_size, nodes))
    walk = Walk(base, room, frozenset(nodes), frozenset(drop), frozenset(read_also))
    for node in nodes:
        walk_node(walk, node)
        walk.end_line("div")
    walk.lines = join_broken(walk.lines)
    return walk


def walk_node(walk: Walk, node: HtmlElement) -> None:
    """Takes the walk through one node, without recursion, since pages nest as deep as they like."""
    events = etree.iterwalk(node, events=("start", "end"), tag=etree.Element)
    skipped: HtmlElement | None = None
    for event, element in events:
        if event == "start":
            kind = walk.verdict(element)
            if kind is None:
                walk.open(element)
                continue
            walk.aside.append((kind, element))
            skipped = element
            events.skip_subtree()
        elif skipped is not None and element is skipped:
            skipped = None
            if element.tag in BLOCK_TAGS:
                walk.end_line("div")
            walk.add_text(element.tail, element.tag)
        else:
            walk.close(element)
            if element is not node:
                walk.add_text(element.tail, element.tag)


def is_glued(left: str, right: str, tag: str) -> bool:
    """Whether two text nodes at the edge of an inline element have lost the space between them.

    "<b>Jakarta</b>Kita semua" and "<a>Harga kayu</a>dan" have, "<b>D</b>alam" and "<i>update</i>nya" not.
    """
    if not (left[-1].isalnum() and right[0].isalnum()):
        return False
    if tag == "a":
        word = right.split(maxsplit=1)[0].rstrip(".,;:")
        return word not in SUFFIXES
    return (
        tag in ("b", "strong", "span") and right[0].isupper() and (left[-1].islower() or right[1:2].islower())
    )


def join_broken(lines: list[Line]) -> list[Line]:
    """Lines parted by one line break inside a sentence, joined again."""
    joined: list[Line] = []
    for line in lines:
        if joined and line.breaks == 1 and continues(joined[-1], line):
            before = joined[-1]
            before.text = f"{before.text} {line.text}"
            before.linked += line.linked
            before.bold += line.bold
            before.links += line.links
        else:
            joined.append(line)
    return joined


def continues(before: Line, line: Line) -> bool:
    """Whether a line goes on with the sentence of the line before."""
    return line.text[0].islower() and before.text[-1] not in SENTENCE_ENDS and not before.is_linked


def link_of(element: HtmlElement, base: str) -> PageLink:
    """A link with its words and its absolute address."""
    return PageLink(
        plain_text(element) or clean_text(element.get("title") or ""), absolute(element.get("href"), base)
    )


def absolute(address: str | None, base: str) -> str:
    """The address as seen from the page; empty where it leads nowhere."""
    plain = (address or "").strip()
    if not plain or plain.startswith(("#", "javascript:", "mailto:", "data:", "tel:")):
        return ""
    try:
        return urljoin(base, plain)
    except ValueError:
        return ""
