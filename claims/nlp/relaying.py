"""Turns an outlet that only reports another's statement into that statement's relay."""

from dataclasses import replace

from claims.values import Relay, Sort, Statement


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
