"""Tells which noun phrases can speak at all: not "ini", not "hal itu", not a first person."""

import re

from simplemma import is_known

from claims.nlp.clause import (
    is_name_word,
    is_verb_form,
    skip_openers,
)
from claims.nlp.days import is_day_word
from claims.nlp.lexicon import (
    GIVEN_NAMES,
    NOMINAL_CUES,
    ORGANISATIONS,
    PEOPLE,
    PLACES,
    PRONOUNS,
    ROLE_HEADS,
    VERBS,
    WORD_CLASSES,
)
from claims.nlp.matcher import Unit
from claims.nlp.titles import is_degree_run

VOICELESS = WORD_CLASSES["voiceless"]
PREPOSITIONS = WORD_CLASSES["prepositions"]
SUBORDINATORS = WORD_CLASSES["subordinators"]
ADVERBIAL_STARTS = SUBORDINATORS | WORD_CLASSES["adverbial-starts"]
LONGEST_NAME = 5


def can_speak(unit: Unit, first: int, last: int) -> bool:
    """Whether the words can name a speaker; "ini", "hal itu", a first person cannot."""
    low = unit.lows[first]
    if last - first == 1 and low in SUBORDINATORS:
        return False
    if low in VERBS and VERBS[low].frame in ("bare", "nya"):
        return False
    if denies_any(unit, first, last) or unit.lows[last - 1] in SEEMING or "apakah" in unit.lows[first:last]:
        return False
    if low.startswith(("laporan-laporan", "media-media", "data-data")) or blocks_name(unit, last - 1, first):
        return False
    opens_verb = low.startswith("me") and is_verb_form(low) and not is_name_word(unit.words[first])
    if opens_verb or low in PREPOSITIONS or is_thing(unit, first, last):
        return False
    return low not in VOICELESS and PRONOUNS.get(low) not in ("own", "you")


def is_thing(unit: Unit, first: int, last: int) -> bool:
    """Whether no word of a phrase is a name, a person's, a body's or a document's: "kegiatan itu"."""
    for at in range(first, last):
        low = unit.lows[at]
        base = low.removesuffix("nya")
        if (is_name_word(unit.words[at]) and at > 0) or SPEAKING & {low, base, low.partition("-")[0]}:
            return False
        if (
            low in PRONOUNS
            or unit.words[at] in unit.hints.alone
            or low in GIVEN_NAMES
            or DOER.fullmatch(base)
        ):
            return False
    low = unit.lows[first]
    if not is_name_word(unit.words[first]):
        return True
    plain = (low.endswith("nya") and is_known(low, lang="id")) or is_verb_form(low)
    return plain if last - first == 1 else plain or is_known(low, lang="id")


DOER = re.compile(r"(?:ke(?:dua|tiga|empat)|pe(?!rsen)\w{4,}(?<!an)|\w{2,}(?:wan|wati))")
SPEAKING = (
    frozenset(PEOPLE)
    | ROLE_HEADS
    | frozenset(word for name in ORGANISATIONS for word in name.split())
    | frozenset(NOMINAL_CUES)
    | WORD_CLASSES["source-nouns"]
    | WORD_CLASSES["plurals"]
    | WORD_CLASSES["voiced"]
)


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
    return unit.lows[first] in ("yang", "seorang", "salah") or is_degree_run(unit.words[first:end])


def find_run_start(unit: Unit, end: int, floor: int) -> int:
    """Where the run of capitals that ends at `end` begins."""
    while end > floor and is_name_word(unit.words[end - 1]) and unit.inside[end - 1] < 0:
        end -= 1
    return end


def describes_name(unit: Unit, first: int, floor: int, *, alone: bool = False) -> bool:
    """Whether lower-case words behind a comma tell who a bare name is: "Darma Wibisa, petani desa itu"."""
    if not (unit.lows[first] in ROLE_HEADS or PEOPLE.get(unit.lows[first]) == "one"):
        return False
    opens = find_run_start(unit, first - 1, floor)
    if opens > floor + 1 and unit.lows[opens - 1] == "," and is_degree_run(unit.words[opens : first - 1]):
        first, opens = opens, find_run_start(unit, opens - 1, floor)  # "Darma Wibisa, MD, petani desa itu"
    name = unit.lows[opens : first - 1]
    if len(name) < 2 or len(name) > LONGEST_NAME:
        return False
    alone = alone or opens == floor or unit.lows[opens - 1] == "," or unit.lows[opens - 1] in SUBORDINATORS
    role = name[0] in ROLE_HEADS or name[0] in ORGANISATIONS or name[0] in ADVERBIAL_STARTS
    return alone and not role and name[0] not in PLACES and not is_day_word(unit, opens)


def goes_on_after_pointing(unit: Unit, first: int, last: int) -> bool:
    """Whether a verb follows the "itu" of a noun phrase: "Surat yang bocor itu memicu protes dan ..."."""
    ends = [at for at in range(first, last) if unit.lows[at] in ("itu", "tersebut", "ini")]
    return bool(ends) and any(is_verb_form(low) for low in unit.lows[ends[-1] + 1 : last])


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


def is_list(unit: Unit, at: int, end: int, floor: int) -> bool:
    """Whether the segment goes on a list of names: "Taluna, Sarwa dan Kota Lama"."""
    words = unit.words[at:end]
    names = all(is_name_word(word) or word in ("dan", "serta") for word in words)
    return (
        names
        and ("dan" in words or "serta" in words)
        and at - 2 >= floor
        and is_name_word(unit.words[at - 2])
        and skip_openers(unit, at - 2, at) == at - 2
    )


def list_start(unit: Unit, at: int, floor: int) -> int:
    """The first word of such a list."""
    while at > floor and (is_name_word(unit.words[at - 1]) or unit.words[at - 1] == ","):
        at -= 1
    return at
