"""Read invented, hand-annotated texts from TOML and find the place of every annotated word.

A file holds `[[text]]` tables: `name`, `published`, `outlet`, `body` (one paragraph a line), `who` (key to
`{name, role, alt, members}`) and `said`, one row a statement:

    { who = "rahmat", content = "Jalan itu [..] dibuka", cue = "kata", span = "Rahmat", on = 2024-03-11 }

`[..]` in `content` stands for everything between the words before it and the first place of the words after
it. A content that stands in the body more than once needs `at` (counted from 1). `quote` is "direct" where
the content opens with a quotation mark, otherwise "indirect"; `kind` is "claim" unless given; `denies` is
the number of another row, counted from 1. Cue and span are looked for nearest to the content; `cue_at` and
`span_at` (counted from 1 over whole words in the body) decide where nearest is not meant.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any

from claims.scoring.gold import GoldDocument, GoldError, GoldStatement
from claims.values import Kind, QuoteForm, Span

GAP = " [..] "
OPENING_MARKS = "\"'“”‘«"


def parse_corpus(toml: str) -> tuple[GoldDocument, ...]:
    """The annotated texts of one file.

    Raises:
        GoldError: the file is not TOML, or a row's words are not in its text or stand there more than once.
    """
    try:
        tables = tomllib.loads(toml)["text"]
    except tomllib.TOMLDecodeError as error:
        raise GoldError(f"not TOML ({error}): correct it") from error
    except KeyError as error:
        raise GoldError("no [[text]] in it: add one") from error
    return tuple(_parse_text(table) for table in tables)


def _parse_text(table: Mapping[str, Any]) -> GoldDocument:
    name, body = table["name"], table["body"].strip("\n")
    rows = table.get("said", [])
    ids = [f"{name}-{number:02}" for number in range(1, len(rows) + 1)]
    return GoldDocument(
        name=name,
        text=body,
        statements=tuple(_parse_row(table, body, row, ids, place) for place, row in enumerate(rows)),
        published=table.get("published"),
        outlet=table.get("outlet"),
    )


def _parse_row(
    table: Mapping[str, Any], body: str, row: Mapping[str, Any], ids: list[str], place: int
) -> GoldStatement:
    try:
        who = table["who"][row["who"]]
        content = _find_content(body, row["content"], row.get("at"))
        cue = _find_cue(body, row, content)
        return GoldStatement(
            doc=table["name"],
            id=ids[place],
            content=content,
            quote=_quote_form(row),
            kind=Kind(row.get("kind", "claim")),
            cue=cue,
            speaker_span=_find_speaker_span(body, row, content, cue),
            names=(who["name"], *who.get("alt", ())),
            speakers=tuple(who.get("members", ())),
            role=who.get("role"),
            via=_chain(row.get("via", ())),
            said_on=row.get("on"),
            denies=ids[row["denies"] - 1] if "denies" in row else None,
        )
    except (KeyError, IndexError, ValueError) as error:
        raise GoldError(f"{ids[place]}: {error}") from error


def _quote_form(row: Mapping[str, Any]) -> QuoteForm:
    marked = row["content"][0] in OPENING_MARKS
    return QuoteForm(row.get("quote", "direct" if marked else "indirect"))


def _chain(via: str | list[str] | tuple[()]) -> tuple[str, ...]:
    return (via,) if isinstance(via, str) else tuple(via)


def _find_content(body: str, words: str, at: int | None) -> Span:
    head, gap, tail = words.partition(GAP)
    start = _only_place(body, head, at)
    end = body.find(tail, start + len(head)) + len(tail) if gap else start + len(head)
    if gap and end < start + len(head) + len(tail):
        raise GoldError(f"{tail!r} does not follow {head!r}: correct the end of the content")
    return Span(start, end)


def _only_place(body: str, words: str, at: int | None) -> int:
    places = [match.start() for match in re.finditer(re.escape(words), body)]
    if not places:
        raise GoldError(f"{words!r} is not in the text: correct it")
    if at is None and len(places) > 1:
        raise GoldError(f"{words!r} stands {len(places)} times in the text: add at = 1..{len(places)}")
    return places[(at or 1) - 1]


def _find_cue(body: str, row: Mapping[str, Any], content: Span) -> Span | None:
    if "cue" not in row:
        return None
    return _nearest(body, row["cue"], row.get("cue_at"), lambda span: _distance(span, content))


def _find_speaker_span(body: str, row: Mapping[str, Any], content: Span, cue: Span | None) -> Span | None:
    if "span" not in row:
        return None
    if row["span"] == "nya" and cue is not None and cue.of(body).endswith("nya"):
        return Span(cue.end - 3, cue.end)
    return _nearest(body, row["span"], row.get("span_at"), lambda span: _distance(span, cue or content))


def _nearest(body: str, words: str, at: int | None, distance: Callable[[Span], int]) -> Span:
    spans = [Span(*match.span()) for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", body)]
    if not spans:
        raise GoldError(f"{words!r} is not in the text as whole words: correct it")
    return spans[at - 1] if at is not None else min(spans, key=distance)


def _distance(span: Span, other: Span) -> int:
    """Characters between two spans; one inside the other counts as far, since cues mostly stand outside."""
    if span.touches(other):
        return len(other)
    return span.start - other.end if span.start >= other.end else other.start - span.end
