"""Where what is said ends: before a second verb of saying, a relay, closing circumstances."""

from claims.nlp.clause import CIRCUMSTANCE, is_name_word, is_quoted, is_verb_form
from claims.nlp.days import skip_day
from claims.nlp.lexicon import (
    ADVERBS,
    OUTLET_STARTS,
    VERBS,
    WORD_CLASSES,
)
from claims.nlp.matcher import Unit

CONJUNCTIONS = WORD_CLASSES["conjunctions"]


NEW_SUBJECT = WORD_CLASSES["new-subject"]


ACTIVE_FRAMES = WORD_CLASSES["active-frames"]


STRONG_FRAMES = WORD_CLASSES["strong-frames"]


def find_active_verb(unit: Unit, at: int, limit: int) -> int:
    """The reporting verb that follows at `at` over adverbs, or -1."""
    lows = unit.lows
    while at < limit and (lows[at] in ADVERBS or lows[at] == "juga"):
        at += 1
    if at < limit and not is_quoted(unit, at):
        verb = VERBS.get(lows[at])
        if verb is not None and verb.frame in ACTIVE_FRAMES:
            return at
    return -1


def find_second_clause(unit: Unit, at: int, limit: int) -> int:
    """Where a new reporting clause begins after the conjunction at `at`: its verb, or -1.

    "... dan menyatakan", "... namun Taluna menyatakan".
    """
    verb = find_active_verb(unit, at + 1, limit)
    if verb >= 0:
        return verb
    if unit.lows[at] not in NEW_SUBJECT:
        return -1
    for here in range(at + 1, min(at + 9, limit)):
        low = unit.lows[here]
        if low in ",.;:" or low in ("yang", "untuk", "bahwa"):
            return -1
        found = VERBS.get(low)
        if found is not None and found.frame in STRONG_FRAMES and not is_quoted(unit, here):
            return here
        if is_verb_form(low) or low in ("akan", "tidak", "adalah"):
            return -1
    return -1


def ends_with_relay(unit: Unit, at: int) -> bool:
    """Whether the words after the comma at `at` name who passed the words on: ", seperti dikutip X"."""
    lows, size = unit.lows, len(unit.lows)
    if at + 1 >= size:
        return False
    low = lows[at + 1]
    if low in ("seperti", "sebagaimana", "sebagaimana"):
        return at + 2 < size and (lows[at + 2] in RELAYING or lows[at + 2] == "yang")
    if low in ("demikian", "dikutip", "dilansir", "mengutip", "melansir", "menurut", "menurutnya", "begitu"):
        return True
    verb = VERBS.get(lows[at + 2] if low == "yang" and at + 2 < size else low)
    if verb is not None and verb.frame in ("bare", "nya") and at + 2 <= size:
        return True
    return is_outlet_report(unit, at + 1)


RELAYING = WORD_CLASSES["relaying"]


def is_outlet_report(unit: Unit, at: int) -> bool:
    """Whether "The Washington Post melaporkan" stands at `at`: capitals, then a verb of reporting."""
    size = len(unit.lows)
    here = at
    while here < size and here < at + 6 and is_name_word(unit.words[here]):
        here += 1
    if here == at or here >= size:
        return False
    verb = VERBS.get(unit.lows[here])
    return (
        verb is not None
        and verb.frame in ("say", "tell", "report")
        and (
            unit.lows[at] in OUTLET_STARTS
            or here + 1 >= size - 1
            or unit.lows[here + 1] in CIRCUMSTANCE
            or unit.lows[here + 1] == ","
        )
    )


def content_end(unit: Unit, first: int, limit: int | None = None) -> int:
    """The word before which the content that begins at `first` ends."""
    size = len(unit.lows) if limit is None else limit
    for at in range(first, size):
        if unit.inside[at] < 0 and unit.lows[at] in ENDING and ends_content(unit, first, at, size):
            return at - 1 if unit.lows[at] in CONJUNCTIONS and unit.lows[at - 1] == "," else at
    return strip_tail(unit, first, size)


SAID_NOUNS = WORD_CLASSES["said-nouns"]
ENDING = CONJUNCTIONS | {",", ";", "\u2014", "-", "\u2013", "dalam"}


def ends_content(unit: Unit, first: int, at: int, size: int) -> bool:
    """Whether the content that began at `first` ends before the word at `at`."""
    lows = unit.lows
    low = lows[at]
    if low == ",":
        if unit.headline and "dan" not in lows[at:]:
            return True
        said = at + 2 < size and lows[at + 1] in SAID_NOUNS and lows[at + 2] == "yang"
        return said or ends_with_relay(unit, at) or is_comma_conjunction(unit, at, size)
    if at == first:
        return False
    if low in CONJUNCTIONS:
        return find_second_clause(unit, at, size) >= 0
    if low == "dalam":
        return at > first + 1 and lows[at + 1 : at + 2] == ["upaya"]
    return low in (";", "\u2014") or is_spaced(unit, at)


def is_spaced(unit: Unit, at: int) -> bool:
    """Whether a dash has white space before it."""
    return unit.starts[at] > unit.ends[at - 1]


def is_comma_conjunction(unit: Unit, at: int, size: int) -> bool:
    """Whether the comma is followed by a second verb of saying: ", menyatakan", ", yang menyebut"."""
    if at + 1 >= size:
        return False
    nxt = unit.lows[at + 1]
    if nxt in CONJUNCTIONS:
        return find_second_clause(unit, at + 1, size) >= 0
    verb = VERBS.get(nxt)
    return verb is not None and verb.frame in ("say", "deny", "accuse") and not is_quoted(unit, at + 1)


def strip_tail(unit: Unit, first: int, last: int) -> int:
    """The content's end without full stop and closing circumstances: ", di Jakarta, Senin (3/2)"."""
    lows = unit.lows
    while last > first and lows[last - 1] in (".", ",", ";"):
        last -= 1
    comma = last - 1
    steps = 0
    while comma > first and steps < 14:
        if lows[comma] == "," and is_circumstance(unit, comma + 1, last):
            return strip_tail(unit, first, comma)
        comma -= 1
        steps += 1
    return last


def is_circumstance(unit: Unit, at: int, last: int) -> bool:
    """Whether the words are nothing but a day, or a place with a day after it."""
    if skip_day(unit, at) >= last > at:
        return True
    if " ".join(unit.lows[at:last]) in (
        "belum lama ini",
        "baru-baru ini",
        "kemarin",
        "hari ini",
        "tadi malam",
    ):
        return True
    return (
        unit.lows[at] in ("saat", "ketika", "usai", "seusai")
        and last - at < 9
        and unit.lows[at + 1 : at + 2] != []
        and (
            unit.lows[at + 1]
            in ("dikonfirmasi", "dihubungi", "ditemui", "ditanya", "dimintai", "konferensi", "jumpa", "rapat")
        )
    )
