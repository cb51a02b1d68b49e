"""Turns an outlet that only reports another's statement into that statement's relay."""

from dataclasses import replace

from claims.nlp.lexicon import WORD_CLASSES
from claims.values import Relay, Sort, Statement

OUTLET_NOUNS = WORD_CLASSES["outlet-nouns"]
REPORTERS = WORD_CLASSES["reporters"]


def relay_outlets(string: str, statements: list[Statement]) -> list[Statement]:
    """An outlet that reports another's statement becomes its relay: "..., Kabar Taluna melaporkan"."""
    kept: list[Statement] = []
    relays: dict[int, Relay] = {}
    for one in statements:
        inner = [at for at, other in enumerate(statements) if is_inside(other, one)]
        if not inner or one.speaker is None or not passes_on(string, one, [statements[at] for at in inner]):
            kept.append(one)
        elif one.speaker.span is not None and (one.speaker.sort is Sort.OUTLET or reports_last(string, one)):
            relays.update({at: Relay(one.speaker.name, one.speaker.span) for at in inner})
    return [with_relay(one, relays.get(statements.index(one))) for one in kept]


def tell_outlet(statement: Statement, string: str, outlet: str | None) -> Statement:
    """The statement with the outlet it was told to as relay, where that is only called "radio tersebut"."""
    audience = statement.audience
    if outlet is None or audience is None or statement.via:
        return statement
    words = audience.of(string).lower().split()
    if words[0] in OUTLET_NOUNS and words[-1] in ("tersebut", "itu"):
        return replace(statement, via=(Relay(outlet, audience),))
    return statement


def is_inside(inner: Statement, outer: Statement) -> bool:
    """Whether the inner statement's cue stands in the outer one's content."""
    return (
        inner is not outer
        and inner.cue is not None
        and outer.content.covers(inner.cue)
        and outer.cue != inner.cue
    )


def passes_on(string: str, outer: Statement, inner: list[Statement]) -> bool:
    """Whether the outer statement only passes the inner ones on."""
    speaker = outer.speaker
    if speaker is None:
        return False
    same = any(one.speaker is not None and one.speaker.name == speaker.name for one in inner)
    return same or speaker.sort in (Sort.OUTLET, Sort.DOCUMENT) or reports_last(string, outer)


def reports_last(string: str, outer: Statement) -> bool:
    """Whether an unknown name only closes the sentence: "..., Pos Taluna melaporkan"."""
    return (
        outer.rule == "content-subject-verb" and outer.cue is not None and outer.cue.of(string) in REPORTERS
    )


def with_relay(statement: Statement, relay: Relay | None) -> Statement:
    """The statement with one more relay, outermost first."""
    if relay is None or any(one.span == relay.span for one in statement.via):
        return statement
    return replace(statement, via=(relay, *statement.via))
