"""Reports to take away, as CSV and as JSON lines, with the same columns."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from claims.timeline.explore import Found

COLUMNS = (
    *("report", "kind", "stance", "speaker", "on_behalf_of", "quote", "words", "outlet", "url"),
    *("said_on", "published", "claim", "claim_title"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def columns_of(row: Found) -> dict[str, str | int | None]:
    """One report as plain values; times in ISO 8601 with offset."""
    return {
        "report": row.report,
        "kind": row.kind,
        "stance": row.stance or None,
        "speaker": row.speaker.name or row.speaker_name or None,
        "on_behalf_of": row.behalf.name if row.behalf else None,
        "quote": row.quote,
        "words": "".join(piece.words for piece in row.pieces),
        "outlet": row.outlet,
        "url": row.url,
        "said_on": row.said_on.isoformat() if row.said_on else None,
        "published": row.published.isoformat() if row.published else None,
        "claim": row.claim or None,
        "claim_title": row.title or None,
    }


def csv_lines(rows: Iterable[Found]) -> Iterator[str]:
    """A header and a line a report; an apostrophe stands before what a spreadsheet would run as a formula."""
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_cell(value) for value in columns_of(row).values()])
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    yield line.getvalue()


def _cell(value: str | int | None) -> str | int:
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else value


def json_lines(rows: Iterable[Found]) -> Iterator[str]:
    """One object a line."""
    for row in rows:
        yield json.dumps(columns_of(row), ensure_ascii=False) + "\n"
