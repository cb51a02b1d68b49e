"""Reads headlines, where every word may have a capital: whose verb it is, which names the story bears out."""

from claims.nlp.clause import BREAKS, headline_verb
from claims.nlp.lexicon import COUNTRIES, VERBS, WORD_CLASSES
from claims.nlp.matcher import Subject, Unit
from claims.nlp.naming import is_material
from claims.values import Sort, Speaker

FUNCTION = WORD_CLASSES["function"]
LINKS = WORD_CLASSES["headline-links"]  # "Warga Minta Camat Mundur Buntut Bantah Kabar Itu"
LONGEST_SUBJECT = 7
LONGEST_OFFICE = 3


def find_headline_subject(unit: Unit, verb: int) -> Subject | None:
    """The words before the headline's first verb of saying: they speak for all its verbs."""
    first = 0
    if verb and unit.lows[verb - 1] in LINKS:
        return None
    for at in range(verb):
        if unit.lows[at] in BREAKS or unit.lows[at] == ",":
            first = at + 1
        elif at > first and (headline_verb(unit, at) or unit.lows[at] in VERBS):
            return make_subject(unit, first, at)
    return make_subject(unit, first, verb)


def make_subject(unit: Unit, first: int, last: int) -> Subject | None:
    """The words as a subject; None where they hold more than a noun phrase."""
    end = last - 1 if unit.lows[last - 1] in ("tak", "tidak", "juga", "kembali") else last
    words = unit.lows[first:end]
    mixed = any(low in FUNCTION or not low[0].isalnum() or unit.inside[first] >= 0 for low in words)
    return None if not words or mixed or len(words) > LONGEST_SUBJECT else Subject(first, end)


def is_borne_out(unit: Unit, cue_at: int, speaker: Speaker | None) -> bool:
    """Whether the story names the headline's speaker too, or the headline tells an office, or keeps its case.

    Where verbs have capitals, a name that the story does not repeat may hold a verb.
    """
    if speaker is None or cue_at < 0 or unit.words[cue_at][0].islower():
        return speaker is not None
    if speaker.sort is Sort.UNNAMED or speaker.name in COUNTRIES or speaker.members:
        return len(speaker.name.split()) <= LONGEST_OFFICE
    words = speaker.name.split(" ")
    if speaker.role and (
        words[-1] in unit.hints.loose or any(is_material(word, unit.hints) for word in words)
    ):
        return False
    return unit.string.find(speaker.name, unit.end) >= 0
