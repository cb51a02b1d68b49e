"""Makes paragraphs of the lines of an article, and sets apart what is printed among them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.parsing.blocks import Line, Walk, link_of
from articles.parsing.dateline import has_outlet_dateline, is_bare_dateline, split_dateline, split_headed
from articles.parsing.furniture import Furniture
from articles.parsing.markup import plain_text
from articles.parsing.people import People, names_in, read_byline
from articles.parsing.phrases import INLINE_READ_ALSO, READ_ALSO, is_noise, is_paywall
from articles.values import PageLink

INITIALS = re.compile(
    r"\s{0,2}[(\[]\s?(?P<initials>(?:[A-Za-z]{1,5}|[A-Z][a-z]{2,9})(?:\s?[/|,-]\s?[A-Za-z0-9]{1,9}){0,4}|\*{1,3})"
    r"\s?[)\]]\s?\.?\*{0,3}$"
)
CREDIT = re.compile(r"(?:sumber|source)\s?[:：]\s?(?P<credit>[^\n]{2,80})$", re.IGNORECASE)
TIME_LINE = re.compile(
    r"(?:\w{1,12}(?: pada)?\s?[:,]\s?)?(?:[A-Z][a-z']{3,6},?\s)?\d{1,2}[\s/-]{1,2}\w{1,9}[\s/-]{1,2}\d{4}"
    r"(?:[\s,|–-]{0,4}(?:pukul |jam )?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?WI(?:B|TA|T))?)?"
)
AGENCY_CREDIT = re.compile(
    r"\s?\((?P<credit>(?:ANTARA|Antara|Reuters|REUTERS|AFP|AP|Xinhua|BBC|CNN|Anadolu|Sputnik|VOA)"
    r"(?:[/,-] ?[\w .]{2,20}){0,4})\)\s?$"
)
REPORTER_AT_END = re.compile(
    r"[A-Z][A-Z.']+(?: [A-Z][A-Z.']+){0,3}(?: ?[|/,] ?[A-Z][A-Z.']+(?: [A-Z][A-Z.']+){0,3}){0,3}"
)
LONGEST_BYLINE = 200


@dataclass(slots=True)
class Body:
    """The text of an article and what was found among it."""

    paragraphs: list[str] = field(default_factory=list)
    people: People = field(default_factory=People)
    read_also: list[PageLink] = field(default_factory=list)
    related: list[PageLink] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    dateline: str | None = None
    source_credit: str | None = None
    printed_times: list[str] = field(default_factory=list)
    truncated: bool = False

    @property
    def size(self) -> int:
        """Characters of text."""
        return sum(map(len, self.paragraphs))


def read_body(walk: Walk, title: str) -> Body:
    """The body that the lines of a walk make."""
    body = Body()
    collect_aside(body, walk)
    lines = [line for line in walk.lines if take_line(body, line, title)]
    body.paragraphs = undoubled([line.text for line in lines])
    take_dateline(body, {line.text: line.head for line in lines[:4]})
    take_tail(body)
    body.read_also = unique_links(body.read_also)
    body.related = unique_links(body.related)
    return body


def collect_aside(body: Body, walk: Walk) -> None:
    """Reads the boxes that the walk went round: links, captions, bylines."""
    for kind, element in walk.aside:
        if kind in (Furniture.READ_ALSO, Furniture.RELATED):
            anchors = [element] if element.tag == "a" else element.iter("a")
            target = body.read_also if kind is Furniture.READ_ALSO else body.related
            target += [link_of(anchor, walk.base) for anchor in anchors]
        elif kind is Furniture.CAPTION:
            body.captions.append(plain_text(element))
        elif kind is Furniture.BYLINE:
            read_byline(body.people, plain_text(element)[:300])


def take_line(body: Body, line: Line, title: str) -> bool:
    """Whether a line is a paragraph; what it is otherwise is noted in the body."""
    text = line.text
    if is_read_also(line):
        body.read_also += line.links
        return False
    if is_noise(text) or (text == title and not line.is_linked):
        return False
    if is_paywall(text):
        body.truncated = True
        return False
    if take_label(body, text):
        return False
    line.text = without_inline_links(body, line)
    return bool(line.text)


def take_label(body: Body, text: str) -> bool:
    """Whether a line is a time, a source or a byline among the text; it goes into its field."""
    credit = CREDIT.match(text)
    if TIME_LINE.fullmatch(text):
        body.printed_times.append(text)
    elif credit:
        body.source_credit = body.source_credit or credit["credit"].strip(" .")
    else:
        return len(text) < LONGEST_BYLINE and read_byline(body.people, text)
    return True


def is_read_also(line: Line) -> bool:
    """Whether a line sends the visitor to another article."""
    if line.is_linked and len(line.text) < 200 and line.text[-1] not in '."”':
        return True
    found = READ_ALSO.match(line.text)
    if not found:
        return False
    return len(line.text) < 250 and (bool(line.links) or ":" in found[0] or line.is_bold)


def without_inline_links(body: Body, line: Line) -> str:
    """The line without "(Baca juga: ...)" between its sentences."""
    if "(" not in line.text and "[" not in line.text:
        return line.text
    for found in INLINE_READ_ALSO.finditer(line.text):
        body.read_also += [link for link in line.links if link.title and link.title in found[1]]
    return INLINE_READ_ALSO.sub("", line.text)


def undoubled(texts: list[str]) -> list[str]:
    """The texts without long ones that stood there already, as where a page prints its body twice."""
    seen: set[str] = set()
    kept = []
    for text in texts:
        if len(text) > 60 and text in seen:
            continue
        seen.add(text)
        kept.append(text)
    return kept


def take_dateline(body: Body, heads: dict[str, str]) -> None:
    """Moves the dateline, glued to the first paragraph or alone before it, into its field.

    `heads` are the bold openings of the first paragraphs.
    Lines before a paragraph with an outlet's dateline are captions that nothing marks as such.
    """
    texts = body.paragraphs
    opening = next((place for place, text in enumerate(texts[:4]) if has_outlet_dateline(text)), 0)
    body.captions += texts[:opening]
    del texts[:opening]
    if len(texts) > 1 and is_bare_dateline(texts[0]):
        texts[:2] = [f"{texts[0]} {texts[1]}"]
    if texts:
        headed = split_headed(heads.get(texts[0], ""), texts[0])
        body.dateline, texts[0] = headed or split_dateline(texts[0])


def take_tail(body: Body) -> None:
    """Moves initials, agency credits and a reporter's name off the end of the text."""
    while body.paragraphs:
        last = body.paragraphs[-1]
        rest = without_credit(body, without_initials(body, last))
        if len(body.paragraphs) > 1 and len(rest) < 60 and REPORTER_AT_END.fullmatch(rest):
            body.people.authors += names_in(rest.replace("/", "|").replace(",", "|"))
            rest = ""
        if rest == last:
            return
        body.paragraphs[-1:] = [rest] if rest else []


def without_initials(body: Body, text: str) -> str:
    """The text without "(abc/def)" at its end."""
    found = INITIALS.search(text[-60:])
    if not found or not is_initials(found["initials"], text):
        return text
    if found["initials"].strip("*"):
        body.people.editors.insert(0, found["initials"].strip())
    return text[: len(text) - (len(text[-60:]) - found.start())].rstrip()


def is_initials(inside: str, text: str) -> bool:
    """Whether letters in brackets at the end are the desk's: after a sentence, not "(BMKG)" inside one."""
    before = text[: text.rfind("(" if text.rstrip(". *").endswith(")") else "[")].rstrip()
    if before and before[-1] not in ".?!\"”'’)":
        return False
    return (
        "/" in inside or "-" in inside or "*" in inside or not before or inside.islower() or len(inside) <= 4
    )


def without_credit(body: Body, text: str) -> str:
    """The text without "(ANTARA/Xinhua)" at its end."""
    found = AGENCY_CREDIT.search(text[-80:])
    if not found:
        return text
    body.source_credit = body.source_credit or found["credit"]
    return text[: len(text) - (len(text[-80:]) - found.start())].rstrip()


def unique_links(links: Iterable[PageLink]) -> list[PageLink]:
    """Links with words and an address, each address once."""
    first: dict[str, PageLink] = {}
    for link in links:
        if link.title and link.url:
            first.setdefault(link.url, link)
    return list(first.values())
