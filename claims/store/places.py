"""Says where a decided report stands in its text, and finds it again there after the text was read anew."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from claims.models import Report, RuledReport
from claims.values import Span

SAME_SPAN = 0.5
COLUMNS = ("revision_id", "start", "end", "ordinal", "speaker_name")


@dataclass(frozen=True, slots=True)
class Place:
    """A report by its revision, its span there, its ordinal and its speaker as the text names it."""

    revision: int
    start: int
    end: int
    ordinal: int
    speaker: str


@dataclass(frozen=True, slots=True)
class Pin:
    """A row that shall go on in the claim or utterance which holds most of the reports at these places."""

    model: str
    row: int
    places: frozenset[Place]


def places_of(reports: QuerySet[Report]) -> frozenset[Place]:
    """Where these reports stand."""
    return frozenset(Place(*row) for row in reports.order_by().values_list(*COLUMNS))


def ruled_places(ruled: Iterable[RuledReport]) -> frozenset[Place]:
    """Where the reports of a decision stood when it was made."""
    return frozenset(Place(r.revision_id, r.start, r.end, r.ordinal, r.speaker) for r in ruled)


def index_rows(rows: Mapping[str, dict[str, Any]]) -> dict[int, dict[str, Place]]:
    """The places of reports, by key, for each revision."""
    found: dict[int, dict[str, Place]] = {}
    for key, row in rows.items():
        place = Place(row["revision_id"], row["start"], row["end"], row["ordinal"], row["speaker_name"])
        found.setdefault(place.revision, {})[key] = place
    return found


def find_keys(places: Iterable[Place], index: Mapping[int, Mapping[str, Place]]) -> frozenset[str]:
    """The keys of the reports that stand at these places now; one that is told there no more has none."""
    found = (find_key(place, index.get(place.revision, {})) for place in places)
    return frozenset(key for key in found if key)


def find_key(place: Place, reports: Mapping[str, Place]) -> str:
    """The report whose span is most like the place's; of equals the same speaker's, then the same ordinal."""
    best = max(reports, key=lambda key: (*likeness(place, reports[key]), key), default="")
    return best if best and likeness(place, reports[best])[0] >= SAME_SPAN else ""


def likeness(one: Place, other: Place) -> tuple[float, bool, bool]:
    """How much two spans share (0 to 1), whether the speaker is the same, and the ordinal."""
    shared = Span(one.start, one.end).overlap(Span(other.start, other.end))
    return shared, one.speaker == other.speaker, one.ordinal == other.ordinal
