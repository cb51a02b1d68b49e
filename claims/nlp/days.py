"""Tells the words that name a day inside a clause: "hari Selasa (16/10) malam"."""

from claims.nlp.lexicon import (
    MONTHS,
    WEEKDAYS,
    WORD_CLASSES,
)
from claims.nlp.matcher import Unit


def skip_day(unit: Unit, at: int) -> int:
    """The place after a day given at `at` ("hari Selasa (16/10/2024) malam"), or `at`."""
    lows, size = unit.lows, len(unit.lows)
    here = at
    while here < size and lows[here] in ("pada", "hari", "tanggal"):
        here += 1
    if here >= size or not is_day_word(unit, here):
        return at
    while here < size and is_day_part(unit, here):
        here += 1
    if here < size and lows[here] == "(":
        close = find_close(unit, here)
        here = close + 1 if close > 0 and lows[here + 1][0].isdigit() else here
    while here < size and lows[here] in DAY_PARTS:
        here += 1
    return here


DAY_PARTS = WORD_CLASSES["day-parts"]


def is_day_word(unit: Unit, at: int) -> bool:
    """Whether a day begins here: a weekday, or a number before a month."""
    low = unit.lows[at]
    if low in WEEKDAYS:
        return low != "minggu" or unit.words[at][0].isupper()
    return low.isdigit() and at + 1 < len(unit.lows) and unit.lows[at + 1] in MONTHS


def is_day_part(unit: Unit, at: int) -> bool:
    """Whether the word goes on naming a day."""
    low = unit.lows[at]
    if low == ",":
        return at + 1 < len(unit.lows) and is_day_word(unit, at + 1)
    return low in WEEKDAYS or low in MONTHS or low in DAY_PARTS or (low.isdigit() and len(low) in (1, 2, 4))


def find_close(unit: Unit, at: int) -> int:
    """The closing bracket of the one at `at`, within 25 words; 0 if none."""
    for here in range(at + 1, min(at + 25, len(unit.lows))):
        if unit.lows[here] == ")":
            return here
    return 0


def skip_day_left(unit: Unit, at: int, floor: int) -> int:
    """The place before a day that ends at `at` (with its commas), or `at`."""
    comma = unit.lows[at - 1] == ","
    end = at - 1 if comma else at
    for size in range(1, 11):
        start = end - size
        if start < floor:
            return at
        if skip_day(unit, start) == end and unit.lows[start] != ",":
            while start - 1 > floor and unit.lows[start - 1] in ("hari", "pada"):
                start -= 1
            return start - 1 if start > floor and unit.lows[start - 1] == "," else start
    return at
