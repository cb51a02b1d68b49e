"""`manage.py read_text FILE...`: read plain text and show who said what, without any database."""

import json
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from claims.management.text_files import parse_day, read_text_file
from claims.nlp.reading import read
from claims.statement_json import findings_objects

FIELDS = ("said_on", "place", "audience", "via", "hedges", "target", "reason")


class Command(BaseCommand):
    """Read text files (one paragraph a line, the first may be the title)."""

    help = "Read plain text files and print every statement in them."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the files and options."""
        parser.add_argument("files", nargs="+", metavar="FILE", help="UTF-8 text, one paragraph a line")
        parser.add_argument("--published", metavar="YYYY-MM-DD", help="day of publication, for weekdays")
        parser.add_argument("--outlet", metavar="NAME", help="the outlet that published the text")
        parser.add_argument("--json", action="store_true", dest="as_json", help="one JSON object a line")

    def handle(
        self,
        *_: object,
        files: list[str],
        published: str | None = None,
        outlet: str | None = None,
        as_json: bool = False,
        **_options: object,
    ) -> None:
        """Print the statements of each file, all files being readable."""
        day = parse_day(published) if published else None
        texts = {name: read_text_file(Path(name)) for name in files}
        for name, text in texts.items():
            rows = findings_objects(read(text, published=day, outlet=outlet))
            label = {"file": name} if len(texts) > 1 else {}
            if as_json:
                self._write(json.dumps({**row, **label}, ensure_ascii=False) for row in rows)
            else:
                self._write([f"== {name}: {len(rows)} statements", ""] if label else [])
                self._write(_statement_block(index, row) for index, row in enumerate(rows))

    def _write(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.stdout.write(line)


def _statement_block(index: int, row: dict[str, Any]) -> str:
    """One statement for people: its words, then who, how and when, a field a line."""
    cue = row["cue"]["text"] if row["cue"] else "no cue"
    answers = "" if row["answers"] is None else f" (answers {row['answers']})"
    lines = [
        f"{index}. {row['text']}",
        f"   speaker  {_speaker_words(row['speaker'])}",
        f"   kind     {row['kind']}{answers}, {row['quote']}, by {cue!r}",
        *(f"   {name:8} {_words(row[name])}" for name in FIELDS if row[name]),
        *(f"   figure   {_figure_words(figure)}" for figure in row["figures"]),
        f"   rule     {row['rule']}, score {row['score']}, characters {row['start']}-{row['end']}",
    ]
    return "\n".join(lines) + "\n"


def _speaker_words(speaker: dict[str, Any] | None) -> str:
    if speaker is None:
        return "nobody that the text names for sure"
    words = [
        speaker["name"],
        speaker["role"],
        f"for {speaker['on_behalf_of']}" if speaker["on_behalf_of"] else None,
    ]
    return f"{', '.join(word for word in words if word)} ({speaker['sort']})"


def _figure_words(figure: dict[str, Any]) -> str:
    upper = "" if figure["upper"] is None else f" to {figure['upper']}"
    return (
        f"{'about ' if figure['approximate'] else ''}{figure['value']}{upper} {figure['unit'] or ''}".rstrip()
    )


def _words(value: str | list[str]) -> str:
    return ", ".join(value) if isinstance(value, list) else value
