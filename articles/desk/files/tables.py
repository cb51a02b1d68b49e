"""Reads sources from CSV as a stream, whatever its encoding and separator; a bad line costs only itself."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from articles.desk.files.cells import read_row
from articles.desk.files.values import Refused, SourceRow, UnreadableFile

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
SEPARATORS = (";", "\t", ",")
NEEDED = frozenset({"name", "home"})
CHUNK = 64 * 1024
LONGEST_LINE = 20_000
# A note may run over lines; where a quotation mark is never closed, only its own line is lost.
MOST_LINES = 40


def read_table(content: bytes) -> Iterator[SourceRow | Refused]:
    """Each line as a source or with its fault; a short name that comes twice is taken once.

    Raises UnreadableFile before the first line where the columns cannot be told.
    """
    records = find_records(
        io.TextIOWrapper(io.BytesIO(content), find_encoding(content), "replace", newline="")
    )
    head = next(records, (0, ""))[1]
    separator = max(SEPARATORS, key=head.count)
    columns = [name.strip().lower() for name in next(csv.reader([head], delimiter=separator), [])]
    if not set(columns) >= NEEDED:
        raise UnreadableFile(_("Baris pertama harus memuat kolom name dan home."))
    return _rows(records, columns, separator)


def _rows(
    records: Iterator[tuple[int, str]], columns: list[str], separator: str
) -> Iterator[SourceRow | Refused]:
    seen: dict[str, int] = {}
    for line, record in records:
        row = _row(line, record, columns, separator)
        if row is None:
            continue
        if isinstance(row, SourceRow) and seen.setdefault(row.slug, line) != line:
            words = _("Nama pendek %(slug)s sudah ada di baris %(line)d.")
            row = Refused(line, words % {"slug": row.slug, "line": seen[row.slug]})
        yield row


def _row(line: int, record: str, columns: list[str], separator: str) -> SourceRow | Refused | None:
    if not record.strip(separator + " \r\n"):
        return None
    if len(record) > LONGEST_LINE:
        return Refused(line, _("Baris ini terlalu panjang."))
    if record.count('"') % 2:
        return Refused(line, _("Tanda petik di baris ini tidak ditutup."))
    cells = next(csv.reader(io.StringIO(record, newline=""), delimiter=separator), [])
    if len(cells) > len(columns):
        return Refused(line, _("Baris ini punya lebih banyak kolom daripada baris pertama."))
    return read_row(line, dict(zip(columns, cells, strict=False)))


def find_encoding(content: bytes) -> str:
    """The encoding by its mark, UTF-8 where the bytes are that, else what old spreadsheets write."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return encoding
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(content), CHUNK):
            decoder.decode(content[start : start + CHUNK], final=start + CHUNK >= len(content))
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def find_records(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Records with the number of their first line; quoted cells may hold line ends.

    After a mark that is not closed for many lines, each of these lines stands for itself.
    """
    waiting: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        waiting.append((number, line))
        if sum(part.count('"') for _number, part in waiting) % 2 == 0:
            yield waiting[0][0], "".join(part for _number, part in waiting)
            waiting = []
        elif len(waiting) > MOST_LINES:
            yield from waiting
            waiting = []
    yield from waiting
