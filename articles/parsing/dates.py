"""Reads a time in every form in which Indonesian pages and feeds print one."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo

LONGEST = 200
CLOCK_SKEW = timedelta(minutes=10)
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
WIB = timezone(timedelta(hours=7), "WIB")
WITA = timezone(timedelta(hours=8), "WITA")
WIT = timezone(timedelta(hours=9), "WIT")
NAMED_ZONES: dict[str, tzinfo] = {"wib": WIB, "wita": WITA, "wit": WIT, "z": UTC, "utc": UTC, "gmt": UTC}
OUTLET_ZONES: dict[str, tzinfo] = {
    "Asia/Jakarta": WIB,
    "Asia/Pontianak": WIB,
    "Asia/Makassar": WITA,
    "Asia/Jayapura": WIT,
    "UTC": UTC,
}
MONTH_STARTS = (
    ("jan",),
    ("feb", "peb"),
    ("mar",),
    ("apr",),
    ("mei", "may"),
    ("jun",),
    ("jul",),
    ("agu", "agt", "ags", "aug"),
    ("sep",),
    ("okt", "oct"),
    ("nov", "nop"),
    ("des", "dec"),
)
MONTHS = {start: number for number, starts in enumerate(MONTH_STARTS, 1) for start in starts}
MONTH = r"(?P<month>" + "|".join(MONTHS) + r")[a-z]{0,7}\.?"
ZONE = r"(?:\(?(?P<zone>(?:GMT|UTC)?\s?[+-]\d{1,2}(?::?\d{2})?\b|WITA|WIB|WIT|GMT|UTC|Z)(?![a-z]))"
CLOCK_FORM = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d{1,9})?)?(?!\d)"

EPOCH = re.compile(r"\d{10}(?:\d{3})?")
ISO = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)"
    r"(?:\s?[T ,|]\s?T?(?P<hour>\d{1,2})(?P<mark>[:.-])(?P<minute>\d{2})"
    r"(?:[:.-](?P<second>\d{2})(?:[.,]\d{1,9})?)?(?!\d)\s?" + ZONE + r"?)?",
    re.IGNORECASE,
)
DIGITS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})T?"
    r"(?:(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2}))?(?P<zone>Z)?(?!\d)"
)
DAY_FIRST = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s.,/-]{1,3}"
    + MONTH
    + r"[\s.,/'-]{1,3}(?P<year>\d{4}|\d{2})(?!\d)",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    r"(?<![a-z])" + MONTH + r"[\s-]{1,2}(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(?P<year>\d{4})(?!\d)",
    re.IGNORECASE,
)
NUMBERS = re.compile(
    r"(?<![\d.,/])(?P<day>\d{1,2})\s?([-/.])\s?(?P<month>\d{1,2})\s?\2\s?(?P<year>(?:19|20)\d{2}|\d{2})(?!\d|[.,/]\d)"
)
CLOCK = re.compile(r"(?<![\d.,:/])" + CLOCK_FORM + r"\s{0,2}(?P<half>[AaPp]\.?[Mm]\b)?\s{0,2}" + ZONE + "?")
AGO = re.compile(
    r"\b(?P<count>\d{1,4}|se|an?)\s?-?(?P<unit>detik|menit|jam|hari|minggu|pekan|bulan|tahun|"
    r"seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?)\s(?:yang\s)?(?:lalu|ago)\b",
    re.IGNORECASE,
)
JUST_NOW = re.compile(r"\b(?:baru saja|just now)\b", re.IGNORECASE)
DAY_WORD = re.compile(r"\b(?P<word>hari ini|kemarin|today|yesterday)\b", re.IGNORECASE)
UNIT_SECONDS = {
    "detik": 1,
    "second": 1,
    "menit": 60,
    "minute": 60,
    "min": 60,
    "jam": 3600,
    "hour": 3600,
    "hari": 86400,
    "day": 86400,
    "minggu": 604800,
    "pekan": 604800,
    "week": 604800,
    "bulan": 2629800,
    "month": 2629800,
    "tahun": 31557600,
    "year": 31557600,
}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time as read: `clock` says that an hour was printed, `seconds` that seconds were, `zoned` a zone."""

    moment: datetime
    clock: bool = True
    seconds: bool = False
    zoned: bool = False


def parse_time(text: str, zone: tzinfo = WIB, now: datetime | None = None) -> datetime | None:
    """The first time in `text`, aware; without a printed zone it is in `zone`, without an hour midnight.

    `now` (aware; the time of fetching) is what "2 jam yang lalu" counts from and what the time must
    not lie after. None where there is no time, or one before 1990 or in the future.
    """
    stamp = parse_stamp(text, zone, now)
    return stamp.moment if stamp else None


def parse_stamp(text: str, zone: tzinfo = WIB, now: datetime | None = None) -> Stamp | None:
    """As parse_time, and how exact the print was."""
    shown = " ".join(text[:LONGEST].replace("\xa0", " ").split())
    stamp = find_absolute(shown, zone) or (find_relative(shown, zone, now) if now else None)
    return stamp if stamp and is_plausible(stamp.moment, now) else None


def is_plausible(moment: datetime, now: datetime | None) -> bool:
    """Whether a page can have been published then."""
    return EARLIEST <= moment <= (now or datetime.now(UTC)) + CLOCK_SKEW


def outlet_zone(name: str) -> tzinfo:
    """The zone of an IANA name that declarations use; Indonesia keeps no summer time."""
    return OUTLET_ZONES.get(name, WIB)


def find_absolute(shown: str, zone: tzinfo) -> Stamp | None:
    """A time that names its day."""
    if EPOCH.fullmatch(shown):
        return epoch_stamp(shown)
    iso = ISO.search(shown)
    if iso and (iso["hour"] or not CLOCK.search(shown, iso.end())):
        return iso_stamp(iso, zone)
    for form in (ISO, DAY_FIRST, MONTH_FIRST, NUMBERS, DIGITS):
        found = form.search(shown)
        if found:
            return printed_stamp(shown, found, zone)
    return None


def epoch_stamp(digits: str) -> Stamp:
    """Seconds, or milliseconds where there are 13 digits, since 1970."""
    seconds = int(digits) / 1000 if len(digits) > 10 else int(digits)
    return Stamp(datetime.fromtimestamp(seconds, UTC), seconds=True, zoned=True)


def iso_stamp(found: re.Match[str], zone: tzinfo) -> Stamp | None:
    """ISO 8601 and its sloppy relatives; where the clock is written "12-00-35" its "Z" is not believed."""
    if not found["hour"]:
        return stamp_of(found, None, zone)
    named = None if found["mark"] == "-" else found["zone"]
    return stamp_of(found, found, zone, named)


def printed_stamp(shown: str, found: re.Match[str], zone: tzinfo) -> Stamp | None:
    """A date with the clock that stands after it, or else before it."""
    if found.re is DIGITS:
        return stamp_of(found, found if found["hour"] else None, zone, found["zone"])
    clock = CLOCK.search(shown, found.end()) or CLOCK.search(shown, 0, found.start())
    return stamp_of(found, clock, zone, clock["zone"] if clock else None)


def stamp_of(
    day: re.Match[str], clock: re.Match[str] | None, zone: tzinfo, named_zone: str | None = None
) -> Stamp | None:
    """The stamp of a matched day and clock; None where a number is out of range."""
    named = parse_zone(named_zone) if named_zone else None
    hour, minute, second = clock_numbers(clock)
    year, month, date = day_numbers(day)
    try:
        moment = datetime(year, month, date, hour, minute, second, tzinfo=named or zone)
    except ValueError:
        return None
    seconds = clock is not None and clock["second"] is not None
    return Stamp(moment, clock is not None, seconds, named is not None)


def day_numbers(day: re.Match[str]) -> tuple[int, int, int]:
    """Year, month, day; "11/25/2020" can only be the American order."""
    year, month, date = int(day["year"]), month_number(day["month"]), int(day["day"])
    year += 2000 if year < 50 else 1900 if year < 100 else 0
    return (year, date, month) if month > 12 >= date else (year, month, date)


def month_number(word: str) -> int:
    """1 to 12 from a number or the start of a name."""
    return int(word) if word.isdigit() else MONTHS[word.lower()]


def clock_numbers(clock: re.Match[str] | None) -> tuple[int, int, int]:
    """Hour, minute, second; midnight without a clock."""
    if clock is None:
        return 0, 0, 0
    half = (clock.groupdict().get("half") or "").replace(".", "").lower()
    hour = int(clock["hour"])
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour, int(clock["minute"]), int(clock["second"] or 0)


def parse_zone(word: str) -> tzinfo | None:
    """WIB, WITA, WIT, UTC or an offset such as "+07:00", "+0700", "GMT+7"."""
    plain = word.replace(" ", "").lower()
    if plain in NAMED_ZONES:
        return NAMED_ZONES[plain]
    sign, digits = (-1 if "-" in plain else 1), re.sub(r"\D", "", plain)
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 14 or minutes > 59:
        return None
    return timezone(sign * timedelta(hours=hours, minutes=minutes))


def find_relative(shown: str, zone: tzinfo, now: datetime) -> Stamp | None:
    """A time told from the moment of reading: "2 jam yang lalu", "Kemarin, 15:40"."""
    ago = AGO.search(shown)
    if ago:
        count = int(ago["count"]) if ago["count"].isdigit() else 1
        unit = UNIT_SECONDS[ago["unit"].lower().rstrip("s")]
        return Stamp(now - timedelta(seconds=count * unit), clock=unit < UNIT_SECONDS["hari"])
    if JUST_NOW.search(shown):
        return Stamp(now)
    return day_word_stamp(shown, zone, now)


def day_word_stamp(shown: str, zone: tzinfo, now: datetime) -> Stamp | None:
    """ "Hari ini, 15:40" and "Kemarin": a day word, with a clock or without."""
    word, clock = DAY_WORD.search(shown), CLOCK.search(shown)
    if not word:
        return None
    there = (parse_zone(clock["zone"]) if clock and clock["zone"] else None) or zone
    day = now.astimezone(there) - timedelta(days=word["word"].lower() in ("kemarin", "yesterday"))
    hour, minute, second = clock_numbers(clock)
    if hour > 23 or minute > 59 or second > 59:
        return None
    moment = day.replace(hour=hour, minute=minute, second=second, microsecond=0)
    return Stamp(moment, clock is not None, seconds=False, zoned=there is not zone)
