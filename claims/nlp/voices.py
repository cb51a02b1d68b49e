"""Tells which noun phrases can speak at all: not "ini", not "hal itu", not a first person."""

from claims.nlp.clause import (
    is_name_word,
    is_verb_form,
)
from claims.nlp.lexicon import PEOPLE, PRONOUNS, ROLE_HEADS, VERBS, WORD_CLASSES
from claims.nlp.matcher import Unit

VOICELESS = WORD_CLASSES["voiceless"]


def can_speak(unit: Unit, first: int, last: int) -> bool:
    """Whether the words can name a speaker; "ini", "hal itu", a first person cannot."""
    low = unit.lows[first]
    if last - first == 1 and low in WORD_CLASSES["subordinators"]:
        return False
    if low in VERBS and VERBS[low].frame in ("bare", "nya"):
        return False
    if denies_any(unit, first, last) or unit.lows[last - 1] in SEEMING or "apakah" in unit.lows[first:last]:
        return False
    if low.startswith(("laporan-laporan", "media-media", "data-data")) or blocks_name(unit, last - 1, first):
        return False
    return low not in VOICELESS and PRONOUNS.get(low) not in ("own", "you")


def denies_any(unit: Unit, first: int, last: int) -> bool:
    """Whether the words say that nobody is there to speak: "belum ada pihak", "tidak ada saksi"."""
    lows = unit.lows[first:last]
    return "ada" in lows and not NEGATIONS.isdisjoint(lows[: lows.index("ada")])


SEEMING = frozenset(("tampak", "terlihat", "terkesan", "kelihatan"))
NEGATIONS = frozenset(("belum", "tidak", "tak", "bukan", "tiada"))


def blocks_name(unit: Unit, at: int, first: int) -> bool:
    """Whether the word right before the verb is itself a verb: "Siswa belajar mengatakan"."""
    low = unit.lows[at]
    if (
        at == first
        or is_name_word(unit.words[at])
        or low in PEOPLE
        or low in ROLE_HEADS
        or "yang" in unit.lows[first:at]
    ):
        return False
    return ((low.startswith("ber") and is_verb_form(low)) or low in ("wajib", "belajar")) and low not in (
        "berwenang",
    )


def is_aside(unit: Unit, first: int, end: int) -> bool:
    """Whether the words after a comma go on about the subject before it: a relative clause, a degree."""
    return unit.lows[first] in ("yang", "seorang", "salah") or all(
        "." in word for word in unit.words[first:end]
    )


def is_noun_phrase(unit: Unit, first: int, last: int) -> bool:
    """Whether no verb stands in the words outside a relative clause."""
    for at in range(first, last):
        low = unit.lows[at]
        if low == "yang":
            return True
        if low in VERBS and VERBS[low].frame not in ("bare", "demikian") and at > first:
            return False
        if (
            is_verb_form(low)
            and not is_name_word(unit.words[at])
            and low not in PEOPLE
            and low not in ROLE_HEADS
        ):
            return False
    return first < last
