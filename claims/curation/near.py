"""Claims that may be the same as one: of its topics, of its people then, alike in words, or proposed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from re import findall
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank, TrigramSimilarity
from django.db.models import F, Q, QuerySet

from claims.models import Claim, Report, Stance
from claims.timeline.entries import party_of, standing, tallies_of, with_speakers
from claims.timeline.values import Tally

AROUND = timedelta(days=14)
MOST_TRIED, MOST_SHOWN, MOST_STANCES = 60, 6, 200
LEAST_ALIKE = 0.2
MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class NearClaim:
    """A claim that may be meant, with who stands to it how."""

    claim: Claim
    tallies: tuple[Tally, ...] = ()


def find_near_claims(
    claim: Claim, actors: Collection[int], topics: Collection[str], distinct: Collection[int]
) -> tuple[NearClaim, ...]:
    """Six claims that somebody may want to merge, the likest title first; two queries.

    `actors` speak in the claim, `topics` are those of its reports; `distinct` are claims of which a person
    said that they are not the same: these are left out.
    """
    held = standing(Stance.objects.filter(claim__successor=None)).exclude(claim=claim)
    told = Report.objects.current().filter(topic__in=sorted(topics)).values("utterance")
    tried: list[QuerySet[Any, Any]] = [
        _claims_of(held.filter(utterance__in=told)),
        _claims_of(_at_the_time(held, claim, actors)),
        *_in_words(claim),
        _proposed(claim),
    ]
    gone = Claim.objects.filter(pk__in=distinct).exclude(successor=None).values("successor")
    rows = Claim.objects.filter(pk__in=tried[0].union(*tried[1:])).exclude(pk__in=[claim.pk, *distinct])
    alike_rows = rows.exclude(pk__in=gone).annotate(likeness=TrigramSimilarity("title", claim.title))
    fit = Q(likeness__gte=LEAST_ALIKE) | Q(pk__in=_proposed(claim))
    found = alike_rows.filter(fit).order_by("-likeness", "pk")[:MOST_SHOWN]
    return with_stances(list(found))


def with_stances(claims: list[Claim]) -> tuple[NearClaim, ...]:
    """Claims with who stands to each how; one query."""
    stances = with_speakers(standing(Stance.objects.filter(claim__in=claims)))
    held: dict[int, list[Stance]] = {claim.pk: [] for claim in claims}
    for stance in stances.order_by("utterance__not_later_than", "pk")[:MOST_STANCES]:
        held[stance.claim_id].append(stance)
    return tuple(
        NearClaim(
            claim,
            tallies_of(
                (one.kind, party_of(one.utterance.on_behalf_of or one.utterance.actor)) for one in own
            ),
        )
        for claim, own in ((claim, held[claim.pk]) for claim in claims)
    )


def _at_the_time(held: QuerySet[Stance], claim: Claim, actors: Collection[int]) -> QuerySet[Stance]:
    """What the same people said about then."""
    same = held.filter(utterance__actor__in=sorted(actors))
    if claim.first_said and claim.last_moved:
        around = (claim.first_said - AROUND, claim.last_moved + AROUND)
        same = same.filter(utterance__not_later_than__range=around)
    return same.order_by(F("utterance__not_later_than").desc(nulls_last=True), "-utterance")


def _proposed(claim: Claim) -> QuerySet[Stance, int]:
    """Claims that the machine proposes for what is said here."""
    said = standing(Stance.objects.filter(claim=claim)).values("utterance")
    return _claims_of(Stance.objects.filter(utterance__in=said, taken=False, decision="").order_by("-score"))


def _claims_of(stances: QuerySet[Stance]) -> QuerySet[Stance, int]:
    return stances.values_list("claim", flat=True)[:MOST_TRIED]


def _in_words(claim: Claim) -> list[QuerySet[Claim, int]]:
    """Claims of those days that share longer words with the title, as one part; none where it has none."""
    words = [word for word in findall(r"\w+", claim.title) if len(word) > 3][:MOST_WORDS]
    if not words:
        return []
    search = SearchQuery(" or ".join(words), config="indonesian", search_type="websearch")
    rows = Claim.objects.current().filter(search=search)
    if claim.first_said and claim.last_moved:
        rows = rows.filter(
            last_moved__gte=claim.first_said - AROUND, first_said__lte=claim.last_moved + AROUND
        )
    ranked = rows.order_by(SearchRank("search", search).desc(), "pk")
    return [ranked.values_list("pk", flat=True)[:MOST_TRIED]]
