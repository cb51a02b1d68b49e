"""What the page of one queue item shows: the sentence in its paragraph, the fields, and their history."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from claims.corrections.deciding import version_of
from claims.corrections.parsing import CHOICES
from claims.models import Actor, QueueItem, Report, Review
from claims.store.fields import COLUMNS, agree, value_of, words_of
from claims.templatetags.record import form_name, kind_name


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
class Past:
    """One decision of the history, with the words before and after where it changed a field."""

    review: Review
    changed: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class ReportShown:
    """A report as it is reviewed; `start` is where its paragraph begins in the text."""

    before: str
    words: str
    after: str
    start: int
    fields: tuple[FieldShown, ...]
    seen: str
    history: tuple["Past", ...]
    candidates: tuple[Actor, ...]


def labels() -> dict[str, str]:
    """How each field is called."""
    return {
        "span": _("Kata-kata"),
        "speaker": _("Penutur"),
        "sort": _("Macam penutur"),
        "role": _("Jabatan"),
        "on_behalf_of": _("Atas nama"),
        "kind": _("Jenis"),
        "quote": _("Bentuk kutipan"),
        "said_on": _("Dikatakan pada"),
        "place": _("Tempat"),
        "via": _("Lewat media"),
        "target": _("Sasaran tuduhan"),
    }


def find_item(pk: int) -> QueueItem | None:
    """The item with all that its page shows; one query."""
    rows = QueueItem.objects.select_related(
        "report__revision",
        "report__article__source",
        "report__utterance__actor",
        "stance__claim",
        "assigned",
        "looking",
        "decided_by",
    )
    return rows.defer("report__revision__html").filter(pk=pk).first()


def show_item(item: QueueItem, typed: Mapping[str, str], wrong: str = "") -> ReportShown:
    """The item's report; `typed` are the words of a form that was refused, `wrong` its field."""
    return show_report(item.report, typed, wrong)


def show_report(report: Report, typed: Mapping[str, str], wrong: str = "") -> ReportShown:
    """A report as it is reviewed, with its history and whom its name may be."""
    text = report.revision.text
    start = text.rfind("\n", 0, report.start) + 1
    stop = text.find("\n", report.end)
    history = Review.objects.filter(model="report", row=report.pk).select_related("user", "undone_by")
    return ReportShown(
        before=text[start : report.start],
        words=text[report.start : report.end],
        after=text[report.end : stop if stop >= 0 else len(text)],
        start=start,
        fields=tuple(show_field(report, name, typed, wrong) for name in COLUMNS),
        seen=version_of(report),
        history=tuple(past_of(review) for review in history[:20]),
        candidates=tuple(Actor.objects.filter(pk__in=report.candidates)) if report.candidates else (),
    )


def past_of(review: Review) -> Past:
    """A decision as the history shows it."""
    if review.field not in COLUMNS:
        return Past(review, None)
    before, after = (words_of(review.field, value or {}) for value in (review.before, review.after))
    return Past(review, (before, after))


def show_field(report: Report, name: str, typed: Mapping[str, str], wrong: str) -> FieldShown:
    """One field of a report."""
    value = value_of(report, name)
    machine: dict[str, Any] | None = report.machine.get(name)
    return FieldShown(
        name=name,
        label=labels()[name],
        words=typed.get(name, words_of(name, value)),
        choices=choices_of(name),
        machine=words_of(name, machine) if machine else "",
        decided=machine is not None,
        agrees=machine is None or agree(name, value, machine),
        wrong=name == wrong,
    )


def sort_name(sort: str) -> str:
    """How a sort of speaker is called; "-" for nobody."""
    return str(dict(Actor.SortChoice.choices).get(sort, "-"))


def choices_of(name: str) -> tuple[tuple[str, str], ...]:
    """What may be chosen for a field, with its name in the reader's language."""
    called = {"kind": kind_name, "quote": form_name}.get(name, sort_name)
    return tuple((choice, called(choice)) for choice in CHOICES.get(name, ()))


def blank_fields(typed: Mapping[str, str], wrong: str) -> tuple[FieldShown, ...]:
    """The fields of a statement that is to be added."""
    words = {"kind": "claim", "quote": "indirect", **typed}
    return tuple(
        FieldShown(name, labels()[name], words.get(name, ""), choices_of(name), wrong=name == wrong)
        for name in COLUMNS
    )
