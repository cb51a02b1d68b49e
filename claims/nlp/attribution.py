"""Turns drafts into statements: speaker, quotation form, day, relay, hedges, figures, answers."""

from dataclasses import replace
from datetime import date

from claims.nlp.circumstances import Printing, find_audience, find_place, find_said_on
from claims.nlp.denials import is_partial, kind_by_words, link_answers
from claims.nlp.drafting import find_drafts, holds_cue
from claims.nlp.figures import find_figures
from claims.nlp.forms import find_form, is_shout
from claims.nlp.headlines import is_borne_out
from claims.nlp.hedging import find_hedges
from claims.nlp.matcher import Draft, Unit
from claims.nlp.names import Names
from claims.nlp.phrases import DEFINITE
from claims.nlp.pronouns import Speakers
from claims.nlp.relaying import relay_outlets, tell_outlet
from claims.nlp.relays import find_relays
from claims.nlp.settling import NO_VERB, settle
from claims.nlp.statements.standing import find_standing_quote
from claims.nlp.targets import find_target
from claims.nlp.weighing import DOUBTS, weigh
from claims.values import Kind, QuoteForm, Sort, Span, Speaker, Statement


def attribute(string: str, units: list[Unit], printing: Printing) -> list[Statement]:
    """The statements of all units, linked."""
    drafted = settle(draft_all(units))
    if not any(drafts for _, drafts in drafted):
        return []
    speakers = Speakers(
        Names(string, units[0].end if units[0].headline else 0, [Span(one.start, one.end) for one in units])
    )
    for unit, _ in drafted:
        unit.hints = speakers.names.hints
    statements: list[Statement] = []
    silent: list[Unit] = []
    for unit, drafts in drafted:
        topic = find_topic(speakers, silent, unit, drafts) if silent and needs_topic(unit, drafts) else None
        statements.extend(finish_unit(unit, drafts, speakers, printing, topic))
        if not unit.headline:
            silent = [] if drafts else [*silent[-3:], unit]
        if not drafts:
            speakers.see(unit)
    statements = with_kinds(string, sort_statements(name_described(statements, speakers.introduced.named)))
    links = link_answers(string, statements)
    return [
        replace(one, denies=link) if link is not None else one
        for one, link in zip(statements, links, strict=True)
    ]


def name_described(statements: list[Statement], same: dict[str, Speaker]) -> list[Statement]:
    """The statements of described speakers whom the text names later, under that name."""
    if not same:
        return statements
    return [
        replace(
            one,
            speaker=replace(same[one.speaker.name], span=one.speaker.span),
            score=round(one.score * DOUBTS["named only later"], 3),
        )
        if one.speaker is not None and one.speaker.name in same
        else one
        for one in statements
    ]


def with_kinds(string: str, statements: list[Statement]) -> list[Statement]:
    """The statements with the kinds that their own words show."""
    told: list[Statement] = []
    for statement in statements:
        kind = kind_by_words(string, statement, told[-1] if told else None)
        partial = kind is Kind.DENIAL and is_partial(string, statement.content)
        changed = partial or kind is not statement.kind
        told.append(replace(statement, kind=kind, partial=partial) if changed else statement)
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


def find_topic(speakers: Speakers, silent: list[Unit], unit: Unit, drafts: list[Draft]) -> Speaker | None:
    """Whom the sentences since the last statement were about, the nearest first."""
    first = drafts[0].subject.first
    bodies = first >= 0 and unit.lows[first] == "mereka"
    for before in reversed(silent):
        topic = speakers.topic_of(before, bodies)
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
    contents = [one.content for one in drafts]
    for draft in drafts:
        accused = answering_target(unit, draft, finished)
        speaker, reason = speakers.resolve(unit, draft, accused or topic)
        topic = None
        if unit.headline and not is_borne_out(unit, draft.cue_at, speaker):
            speakers.forget(speaker)
            continue
        if draft.cue is None and speaker is not None:
            speaker = replace(speaker, span=None)
        day = find_said_on(unit, draft.content, printing.published, contents)
        score = weigh(draft, speaker, unit, unit.start - speakers.spoke_at)
        statement = make_statement(unit, draft, (speaker, reason, score), day, printing)
        if statement.kind is Kind.ACCUSATION:
            statement = replace(statement, target=find_target(unit, statement.content, speakers.names))
        speakers.spoke_at = unit.end
        finished.append(tell_outlet(statement, unit.string, speakers.latest_outlet()))
    return relay_outlets(unit.string, finished)


def answering_target(unit: Unit, draft: Draft, before: list[Statement]) -> Speaker | None:
    """The accused as speaker of "namun ia membantah": not the accuser."""
    if draft.kind is not Kind.DENIAL or not before or before[-1].target is None or draft.subject.first < 0:
        return None
    target = before[-1].target
    if unit.lows[draft.subject.first] not in ("ia", "dia", "beliau"):
        return None
    return Speaker(target.name, Sort.PERSON, target.span, target.span)


def make_statement(
    unit: Unit,
    draft: Draft,
    resolved: tuple[Speaker | None, str, float],
    day: tuple[date, Span] | None,
    printing: Printing,
) -> Statement:
    """One statement with its circumstances; `resolved` is speaker or None, reason and score."""
    content = draft.content
    speaker, reason, score = resolved
    return Statement(
        content,
        draft.kind,
        draft.quote
        or (QuoteForm.DIRECT if unit.lost and is_shout(unit, draft) else find_form(unit, content)),
        draft.rule,
        score,
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
