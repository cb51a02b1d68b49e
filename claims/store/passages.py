"""Sets two revisions of an article side by side: which reports are the same words, and where spans went."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.models import Revision
from claims.models import Reading, Report
from claims.store.columns import relay_of
from claims.store.fields import Value, agree, span_value
from claims.store.quoting import find_again, find_same, machine_value, made_by_hand, quoted_in, stands_at
from claims.values import Span

ENOUGH = 0.5  # of two spans' union: less is another statement
ALIKE = 0.3  # of two sentences' words: what may be the edited form of one


@dataclass(frozen=True, slots=True)
class Passage:
    """The way from one revision's reports to another's; `same` are those of the same words, by old id."""

    old_revision: Revision
    reading: Reading
    old: Sequence[Report]
    new: list[Report]
    same: dict[int, Report]
    one_reader: bool

    @property
    def old_text(self) -> str:
        """The text that the old reports count in."""
        return self.old_revision.text

    @property
    def text(self) -> str:
        """The text that the new reports count in."""
        return self.reading.revision.text


def find_passage(before: Reading, old: Sequence[Report], reading: Reading, new: list[Report]) -> Passage:
    """The way from the reports of a reading, `old`, to those of another revision's reading, `new`."""
    one_reader = before.reader_version == reading.reader_version
    same = find_same(old, new, one_reader=one_reader)
    return Passage(before.revision, reading, old, new, same, one_reader)


def find_speaking(passage: Passage, report: Report) -> Report | None:
    """The new report of the same words, if one reader names the same speaker in both, or two read them."""
    heir = passage.same.get(report.pk)
    if heir is None or not passage.one_reader:
        return heir
    speakers = (machine_value(one, "speaker") for one in (report, heir))
    return heir if agree("speaker", *speakers) else None


def is_moved(report: Report) -> bool:
    """Whether a person says where the words stand, and the machine does not."""
    span = machine_value(report, "span")
    return made_by_hand(report) or (span["start"], span["end"]) != (report.start, report.end)


def find_place(passage: Passage, report: Report, value: Value) -> Span | None:
    """Where the words of a span's value stand in the new text; None where they are not found exactly.

    Where the machine read the report from the same words, a part of them is found by its place among them.
    """
    heir = passage.same.get(report.pk)
    if heir is not None and not made_by_hand(report):
        was, now = (machine_value(one, "span") for one in (report, heir))
        if (value["start"], value["end"]) == (was["start"], was["end"]):
            return Span(now["start"], now["end"])
        start = now["start"] + value["start"] - was["start"]
        if start >= 0 and stands_at(
            quoted_in(value), passage.text, span := Span(start, start + len(value["exact"]))
        ):
            return span
    return find_again(quoted_in(value), passage.old_text, passage.text)


def find_overlapping(passage: Passage, span: Span) -> Report | None:
    """The new report that the machine reads from about these words, and that continues no other."""
    taken = {report.pk for report in passage.same.values()}
    free = [report for report in passage.new if report.pk not in taken]
    best = max(free, key=lambda report: overlap(report, span), default=None)
    return best if best and overlap(best, span) >= ENOUGH else None


def overlap(report: Report, span: Span) -> float:
    """How much of a span and the one the machine reads is the same, 0..1."""
    return machine_span(report).overlap(span)


def machine_span(report: Report) -> Span:
    """The span as the machine reads it."""
    value = machine_value(report, "span")
    return Span(value["start"], value["end"])


def find_edited(passage: Passage, report: Report) -> Report | None:
    """The new report that most likely is the edited form of an old one: only for a person to look at."""
    known = {one.pk for one in passage.same.values()}
    changed = [one for one in passage.new if one.pk not in known and not made_by_hand(one)]
    best = max(changed, key=lambda one: likeness(report, one), default=None)
    return best if best and likeness(report, best) >= ALIKE else None


def likeness(report: Report, other: Report) -> float:
    """How many of the words in two sentences are the same, 0..1."""
    one, two = (set(re.findall(r"\w+", words.exact.lower())) for words in (report, other))
    return len(one & two) / (len(one | two) or 1)


def translate(passage: Passage, report: Report, heir: Report, field: str, value: Value) -> Value | None:
    """A field's value as it reads in the new text; None for a span that is not found there."""
    if field == "span":
        place = find_place(passage, report, value)
        return span_value(passage.text, place) if place else None
    return {"via": via_in(passage.text, heir, value["via"])} if field == "via" else value


def via_in(text: str, heir: Report, relays: Sequence[Value]) -> list[Value]:
    """A chain of outlets with their places in the new text."""
    known = {relay["name"]: relay for relay in machine_value(heir, "via")["via"]}
    return [known.get(relay["name"]) or relay_of(text, relay["name"]) for relay in relays]
