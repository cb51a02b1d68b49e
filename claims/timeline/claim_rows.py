"""Claims as lists show them: who stands against whom, in how many chains, and how long nobody answered."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils import timezone

from articles.models import Source
from claims.models import Claim, Report, Stance
from claims.models.claims import DENYING
from claims.timeline.claim_page import silence_of
from claims.timeline.entries import party_of, standing, tallies_of, with_speakers
from claims.timeline.values import ClaimRow

Told = tuple[str, str, bool]


def rows_of(claims: Sequence[Claim], now: datetime) -> tuple[ClaimRow, ...]:
    """The same claims as rows, in their order; two queries for any number."""
    stances = with_speakers(standing(Stance.objects.filter(claim__in=claims)))
    held: dict[int, list[Stance]] = defaultdict(list)
    for stance in stances.order_by("utterance__not_later_than", "pk"):
        held[stance.claim_id].append(stance)
    told = _find_told(stance.utterance_id for row in held.values() for stance in row)
    return tuple(_row(claim, held[claim.pk], told, now) for claim in claims)


def _find_told(utterances: Iterable[int]) -> dict[int, list[Told]]:
    """Chain, outlet and whether it is fiction, for each report that an article last gave of an utterance."""
    reports = Report.objects.current().filter(utterance__in=set(utterances)).order_by("published", "pk")
    fields = ("utterance", "article", "revision__number", "chain")
    told = list(reports.values_list(*fields, "article__source__name", "article__source__group"))
    last = {(utterance, article): 0 for utterance, article, *_ in told}
    for utterance, article, number, *_ in told:
        last[utterance, article] = max(last[utterance, article], number)
    found: dict[int, list[Told]] = defaultdict(list)
    for utterance, article, number, chain, outlet, group in told:
        if number == last[utterance, article] and utterance is not None:
            found[utterance].append((chain or f"a{article}", outlet, group == Source.Group.DEMO))
    return found


def _row(claim: Claim, stances: Sequence[Stance], told: dict[int, list[Told]], now: datetime) -> ClaimRow:
    carried = [one for stance in stances for one in told[stance.utterance_id]]
    pairs = [(s.kind, party_of(s.utterance.on_behalf_of or s.utterance.actor)) for s in stances]
    moments = [(stance.kind, stance.utterance.not_later_than) for stance in stances]
    return ClaimRow(
        pk=claim.pk,
        title=claim.title,
        tallies=tallies_of(pairs),
        reports=len(carried),
        chains=len({chain for chain, _, _ in carried}),
        outlets=tuple(dict.fromkeys(outlet for _, outlet, _ in carried)),
        first_said=_local(claim.first_said),
        last_moved=_local(claim.last_moved),
        demo=any(demo for _, _, demo in carried),
        silence=silence_of(claim, moments, now),
        one_sided=_one_sided(stances, told),
    )


def _one_sided(stances: Sequence[Stance], told: dict[int, list[Told]]) -> tuple[str, ...]:
    """Outlets that ran the accusation but none of its denials; empty where nobody denies it."""
    accused = [outlet for s in stances if s.kind == "accuses" for _, outlet, _ in told[s.utterance_id]]
    denied = {outlet for s in stances if s.kind in DENYING for _, outlet, _ in told[s.utterance_id]}
    return tuple(outlet for outlet in dict.fromkeys(accused) if outlet not in denied) if denied else ()


def _local(moment: datetime | None) -> datetime | None:
    return moment and timezone.localtime(moment)
