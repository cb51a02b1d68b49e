"""Lists to take away, row by row: as CSV, as one JSON document, and as JSON lines, with the same columns."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping

Cell = str | int | bool | None | list[str]
Columns = Mapping[str, Cell]
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(name: str, rows: Iterable[Columns]) -> Iterator[str]:
    """A header and a line a row; an apostrophe stands before what a spreadsheet would run as a formula."""
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow(COLUMNS[name])
    for row in rows:
        writer.writerow([_cell(row[column]) for column in COLUMNS[name]])
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    yield line.getvalue()


def _cell(value: Cell) -> str | int:
    if isinstance(value, list):
        value = "; ".join(value)
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else value


def json_document(name: str, rows: Iterable[Columns]) -> Iterator[str]:
    """One object that holds all rows under the list's name, written as they come."""
    yield f'{{"{name}": ['
    for place, row in enumerate(rows):
        yield (",\n" if place else "\n") + json.dumps(row, ensure_ascii=False)
    yield "\n]}\n"


def json_lines(_name: str, rows: Iterable[Columns]) -> Iterator[str]:
    """One object a line."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"


Writer = Callable[[str, Iterable[Columns]], Iterator[str]]
WRITERS: Mapping[str, tuple[Writer, str]] = {
    "csv": (csv_lines, "text/csv; charset=utf-8"),
    "json": (json_document, "application/json; charset=utf-8"),
    "jsonl": (json_lines, "application/x-ndjson; charset=utf-8"),
}
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "reports": (
        *("report", "kind", "stance", "speaker", "speaker_slug", "on_behalf_of", "quote", "words", "outlet"),
        *("headline", "url", "said_on", "published", "fetched", "claim", "claim_title"),
    ),
    "claims": (
        *("claim", "title", "status", "asserted_by", "accused_by", "denied_by", "confirmed_by", "reports"),
        *("chains", "outlets", "first_said", "last_moved"),
    ),
    "actors": ("actor", "name", "sort", "role", "stated", "answered", "more", "last"),
}
