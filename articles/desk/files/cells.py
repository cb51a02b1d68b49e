"""Reads the cells of one line into the fields of a source; each wrong one has its sentence."""

import math
from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.agent import allowed
from articles.desk.files.values import Refused, SourceRow
from articles.desk.wording import sentence_of
from articles.fetching.address import parse_address
from articles.fetching.verdicts import FetchError
from articles.models import Source
from articles.outlets import LONGEST_SLUG, slug_of_host
from articles.rounds import feed_address
from lists.guarding import unguard

LONGEST = {"name": 120, "home": 300, "note": 5000, "slug": LONGEST_SLUG}
MOST_FEEDS = 50
LONGEST_FEED = 500
YES, NO = frozenset({"ya", "yes", "1", "true", "aktif"}), frozenset({"tidak", "no", "0", "false", "mati"})


def read_row(line: int, cells: Mapping[str, str]) -> SourceRow | Refused:
    """One line as a source; a column that is missing or empty leaves its field alone."""
    try:
        fields: dict[str, Any] = {"name": read_name(cells), "home": read_address(cells.get("home", ""))}
        for name, read in READERS.items():
            if words := plain(cells.get(name, "")):
                fields[name] = read(words)
        _check_quiet_hours(fields)
        return SourceRow(line, read_slug(cells, fields["home"]), fields, feeds=read_feeds(cells))
    except ValueError as error:
        return Refused(line, str(error))


def plain(words: str) -> str:
    """A cell without blanks around it and without the apostrophe that guards against formulas."""
    return unguard(words.replace("\0", "").strip())


def read_name(cells: Mapping[str, str]) -> str:
    """The name; ValueError where there is none."""
    name = plain(cells.get("name", ""))
    if not name:
        raise ValueError(_("Nama kosong."))
    return short(name, "name")


def short(words: str, column: str) -> str:
    """The words, where they fit their column."""
    if len(words) > LONGEST[column]:
        raise ValueError(_("%(column)s lebih panjang dari %(most)d huruf.") % longest_of(column))
    return words


def longest_of(column: str) -> dict[str, object]:
    """The measure of a column, for a sentence."""
    return {"column": column, "most": LONGEST[column]}


def read_address(words: str) -> str:
    """A front page that may be asked; loopback and the like are refused."""
    words = plain(words)
    try:
        return short(parse_address(words if "://" in words else f"https://{words}", allowed()).url, "home")
    except FetchError as error:
        raise ValueError(sentence_of(error.verdict.value)) from error


def read_slug(cells: Mapping[str, str], home: str) -> str:
    """The short name given, or one made of the host."""
    given = plain(cells.get("slug", ""))
    slug = given or slug_of_host(host_of(home))
    if slug != slugify(slug) or not slug:
        raise ValueError(_("Nama pendek hanya boleh huruf kecil, angka, dan tanda hubung."))
    return short(slug, "slug")


def host_of(address: str) -> str:
    """Host and port without "www."."""
    return urlsplit(address).netloc.lower().removeprefix("www.")


def read_feeds(cells: Mapping[str, str]) -> tuple[str, ...]:
    """Addresses of lists, apart by blanks or "|"; patterns with {date} and {page} too."""
    feeds = tuple(dict.fromkeys(plain(cells.get("feeds", "")).replace("|", " ").split()))
    if len(feeds) > MOST_FEEDS or any(len(feed) > LONGEST_FEED for feed in feeds):
        raise ValueError(_("Daftar beritanya terlalu banyak atau alamatnya terlalu panjang."))
    for feed in feeds:
        try:
            parse_address(feed_address(feed, date(2024, 1, 1)), allowed())
        except FetchError as error:
            raise ValueError(f"{feed[:60]}: {sentence_of(error.verdict.value)}") from error
    return feeds


def read_group(words: str) -> str:
    """A group by its code or its name."""
    known = {value: value for value in Source.Group.values}
    known |= {str(label).lower(): value for value, label in Source.Group.choices}
    if words.lower() not in known:
        raise ValueError(_("Kelompok %(group)s tidak dikenal.") % {"group": words[:30]})
    return known[words.lower()]


def read_enabled(words: str) -> bool:
    """Yes or no."""
    if words.lower() not in YES | NO:
        raise ValueError(_("Kolom enabled berisi ya atau tidak."))
    return words.lower() in YES


def read_pace(words: str) -> float:
    """Seconds."""
    number = _number(words, "pace")
    if not 0 <= number <= 3600:
        raise ValueError(_("Kolom pace berisi 0 sampai 3600 detik."))
    return number


def read_interval(words: str) -> timedelta:
    """Minutes."""
    number = _number(words, "interval")
    if not 1 <= number <= 10_080:
        raise ValueError(_("Kolom interval berisi 1 sampai 10080 menit."))
    return timedelta(minutes=number)


def read_cap(words: str) -> int:
    """Requests a day."""
    number = _number(words, "daily_cap")
    if not 1 <= number <= 1_000_000:
        raise ValueError(_("Kolom daily_cap berisi 1 sampai 1000000."))
    return int(number)


def read_time(words: str) -> time:
    """ "22:00" or "22.00"."""
    try:
        return time.fromisoformat(words.replace(".", ":").zfill(5))
    except ValueError as error:
        raise ValueError(_("Jam tenang ditulis seperti 22:00.")) from error


def _number(words: str, column: str) -> float:
    try:
        number = float(words.replace(",", "."))
    except ValueError as error:
        raise ValueError(_("Kolom %(column)s bukan angka.") % {"column": column}) from error
    return number if math.isfinite(number) else -1.0


def _check_quiet_hours(fields: Mapping[str, Any]) -> None:
    if ("quiet_from" in fields) != ("quiet_until" in fields):
        raise ValueError(_("Jam tenang memerlukan awal dan akhir."))


READERS: dict[str, Callable[[str], object]] = {
    "group": read_group,
    "enabled": read_enabled,
    "pace": read_pace,
    "interval": read_interval,
    "daily_cap": read_cap,
    "quiet_from": read_time,
    "quiet_until": read_time,
    "note": lambda words: short(words, "note"),
}
