"""`manage.py export_gold FOLDER`: write what people reviewed to the end as gold for `evaluate`."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from claims.accuracy.gold import find_gold


class Command(BaseCommand):
    """Write gold.jsonl, docs.json and docs/<doc>.txt."""

    help = "Write fully reviewed articles as gold: FOLDER/gold.jsonl, FOLDER/docs/, FOLDER/docs.json."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the folder."""
        parser.add_argument("folder", metavar="FOLDER", help="a folder; it is made where it is not there")

    def handle(self, *_: object, folder: str, **_options: object) -> None:
        """Write the files, say how many documents."""
        place = Path(folder)
        documents = 0
        try:
            (place / "docs").mkdir(parents=True, exist_ok=True)
            for name, words in find_gold():
                (place / name).write_text(words, encoding="utf-8", newline="")
                documents += name.startswith("docs/")
        except OSError as error:
            words = f"{place}: cannot be written ({error.strerror}); name another folder"
            raise CommandError(words) from error
        self.stdout.write(f"{documents} documents in {place}")
