"""Finds the outlets through which words came: "dikutip X", "kepada X", "..., X melaporkan"."""

from claims.nlp.clause import is_name_word
from claims.nlp.days import is_day_word
from claims.nlp.endings import RELAYING
from claims.nlp.lexicon import (
    COUNTRIES,
    GIVEN_NAMES,
    ORGANISATIONS,
    OUTLET_STARTS,
    OUTLETS,
    PEOPLE,
    PRONOUNS,
    ROLE_HEADS,
    VERBS,
    WORD_CLASSES,
)
from claims.nlp.matcher import Unit
from claims.values import Relay, Span

SOCIAL = WORD_CLASSES["social"]
PASSERS = (
    WORD_CLASSES["passers-more"] | RELAYING | frozenset(("mengutip", "melansir", "lansir", "kutip", "dimuat"))
)
TOLD = frozenset(("kepada", "pada", "ke", "dengan", "oleh", "dari"))
OUTLET_NOUNS = WORD_CLASSES["outlet-nouns"]
LOWER_OUTLET = WORD_CLASSES["lower-outlet"]


def outlet_at(unit: Unit, at: int) -> int:
    """The end of the known outlet's name that begins at `at`, the longest; `at` if none."""
    if unit.lows[at] not in OUTLET_STARTS and "." not in unit.lows[at]:
        return at
    for end in range(min(at + 5, len(unit.lows)), at, -1):
        if (unit.text(at, end).lower() in OUTLETS and is_name_word(unit.words[at])) or unit.text(at, end) in (
            "detikcom",
            "detik.com",
            "kumparan",
        ):
            return end
    low = unit.lows[at]
    return at + 1 if low.endswith((".com", ".co", ".id")) else at


def named_outlet(unit: Unit, at: int, passed: bool) -> tuple[int, int] | None:
    """The outlet that begins at `at`: known, or named after "kantor berita"; `passed` takes any name."""
    size = len(unit.lows)
    if at >= size or unit.inside[at] >= 0 or is_day_word(unit, at):
        return None
    end = outlet_at(unit, at)
    if end > at:
        return at, end
    if unit.lows[at : at + 2] != ["kantor", "berita"] and unit.lows[at] == "kantor":
        return None
    if unit.lows[at] in OUTLET_NOUNS or unit.lows[at] in ("wartawan", "jurnalis", "reporter"):
        return after_noun(unit, at)
    if (
        passed
        and is_name_word(unit.words[at])
        and unit.lows[at] not in SOCIAL
        and unit.lows[at] not in ORGANISATIONS
    ):
        return at, name_run(unit, at)
    return None


def name_run(unit: Unit, at: int) -> int:
    """The end of the run of at most four capitals that begins at `at`, before a day."""
    end = at
    while end < min(len(unit.lows), at + 4) and is_name_word(unit.words[end]) and not is_day_word(unit, end):
        end += 1
    return end


def after_noun(unit: Unit, at: int) -> tuple[int, int] | None:
    """The name behind "kantor berita", "harian"; with the noun when that is printed as a name."""
    size = len(unit.lows)
    here = at + 1
    while here < size and (
        unit.lows[here] in LOWER_OUTLET or unit.lows[here] in OUTLET_NOUNS or unit.words[here] in COUNTRIES
    ):
        here += 1
    end = name_run(unit, here)
    if end > here:
        return (at, end) if is_name_word(unit.words[at]) else (here, end)
    return None


def lone_outlet(unit: Unit, at: int, outlet: str | None = None) -> tuple[int, int] | None:
    """An unknown name of one to three words after "kepada" that closes the phrase and is no person."""
    end = name_run(unit, at)
    if end == at or (
        end < len(unit.lows)
        and not is_day_word(unit, end)
        and unit.lows[end] not in (",", ".", "(", "melalui", "lewat", "di", "saat", "pada", "usai", "seusai")
    ):
        return None
    words = unit.words[at:end]
    if outlet is not None and " ".join(words).lower() == outlet.lower():
        return at, end
    known = any(
        word.lower() in GIVEN_NAMES
        or word in unit.hints.alone
        or word in unit.hints.loose
        or word in COUNTRIES
        for word in words
    )
    role = (
        unit.lows[at] in ROLE_HEADS
        or unit.lows[at] in ORGANISATIONS
        or unit.lows[at] in PEOPLE
        or unit.lows[at] in PRONOUNS
    )
    return None if known or role or len(words) > 3 else (at, end)


BEFORE_OUTLET = WORD_CLASSES["before-outlet"]
TAKING = frozenset(("dikutip", "dilansir", "mengutip", "melansir", "dinukil"))


def find_passed(unit: Unit, at: int) -> tuple[int, int] | None:
    """The outlet after the verb of passing on at `at`."""
    here = at + 1
    while here < len(unit.lows) and unit.lows[here] in BEFORE_OUTLET:
        here += 1
    return named_outlet(unit, here, unit.lows[at] in TAKING)


def find_relays(unit: Unit, avoid: Span, outlet: str | None = None) -> tuple[Relay, ...]:
    """Every outlet that passes words on, outside `avoid`, in text order; `outlet` printed the text."""
    found: list[Relay] = []
    lows = unit.lows
    for at, low in enumerate(lows):
        place = None
        if unit.inside[at] >= 0:
            continue
        if low in PASSERS:
            place = find_passed(unit, at)
        elif low == "kepada" or (
            low == "dengan" and at and lows[at - 1] in ("wawancara", "berbicara", "berbincang")
        ):
            place = named_outlet(unit, at + 1, passed=False) or lone_outlet(unit, at + 1, outlet)
        elif low in OUTLET_STARTS and is_reporting(unit, at):
            place = named_outlet(unit, at, passed=False)
        if place is None:
            continue
        span = unit.span(*place)
        if not avoid.covers(span):
            found.append(Relay(span.of(unit.string), span))
    return tuple(found)


def is_reporting(unit: Unit, at: int) -> bool:
    """Whether the outlet at `at` is followed by a verb of reporting, or stands after "kata"."""
    end = outlet_at(unit, at)
    if end == at or end >= len(unit.lows):
        return False
    if unit.lows[end] == "mengutip":
        return True
    verb = VERBS.get(unit.lows[end])
    return (
        verb is not None and verb.frame in ("say", "tell", "report") and at > 0 and unit.lows[at - 1] == ","
    )
