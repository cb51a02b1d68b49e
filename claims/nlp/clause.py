"""Where the parts of a reporting clause begin and end: subject, what is said, circumstances."""

from claims.nlp.days import skip_day_left
from claims.nlp.lexicon import (
    ADVERBS,
    HEADLINE_VERBS,
    OPENERS,
    PREDICATES,
    PRONOUNS,
    ROLE_HEADS,
    WORD_CLASSES,
)
from claims.nlp.matcher import Unit, find_phrase

CIRCUMSTANCE = WORD_CLASSES["circumstance"]
SAYING_SUBJECTS = WORD_CLASSES["saying-subjects"]
BREAKS = frozenset('.;:!?"“”„«»')
CLAUSE_WORDS = WORD_CLASSES["clause-words"]
PERSONAL = frozenset(word for word, kind in PRONOUNS.items() if kind in ("own", "you"))


def is_quoted(unit: Unit, at: int) -> bool:
    """Whether the word stands inside a quotation."""
    return unit.inside[at] >= 0


def is_name_word(word: str) -> bool:
    """Whether a word is printed as a name."""
    return word[0].isupper()


def skip_adverbs_left(unit: Unit, at: int, floor: int) -> int:
    """The place after the last word before `at` that is no adverb, day or bracket."""
    while at > floor:
        low = unit.lows[at - 1]
        if low in ADVERBS:
            at -= 1
            continue
        aged = at - 3 >= floor and (unit.lows[at - 3].isdigit() or unit.lows[at - 2] == "tahun")
        if at - 2 >= floor and not aged and is_adverbial_pair(unit.lows[at - 2], low):
            at -= 2
            continue
        moved = skip_day_left(unit, at, floor)
        if moved == at:
            return at
        at = moved
    return at


PERIODS = WORD_CLASSES["periods"]
PERIOD_ENDS = WORD_CLASSES["period-ends"]


def is_adverbial_pair(first: str, second: str) -> bool:
    """Whether two words make an adverbial: "secara tegas", "saat itu", "bulan lalu"."""
    if (first, second) == ("pertama", "kali"):
        return True
    if second == "kali":
        return first in ("sering", "berulang", "beberapa", "acap")
    if first == "secara" or (first == "dengan" and second in MANNERS):
        return True
    return first in PERIODS and second in PERIOD_ENDS


MANNERS = WORD_CLASSES["manners"]


def is_clause(unit: Unit, first: int, last: int) -> bool:
    """Whether words look like a clause: they hold a verb or a modal word that is not in a relative clause."""
    lows = unit.lows
    for at in range(first, last):
        low = lows[at]
        if low in ("yang", "untuk", "dengan"):
            return False
        if low in CLAUSE_WORDS or (at > first and (is_verb_form(low) or low in PREDICATES)):
            return True
        if (
            low in ("itu", "tersebut", "ini")
            and first < at < last - 2
            and lows[at + 1] not in CIRCUMSTANCE
            and lows[at + 1].isalpha()
        ):
            return True
    return False


NOT_VERBS = WORD_CLASSES["not-verbs"]


def is_verb_form(low: str) -> bool:
    """A rough sign of a verb: its prefix."""
    return (
        len(low) > 5
        and low[:2] in ("me", "di", "be", "te")
        and low.startswith(("men", "mem", "ber", "ter", "mel", "mer", "di"))
        and low not in NOT_VERBS
    )


def skip_openers(unit: Unit, at: int, limit: int) -> int:
    """The place after links such as "Namun,", "Sementara itu," or "Secara khusus"."""
    while at < limit:
        if unit.lows[at] == ",":
            at += 1
            continue
        if unit.lows[at] == "secara" and at + 2 < limit and at == 0:
            at += 2
            continue
        found = find_phrase(OPENERS, unit.lows, at)
        if found is None:
            return at
        at = found[0]
    return at


def headline_verb(unit: Unit, at: int) -> bool:
    """Whether the word can be a headline's verb: printed with a capital, not first."""
    return unit.headline and at > 0 and unit.lows[at] in HEADLINE_VERBS


def starts_role(low: str) -> bool:
    """Whether the word opens a role."""
    return low in ROLE_HEADS


def is_aside_clause(unit: Unit, at: int, end: int) -> bool:
    """Whether a clause without a subject of its own opens at `at`: "X, saat dihubungi dari Taluna, ..."."""
    return (
        0 < at < end
        and unit.lows[at - 1] in WORD_CLASSES["subordinators"]
        and unit.lows[at].startswith("di")
        and is_verb_form(unit.lows[at])
    )
