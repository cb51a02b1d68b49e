"""Parses saved pages and prints what their articles say; touches neither database nor network."""

import gzip
import sys
import zlib
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import UTC, datetime
from json import dumps
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError

from articles.page_json import page_json
from articles.parsing.article import parse_article
from articles.parsing.verdicts import ParseError
from articles.values import Page

GZIP_MARK = b"\x1f\x8b"
LARGEST = 100_000_000


class Command(BaseCommand):
    """`manage.py parse_page FILE --url URL [--json]` or `manage.py parse_page --list LIST.tsv`."""

    help = "Parse saved HTML pages and print their articles."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The page and its address, or a list of both."""
        parser.add_argument("file", nargs="?", type=Path, help="a saved page, plain or .gz, in any encoding")
        parser.add_argument("--url", help="the address the page was fetched from")
        parser.add_argument(
            "--list", type=Path, dest="listing", help="lines of FILE<TAB>URL, or - for standard input"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object a line")

    def handle(
        self, *, file: Path | None, url: str | None, listing: Path | None, json: bool, **_: object
    ) -> None:
        """Prints each article, and a line on stderr for a page that gave none; status 1 when none did."""
        if listing:
            rows = list_rows(listing)
        elif file and url:
            rows = iter([(file, url)])
        else:
            raise CommandError("give FILE and --url URL, or --list LIST.tsv")
        shown = [self.show(path, address, as_json=json or bool(listing)) for path, address in rows]
        if not any(shown):
            sys.exit(1)

    def show(self, path: Path, url: str, *, as_json: bool) -> bool:
        """Prints one article, or on stderr the line that says why there is none."""
        try:
            article = page_json(parse_article(read_page(path, url)))
        except (ParseError, OSError, EOFError, zlib.error, ValueError) as error:
            self.stderr.write(f"{path}: {reason(error)}")
            return False
        self.stdout.write(dumps(article, ensure_ascii=False) if as_json else as_text(article))
        return True


def list_rows(listing: Path) -> Iterator[tuple[Path, str]]:
    """The files and addresses of a list; files are looked for beside it too. Raises CommandError."""
    try:
        text = sys.stdin.read() if str(listing) == "-" else listing.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise CommandError(f"{listing}: {reason(error)}") from error
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        name, tab, url = line.partition("\t")
        if not tab:
            raise CommandError(f"{listing} line {number}: write FILE, a tab, URL")
        path = Path(name.strip())
        yield (path if path.exists() else listing.parent / path), url.strip()


def read_page(path: Path, url: str) -> Page:
    """The page in a file as if it had been fetched now. Raises OSError, ValueError."""
    if not urlsplit(url).hostname:
        raise ValueError(f"not a web address: {url!r}")
    body = path.read_bytes()
    if body.startswith(GZIP_MARK):
        with gzip.open(path) as stream:
            body = stream.read(LARGEST)
    return Page(url=url, body=body, fetched_at=datetime.now(UTC))


def reason(error: Exception) -> str:
    """One line about an error."""
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(words.split()) or type(error).__name__


def as_text(article: dict[str, Any]) -> str:
    """The article for people: its fields, then its paragraphs."""
    fields = [
        f"{name}: {on_one_line(value)}" for name, value in article.items() if value and name != "paragraphs"
    ]
    return "\n".join([*fields, "", *article["paragraphs"]])


def on_one_line(value: object) -> str:
    """One field on one line."""
    if not isinstance(value, list):
        return str(value)
    return "; ".join(one if isinstance(one, str) else f"{one['title']} <{one['url']}>" for one in value)
