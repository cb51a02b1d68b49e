"""The part of CSS that publisher declarations use, compiled once and matched over an index of the page."""

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml.etree import _Element as HtmlElement

PIECE = re.compile(
    r"(?P<tag>^[a-z][a-z0-9]*|^\*)|\.(?P<class>[\w-]+)|#(?P<id>[\w-]+)|"
    r"\[(?P<name>[\w:-]+)(?:(?P<sign>[\^*$]?=)['\"]?(?P<value>[^'\"\]]*)['\"]?)?\]"
)
STEP = re.compile(r"\s*>\s*|\s+")


@dataclass(frozen=True, slots=True)
class Compound:
    """One step such as `div.body[itemprop=articleBody]`; `child` says that `>` stands before it."""

    tag: str
    element_id: str
    classes: frozenset[str]
    attributes: tuple[tuple[str, str, str], ...]
    child: bool

    def fits(self, element: HtmlElement) -> bool:
        """Whether the element is one of these, whatever stands around it."""
        if self.tag and element.tag != self.tag:
            return False
        if self.element_id and element.get("id") != self.element_id:
            return False
        if self.classes and not self.classes.issubset((element.get("class") or "").split()):
            return False
        return all(attribute_fits(element.get(name), sign, value) for name, sign, value in self.attributes)


@lru_cache(maxsize=4096)
def compile_selector(selector: str) -> tuple[Compound, ...]:
    """The steps of a selector, outermost first. Raises ValueError for CSS that is not supported."""
    spread = re.sub(r"\s*>\s*", ">", selector.strip())
    parts = re.split(r"([> ])\s*", spread)
    return tuple(
        compile_compound(part, child=index > 0 and parts[index - 1] == ">")
        for index, part in enumerate(parts)
        if index % 2 == 0
    )


def compile_compound(part: str, *, child: bool) -> Compound:
    """One step from its text."""
    pieces, end = [], 0
    for piece in PIECE.finditer(part):
        if piece.start() != end:
            break
        pieces.append(piece)
        end = piece.end()
    if not part or end != len(part):
        raise ValueError(f"selector step not supported: {part!r}")
    return Compound(
        tag=next((p["tag"] for p in pieces if p["tag"] and p["tag"] != "*"), ""),
        element_id=next((p["id"] for p in pieces if p["id"]), ""),
        classes=frozenset(p["class"] for p in pieces if p["class"]),
        attributes=tuple((p["name"], p["sign"] or "", p["value"] or "") for p in pieces if p["name"]),
        child=child,
    )


def attribute_fits(actual: str | None, sign: str, value: str) -> bool:
    """The attribute tests of CSS: presence, =, ^=, $=, *=."""
    if actual is None:
        return False
    if sign == "=":
        return actual == value
    if sign == "^=":
        return actual.startswith(value)
    if sign == "$=":
        return actual.endswith(value)
    return value in actual


def stands_in(element: HtmlElement, steps: tuple[Compound, ...]) -> bool:
    """Whether the element, which fits the last step, has ancestors that fit the ones before."""
    position = len(steps) - 1
    while position:
        parent = element.getparent()
        must_be_parent = steps[position].child
        position -= 1
        while parent is not None and not steps[position].fits(parent):
            parent = None if must_be_parent else parent.getparent()
        if parent is None:
            return False
        element = parent
    return True
