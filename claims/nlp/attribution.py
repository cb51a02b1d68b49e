"""Turns drafts into statements: speaker, quotation form, day, relay, hedges, figures, answers."""

import re
from dataclasses import replace

from claims.nlp.circumstances import Printing, find_audience, find_place, find_said_on
from claims.nlp.clause import PERSONAL
from claims.nlp.denials import is_partial, kind_by_words, link_answers
from claims.nlp.drafting import find_drafts, holds_cue
from claims.nlp.figures import find_figures
from claims.nlp.hedging import find_hedges
from claims.nlp.lexicon import ORGANISATIONS, PRONOUNS, ROLE_HEADS
from claims.nlp.matcher import Draft, Unit
from claims.nlp.names import Names
from claims.nlp.phrases import DEFINITE
from claims.nlp.pronouns import Speakers
from claims.nlp.quotes import find_single_quotes
from claims.nlp.relays import find_relays
from claims.nlp.settling import NO_VERB, settle
from claims.nlp.statements.standing import find_standing_quote
from claims.nlp.targets import find_target
from claims.values import Kind, QuoteForm, Relay, Sort, Span, Speaker, Statement


def attribute(string: str, units: list[Unit], printing: Printing) -> list[Statement]:
    """The statements of all units, linked."""
    drafted = settle(draft_all(units))
    if not any(drafts for _, drafts in drafted):
        return []
    speakers = Speakers(Names(string, units[0].end if units[0].headline else 0))
    for unit, _ in drafted:
        unit.hints = speakers.names.hints
    statements: list[Statement] = []
    silent: list[Unit] = []
    for unit, drafts in drafted:
        topic = find_topic(speakers, silent) if silent and needs_topic(unit, drafts) else None
        statements.extend(finish_unit(unit, drafts, speakers, printing, topic))
        silent = [] if drafts else [*silent[-3:], unit]
    statements = with_kinds(string, sort_statements(statements))
    links = link_answers(string, statements)
    return [
        replace(one, denies=link) if link is not None else one
        for one, link in zip(statements, links, strict=True)
    ]


def with_kinds(string: str, statements: list[Statement]) -> list[Statement]:
    """The statements with the kinds that their own words show."""
    told: list[Statement] = []
    for statement in statements:
        kind = kind_by_words(string, statement, told[-1] if told else None)
        partial = kind is Kind.DENIAL and is_partial(string, statement.content)
        told.append(replace(statement, kind=kind, partial=partial))
    return told


def sort_statements(statements: list[Statement]) -> list[Statement]:
    """Text order; each content with the same cue once."""
    seen: dict[tuple[int, int, int], Statement] = {}
    for statement in statements:
        cue = statement.cue.start if statement.cue else -1
        seen.setdefault((statement.content.start, statement.content.end, cue), statement)
    return sorted(seen.values(), key=lambda one: (one.content.start, one.content.end))


def draft_all(units: list[Unit]) -> list[tuple[Unit, list[Draft]]]:
    """Each unit with its drafts; a quotation that stands alone follows the speaker before."""
    drafted: list[tuple[Unit, list[Draft]]] = []
    for unit in units:
        drafts = find_drafts(unit.cut()) if holds_cue(unit) else []
        if not drafts:
            standing = find_standing_quote(unit, 0, NO_VERB)
            drafts = [standing] if standing else []
        drafted.append((unit, drafts))
    return drafted


def find_topic(speakers: Speakers, silent: list[Unit]) -> Speaker | None:
    """Whom the sentences since the last statement were about, the nearest first."""
    for unit in reversed(silent):
        topic = speakers.topic_of(unit)
        if topic is not None:
            return topic
    return None


def needs_topic(unit: Unit, drafts: list[Draft]) -> bool:
    """Whether the first draft names nobody, so that the sentence before must tell who speaks."""
    if not drafts:
        return False
    subject = drafts[0].subject
    if subject.clitic is not None or (subject.same and drafts[0].cue is None):
        return True
    if subject.first < 0:
        return False
    return (
        unit.lows[subject.first] in ("ia", "dia", "beliau", "mereka")
        or unit.lows[subject.last - 1] in DEFINITE
    )


def finish_unit(
    unit: Unit, drafts: list[Draft], speakers: Speakers, printing: Printing, topic: Speaker | None
) -> list[Statement]:
    """The statements of one unit."""
    finished: list[Statement] = []
    for draft in drafts:
        accused = answering_target(unit, draft, finished)
        speaker, reason = speakers.resolve(unit, draft, accused or topic)
        topic = None
        if draft.cue is None and speaker is not None:
            speaker = replace(speaker, span=None)
        statement = make_statement(unit, draft, speaker, reason, printing)
        if statement.kind is Kind.ACCUSATION:
            statement = replace(statement, target=find_target(unit, statement.content, speakers.names))
        finished.append(statement)
    return relay_outlets(finished)


def answering_target(unit: Unit, draft: Draft, before: list[Statement]) -> Speaker | None:
    """The accused as speaker of "namun ia membantah": not the accuser."""
    if draft.kind is not Kind.DENIAL or not before or before[-1].target is None or draft.subject.first < 0:
        return None
    target = before[-1].target
    if unit.lows[draft.subject.first] not in ("ia", "dia", "beliau"):
        return None
    return Speaker(target.name, Sort.PERSON, target.span, target.span)


def relay_outlets(statements: list[Statement]) -> list[Statement]:
    """An outlet that reports another's statement becomes its relay: "..., Kabar Taluna melaporkan"."""
    kept: list[Statement] = []
    relays: dict[int, Relay] = {}
    for one in statements:
        inner = [at for at, other in enumerate(statements) if is_inside(other, one)]
        if not inner or one.speaker is None or not passes_on(one, [statements[at] for at in inner]):
            kept.append(one)
        elif one.speaker.sort is Sort.OUTLET and one.speaker.span is not None:
            relays.update({at: Relay(one.speaker.name, one.speaker.span) for at in inner})
    return [with_relay(one, relays.get(statements.index(one))) for one in kept]


def is_inside(inner: Statement, outer: Statement) -> bool:
    """Whether the inner statement's cue stands in the outer one's content."""
    return (
        inner is not outer
        and inner.cue is not None
        and outer.content.covers(inner.cue)
        and outer.cue != inner.cue
    )


def passes_on(outer: Statement, inner: list[Statement]) -> bool:
    """Whether the outer statement only passes the inner ones on."""
    speaker = outer.speaker
    if speaker is None:
        return False
    same = any(one.speaker is not None and one.speaker.name == speaker.name for one in inner)
    return same or speaker.sort in (Sort.OUTLET, Sort.DOCUMENT)


def with_relay(statement: Statement, relay: Relay | None) -> Statement:
    """The statement with one more relay, outermost first."""
    if relay is None or any(one.span == relay.span for one in statement.via):
        return statement
    return replace(statement, via=(relay, *statement.via))


def make_statement(
    unit: Unit, draft: Draft, speaker: Speaker | None, reason: str, printing: Printing
) -> Statement:
    """One statement with its circumstances."""
    content = draft.content
    day = find_said_on(unit, content, printing.published)
    return Statement(
        content,
        draft.kind,
        draft.quote
        or (QuoteForm.DIRECT if unit.lost and is_shout(unit, draft) else find_form(unit, content)),
        draft.rule,
        draft.score if speaker is not None else min(draft.score, 0.6),
        draft.cue,
        speaker,
        day[0] if day else None,
        day[1] if day else None,
        place=find_place(unit, content, draft.cue_at),
        audience=find_audience(unit, content, draft.cue_at),
        via=find_relays(unit, content, printing.outlet),
        hedges=find_hedges(unit.string, content),
        figures=find_figures(unit.string, content),
        reason=reason,
    )


def find_form(unit: Unit, content: Span) -> QuoteForm:
    """Direct, indirect or mixed, by the quotations inside or, where marks are lost, by signs of speech."""
    for quote in unit.quotes:
        if quote.outer.start <= content.start and quote.outer.end >= content.end:
            return QuoteForm.DIRECT
        if content.touches(quote.outer):
            return QuoteForm.MIXED
    if find_single_quotes(unit.string, content):
        return QuoteForm.MIXED
    if unit.lost and is_verbatim(unit, content):
        return QuoteForm.DIRECT
    return QuoteForm.INDIRECT


def is_shout(unit: Unit, draft: Draft) -> bool:
    """Whether the words were called out: "..., teriak mereka"."""
    return draft.cue_at >= 0 and unit.lows[draft.cue_at] in ("teriak", "seru", "pekik", "sorak", "teriaknya")


def is_verbatim(unit: Unit, content: Span) -> bool:
    """Signs of verbatim speech: first or second person, an opening "ini", brackets or dots, a shout."""
    first, last = unit.at_char(content.start), unit.at_char(content.end)
    lows = unit.lows[first:last]
    if not lows:
        return False
    fronted = first == 0
    if "ini" in lows[: 1 + fronted] or any(low in PERSONAL and low not in NOT_PERSONAL for low in lows):
        return True
    if fronted:
        return bool(EDITORIAL.search(unit.string, content.start, content.end)) or lows[-1] in "!?"
    word = unit.words[first]
    return (
        word[0].isupper()
        and (lows[0] in unit.hints.common or lows[0] in PRONOUNS)
        and lows[0] not in CAPITALISED
    )


EDITORIAL = re.compile(r"\.\.\.|\((?![A-Z]{2,}\)|\d)[^)\n]{4,40}\) \w")
NOT_PERSONAL = frozenset(("kedua", "saudara", "lo"))
CAPITALISED = frozenset(ORGANISATIONS) | ROLE_HEADS
