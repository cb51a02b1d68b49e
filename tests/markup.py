"""What is wrong with a page's HTML: the parser's own errors, broken references, names that are missing."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

HTML = "{http://www.w3.org/1999/xhtml}"
FIELDS = frozenset({"input", "select", "textarea"})
UNLABELLED = frozenset({"hidden", "submit", "button"})
ONLY = {
    "ul": {"li", "template"},
    "ol": {"li", "template"},
    "dl": {"dt", "dd", "div", "template"},
    "tr": {"td", "th", "template"},
}
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "form")
INTERACTIVE = frozenset({"a", "button", "select", "textarea", "summary", "label"})


def faults_of(page: str) -> list[str]:
    """Every fault, in words; none for a valid page."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root: Any = parser.parse(page)
    errors = [f"{code} at line {place[0]}: {given}" for place, code, given in parser.errors]
    return [*errors, *_of_ids(root), *_of_references(root), *_of_fields(root), *_of_places(root)]


def _elements(root: Element) -> Iterator[Element]:
    return (element for element in root.iter() if isinstance(element.tag, str))


def _of_ids(root: Element) -> list[str]:
    counts = Counter(element.get("id") for element in _elements(root) if element.get("id") is not None)
    return [f"id {name!r} stands {n} times" for name, n in counts.items() if n > 1 or not name]


def _of_references(root: Element) -> list[str]:
    ids = {element.get("id") for element in _elements(root)}
    named = [
        (element, name, part)
        for element in _elements(root)
        for name in REFERENCES
        for part in (element.get(name) or "").split()
    ]
    named += [
        (element, "href", href[1:])
        for element in _elements(root)
        if (href := element.get("href", "")).startswith("#") and len(href) > 1
    ]
    return [
        f"{element.tag} {name}={part!r} leads nowhere" for element, name, part in named if part not in ids
    ]


def _of_fields(root: Element) -> list[str]:
    labelled = {label.get("for") for label in root.iter("label")}
    inside = {id(field) for label in root.iter("label") for field in _elements(label)}
    return [
        f"{field.tag} name={field.get('name')!r} has no label"
        for field in _elements(root)
        if field.tag in FIELDS
        and field.get("type") not in UNLABELLED
        and not (field.get("aria-label") or field.get("id") in labelled or id(field) in inside)
    ]


def _of_places(root: Element) -> list[str]:
    faults = [
        f"{child.tag} stands in {parent.tag}"
        for parent in _elements(root)
        for child in parent
        if isinstance(child.tag, str) and parent.tag in ONLY and child.tag not in ONLY[parent.tag]
    ]
    faults += [
        f"{inner.tag} stands in {outer.tag}"
        for outer in _elements(root)
        if outer.tag in {"a", "button"}
        for inner in _elements(outer)
        if inner is not outer and inner.tag in INTERACTIVE
    ]
    levels = [
        int(e.tag[1]) for e in _elements(root) if len(e.tag) == 2 and e.tag[0] == "h" and e.tag[1].isdigit()
    ]
    if levels.count(1) != 1:
        faults.append(f"{levels.count(1)} headings of the first level")
    faults += [f"h{b} follows h{a}" for a, b in pairwise(levels) if b > a + 1]
    return faults
