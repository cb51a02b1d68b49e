"""Discovers and ingests one round of a source, now."""

import sys
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.models import Source
from claimtrack.route import Tally, crawl


class Command(BaseCommand):
    """One round of each source, with a progress bar on a terminal."""

    help = "Discover and ingest one round of each source (by slug), now."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the command line."""
        parser.add_argument("sources", nargs="+", metavar="SOURCE", help="slug of a source, see /sources/")

    def handle(self, *, sources: list[str], **_: object) -> None:
        """Crawl all; unknown slugs stop the command before anything is fetched."""
        rows = [_find(slug) for slug in sources]
        failed = [source.slug for source in rows if self._crawl(source)]
        if failed:
            raise CommandError(
                f"no list of {', '.join(failed)} could be read: see the lines above and /sources/"
            )

    def _crawl(self, source: Source) -> bool:
        tally = Tally()
        with tqdm(unit=" artikel", disable=not sys.stderr.isatty(), leave=False) as bar:
            for tally in crawl(source):
                bar.total, bar.n = tally.planned, tally.visited
                bar.refresh()
        self.stdout.write(f"{source.slug}: {tally.line()}")
        for error in tally.errors:
            self.stderr.write(f"{source.slug}: {error}")
        return tally.all_lists_failed


def _find(slug: str) -> Source:
    source = Source.objects.filter(slug=slug).first()
    if source is None:
        known = ", ".join(Source.objects.values_list("slug", flat=True)[:40])
        raise CommandError(f"there is no source {slug!r}; known are: {known or 'none, run `manage.py seed`'}")
    return source
