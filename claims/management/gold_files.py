"""Read gold annotations with their documents from disk, and say in one line what is wrong with them."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from django.core.management.base import CommandError

from claims.management.text_files import parse_day, read_text_file
from claims.scoring.corpus import parse_corpus
from claims.scoring.gold import GoldDocument, GoldError, GoldStatement, parse_gold_lines


def read_corpus(path: Path) -> list[GoldDocument]:
    """The annotated texts of one TOML file, or of every TOML file in a folder."""
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    documents: list[GoldDocument] = []
    for file in files:
        try:
            documents.extend(parse_corpus(read_text_file(file)))
        except GoldError as error:
            raise CommandError(f"{file}: {error}") from error
    return documents


def read_gold(path: Path, docs: Path, published: Path | None) -> list[GoldDocument]:
    """The documents of a JSON Lines file, in its order; texts are `<doc>.txt` in `docs`.

    Without `published`, a docs.json beside the gold file, in `docs` or beside `docs` gives the days.
    """
    try:
        rows = parse_gold_lines(read_text_file(path).splitlines())
    except GoldError as error:
        raise CommandError(f"{path}: {error}") from error
    if not docs.is_dir():
        raise CommandError(f"{docs}: no such folder; --docs names the folder of the documents")
    days = _read_days(published or _find_days_file(path, docs))
    names = dict.fromkeys(row.doc for row in rows)
    return [_document(name, docs, days, rows) for name in names]


def _document(
    name: str, docs: Path, days: Mapping[str, date], rows: tuple[GoldStatement, ...]
) -> GoldDocument:
    text = read_text_file(docs / f"{name}.txt")
    own = tuple(row for row in rows if row.doc == name)
    for row in own:
        if row.content.end > len(text):
            raise CommandError(f"{row.id}: its content ends after the text of {name}.txt; correct the span")
    return GoldDocument(name, text, own, days.get(name))


def _find_days_file(path: Path, docs: Path) -> Path | None:
    places = (path.parent, docs, docs.parent)
    return next((place / "docs.json" for place in places if (place / "docs.json").is_file()), None)


def _read_days(path: Path | None) -> dict[str, date]:
    if path is None:
        return {}
    try:
        entries = json.loads(read_text_file(path))
    except json.JSONDecodeError as error:
        raise CommandError(f"{path}: line {error.lineno} is not JSON ({error.msg}); correct it") from error
    if not isinstance(entries, dict):
        raise CommandError(f"{path}: is not a JSON object of documents; correct it")
    return {name: parse_day(day) for name, entry in entries.items() if (day := _entry_day(entry))}


def _entry_day(entry: object) -> str | None:
    day = entry.get("published") if isinstance(entry, dict) else entry
    return str(day) if day else None
