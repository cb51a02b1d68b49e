"""Everything that the fields of an article are read from, gathered once per page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo

from lxml.etree import _Element as HtmlElement

from articles.parsing.linked_data import LinkedData
from articles.parsing.markup import Markup, plain_text
from articles.parsing.metas import Metas
from articles.publishers.base import Layout, Publisher
from articles.values import Page

VALUE_ATTRIBUTES = ("content", "datetime", "data-date", "data-time")
LONGEST_VALUE = 600


@dataclass(frozen=True, slots=True)
class PageEvidence:
    """One page with its markup, linked data and metas, and the declaration it is read by."""

    page: Page
    markup: Markup
    linked: LinkedData
    metas: Metas
    publisher: Publisher | None
    layout: Layout
    zone: tzinfo

    @property
    def outlet_name(self) -> str:
        """The outlet's name as declared, or as the page gives it."""
        return self.publisher.name if self.publisher else self.metas.first("og:site_name")


def selected_values(markup: Markup, selectors: Iterable[str]) -> list[str]:
    """The values of the elements that the first fitting selector gives."""
    return [value for element in markup.select_first(selectors) if (value := element_value(element))]


def element_value(element: HtmlElement) -> str:
    """What a field's element says: its machine value where it has one, else its words."""
    named = next((element.get(name) for name in VALUE_ATTRIBUTES if element.get(name)), None)
    return " ".join((named or plain_text(element)).split())[:LONGEST_VALUE]
