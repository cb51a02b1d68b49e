"""Give findings the fixed outside form: one plain object a statement, ready for JSON."""

from typing import Any

from claims.values import Figure, Findings, Kind, Span, Speaker, Statement


def findings_objects(findings: Findings) -> list[dict[str, Any]]:
    """One object a statement, in text order; keys, their order and their meaning are fixed.

    `denies` is the place of the denied statement in the list, for denials alone; `answers` is the same for
    every kind that answers another statement (confirmation, retraction, refusal to comment). Spans count
    characters of the text that was read; `score` is rounded to two digits.
    """
    string = findings.text.string
    return [statement_object(string, statement) for statement in findings.statements]


def statement_object(string: str, statement: Statement) -> dict[str, Any]:
    """The object of one statement found in `string`."""
    return {
        **_span_object(string, statement.content),
        "cue": _span_object(string, statement.cue) if statement.cue else None,
        "speaker": _speaker_object(string, statement.speaker) if statement.speaker else None,
        "quote": statement.quote.value,
        "kind": statement.kind.value,
        "said_on": statement.said_on.isoformat() if statement.said_on else None,
        "place": statement.place.of(string) if statement.place else None,
        "via": [relay.name for relay in statement.via],
        "hedges": [hedge.of(string) for hedge in statement.hedges],
        "figures": [_figure_object(figure) for figure in statement.figures],
        "denies": statement.denies if statement.kind == Kind.DENIAL else None,
        "rule": statement.rule,
        "score": round(statement.score, 2),
        "answers": statement.denies,
        "partial": statement.partial,
        "audience": statement.audience.of(string) if statement.audience else None,
        "target": statement.target.name if statement.target else None,
        "reason": statement.reason or None,
    }


def _span_object(string: str, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(string)}


def _speaker_object(string: str, speaker: Speaker) -> dict[str, Any]:
    place = {"start": None, "end": None, "text": None}
    return {
        "name": speaker.name,
        **(_span_object(string, speaker.span) if speaker.span else place),
        "role": speaker.role,
        "sort": speaker.sort.value,
        "on_behalf_of": speaker.on_behalf_of,
        "members": list(speaker.members),
    }


def _figure_object(figure: Figure) -> dict[str, Any]:
    return {
        "value": _plain(figure.value),
        "upper": None if figure.upper is None else _plain(figure.upper),
        "approximate": figure.approximate,
        "unit": figure.unit,
        "start": figure.span.start,
        "end": figure.span.end,
    }


def _plain(number: float) -> float | int:
    """3000.0 as 3000, as the interface shows whole numbers."""
    return int(number) if number.is_integer() else number
