"""Turns the findings of one article into reports as linking sees them, each with its gist."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from claims.linking.gist import with_gists
from claims.linking.names import normal_name
from claims.linking.sketches import find_sketch
from claims.linking.values import Amount, Gist, Told
from claims.values import Statement


@dataclass(frozen=True, slots=True)
class Printed:
    """The facts of one revision of an article that linking needs; `moment` is aware."""

    article: str
    outlet: str
    revision: int
    title: str
    text: str
    moment: datetime
    credit: str = ""


def tell(printed: Printed, statements: Sequence[Statement]) -> list[Told]:
    """One report for each statement, in the order of the statements."""
    sketch = find_sketch(printed.text)
    return with_gists([make_told(printed, at, statement, sketch) for at, statement in enumerate(statements)])


def make_told(printed: Printed, ordinal: int, statement: Statement, sketch: tuple[int, ...]) -> Told:
    """One statement as a report, its gist still empty."""
    speaker = statement.speaker
    return Told(
        article=printed.article,
        outlet=printed.outlet,
        revision=printed.revision,
        ordinal=ordinal,
        title=printed.title,
        moment=printed.moment,
        start=statement.content.start,
        text=statement.content.of(printed.text),
        kind=statement.kind,
        quote=statement.quote,
        gist=Gist({}),
        speaker=speaker.name if speaker else "",
        sort=speaker.sort if speaker else None,
        role=(speaker.role or "") if speaker else "",
        on_behalf_of=(speaker.on_behalf_of or "") if speaker else "",
        said_on=statement.said_on,
        place=statement.place.of(printed.text) if statement.place else "",
        via=tuple(relay.name for relay in statement.via),
        credit=origin_of(printed.credit, printed.outlet),
        figures=tuple(Amount(f.value, f.upper, f.approximate, f.unit or "") for f in statement.figures),
        target=statement.target.name if statement.target else "",
        answers=statement.denies,
        partial=statement.partial,
        score=statement.score,
        sketch=sketch,
    )


def origin_of(credit: str, outlet: str) -> str:
    """The agency a credit leads back to ("ANTARA/Xinhua": Xinhua); "" where an outlet credits itself."""
    origin = credit.rsplit("/", 1)[-1].strip()
    return "" if normal_name(origin) == normal_name(outlet) else origin
