"""Gold annotations as values: one statement a row, checked while it is parsed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from claims.values import Kind, QuoteForm, Span


class GoldError(ValueError):
    """A gold row that cannot be used; the message names the row and what to correct."""


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One annotated reporting event; the fields are those of the annotation guidelines.

    `names` holds every accepted name of the speaker, the fullest first; `speakers` the several joint ones.
    `via` is empty, one outlet, or a whole chain. `denies` is the id of another row of the same document.
    """

    doc: str
    id: str
    content: Span
    quote: QuoteForm
    kind: Kind
    cue: Span | None = None
    speaker_span: Span | None = None
    names: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    role: str | None = None
    via: tuple[str, ...] = ()
    said_on: date | None = None
    denies: str | None = None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated text with its date of publication, where that is known."""

    name: str
    text: str
    statements: tuple[GoldStatement, ...]
    published: date | None = None
    outlet: str | None = None


def parse_gold_lines(lines: Iterable[str]) -> tuple[GoldStatement, ...]:
    """The statements of a JSON Lines file; blank lines are passed over.

    Raises:
        GoldError: a line is not JSON, or lacks or misuses a field; the message counts lines from 1.
    """
    return tuple(_parse_line(line, number) for number, line in enumerate(lines, 1) if line.strip())


def parse_gold_row(row: Mapping[str, Any]) -> GoldStatement:
    """One statement from a row shaped like the shared gold; raises KeyError, TypeError or ValueError."""
    speaker = row["speaker"]
    return GoldStatement(
        doc=str(row["doc"]),
        id=str(row["id"]),
        content=_required_span(row["content"]),
        quote=QuoteForm(row["quote"]),
        kind=Kind(row["kind"]),
        cue=_parse_span(row.get("cue")),
        speaker_span=_parse_span(row.get("speaker_span")),
        names=(speaker, *row.get("speaker_alt", ())) if speaker else (),
        speakers=tuple(row.get("speakers", ())),
        role=row.get("role"),
        via=_parse_via(row.get("via")),
        said_on=date.fromisoformat(row["said_on"]) if row.get("said_on") else None,
        denies=row.get("denies"),
    )


def _parse_line(line: str, number: int) -> GoldStatement:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise GoldError(f"line {number} is not JSON ({error.msg}): correct or remove it") from error
    if not isinstance(row, dict):
        raise GoldError(f"line {number} is not a JSON object: write one statement a line as {{...}}")
    try:
        return parse_gold_row(row)
    except KeyError as error:
        raise GoldError(f"line {number} has no field {error}: add it") from error
    except (TypeError, ValueError) as error:
        raise GoldError(f"line {number} has a field of wrong form ({error}): correct it") from error


def _required_span(value: object) -> Span:
    span = _parse_span(value)
    if span is None:
        raise ValueError("content is null")
    return span


def _parse_span(value: object) -> Span | None:
    if value is None:
        return None
    if not (isinstance(value, list) and len(value) == 2 and all(type(item) is int for item in value)):
        raise ValueError(f"a span is [start, end], not {value!r}")
    return Span(value[0], value[1])


def _parse_via(value: str | list[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
