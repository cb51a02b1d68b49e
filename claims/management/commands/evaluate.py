"""`manage.py evaluate GOLD --docs DIR`: score the reader against gold annotations."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.management.gold_files import read_corpus, read_gold
from claims.nlp.reading import read
from claims.scoring.errors import error_lines
from claims.scoring.gold import GoldDocument
from claims.scoring.table import document_lines, score_object, score_table
from claims.scoring.totals import Reading, pair_document, score_readings


class Command(BaseCommand):
    """Score the reader; GOLD is a JSON Lines file, or annotated TOML texts (a file or a folder of them)."""

    help = "Score the reader against gold annotations."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the gold and options."""
        parser.add_argument(
            "gold", metavar="GOLD", help="gold.jsonl, or a TOML file, or a folder of TOML files"
        )
        parser.add_argument("--docs", metavar="DIR", help="folder of <doc>.txt (needed for JSON Lines)")
        parser.add_argument("--published", metavar="FILE", help="docs.json with each document's day")
        parser.add_argument("--json", action="store_true", dest="as_json", help="print one JSON object")
        parser.add_argument("--errors", action="store_true", help="list each difference as well")

    def handle(
        self,
        *_: object,
        gold: str,
        docs: str | None = None,
        published: str | None = None,
        as_json: bool = False,
        errors: bool = False,
        **_options: object,
    ) -> None:
        """Read every document, pair, score, print."""
        documents = _read_documents(Path(gold), docs, published)
        if not documents:
            raise CommandError(f"{gold}: holds no statements; name another file")
        readings = [_read_document(document) for document in documents]
        if as_json:
            self.stdout.write(json.dumps(_scores_object(readings), ensure_ascii=False))
            return
        self._write_tables(readings)
        if errors:
            self.stdout.write(
                "\n".join(("", *(line for reading in readings for line in error_lines(reading))))
            )

    def _write_tables(self, readings: list[Reading]) -> None:
        by_document = {reading.document.name: score_readings([reading]) for reading in readings}
        self.stdout.write(
            "\n".join((*document_lines(by_document), "", score_table(score_readings(readings))))
        )
        if any(reading.document.published is None for reading in readings):
            self.stdout.write("\nSome documents have no day of publication: said_on is not judged there.")


def _read_documents(path: Path, docs: str | None, published: str | None) -> list[GoldDocument]:
    if path.is_dir() or path.suffix == ".toml":
        return read_corpus(path)
    if not docs:
        raise CommandError("--docs is missing: name the folder that holds the documents' .txt files")
    return read_gold(path, Path(docs), Path(published) if published else None)


def _read_document(document: GoldDocument) -> Reading:
    findings = read(document.text, published=document.published, outlet=document.outlet)
    return pair_document(document, findings)


def _scores_object(readings: list[Reading]) -> dict[str, Any]:
    by_document = {reading.document.name: score_object(score_readings([reading])) for reading in readings}
    return {**score_object(score_readings(readings)), "by_document": by_document}
