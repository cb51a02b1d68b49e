"""Runs the rule tables over the words of a unit and keeps what fits together."""

import re
from dataclasses import replace

from claims.nlp.clause import CLAUSE_WORDS, headline_verb
from claims.nlp.lexicon import HEADLINE_VERBS, MULTI_VERBS, NOMINAL_CUES, PSEUDO, VERBS, Verb
from claims.nlp.matcher import Draft, Rule, Unit, find_phrase
from claims.nlp.statements import active, answers, fronted, nominal, passive, quoted, silence, standing
from claims.nlp.subjects import find_main_subject

TABLES = (
    silence.RULES,
    quoted.RULES,
    active.RULES,
    answers.RULES,
    fronted.RULES,
    passive.RULES,
    nominal.RULES,
    standing.RULES,
)
RULES: tuple[Rule, ...] = tuple(rule for table in TABLES for rule in table)
FRAMES = frozenset(frame for rule in RULES for frame in rule.frames)
MOST = 16
CUES = frozenset(VERBS) | frozenset(MULTI_VERBS) | frozenset(NOMINAL_CUES)
LETTERS = re.compile(r"[^\W\d_]+")
BY_FRAME = {frame: tuple(rule for rule in RULES if frame in rule.frames) for frame in FRAMES}


def is_pseudo(unit: Unit, at: int) -> bool:
    """Whether the word at `at` stands in a phrase that reports nothing."""
    for words in PSEUDO.get(unit.lows[at], ()):
        first = at - words.index(unit.lows[at])
        last = first + len(words)
        if first >= 0 and tuple(unit.lows[first:last]) == words and not opens_clause(unit, last, words):
            return True
    return False


def opens_clause(unit: Unit, at: int, words: tuple[str, ...]) -> bool:
    """Whether "hal itu" is the subject of a clause that is said: "mengatakan hal itu tidak benar"."""
    return "hal" in words and at < len(unit.lows) and unit.lows[at] in CLAUSE_WORDS


def find_verb(unit: Unit, at: int) -> Verb | None:
    """The reporting word at `at`."""
    low = unit.lows[at]
    if low in MULTI_VERBS:
        phrase = find_phrase(MULTI_VERBS, unit.lows, at)
        if phrase is not None:
            return VERBS[phrase[1]]
    if headline_verb(unit, at):
        return HEADLINE_VERBS[low]
    return VERBS.get(low)


def find_drafts(unit: Unit) -> list[Draft]:
    """Every statement of the unit, in the order of the cues."""
    drafts: list[Draft] = []
    for at, low in enumerate(unit.lows):
        if unit.inside[at] >= 0 or (low not in CUES and not unit.headline):
            continue
        draft = find_draft(unit, at) if len(drafts) < MOST else None
        if draft is not None:
            drafts.append(settle_same(unit, draft, drafts))
    return drafts


def find_draft(unit: Unit, at: int) -> Draft | None:
    """The statement that the word at `at` reports, if any."""
    kind = NOMINAL_CUES.get(unit.lows[at])
    if kind is not None:
        draft = first_draft(unit, at, Verb(unit.lows[at], kind, "noun"))
        if draft is not None or is_object(unit, at):
            return draft
    verb = find_verb(unit, at)
    if verb is None or is_pseudo(unit, at):
        return None
    return first_draft(unit, at, verb)


def is_object(unit: Unit, at: int) -> bool:
    """Whether a noun of saying is what is labelled or answered: "menyebut klaim X", "membantah klaim X"."""
    verb = VERBS.get(unit.lows[at - 1]) if at else None
    return verb is not None and verb.frame in ("label", "deny", "confirm")


def holds_cue(unit: Unit) -> bool:
    """Whether a word of the unit can report something: a quick look before the words are cut."""
    return unit.headline or not CUES.isdisjoint(LETTERS.findall(unit.string[unit.start : unit.end].lower()))


def settle_same(unit: Unit, draft: Draft, before: list[Draft]) -> Draft:
    """A second verb takes the sentence's subject when the first reports nothing: "X pergi dan mengatakan"."""
    if not draft.subject.same or before or draft.cue is None:
        return draft
    subject = find_main_subject(unit, draft.cue_at)
    return replace(draft, subject=subject) if subject is not None else draft


def first_draft(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """The draft of the first rule that fits, under that rule's name."""
    for rule in BY_FRAME.get(verb.frame, ()):
        draft = rule.find(unit, at, verb)
        if draft is not None:
            return replace(draft, rule=rule.name)
    return None
