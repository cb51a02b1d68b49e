"""The fields of a report that people correct: which columns hold each, and how a value of one reads."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from claims.models import Report
from claims.nlp.figures import find_figures
from claims.nlp.hedging import find_hedges
from claims.store.columns import figure_object, words_at
from claims.values import Evidence, Span

Value = dict[str, Any]
SPAN = ("start", "end", "exact", "prefix", "suffix", "figures", "hedges")
COLUMNS: dict[str, tuple[str, ...]] = {
    "span": SPAN,
    "speaker": ("speaker_name",),
    "sort": ("speaker_sort",),
    "role": ("role",),
    "on_behalf_of": ("on_behalf_of",),
    "kind": ("kind",),
    "quote": ("quote",),
    "said_on": ("said_on",),
    "place": ("place",),
    "via": ("via",),
    "target": ("target",),
}
# Whether the report is one at all: people refuse what is none, and add by hand what was missed.
EXISTS = "exists"


def value_of(report: Report, field: str) -> Value:
    """What a field holds, as JSON can keep it."""
    return {name: _plain(getattr(report, name)) for name in COLUMNS[field]}


def set_value(report: Report, field: str, value: Mapping[str, Any]) -> None:
    """Put a kept value back into an unsaved row."""
    for name in COLUMNS[field]:
        kept = value[name]
        setattr(report, name, date.fromisoformat(kept) if name == "said_on" and kept else kept)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def words_of(field: str, value: Mapping[str, Any]) -> str:
    """A value as it reads in a form and in the history."""
    if field == "span":
        return str(value["exact"])
    if field == "via":
        return ", ".join(relay["name"] for relay in value["via"])
    return str(value[COLUMNS[field][0]] or "")


def agree(field: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two values say the same."""
    if field == "span":
        return (one["start"], one["end"]) == (other["start"], other["end"])
    return words_of(field, one) == words_of(field, other)


def span_value(text: str, span: Span) -> Value:
    """The value of a span: its evidence, and the figures and hedges inside."""
    evidence = Evidence.at(text, span)
    return {
        "start": evidence.start,
        "end": evidence.end,
        "exact": evidence.exact,
        "prefix": evidence.prefix,
        "suffix": evidence.suffix,
        "figures": [figure_object(text, figure) for figure in find_figures(text, span)],
        "hedges": [words_at(text, hedge) for hedge in find_hedges(text, span)],
    }
