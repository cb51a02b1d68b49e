"""Reads stored crawls (WARC files) into the record without touching a site."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.archives.importing import import_archive, open_archive, summary
from articles.archives.records import BrokenArchive, check_archive
from articles.models import Archive, Revision
from claims.desk import read_and_link, waiting


class Command(BaseCommand):
    """Import each file; a file that was stopped half-way is gone on with."""

    keep_only = False
    help = "Read the pages of WARC files through parse, keep, read and link; run it again after a stop."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the command line."""
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help=".warc or .warc.gz")
        parser.add_argument(
            "--known-only",
            action="store_true",
            help="leave out sites that are neither declared nor registered",
        )

        parser.add_argument(
            "--keep-only", action="store_true", help="leave reading and linking to the read worker"
        )

    def handle(self, *, files: list[Path], known_only: bool, keep_only: bool, **_: object) -> None:
        """Import all; what cannot be read stops the command before anything is kept."""
        self.keep_only = keep_only
        self._run(files, check_archive)
        self._run(files, lambda path: self._import(path, known_only=known_only))

    def _run(self, files: list[Path], work: Callable[[Path], None]) -> None:
        broken = []
        for path in files:
            try:
                work(path)
            except BrokenArchive as error:
                broken.append(str(error))
        if broken:
            raise CommandError("; ".join(broken))

    def _import(self, path: Path, *, known_only: bool) -> None:
        archive = open_archive(path, known_only=known_only)
        if archive.finished:
            self.stdout.write(f"{path}: read before: {summary(archive)}")
            return
        try:
            if archive.offset:
                self._read(waiting())  # what the stopped run kept last
            self._keep(path, archive)
        except KeyboardInterrupt:
            raise CommandError(f"{path}: stopped; give the same command again to go on") from None
        finally:
            self.stdout.write(f"{path}: {summary(archive)}")

    def _keep(self, path: Path, archive: Archive) -> None:
        with tqdm(
            total=archive.size,
            initial=archive.offset,
            unit="B",
            unit_scale=True,
            desc=path.name,
            disable=not sys.stderr.isatty(),
            leave=False,
        ) as bar:
            for step in import_archive(path, archive):
                bar.update(step.offset - bar.n)
                if step.keeping.article is not None:
                    self._read(waiting().filter(article=step.keeping.article))

    def _read(self, revisions: Iterable[Revision]) -> None:
        for revision in () if self.keep_only else revisions:
            try:
                read_and_link(revision.pk)
            except Exception as error:
                self.stderr.write(f"{revision.article.url}: kept, not read yet ({error})")
