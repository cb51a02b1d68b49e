"""A report as it is reviewed: the sentence in its paragraph, and the fields with the machine's word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claims.corrections.deciding import version_of
from claims.corrections.parsing import CHOICES
from claims.corrections.wording import NAMED, labels, told
from claims.models import Actor, QueueItem, Report
from claims.store.fields import COLUMNS, agree, value_of, words_of
from claims.store.quoting import made_by_hand


@dataclass(frozen=True, slots=True)
class FieldShown:
    """One field of the form: its words, its choices, and the machine's word where a person decided."""

    name: str
    label: str
    words: str
    choices: tuple[tuple[str, str], ...] = ()
    machine: str = ""
    decided: bool = False
    agrees: bool = True
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class ReportShown:
    """A report as it is reviewed; `start` is where its paragraph begins in the text.

    `gone` says that its words were taken down with its article's text.
    """

    before: str
    words: str
    after: str
    start: int
    fields: tuple[FieldShown, ...]
    seen: str
    candidates: tuple[Actor, ...]
    gone: bool = False


def find_item(pk: int) -> QueueItem | None:
    """The item with all that its page shows; one query."""
    rows = QueueItem.objects.select_related(
        "report__revision",
        "report__article",
        "report__utterance__actor",
        "stance__claim",
        "spell",
        "source",
        "assigned",
        "looking",
        "decided_by",
    )
    return rows.defer("report__revision__html").filter(pk=pk).first()


def find_report(pk: int) -> Report | None:
    """A report with all that its page shows; one query."""
    rows = Report.objects.select_related("revision", "article__source", "utterance__actor")
    return rows.defer("revision__html").filter(pk=pk).first()


def show_report(report: Report, typed: Mapping[str, str], wrong: str = "") -> ReportShown:
    """A report as it is reviewed, with whom its name may be."""
    text = report.revision.text
    start = text.rfind("\n", 0, report.start) + 1
    stop = text.find("\n", report.end)
    return ReportShown(
        before=text[start : report.start],
        words=text[report.start : report.end],
        after=text[report.end : stop if stop >= 0 else len(text)],
        start=start,
        fields=tuple(show_field(report, name, typed, wrong) for name in COLUMNS),
        seen=version_of(report),
        candidates=tuple(Actor.objects.filter(pk__in=report.candidates)) if report.candidates else (),
        gone=report.article.withheld is not None or not report.exact,
    )


def show_field(report: Report, name: str, typed: Mapping[str, str], wrong: str) -> FieldShown:
    """One field of a report."""
    value = value_of(report, name)
    machine: dict[str, Any] | None = None if made_by_hand(report) else report.machine.get(name)
    return FieldShown(
        name=name,
        label=labels()[name],
        words=typed.get(name, words_of(name, value)),
        choices=choices_of(name),
        machine=told(name, machine),
        decided=machine is not None,
        agrees=machine is None or agree(name, value, machine),
        wrong=name == wrong,
    )


def choices_of(name: str) -> tuple[tuple[str, str], ...]:
    """What may be chosen for a field, with its name in the reader's language."""
    return tuple((choice, NAMED[name](choice)) for choice in CHOICES.get(name, ()))


def blank_fields(typed: Mapping[str, str], wrong: str) -> tuple[FieldShown, ...]:
    """The fields of a statement that is to be added."""
    words = {"kind": "claim", "quote": "indirect", **typed}
    return tuple(
        FieldShown(name, labels()[name], words.get(name, ""), choices_of(name), wrong=name == wrong)
        for name in COLUMNS
    )
