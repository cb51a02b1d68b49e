"""`manage.py draw_sample [WEEK]`: put a week's random sample on the review queue, now."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from claims.review.filling import draw_sample, week_of


class Command(BaseCommand):
    """Draw a sample; the same week gives the same reports."""

    help = "Put a week's random sample of reports on the review queue (last week's comes by itself)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the week."""
        parser.add_argument("week", nargs="?", metavar="WEEK", help="as 2026-W47; this week where left out")

    def handle(self, *_: object, week: str | None = None, **_options: object) -> None:
        """Draw, and say how many are new."""
        name = week or week_of(timezone.now())
        try:
            drawn = draw_sample(name)
        except ValueError as error:
            raise CommandError(f"{name!r} is no week; write it as 2026-W47") from error
        self.stdout.write(f"{drawn} reports of {name} wait at /review/?reason=sample")
