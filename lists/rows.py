"""Tables row by row: as CSV, as one JSON document, and as JSON lines, with the same columns."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lists.guarding import guard

Cell = str | int | float | bool | None | list[str]
Columns = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name in files and addresses, and its columns in order."""

    name: str
    columns: tuple[str, ...]


def csv_lines(table: Table, rows: Iterable[Columns]) -> Iterator[str]:
    """A header and a line a row; no cell is a formula."""
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow(table.columns)
    for row in rows:
        yield line.getvalue()
        line.seek(0)
        line.truncate()
        writer.writerow([_cell(row[column]) for column in table.columns])
    yield line.getvalue()


def _cell(value: Cell) -> str | int | float:
    if isinstance(value, list):
        value = "; ".join(value)
    if value is None:
        return ""
    return guard(value) if isinstance(value, str) else value


def json_document(table: Table, rows: Iterable[Columns]) -> Iterator[str]:
    """One object that holds all rows under the table's name, written as they come."""
    yield f'{{"{table.name}": ['
    for place, row in enumerate(rows):
        yield (",\n" if place else "\n") + json.dumps(row, ensure_ascii=False)
    yield "\n]}\n"


def json_lines(_table: Table, rows: Iterable[Columns]) -> Iterator[str]:
    """One object a line."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"


Writer = Callable[[Table, Iterable[Columns]], Iterator[str]]
WRITERS: Mapping[str, tuple[Writer, str]] = {
    "csv": (csv_lines, "text/csv; charset=utf-8"),
    "json": (json_document, "application/json; charset=utf-8"),
    "jsonl": (json_lines, "application/x-ndjson; charset=utf-8"),
}
