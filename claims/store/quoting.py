"""Finds words again exactly in another revision: by the words themselves and those printed around them."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claims.models import Report
from claims.store.fields import COLUMNS, EXISTS, agree, value_of
from claims.values import Evidence, Span

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A W3C TextQuoteSelector: the words, and up to 32 characters before and after them."""

    exact: str
    prefix: str
    suffix: str

    @property
    def strict(self) -> Key:
        """The words with all that stands before them, and after them in their own paragraph.

        What is printed before may name the speaker. What follows the paragraph cannot, and changes with
        every paragraph that an outlet adds below.
        """
        return self.exact, self.prefix, self.suffix.partition("\n")[0]

    @property
    def near(self) -> Key:
        """The words with those around them in their own paragraph."""
        return self.exact, self.prefix.rpartition("\n")[2], self.suffix.partition("\n")[0]


def quoted_in(value: Mapping[str, Any]) -> Quoted:
    """The selector that the value of a span holds."""
    return Quoted(value["exact"], value["prefix"], value["suffix"])


def machine_value(report: Report, field: str) -> dict[str, Any]:
    """What the machine reads in a field, whatever people said of it."""
    return report.machine.get(field) or value_of(report, field)


def made_by_hand(report: Report) -> bool:
    """Whether the report stands there by a person's word alone."""
    return report.machine.get(EXISTS) is False


def find_same(old: Sequence[Report], new: Sequence[Report], *, one_reader: bool) -> dict[int, Report]:
    """The report of another reading that the machine read from the same words, by the older one's id.

    First those whose surroundings are the same too; then those where a paragraph above changed, if the
    machine reads them as before. Of equal words as many must stand in both: then the first is the first.
    Otherwise nobody can say which is which. Where `one_reader` read both and reads a decided field
    otherwise now, something further up changed what the words mean: "he" may be somebody else.
    """
    found: dict[int, Report] = {}
    before, after = ([one for one in some if not made_by_hand(one)] for some in (old, new))
    for one, other in pair(before, after, lambda quoted: quoted.strict):
        if not one_reader or holds(one, other):
            found[one.pk] = other
    taken = {other.pk for other in found.values()}
    for one, other in pair(before, after, lambda quoted: quoted.near):
        if one.pk not in found and other.pk not in taken and read_alike(one, other):
            found[one.pk] = other
    return found


def pair(
    old: Sequence[Report], new: Sequence[Report], key: Callable[[Quoted], Key]
) -> list[tuple[Report, Report]]:
    """Reports of the same words in order, where both readings have as many of them."""
    before, after = (group(some, key) for some in (old, new))
    return [
        both
        for words, reports in before.items()
        if len(reports) == len(after.get(words, ()))
        for both in zip(reports, after[words], strict=True)
    ]


def group(reports: Sequence[Report], key: Callable[[Quoted], Key]) -> dict[Key, list[Report]]:
    """Reports by the words that the machine reads, in the order of the text."""
    groups: dict[Key, list[Report]] = {}
    for report in sorted(reports, key=lambda report: report.ordinal):
        groups.setdefault(key(quoted_in(machine_value(report, "span"))), []).append(report)
    return groups


def holds(one: Report, other: Report) -> bool:
    """Whether the machine says of each field decided on, and of who speaks, what it said or was decided."""
    decided = one.machine.keys() & COLUMNS.keys() - {"span"}
    now = {field: machine_value(other, field) for field in (*decided, "speaker")} if decided else {}
    return all(
        agree(field, value, machine_value(one, field)) or agree(field, value, value_of(one, field))
        for field, value in now.items()
    )


def read_alike(one: Report, other: Report) -> bool:
    """Whether the machine says the same of two reports, their places aside."""
    fields = (field for field in COLUMNS if field != "span")
    return all(agree(field, machine_value(one, field), machine_value(other, field)) for field in fields)


def find_again(quoted: Quoted, old: str, new: str) -> Span | None:
    """Where words stand in a new text; None where they, with their surroundings, are not there just once.

    They must have been there just once in the old text too.
    """
    here, there = (find_places(quoted, text) for text in (old, new))
    return there[0] if len(here) == len(there) == 1 else None


def find_places(quoted: Quoted, text: str) -> list[Span]:
    """All places of words with their surroundings."""
    starts = (match.start() for match in re.finditer(f"(?={re.escape(quoted.exact)})", text))
    spans = (Span(start, start + len(quoted.exact)) for start in starts)
    return [span for span in spans if stands_at(quoted, text, span)]


def stands_at(quoted: Quoted, text: str, span: Span) -> bool:
    """Whether the words stand just there, with their surroundings."""
    if span.end > len(text):
        return False
    found = Evidence.at(text, span)
    return Quoted(found.exact, found.prefix, found.suffix).strict == quoted.strict
