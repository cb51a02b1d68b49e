"""The story of one claim: facts, days, lanes, figures, silence, and which outlets carried what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F
from django.utils import timezone

from claims.models import Claim, Stance
from claims.timeline.entries import (
    days_of,
    entries_of,
    party_of,
    standing,
    tallies_of,
    with_answers,
    with_speakers,
)
from claims.timeline.figures_plot import FiguresPlot, plot_of
from claims.timeline.lanes import Picture, picture_of
from claims.timeline.past import find_stances_at
from claims.timeline.values import STATING, Day, Entry, Number, Party, Rendering, Silence, Tally

LONGEST = 300  # utterances on one page; a claim with more shows its newest
MOVES = 6  # days offered for looking back


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one outlet ran: how many reports of each stance; `one_sided` where no reply was among them."""

    outlet: str
    counts: tuple[tuple[str, int, str], ...]
    one_sided: bool


@dataclass(frozen=True, slots=True)
class Named:
    """The figures that a party gave, each once, with the entries they stand in, in order of time."""

    party: Party
    numbers: tuple[tuple[Number, Entry], ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything a claim's page shows."""

    claim: Claim
    tallies: tuple[Tally, ...]
    reports: int
    chains: int
    last_moved: datetime | None
    demo: bool
    days: tuple[Day, ...]
    picture: Picture
    silence: Silence | None
    figures: tuple[Named, ...]
    plot: FiguresPlot | None
    moved: tuple[date, ...]
    coverage: tuple[Coverage, ...]
    shortened: bool


def find_timeline(claim: Claim, now: datetime, at: datetime | None = None) -> Timeline:
    """The claim's story; three queries beside the claim's own, one more with `at`, to look back."""
    newest = find_stances_at(claim, at, LONGEST + 1) if at else _find_stances(claim)
    entries = with_answers(entries_of(newest[:LONGEST], at))
    renderings = [rendering for entry in entries for rendering in entry.renderings]
    return Timeline(
        claim=claim,
        tallies=tallies_of((entry.kind, entry.party) for entry in entries),
        reports=len(renderings),
        chains=len({rendering.chain for rendering in renderings}),
        last_moved=max((entry.moment for entry in entries if entry.moment), default=None),
        demo=any(rendering.demo for rendering in renderings),
        days=days_of(entries),
        picture=picture_of(entries),
        silence=silence_of(claim, [(entry.kind, entry.moment) for entry in entries], at or now),
        figures=_figures(entries),
        plot=plot_of(entries),
        moved=_moved(renderings),
        coverage=_coverage(entries),
        shortened=len(newest) > LONGEST,
    )


def _find_stances(claim: Claim) -> list[Stance]:
    """The newest stances as they stand now."""
    stances = with_speakers(standing(claim.stances.all()))
    return list(stances.order_by(F("utterance__not_later_than").desc(nulls_last=True), "-pk")[: LONGEST + 1])


def _moved(renderings: Sequence[Rendering]) -> tuple[date, ...]:
    """The latest days on which our record took something in, the newest first."""
    places = (rendering.place_in_text for rendering in renderings)
    days = {timezone.localtime(place.recorded).date() for place in places if place}
    return tuple(sorted(days, reverse=True)[:MOVES])


def silence_of(claim: Claim, held: Sequence[tuple[str, datetime | None]], now: datetime) -> Silence | None:
    """The silence of the accused, where somebody is accused and no answer is known."""
    accused = [moment for kind, moment in held if kind == "accuses" and moment]
    if not accused or not claim.target or any(kind not in STATING for kind, _ in held):
        return None
    since = min(accused)
    actor = party_of(claim.target_actor) if claim.target_actor else None
    return Silence(claim.target, actor, since, max(now - since, timedelta()))


def _figures(entries: Sequence[Entry]) -> tuple[Named, ...]:
    """Each figure once for each party, parties and figures in order of time."""
    found: dict[Party, dict[tuple[float, float | None, str], tuple[Number, Entry]]] = {}
    for entry in entries:
        for number in (number for rendering in entry.renderings for number in rendering.figures):
            key = (number.value, number.upper, number.unit.casefold())
            found.setdefault(entry.party, {}).setdefault(key, (number, entry))
    return tuple(Named(party, tuple(given.values())) for party, given in found.items())


def _coverage(entries: Sequence[Entry]) -> tuple[Coverage, ...]:
    """Which outlet ran which stances; shown where more than one outlet wrote about it."""
    told = [(r.outlet, entry) for entry in entries for r in entry.renderings]
    outlets = dict.fromkeys(outlet for outlet, _ in told)
    answered = any(entry.kind not in STATING for entry in entries)
    return tuple(_coverage_of(outlet, [e for o, e in told if o == outlet], answered) for outlet in outlets)


def _coverage_of(outlet: str, entries: Sequence[Entry], answered: bool) -> Coverage:
    kinds = dict.fromkeys(entry.kind for entry in entries)
    counts = tuple(
        (kind, sum(entry.kind == kind for entry in entries), _first(entries, kind)) for kind in kinds
    )
    return Coverage(outlet, counts, answered and all(kind in STATING for kind in kinds))


def _first(entries: Sequence[Entry], kind: str) -> str:
    return next(entry.anchor for entry in entries if entry.kind == kind)


def find_claim(pk: int) -> Claim | None:
    """The claim with this id, merged or not; None where there is none."""
    return Claim.objects.select_related("successor", "target_actor").filter(pk=pk).first()
