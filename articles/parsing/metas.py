"""The meta elements of a page by name, whichever of `name`, `property` and `itemprop` carries it."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.parsing.hygiene import clean_text
from articles.parsing.markup import Markup


@dataclass(frozen=True, slots=True)
class Metas:
    """Values by lower-case name, in document order."""

    values: dict[str, list[str]]

    def first(self, *names: str) -> str:
        """The first value of the first name that has one; empty where none has."""
        return next((value for name in names for value in self.values.get(name, ())), "")

    def all(self, *names: str) -> list[str]:
        """All values of the names."""
        return [value for name in names for value in self.values.get(name, ())]


def parse_metas(markup: Markup) -> Metas:
    """The metas of a page; empty values are left out."""
    values: dict[str, list[str]] = {}
    for meta in markup.tags.get("meta", []):
        content = clean_text(meta.get("content") or meta.get("value") or "")
        if not content:
            continue
        for name in names_of(meta.get("property"), meta.get("name"), meta.get("itemprop")):
            values.setdefault(name, []).append(content)
    return Metas(values)


def names_of(*raw: str | None) -> Iterable[str]:
    """Each distinct name of one meta element, in lower case."""
    return dict.fromkeys(name.strip().lower() for name in raw if name)
