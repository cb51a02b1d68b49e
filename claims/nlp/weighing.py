"""Weighs a statement: its rule's probability, lowered once for each doubt about who speaks."""

from claims.nlp.lexicon import GIVEN_NAMES, PRONOUNS
from claims.nlp.matcher import Draft, Unit
from claims.nlp.phrases import DEFINITE
from claims.values import Sort, Speaker

NOBODY = 0.6
FAR = 500
LONG_NAME = 4
DOUBTS = {
    "described, not named": 0.92,
    "mereka": 0.85,
    "a person of one word": 0.92,
    "meant by a description": 0.92,
    "a pronoun far from the words before": 0.92,
    "a name cut without evidence": 0.94,
    "a long name without a role": 0.92,
    "named only later": 0.92,
}


def weigh(draft: Draft, speaker: Speaker | None, unit: Unit, distance: int) -> float:
    """The probability (0..1) that the row is right.

    `distance` is the number of characters since the statement before.
    """
    if speaker is None:
        return min(draft.score, NOBODY)
    score = draft.score
    for doubt in (doubt_of_mention(draft, speaker, unit, distance), doubt_of_name(speaker, unit)):
        score *= DOUBTS.get(doubt, 1.0)
    return round(score, 3)


def doubt_of_mention(draft: Draft, speaker: Speaker, unit: Unit, distance: int) -> str:
    """What is uncertain about whom the words at the cue mean."""
    first = draft.subject.first
    low = unit.lows[first] if first >= 0 else ""
    if low == "mereka":
        return "mereka"
    if draft.subject.clitic is not None or low in PRONOUNS or (draft.subject.same and draft.cue is None):
        return "a pronoun far from the words before" if distance > FAR else ""
    if first >= 0 and unit.lows[draft.subject.last - 1] in DEFINITE and speaker.sort is not Sort.UNNAMED:
        return "meant by a description"
    return ""


def doubt_of_name(speaker: Speaker, unit: Unit) -> str:
    """What is uncertain about the name itself."""
    if speaker.sort in (Sort.UNNAMED, Sort.DOCUMENT) or speaker.name[0].islower():
        return "described, not named"
    if speaker.sort is not Sort.PERSON or speaker.members:
        return ""
    words = speaker.name.split(" ")
    if len(words) == 1:
        return "a person of one word"
    known = any(word in unit.hints.alone or word.lower() in GIVEN_NAMES for word in words)
    if not known and is_cut(speaker, unit):
        return "a name cut without evidence"
    return "a long name without a role" if len(words) >= LONG_NAME and speaker.role is None else ""


def is_cut(speaker: Speaker, unit: Unit) -> bool:
    """Whether the name was cut out of a longer run of capitals."""
    if speaker.name_span is None:
        return False
    before = unit.string[max(0, speaker.name_span.start - 24) : speaker.name_span.start]
    return before.endswith(" ") and before.split()[-1:] != [] and before.split()[-1][0].isupper()
