"""Say in words where the reader and the gold differ, statement by statement."""

from collections.abc import Iterable

from claims.scoring.fields import JUDGES
from claims.scoring.gold import GoldStatement
from claims.scoring.totals import Reading, find_found_links, find_gold_links
from claims.values import Span, Statement

SHOWN = 90


def error_lines(reading: Reading) -> Iterable[str]:
    """One line for each gold statement missed, each extra finding, each wrong field of a matched one."""
    text = reading.document.text
    paired_gold = {pair.gold for pair in reading.pairs}
    paired_found = {pair.found for pair in reading.pairs}
    for index, row in enumerate(reading.document.statements):
        if index not in paired_gold:
            yield f"missed {row.id}: {_gold_words(text, row)}"
    for index, statement in enumerate(reading.found):
        if index not in paired_found and statement in reading.scored:
            yield f"extra {reading.document.name} #{index}: {_found_words(text, statement)}"
    for row, statement in reading.matched:
        yield from _wrong_lines(text, row, statement)
    yield from _link_lines(reading)


def _wrong_lines(text: str, row: GoldStatement, statement: Statement) -> Iterable[str]:
    if row.content != statement.content:
        ours, gold = _cut(text, statement.content), _cut(text, row.content)
        yield f"span {row.id}: found {ours!r}, gold {gold!r} [{statement.rule}]"
    for name, judge in JUDGES.items():
        if not judge(row, statement):
            mine, theirs = _found_field(text, statement, name), _gold_field(text, row, name)
            yield f"{name} {row.id}: found {mine!r}, gold {theirs!r} [{statement.rule}]"


def _link_lines(reading: Reading) -> Iterable[str]:
    gold, found = find_gold_links(reading), find_found_links(reading)
    for words, links in (("link missed", gold - found), ("link extra", found - gold)):
        for one, other in sorted(links):
            yield f"{words} {_link_end(reading, one)} -> {_link_end(reading, other)}"


def _link_end(reading: Reading, number: int) -> str:
    """A gold statement by its id, an unmatched finding by its number in the findings."""
    if number >= 0:
        return reading.document.statements[number].id
    return f"{reading.document.name} #{-1 - number}"


def _gold_words(text: str, row: GoldStatement) -> str:
    cue = row.cue.of(text) if row.cue else None
    return f"{_cut(text, row.content)!r}, cue {cue!r}, {row.names[:1]}, {row.quote} {row.kind}"


def _found_words(text: str, statement: Statement) -> str:
    cue = statement.cue.of(text) if statement.cue else None
    name = statement.speaker.name if statement.speaker else None
    return f"{_cut(text, statement.content)!r}, cue {cue!r}, {name!r}, {statement.quote} [{statement.rule}]"


def _gold_field(text: str, row: GoldStatement, name: str) -> object:
    if name == "speaker":
        return row.names
    value = getattr(row, name)
    return value.of(text) if isinstance(value, Span) else value


def _found_field(text: str, statement: Statement, name: str) -> object:
    speaker = statement.speaker
    if name == "speaker":
        return (speaker.name if speaker else None, *((statement.reason,) if statement.reason else ()))
    if name == "speaker_span":
        return speaker.span.of(text) if speaker and speaker.span else None
    if name == "role":
        return speaker.role if speaker else None
    if name == "via":
        return tuple(relay.name for relay in statement.via)
    value = getattr(statement, name)
    return value.of(text) if isinstance(value, Span) else value


def _cut(text: str, span: Span) -> str:
    words = span.of(text)
    return words if len(words) <= SHOWN else f"{words[: SHOWN // 2]} .. {words[-SHOWN // 2 :]}"
