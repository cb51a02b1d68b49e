"""`manage.py reading_rules > docs/reading.md`: write the page of reading rules with measured figures."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from claims.management.gold_files import read_corpus, read_gold
from claims.management.text_files import read_text_file
from claims.nlp.drafting import RULES
from claims.nlp.reading import read
from claims.rule_pages import Measured, rule_names, rule_page, score_rules
from claims.scoring.gold import GoldDocument
from claims.scoring.totals import pair_document, score_readings

HELD_OUT = "heldout-"


class Command(BaseCommand):
    """Print docs/reading.md, measured on the invented corpus and, when named, on other gold."""

    help = "Print the page of reading rules (docs/reading.md) with measured figures."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the gold and the check."""
        parser.add_argument("--gold", metavar="GOLD.jsonl", help="gold annotations to measure on as well")
        parser.add_argument("--docs", metavar="DIR", help="folder of the gold's <doc>.txt")
        parser.add_argument("--check", metavar="PAGE", help="say whether PAGE describes exactly the rules")

    def handle(
        self,
        *_: object,
        gold: str | None = None,
        docs: str | None = None,
        check: str | None = None,
        **_options: object,
    ) -> None:
        """Write the page, or check one."""
        if check is not None:
            check_page(Path(check))
            return
        if gold and not docs:
            raise CommandError("--docs is missing: name the folder that holds the documents' .txt files")
        golds = [measure("gold", read_gold(Path(gold), Path(docs), None))] if gold and docs else []
        golds += measure_corpus(Path(settings.BASE_DIR) / "tests" / "texts" / "reading")
        command = "manage.py reading_rules" + (f" --gold {gold} --docs {docs}" if gold else "")
        self.stdout.write(rule_page(RULES, golds, command), ending="")


def check_page(path: Path) -> None:
    """Raise CommandError unless the page describes exactly the rules of the table, in its order."""
    if rule_names(read_text_file(path)) != [rule.name for rule in RULES]:
        raise CommandError(
            f"{path}: does not list the rules as they are; run reading_rules and save it there"
        )


def measure_corpus(folder: Path) -> list[Measured]:
    """The invented corpus, seen and held-out texts apart."""
    files = sorted(folder.glob("*.toml"))
    seen = [one for file in files if not file.name.startswith(HELD_OUT) for one in read_corpus(file)]
    held_out = [one for file in files if file.name.startswith(HELD_OUT) for one in read_corpus(file)]
    return [measure("corpus", seen), measure("held-out", held_out)]


def measure(name: str, documents: list[GoldDocument]) -> Measured:
    """Read and score documents."""
    readings = [
        pair_document(one, read(one.text, published=one.published, outlet=one.outlet)) for one in documents
    ]
    return Measured(name, score_readings(readings), score_rules(readings))
