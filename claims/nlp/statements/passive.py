"""Statements in the passive: Kabar itu diungkapkan X; Dikatakan bahwa C; yang dikatakan oleh X C."""

from claims.nlp.clause import MANNERS, is_clause, is_name_word, is_verb_form, skip_adverbs_left
from claims.nlp.complement import find_opening
from claims.nlp.days import skip_day
from claims.nlp.endings import content_end, strip_tail
from claims.nlp.lexicon import ADVERBS, PEOPLE, PRONOUNS, ROLE_HEADS, WORD_CLASSES, Verb
from claims.nlp.matcher import Draft, Rule, Subject, Unit, make_draft
from claims.nlp.right_subjects import find_right_subject
from claims.values import Kind, Span

SAID = WORD_CLASSES["said"]
LOOSE = frozenset(
    (
        "disebut",
        "dilaporkan",
        "diperkirakan",
        "diklaim",
        "disebutkan",
        "dikonfirmasi",
        "dituduh",
        "dicap",
        "dituding",
    )
)


def find_agent(unit: Unit, at: int) -> tuple[Subject | None, int]:
    """The agent after a passive verb: "(secara langsung) (oleh) X"."""
    here, size = at, len(unit.lows)
    while here < size and (
        unit.lows[here] in ADVERBS or unit.lows[here] in MANNERS or skip_day(unit, here) > here
    ):
        here = max(here + 1, skip_day(unit, here))
    marked = here < size and unit.lows[here] == "oleh"
    here += marked
    if here >= size or unit.inside[here] >= 0:
        return None, at
    low = unit.lows[here]
    speaks = is_name_word(unit.words[here]) or low in ROLE_HEADS or low in PEOPLE or low in PRONOUNS
    if not marked and (not speaks or (unit.headline and low not in ROLE_HEADS)):
        return None, at
    return find_right_subject(unit, here)


def find_said_by(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """Kabar itu (awalnya) diungkapkan (oleh) X."""
    first = skip_to_subject(unit, at)
    end = skip_adverbs_left(unit, at, first)
    long = end - first > 7 and "bahwa" not in unit.lows[first : first + 9]
    if end <= first or long or unit.lows[first] not in SAID or unit.inside[first] >= 0:
        return None
    subject, _after = find_agent(unit, at + 1)
    if subject is None:
        return None
    return make_draft(
        unit, at, verb, unit.span(first, end - (unit.lows[end - 1] == "yang")), subject, score=0.9
    )


def skip_to_subject(unit: Unit, at: int) -> int:
    """The first word of the passive's subject: after the last comma or break before it."""
    here = at
    while (
        here > 0
        and unit.lows[here - 1] not in (",", ".", ";", ":", "dan", "namun")
        and unit.inside[here - 1] < 0
    ):
        here -= 1
    return here


def find_agentless(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """Dikatakan bahwa C; Dijelaskan X, C: the verb opens the sentence."""
    if at > 2 or verb.form in LOOSE or unit.headline:
        return None
    if at and unit.lows[at - 1] not in (",", "namun", "juga", "lanjut", "lebih", "seperti", "sebagaimana"):
        return None
    opening = find_opening(unit, at + 1, len(unit.lows))
    subject, after = Subject(same=True), at + 1
    if not opening.mark:
        found, after = find_agent(unit, at + 1)
        if found is None:
            return None
        subject = found
        opening = find_opening(unit, after, len(unit.lows))
    if not opening.mark or opening.at >= len(unit.lows):
        return None
    last = content_end(unit, opening.at)
    if last - opening.at < 2:
        return None
    score = 0.85 if subject.same else 0.9
    return make_draft(unit, at, verb, unit.span(opening.at, last), subject, score=score)


def find_told_after(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """C, disebutkan X: the passive and its agent end the sentence."""
    if at < 4 or unit.lows[at - 1] != "," or verb.kind is not Kind.CLAIM:
        return None
    subject, after = find_agent(unit, at + 1)
    last = strip_tail(unit, 0, at - 1)
    if subject is None or after < len(unit.lows) - 1 or last < 3 or not is_clause(unit, 0, last):
        return None
    return make_draft(unit, at, verb, unit.span(0, last), subject, score=0.8)


def find_charged_by(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """Y dituduh oleh X C; yang dikatakan oleh X C."""
    if at + 2 >= len(unit.lows) or unit.lows[at + 1] != "oleh":
        return None
    subject, after = find_named_agent(unit, at + 2)
    if subject is None or after >= len(unit.lows):
        return None
    last = content_end(unit, after)
    if last - after < 2 or not (is_verb_form(unit.lows[after]) or unit.lows[after] in DEEDS):
        return None
    after += unit.lows[after] == "bahwa"
    return make_draft(unit, at, verb, unit.span(after, last), subject, score=0.85)


DEEDS = frozenset(("sebagai", "telah", "tidak", "akan", "sudah", "bahwa"))


def find_named_agent(unit: Unit, at: int) -> tuple[Subject | None, int]:
    """The run of names (with a role before it) after "oleh"."""
    here = at
    while here < len(unit.lows) and (is_name_word(unit.words[here]) or unit.lows[here] in ROLE_HEADS):
        here += 1
    return (Subject(at, here), here) if here > at else (None, at)


def find_charged_late(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """Y dituduh C oleh X: the agent stands after the charge."""
    if verb.form not in ("dituduh", "dituding"):
        return None
    for here in range(at + 2, min(at + 30, len(unit.lows) - 1)):
        if unit.lows[here] == "oleh":
            subject, _after = find_right_subject(unit, here + 1)
            last = here - 1 if unit.lows[here - 1] == "," else here
            if subject is None or last - at < 3:
                return None
            return make_draft(unit, at, verb, unit.span(at + 1, last), subject, score=0.75)
        if unit.lows[here] in (".", ";"):
            return None
    return None


PASSIVE = frozenset(("passive",))
RULES = (
    Rule(
        "said-by",
        PASSIVE,
        find_said_by,
        "Kabar itu diungkapkan Wali Kota Taluna Darma Wibisa.",
        "Rahasia dapur diungkapkan perlahan.",
    ),
    Rule(
        "told-after",
        PASSIVE,
        find_told_after,
        "Dua kapal telah tenggelam di Teluk Sarwa, disebutkan surat kabar itu.",
        "Dua kapal, disebutkan jenisnya, tenggelam.",
    ),
    Rule(
        "told-clause",
        PASSIVE,
        find_agentless,
        "Dijelaskan Darma Wibisa, jembatan baru akan selesai tahun depan.",
        "Jembatan itu dilaporkan rusak.",
    ),
    Rule(
        "charged-by",
        PASSIVE,
        find_charged_by,
        "Kontraktor dituduh oleh Darma Wibisa mengurangi besi jembatan.",
        "Kontraktor dituduh mengurangi besi.",
    ),
    Rule(
        "charged-late",
        PASSIVE,
        find_charged_late,
        "Kontraktor itu dituduh mengurangi besi jembatan oleh para pekerja.",
        "Kontraktor itu dituduh mengurangi besi.",
    ),
)
SPAN = Span
