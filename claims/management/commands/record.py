"""`manage.py record`: print the record, as JSON lines, as a digest of its content, or for people."""

import json
from argparse import ArgumentParser
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from claims.record import digest_record, find_record


class Command(BaseCommand):
    """Print the record of claims and stances."""

    help = "Print every claim with its stances and reports, or a digest of them all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the forms of output."""
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--digest", action="store_true", help="one line that depends on the content only")
        form.add_argument("--json", action="store_true", dest="as_json", help="one JSON object a line")
        parser.add_argument("--as-of", metavar="TIME", help="the record as it stood then (ISO 8601)")

    def handle(
        self, *_: object, digest: bool, as_json: bool, as_of: str | None = None, **_options: object
    ) -> None:
        """Print the record in the form asked for."""
        record = find_record(parse_moment(as_of) if as_of else None)
        if digest:
            self.stdout.write(digest_record(record))
            return
        for claim in record:
            self.stdout.write(json.dumps(claim, ensure_ascii=False) if as_json else plain_claim(claim))


def parse_moment(words: str) -> datetime:
    """An aware time; a day alone means its end, a time without zone is Jakarta's."""
    try:
        moment = parse_datetime(words) if len(words) > 10 else None
        day = parse_date(words) if moment is None else None
    except ValueError:
        moment = day = None
    if moment is None and day is None:
        raise CommandError(f"cannot read the time {words!r}: give YYYY-MM-DD or YYYY-MM-DDTHH:MM[+07:00]")
    if moment is None and day is not None:
        moment = datetime(day.year, day.month, day.day, 23, 59, 59)  # noqa: DTZ001 - made aware just below
    assert moment is not None  # noqa: S101 - one of the two was read
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def plain_claim(claim: Mapping[str, Any]) -> str:
    """A claim for people: its title and status, then who stands how to it."""
    lines = [f"{claim['title']} [{claim['status']}]"]
    for stance in claim["stances"]:
        actor = stance["actor"]
        name = actor["name"] if actor else "-"
        behalf = f" ({actor['on_behalf_of']})" if actor and actor["on_behalf_of"] else ""
        day = stance["said_on"] or ""
        lines.append(f"  {stance['stance']}: {name}{behalf} {day} [{stance['independent_chains']}]")
    return "\n".join(lines)
