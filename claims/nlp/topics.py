"""Tells what a sentence without a statement is about, and whom a description can mean."""

from collections import deque
from dataclasses import dataclass

from claims.nlp.lexicon import (
    GIVEN_NAMES,
    ORGANISATIONS,
    PEOPLE,
    ROLE_CLASSES,
    ROLE_HEADS,
    WORD_CLASSES,
)
from claims.nlp.matcher import Unit
from claims.nlp.names import Names
from claims.nlp.phrases import DEFINITE
from claims.values import Sort, Speaker

VOICES = 8
CALLING = 5
FILLERS = WORD_CLASSES["fillers"]
SUBORDINATORS = WORD_CLASSES["subordinators"]


SYNONYMS = {
    "pm": "perdana menteri",
    "menlu": "menteri luar negeri",
    "menhan": "menteri pertahanan",
    "menkeu": "menteri keuangan",
    "mendagri": "menteri dalam negeri",
    "jubir": "juru bicara",
    "wapres": "wakil presiden",
    "sekjen": "sekretaris jenderal",
    "dubes": "duta besar",
    "politisi": "politikus",
    "walikota": "wali kota",
}


@dataclass(slots=True)
class Known:
    """A speaker met before: who, and the words that describe him."""

    speaker: Speaker
    words: set[str]
    plural: bool = False
    at: int = 0


def is_doubled(low: str) -> bool:
    """Whether a noun is doubled for the plural: "orang-orang"."""
    first, _, second = low.partition("-")
    return len(first) > 2 and first == second


def can_mean(unit: Unit, first: int, last: int) -> bool:
    """Whether a described group are people."""
    return any(low in PEOPLE or low in ROLE_HEADS for low in unit.lows[first:last])


def contradicts(known: Known, words: set[str]) -> bool:
    """Whether a description names another office than the one known: "wali kota itu" of a "kepala dinas"."""
    heads = {word for word in words if ROLE_CLASSES.get(word) == "head"}
    own = {word for word in known.words if ROLE_CLASSES.get(word) == "head"}
    return bool(heads and own and not heads & own and words & STRICT_HEADS)


STRICT_HEADS = WORD_CLASSES["strict-heads"]


FORMER = frozenset(("mantan", "eks", "bekas"))
PLURALS = WORD_CLASSES["plurals"]


INDEFINITE = WORD_CLASSES["indefinite"]


def content_words(lows: list[str]) -> set[str]:
    """The words that describe, abbreviated titles written out."""
    words: set[str] = set()
    for low in lows:
        if low not in FILLERS and low not in DEFINITE and low[:1].isalnum():
            words.update(SYNONYMS.get(low, low).split())
    return words


def fitting_sorts(lows: list[str], sort: Sort) -> frozenset[Sort]:
    """The sorts of speaker that a definite description can mean."""
    if lows[0] == "laporan":
        return frozenset((Sort.OUTLET,))
    if sort is Sort.ORGANISATION or lows[0] in ORGANISATIONS:
        return frozenset((Sort.ORGANISATION, Sort.OUTLET, Sort.GOVERNMENT))
    if lows[0] in ("sumber", "narasumber", "informan"):
        return frozenset((Sort.UNNAMED,))
    person = any(PEOPLE.get(word) == "one" or word in ROLE_HEADS for word in lows)
    return frozenset((Sort.PERSON,)) if person else frozenset()


def find_met(met: deque[Known], words: set[str], definite: bool, plural: bool) -> Known | None:
    """The latest speaker whose description holds all the words."""
    if not words:
        return None
    for known in reversed(met):
        if words <= known.words and (definite or (plural == known.plural and not known.speaker.role)):
            return known
    return None


def find_latest(
    met: deque[Known], lows: list[str], words: set[str], plural: bool, sort: Sort
) -> Known | None:
    """The latest speaker that fits a description: a person for "wanita itu", a body for "lembaga itu"."""
    if lows[0] in ("pernyataan", "komunike", "keterangan", "siaran"):
        return met[-1] if met else None
    sorts = fitting_sorts(lows, sort)
    if plural and lows[0] != "laporan":
        return None
    for known in reversed(met):
        if known.speaker.sort in sorts and not (known.plural and Sort.PERSON in sorts):
            past = lows[0] in FORMER  # "mantan gubernur itu" may hold another office now
            return None if Sort.PERSON in sorts and not past and contradicts(known, words) else known
    return None


def is_several(speaker: Speaker) -> bool:
    """Whether "mereka" can mean a speaker: several people, or a body."""
    group = speaker.name.split(" ")[0].lower() in PLURALS
    return bool(speaker.members) or group or speaker.sort is Sort.ORGANISATION


def opens_office(role: str, heads: tuple[str, ...]) -> bool:
    """Whether a role is one of the offices, of whatever place: "presiden" in "presiden rusia"."""
    return any(role == head or role.startswith(head + " ") or f"({head})" in role for head in heads)


SOLE = WORD_CLASSES["sole"]


def find_holder(met: deque[Known], office: str) -> Speaker | None:
    """The only one who has spoken under an office: "Presiden", "Mendagri"."""
    heads = (office, SYNONYMS.get(office, office))
    speakers = (known.speaker for known in met if known.speaker.role)
    holders = {one.name: one for one in speakers if opens_office((one.role or "").lower(), heads)}
    return next(iter(holders.values())) if len(holders) == 1 else None


def find_meant(met: deque[Known], low: str, plural: bool) -> Known | None:
    """The latest speaker that a pronoun can mean; for one alone, failing that, several."""
    fallback = None
    for known in reversed(met):
        sort = known.speaker.sort
        if low in ("ia", "dia", "beliau") and sort in NOBODY:
            continue
        if plural == known.plural or (plural and sort is Sort.ORGANISATION):
            return known
        fallback = fallback or known
    return None if plural else fallback


NOBODY = frozenset((Sort.ORGANISATION, Sort.OUTLET, Sort.DOCUMENT, Sort.GOVERNMENT))


def find_voice(met: deque[Known]) -> Known | None:
    """Who speaks for the body that spoke last: the person met lately whose office names it."""
    if not met or met[-1].speaker.sort is not Sort.ORGANISATION:
        return None
    for known in list(met)[-VOICES:]:
        if known.speaker.sort is Sort.PERSON and met[-1].words <= known.words:
            return known
    return None


def find_called(unit: Unit, first: int, last: int) -> str | None:
    """The nickname that tells whom a description means: "pria yang akrab disapa Wira"."""
    for at in range(first + 1, min(last + CALLING, len(unit.lows) - 1)):
        if unit.lows[at] == "," or unit.inside[at] >= 0:
            return None
        if unit.lows[at] in ("disapa", "dipanggil") and unit.words[at + 1][0].isupper():
            return unit.words[at + 1]
    return None


def is_known_figure(lows: list[str]) -> bool:
    """Whether "wanita yang ..." without an article takes up a person met before."""
    return lows[0] in ("wanita", "pria", "perempuan", "lelaki", "remaja") and "yang" in lows


def described_words(lows: list[str]) -> set[str]:
    """The words that describe, without a relative clause."""
    return content_words(lows[: lows.index("yang")] if "yang" in lows[1:] else lows)


def is_plural(lows: list[str]) -> bool:
    """Whether a description means several."""
    return lows[0] in PLURALS or PEOPLE.get(lows[0]) == "many" or is_doubled(lows[0])


def is_definite(lows: list[str]) -> bool:
    """Whether a description takes up somebody met before."""
    if lows[0] in INDEFINITE:  # "seorang teman di akademi itu"
        return False
    return lows[-1] in DEFINITE or lows[0].endswith("nya") or is_known_figure(lows)


def is_introduced(lows: list[str], sort: Sort) -> bool:
    """Whether a description brings in somebody whose name may follow: "seorang pejabat"."""
    person = sort is Sort.UNNAMED and (lows[0] in ("seorang", "salah") or lows[0] in ROLE_HEADS)
    return person or (sort is Sort.ORGANISATION and lows[0] == "sebuah")


def find_described(met: deque[Known], lows: list[str], definite: bool, plural: bool) -> Known | None:
    """The latest speaker of that description; none for "seorang ...", which brings in a new one."""
    if lows[0] in INDEFINITE and not definite:
        return None
    return find_met(met, described_words(lows), definite, plural)


def is_bare(speaker: Speaker, names: Names) -> bool:
    """Whether a name of two words or more stands without "dari ..." and is no body's."""
    first, _, rest = speaker.name.partition(" ")
    low = first.lower()
    plain = low in names.hints.common and low not in GIVEN_NAMES
    body = plain or low in ORGANISATIONS or low in PEOPLE
    end = speaker.name_span.end if speaker.name_span else 0
    return bool(rest) and not body and not names.string.startswith((" dari ", " asal "), end)
