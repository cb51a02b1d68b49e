"""Takes addresses through the whole route at once: fetch, parse, keep, read, link, keep."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from claimtrack.route import ingest


class Command(BaseCommand):
    """Ingest each URL now and print a line for each."""

    help = "Fetch, parse, keep, read and link the article at each URL; prints a line for each."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the command line."""
        parser.add_argument("urls", nargs="+", metavar="URL")

    def handle(self, *, urls: list[str], **_: object) -> None:
        """Ingest all; fails when any of them gave no article."""
        failed = 0
        for url in urls:
            outcome = ingest(url)
            stream = self.stdout if outcome.article else self.stderr
            stream.write(f"{outcome.verdict}  {url}  {outcome.line}")
            failed += outcome.article is None
        if failed and len(urls) > 1:
            raise CommandError(f"{failed} of {len(urls)} addresses gave no article; the lines above say why")
        if failed:
            raise SystemExit(1)
