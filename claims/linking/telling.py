"""Turns the findings of one article into reports as linking sees them, each with its gist."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from claims.linking.gist import with_gists
from claims.linking.known import COUNTRY_TERMS
from claims.linking.names import fold_marks, normal_name
from claims.linking.sketches import find_sketch
from claims.linking.values import Amount, Gist, Told
from claims.linking.voices import BODIES
from claims.values import Sort, Statement

LEADERS = re.compile(
    r"^(?:wakil )?(?:ketua|kepala|direktur|sekretaris|panglima|komandan|manajer|koordinator|pemimpin)\b",
    re.IGNORECASE,
)


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
    told = [make_told(printed, at, statement, sketch) for at, statement in enumerate(statements)]
    bodies = {normal_name(report.speaker) for report in told if report.sort in BODIES}
    return with_gists([replace(report, on_behalf_of=find_body(report, bodies)) for report in told])


def find_body(report: Told, bodies: Collection[str]) -> str:
    """The body a person speaks for: as the reader says, or one that speaks here and that the role heads.

    "Ketua Serikat Guru Purnama" speaks for Serikat Guru Purnama where that speaks in the same article.
    """
    if report.on_behalf_of or report.sort is not Sort.PERSON or not LEADERS.match(report.role):
        return report.on_behalf_of
    words = report.role.split()
    tails = (" ".join(words[at:]) for at in range(1, len(words)))
    return next((tail for tail in tails if is_body(tail, bodies)), "")


def is_body(name: str, bodies: Collection[str]) -> bool:
    """Whether a name is that of a body that speaks here; a country is none that one could head."""
    return normal_name(name) in bodies and fold_marks(name) not in COUNTRY_TERMS


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
