"""Settles neighbouring drafts: nested ones go, sentences before one cue join, quotations go on."""

from dataclasses import replace

from claims.nlp.clause import PERSONAL
from claims.nlp.lexicon import PRONOUNS, Verb
from claims.nlp.matcher import Draft, Unit
from claims.nlp.statements.standing import find_standing_speech
from claims.values import Kind, QuoteForm, Span

Drafted = list[tuple[Unit, list[Draft]]]
FRONTED = frozenset(("content-verb", "content-subject-verb"))
SIGNS = PERSONAL | frozenset(("sini", "tolong", "ayo", "mari"))
NOT_SIGNS = frozenset(("saudara", "lo", "lu", "kedua"))


def has_sign(unit: Unit) -> bool:
    """Whether a sentence without marks shows verbatim speech: first or second person, brackets, a call."""
    lows = unit.cut().lows
    return any(low in SIGNS and low not in NOT_SIGNS for low in lows) or "(" in lows[:1]


def says_own(unit: Unit, draft: Draft) -> bool:
    """Whether the draft's subject is "saya", "kami": it stands inside somebody's words."""
    first = draft.subject.first
    return first >= 0 and PRONOUNS.get(unit.lows[first]) in ("own", "you")


def says_same(unit: Unit, draft: Draft) -> bool:
    """Whether a nested draft only repeats the outer speaker: "X mengatakan mereka berharap ..."."""
    first = draft.subject.first
    return first >= 0 and unit.lows[first] in ("mereka", "ia", "dia", "pihaknya", "dirinya")


def is_demanded(unit: Unit, outer: Draft, inner: Draft) -> bool:
    """Whether the inner verb is what somebody is asked to do: "mendesak kementerian menjawab tuduhan"."""
    first = inner.subject.first
    return outer.kind is Kind.DEMAND and first >= 0 and unit.starts[first] == outer.content.start


def drop_nested(unit: Unit, drafts: list[Draft]) -> list[Draft]:
    """Leaves out what is reported inside verbatim words; "Kami mendesak ..., katanya" is a demand."""
    kept = []
    for draft in drafts:
        outer = next((one for one in drafts if one is not draft and holds(one, draft)), None)
        if outer is not None and outer.quote is QuoteForm.DIRECT:
            continue
        if outer is not None and is_demanded(unit, outer, draft):
            continue
        if says_own(unit, draft) or (outer is not None and says_same(unit, draft)):
            continue
        kept.append(draft)
    return kept


def holds(outer: Draft, inner: Draft) -> bool:
    """Whether the inner draft's cue stands in the outer one's content."""
    return (
        inner.cue is not None
        and outer.cue is not None
        and outer.content.covers(inner.cue)
        and outer.cue != inner.cue
    )


def is_sentence_line(drafted: Drafted) -> bool:
    """Whether the text prints mostly one sentence a line, as texts do that lost their quotation marks."""
    lines = sum(unit.first_of_line for unit, _ in drafted)
    return lines > 3 and lines >= 0.6 * len(drafted)


def settle(drafted: Drafted) -> Drafted:
    """The drafts of all units after settling."""
    lost = bool(drafted) and drafted[0][0].lost and is_sentence_line(drafted)
    settled: Drafted = []
    for unit, drafts in drafted:
        kept = drop_nested(unit, join_before(settled, unit, drafts) if lost else drafts)
        if not kept and lost:
            kept = continue_speech(settled, unit)
        settled.append((unit, kept))
    return join_open_quotes(settled)


def join_before(settled: Drafted, unit: Unit, drafts: list[Draft]) -> list[Draft]:
    """Several sentences of one line before one cue are one statement, in verbatim words."""
    if unit.first_of_line or not drafts or drafts[-1].rule not in FRONTED:
        return drafts
    fronted = drafts[-1]
    start, signs = fronted.content.start, has_sign(unit)
    at = len(settled)
    while at > 0 and not settled[at][0].first_of_line if at < len(settled) else at > 0:
        at -= 1
        before, own = settled[at]
        if any(draft.rule in FRONTED or draft.rule == "standing-speech" for draft in own):
            at += 1
            break
        start = before.start
        signs = signs or has_sign(before)
        if before.first_of_line:
            break
    if start == fronted.content.start:
        return drafts
    for place in range(at, len(settled)):
        settled[place] = (settled[place][0], [])
    return [replace(fronted, content=Span(start, fronted.content.end), quote=QuoteForm.DIRECT)]


def continue_speech(settled: Drafted, unit: Unit) -> list[Draft]:
    """A sentence that goes on with verbatim words after "..., kata X." on the same line."""
    if unit.first_of_line or not settled:
        return []
    before = settled[-1][1]
    if not before or before[-1].rule not in FRONTED | {"standing-speech"}:
        return []
    if not (has_sign(unit) or has_sign(settled[-1][0]) or unit.last_of_line):
        return []
    if before[-1].rule in FRONTED and before[-1].quote is None:
        spoken = [*before[:-1], replace(before[-1], quote=QuoteForm.DIRECT)]
        settled[-1] = (settled[-1][0], drop_nested(settled[-1][0], spoken))
    draft = find_standing_speech(unit, 0, NO_VERB)
    return [draft] if draft is not None else []


NO_VERB = Verb("", Kind.CLAIM, "none")


def join_open_quotes(settled: Drafted) -> Drafted:
    """A quotation left open at the end of its line and opened again on the next is one statement."""
    for at in range(len(settled) - 1):
        unit, drafts = settled[at]
        after, others = settled[at + 1]
        if (
            len(drafts) != 1
            or drafts[0].rule != "standing-quote"
            or not unit.quotes
            or unit.quotes[-1].closed
        ):
            continue
        follow = next(
            (one for one in others if one.quote is QuoteForm.DIRECT and one.content.start <= after.start + 1),
            None,
        )
        if follow is None:
            continue
        joined = replace(follow, content=Span(drafts[0].content.start, follow.content.end))
        settled[at] = (unit, [])
        settled[at + 1] = (after, [joined if one is follow else one for one in others])
    return settled
