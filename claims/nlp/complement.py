"""Where what is said begins after an active verb of saying, over audience, day and place."""

from typing import NamedTuple

from claims.nlp.clause import CLAUSE_WORDS, is_name_word, is_verb_form
from claims.nlp.days import skip_day
from claims.nlp.lexicon import PEOPLE, WORD_CLASSES
from claims.nlp.matcher import Unit

THAT = frozenset(("bahwa", "bahwasanya", "bahwasannya"))
CLAUSE_LINKS = frozenset(
    ("jika", "bila", "bilamana", "kalau", "apabila", "terkait", "soal", "mengenai", "tentang")
)
EXPLAINING = frozenset(("yakni", "yaitu", "termasuk", "misalnya"))
PREPOSITIONS = WORD_CLASSES["prepositions"]
AUDIENCE = frozenset(("kepada", "ke", "pada"))
AUDIENCE_END = WORD_CLASSES["audience-end"]


class Opening(NamedTuple):
    """Where a complement begins, and what marked it: "that", "comma", "colon" or ""."""

    at: int
    mark: str
    audience: tuple[int, int] | None = None


def find_comma(unit: Unit, at: int, reach: int = 16) -> int:
    """The next comma, colon or "bahwa" outside quotations within reach, or -1."""
    for here in range(at, min(at + reach, len(unit.lows))):
        if unit.inside[here] >= 0:
            return here
        if unit.lows[here] in (",", ":") or unit.lows[here] in THAT:
            return here
    return -1


def audience_end(unit: Unit, at: int) -> int:
    """The end of the audience that begins at `at` when no comma ends it."""
    size = len(unit.lows)
    here = at
    while here < size and here < at + 8:
        low = unit.lows[here]
        if low in AUDIENCE_END:
            return here + 1
        if here > at and is_name_word(unit.words[here - 1]) and not is_name_word(unit.words[here]):
            return here
        if low in CLAUSE_WORDS or (is_verb_form(low) and low not in PEOPLE):
            return here
        here += 1
    return at


def find_opening(unit: Unit, at: int, limit: int) -> Opening:
    """The complement's first word from `at` (after the verb) on."""
    mark = ""
    audience: tuple[int, int] | None = None
    while at < limit:
        low = unit.lows[at]
        if unit.inside[at] >= 0:
            break
        if low in THAT:
            return Opening(at + 1, "that", audience)
        if low in (",", ":"):
            mark = "colon" if low == ":" else mark or "comma"
            at += 1
            continue
        moved = skip_day(unit, at)
        if moved > at and (moved >= limit or unit.lows[moved] in (",", ":") or unit.lows[moved] in THAT):
            at = moved
            continue
        if low == "kepada":
            moved = skip_audience(unit, at)
            audience = (at + 1, moved)
        elif low in PREPOSITIONS and mark != "comma" and not is_comparison(unit, at):
            moved = skip_preposition(unit, at)
        else:
            break
        if moved == at:
            break
        at = moved
    return Opening(at, mark, audience)


def skip_audience(unit: Unit, at: int) -> int:
    """The place after "kepada ...", with or without a comma behind it."""
    comma = find_comma(unit, at, 14)
    if comma > 0 and not any(unit.lows[here] in CLAUSE_WORDS for here in range(at, comma)):
        return comma
    return audience_end(unit, at + 1)


def skip_preposition(unit: Unit, at: int) -> int:
    """The place of the comma that ends "pada jumpa pers di Taluna,"; `at` itself when none is near."""
    comma = find_comma(unit, at)
    if comma < 0 or unit.inside[comma] >= 0 or EXPLAINING.issuperset(unit.lows[comma + 1 : comma + 2]):
        return at
    return comma


def is_comparison(unit: Unit, at: int) -> bool:
    """Whether "lebih" belongs to what is said ("mengaku lebih suka rumah"), not to "lebih lanjut"."""
    return unit.lows[at] == "lebih" and unit.lows[at + 1 : at + 2] not in (["lanjut"], ["jauh"], ["dulu"])
