"""Walks an outlet's past by its indexes of days: through the workers bit by bit, or here and now."""

import sys
from argparse import ArgumentParser
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from articles.backfill import NoIndexByDay, plan_backfill
from articles.models import Backfill, Source
from claimtrack.walking import walk_now


class Command(BaseCommand):
    """Plan a walk, take it, or tell how far the walks are."""

    help = (
        "Read an outlet's stories of past days; go on after a stop. Without SOURCE: tell how far walks are."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the command line."""
        parser.add_argument("source", nargs="?", metavar="SOURCE", help="slug of a source, see /sources/")
        parser.add_argument("--from", dest="first", metavar="DAY", help="first day, YYYY-MM-DD")
        parser.add_argument("--to", dest="last", metavar="DAY", help="last day, YYYY-MM-DD (default: today)")
        parser.add_argument(
            "--now", action="store_true", help="walk here instead of leaving it to the workers"
        )

    def handle(
        self, *, source: str | None, first: str | None, last: str | None, now: bool, **_: object
    ) -> None:
        """Tell, plan or walk; Ctrl-C keeps what was done."""
        if source is None:
            self._tell_all()
            return
        walk = plan(source, first, last)
        if walk.finished and not walk.leads.filter(next_try__isnull=False).exists():
            self.stdout.write(f"walked before: {line_of(walk)}")
        elif now:
            self._walk(walk)
        elif walk.source.enabled:
            self.stdout.write(f"left to the workers, `manage.py backfill` tells how far: {line_of(walk)}")
        else:
            raise CommandError(
                f"{source} is switched off: switch it on under /admin/, or walk here with --now"
            )

    def _tell_all(self) -> None:
        walks = Backfill.objects.select_related("source").order_by("source__slug", "first")
        for walk in walks:
            self.stdout.write(line_of(walk))
        if not walks:
            self.stdout.write("no walk is planned: give a SOURCE with --from DAY and --to DAY")

    def _walk(self, walk: Backfill) -> None:
        days = (walk.last - walk.first).days + 1
        with tqdm(total=days, unit=" hari", disable=not sys.stderr.isatty(), leave=False) as bar:
            try:
                for outcome in walk_now(walk):
                    bar.update((walk.day - walk.first).days - bar.n)
                    if outcome and outcome.article is None and not outcome.temporary:
                        self.stderr.write(f"{outcome.url}: {outcome.line}")
            except KeyboardInterrupt:
                raise CommandError("stopped; give the same command again to go on") from None
        self.stdout.write(line_of(walk))


def plan(slug: str, first: str | None, last: str | None) -> Backfill:
    """The walk that the command line names; CommandError where it cannot be."""
    source = Source.objects.filter(slug=slug).first()
    if source is None:
        raise CommandError(f"there is no source {slug!r}; /sources/ lists them")
    if first is None:
        raise CommandError("say from which day: --from YYYY-MM-DD")
    begin, end = parse_day(first), parse_day(last) if last else timezone.localdate()
    if begin > end:
        raise CommandError(f"--from {begin} is after --to {end}: turn them round")
    if end > timezone.localdate():
        raise CommandError(f"--to {end} has not come yet: today is {timezone.localdate()}")
    try:
        return plan_backfill(source, begin, end)
    except NoIndexByDay as error:
        raise CommandError(str(error)) from error


def parse_day(text: str) -> date:
    """A day as written on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"{text!r} is no day: write YYYY-MM-DD, such as 2024-10-16") from error


def line_of(walk: Backfill) -> str:
    """How far a walk is, in one line."""
    where = "finished" if walk.finished else f"at {walk.day}, page {walk.page}"
    waiting = walk.leads.filter(next_try__isnull=False).count()
    line = (
        f"{walk.source.slug} {walk.first} to {walk.last}: {where}; {walk.asked} pages asked, "
        f"{walk.found} stories found, {waiting} to be fetched, {walk.gaps} gaps"
    )
    return f"{line} (last: {walk.note})" if walk.note else line
