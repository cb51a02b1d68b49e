"""Chooses the layout by which a page is read, from the declaration of its outlet."""

import re
from datetime import date

from lxml.etree import _Element as HtmlElement

from articles.parsing.markup import Markup, outermost
from articles.publishers.base import Layout, Publisher

GENERIC = Layout(name="generic")
URL_DAY = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=/)")


def choose_layout(publisher: Publisher | None, markup: Markup, url: str) -> Layout:
    """The layout that fits the page: that of the address's day before the others, then newest first.

    Pages of unknown outlets, and those that no layout fits, are read by the defaults alone.
    """
    layouts = publisher.layouts if publisher else ()
    day = url_day(url)
    if day:
        layouts = tuple(sorted(layouts, key=lambda layout: not covers(layout, day)))
    return next((layout for layout in layouts if fits(layout, markup)), GENERIC)


def fits(layout: Layout, markup: Markup) -> bool:
    """Whether the page has what the layout calls the body."""
    if layout.text_reader is not None:
        return bool(layout.text_reader(markup.tree))
    return not layout.body or any(markup.select(selector) for selector in layout.body)


def covers(layout: Layout, day: date) -> bool:
    """Whether a superseded layout was in use on that day."""
    return layout.until is not None and day <= layout.until


def url_day(url: str) -> date | None:
    """The day that stands in the address."""
    found = URL_DAY.search(url)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def body_nodes(layout: Layout, markup: Markup) -> list[HtmlElement]:
    """The elements that the layout calls the body, none inside another."""
    return outermost(markup.select_first(layout.body))
