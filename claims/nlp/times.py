"""Finds the day on which something was said: "16 Oktober", "Jumat (20/6/2025)", "kemarin", "Selasa"."""

import re
from datetime import date, timedelta

from claims.nlp.lexicon import MONTHS, OFFSETS, WEEKDAYS
from claims.values import Span

MONTH_WORDS = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY_WORDS = "|".join(sorted((re.escape(word) for word in WEEKDAYS), key=len, reverse=True))
NUMERIC = re.compile(r"\((\d{1,2})[/-](\d{1,2})(?:[/-](\d{2,4}))?\)?")
WRITTEN = re.compile(rf"\b(\d{{1,2}}) ({MONTH_WORDS})\b(?: (\d{{4}})\b)?", re.IGNORECASE)
WEEKDAY = re.compile(rf"\b({DAY_WORDS})\b(?! (?:depan|mendatang))", re.IGNORECASE)
OFFSET = re.compile(r"\b(kemarin lusa|kemarin|semalam|tadi malam|hari ini)\b", re.IGNORECASE)
LAST_WEEK = re.compile(r"^[ ,]*(?:pekan|minggu) lalu", re.IGNORECASE)
NOT_A_DAY = re.compile(r"(?:seminggu|per|tiap|setiap|dua|tiga|beberapa|\d) $", re.IGNORECASE)
SUNDAY = 6


def make_date(day: int, month: int, year: int | None, published: date | None) -> date | None:
    """The date, its year taken from `published` (never later than it) when not given; None if impossible."""
    if year is not None and year < 100:
        year += 2000
    if year is None:
        if published is None:
            return None
        year = published.year
        if (month, day) > (published.month, published.day + 1):
            year -= 1
    try:
        return date(year, month, day)
    except ValueError:
        return None


def date_of_weekday(weekday: int, published: date | None, week_before: bool = False) -> date | None:
    """The nearest such weekday on or before `published`; one week earlier for "pekan lalu"."""
    if published is None:
        return None
    back = (published.weekday() - weekday) % 7
    if week_before and back < published.weekday() + 1:
        back += 7
    try:
        return published - timedelta(days=back)
    except OverflowError:
        return None


def read_numeric(match: re.Match[str], published: date | None) -> date | None:
    """ "(16/10/2024)"."""
    year = int(match.group(3)) if match.group(3) else None
    return make_date(int(match.group(1)), int(match.group(2)), year, published)


def read_written(match: re.Match[str], published: date | None) -> date | None:
    """ "16 Oktober 2024"."""
    year = int(match.group(3)) if match.group(3) else None
    return make_date(int(match.group(1)), MONTHS[match.group(2).lower()], year, published)


def read_offset(match: re.Match[str], published: date | None) -> date | None:
    """ "kemarin"."""
    word = match.group(1).lower()
    days = 0 if word == "hari ini" else OFFSETS.get(word, -1)
    if published is None or published.toordinal() + days < 1:
        return None
    return published + timedelta(days=days)


def find_day(string: str, start: int, end: int, published: date | None) -> tuple[date, Span] | None:
    """The day given in string[start:end]: a full date before a weekday before "kemarin"."""
    for pattern, read in ((NUMERIC, read_numeric), (WRITTEN, read_written)):
        for match in pattern.finditer(string, start, end):
            found = read(match, published)
            if found is not None:
                return found, Span(match.start(), match.end())
    for match in WEEKDAY.finditer(string, start, end):
        word = match.group(1)
        weekday = WEEKDAYS[word.lower()]
        if (weekday == SUNDAY and word[0].islower()) or NOT_A_DAY.search(
            string, max(0, match.start() - 9), match.start()
        ):
            continue
        found = date_of_weekday(
            weekday, published, bool(LAST_WEEK.match(string[match.end() : match.end() + 14]))
        )
        if found is not None:
            return found, Span(match.start(), match.end())
    for match in OFFSET.finditer(string, start, end):
        found = read_offset(match, published)
        if found is not None:
            return found, Span(match.start(), match.end())
    return None
