"""Finds the words that tell whom a sentence without a statement is about."""

from typing import NamedTuple

from claims.nlp.clause import CLAUSE_WORDS, is_verb_form
from claims.nlp.days import find_close
from claims.nlp.lexicon import ADVERBS, PREDICATES, ROLE_HEADS, VERBS, WORD_CLASSES
from claims.nlp.matcher import Unit
from claims.nlp.statements.passive import find_agent
from claims.nlp.subjects import skip_leading

SUBORDINATORS = WORD_CLASSES["subordinators"]
POINTING = frozenset(("demikian", "begitu"))
LONGEST_OPENING = 5
REACH = 24
TOLD = WORD_CLASSES["told"]
LONGEST_OFFICE = 12


class TopicWords(NamedTuple):
    """The words [first, last) that name whom a sentence is about; `sure` when nothing else can be meant."""

    first: int
    last: int
    sure: bool


def ends_topic(unit: Unit, at: int, first: int) -> bool:
    """Whether a sentence's first noun phrase ends before `at`."""
    low = unit.lows[at]
    if low == "(":
        close = find_close(unit, at)
        return not close or not unit.words[close + 1 : close + 2] or unit.words[close + 1][0].islower()
    if low in ",.;:" or low in CLAUSE_WORDS or low in ADVERBS or low in SUBORDINATORS:
        return True
    return at > first and unit.words[at][0].islower() and (is_verb_form(low) or low in PREDICATES)


def find_named_actor(unit: Unit) -> tuple[int, int] | None:
    """A name right before a verb, anywhere in the sentence: "Sudah lama Darma mengajar ..."."""
    for at in range(1, len(unit.lows)):
        if unit.lows[at].startswith(("me", "ber")) and is_verb_form(unit.lows[at]) and unit.inside[at] < 0:
            first = at
            while first > 1 and unit.words[first - 1][0].isupper():
                first -= 1
            return (first, at) if first < at else None
    return None


def find_apposed_name(unit: Unit, first: int) -> tuple[int, int] | None:
    """The name between commas behind the office at `first`: "Anggota dewan, Darma Wibisa, ..."."""
    office = unit.lows[first : first + LONGEST_OFFICE]
    if "," not in office or office[0] not in ROLE_HEADS:
        return None
    comma = first + office.index(",")
    last = comma + 1
    while last < len(unit.lows) and unit.words[last][0].isupper() and unit.inside[last] < 0:
        last += 1
    closed = last < len(unit.lows) and unit.lows[last] == ","
    return (comma + 1, last) if closed and comma + 2 < last else None


def find_agent_words(unit: Unit) -> TopicWords | None:
    """Whom a sentence names that only tells who spoke: "Demikian disampaikan Wali Kota Taluna ..."."""
    for at in range(1, min(LONGEST_OPENING if unit.lows[0] in POINTING else REACH, len(unit.lows))):
        told = unit.lows[at] in TOLD or (unit.lows[0] in POINTING and is_passive(unit.lows[at]))
        if told and unit.inside[at] < 0:
            agent, _ = find_agent(unit, at + 1)
            return TopicWords(agent.first, agent.last, sure=True) if agent is not None else None
    return None


def is_passive(low: str) -> bool:
    """Whether a word is a passive verb of saying."""
    return low in VERBS and VERBS[low].frame == "passive"


def find_topic_words(unit: Unit) -> TopicWords | None:
    """The words that tell whom a sentence without a statement is about."""
    unit.cut()
    if not unit.lows:
        return None
    agent = find_agent_words(unit)
    if agent is not None:
        return agent
    first = skip_leading(unit, 0, len(unit.lows))
    last = first
    while last < len(unit.lows) and last - first < LONGEST_OFFICE and not ends_topic(unit, last, first):
        last = find_close(unit, last) + 1 if unit.lows[last] == "(" else last + 1
    if last == first or last >= len(unit.lows) or unit.inside[first] >= 0:
        found = find_named_actor(unit)
        if found is None:
            return None
        first, last = found
    if "/" in unit.words[first:last]:  # a pair of players, "Wira/Darma", is nobody alone
        return None
    apposed = find_apposed_name(unit, first)
    return TopicWords(*(apposed or (first, last)), sure=apposed is not None)
