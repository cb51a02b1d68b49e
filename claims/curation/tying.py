"""Utterances that may belong to a claim and do not stand there: what an editor ties to it by hand."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Case, Exists, OuterRef, When
from django.db.models.expressions import Combinable
from django.http import QueryDict

from claims.counting import find_counts
from claims.curation.finding import IN_ADDRESS, NUMBER, parse_utterance
from claims.curation.links import IN_TIME, find_reports
from claims.filters import PAGE
from claims.models import Claim, Report, Stance, Utterance
from claims.models.claims import DENYING
from claims.report_filters import parse_sought
from claims.timeline.entries import standing
from claims.timeline.report_rows import find_keys

BEFORE, LATER = timedelta(days=1), timedelta(days=30)
MOST, MOST_LONE = 20, 8
KNOWN, IS_DENIAL = 0.15, 0.1  # what each adds to the likeness of the words, 0 to 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """An utterance with its words, and the link by which it stands to another claim, if any."""

    utterance: Utterance
    report: Report
    outlets: tuple[str, ...]
    stance: Stance | None


def find_candidates(claim: Claim, typed: str) -> tuple[Candidate, ...]:
    """Utterances by words, number or address; for nothing typed those that most likely were missed."""
    words = typed.replace("\0", " ").strip()
    if not words:
        return in_order(find_missed(claim), claim)
    if pk := parse_utterance(words):
        return in_order([pk], claim)
    if number := IN_ADDRESS.search(words) or NUMBER.fullmatch(words):
        held = standing(Stance.objects.filter(claim=int(number[1]))).order_by(*IN_TIME)
        return in_order(list(held.values_list("utterance", flat=True)[:PAGE]), claim)
    return find_said(words, claim)


def in_order(utterances: Sequence[int], claim: Claim) -> tuple[Candidate, ...]:
    """These utterances in this order."""
    order = {pk: place for place, pk in reversed(list(enumerate(utterances)))}
    return candidates_of(order, claim, lambda told: order[told[0].utterance_id or 0])


def find_said(words: str, claim: Claim) -> tuple[Candidate, ...]:
    """What was said in such words or by such a name, the latest first."""
    query = QueryDict(mutable=True)
    query["q"] = words
    sought = parse_sought(query)
    keys = find_keys(sought, few=not find_counts(sought).sampled)
    order = {pk: place for place, (pk, _moment) in enumerate(keys)}
    utterances = Report.objects.filter(pk__in=order).values("utterance")
    return candidates_of(utterances, claim, lambda told: min(order.get(one.pk, PAGE + 1) for one in told))


def find_missed(claim: Claim) -> list[int]:
    """What the machine proposes for a claim, then the denials of those days whose claim was not found."""
    proposed = claim.stances.filter(taken=False, decision="", utterance__successor=None).order_by("-score")
    lone = Claim.objects.current().filter(origin_known=False).exclude(pk=claim.pk)
    if claim.first_said:
        around = (claim.first_said - BEFORE, claim.first_said + LATER)
        lone = lone.filter(last_moved__range=around)
    likest = list(
        lone.annotate(fit=fit_of(claim)).order_by("-fit", "pk").values_list("pk", flat=True)[:MOST_LONE]
    )
    held = standing(Stance.objects.filter(claim__in=likest)).values_list("claim", "utterance")
    told = sorted(held, key=lambda pair: (likest.index(pair[0]), pair[1]))
    return [*proposed.values_list("utterance", flat=True)[:MOST], *(utterance for _claim, utterance in told)]


def fit_of(claim: Claim) -> Combinable:
    """How well a lone answer fits a claim: alike in words, said by one of its people, a denial."""
    told = standing(Stance.objects.filter(claim=OuterRef("pk")))
    people = standing(Stance.objects.filter(claim=claim)).values("utterance__actor")
    known = Case(When(Exists(told.filter(utterance__actor__in=people)), then=KNOWN), default=0.0)
    denying = Case(When(Exists(told.filter(kind__in=DENYING)), then=IS_DENIAL), default=0.0)
    return TrigramSimilarity("title", claim.title) + known + denying


def candidates_of(
    utterances: Iterable[Any], claim: Claim, rank: Callable[[Sequence[Report]], int]
) -> tuple[Candidate, ...]:
    """These utterances by their rank, those without words and those that stand to the claim left out."""
    held = standing(Stance.objects.filter(utterance__in=utterances)).select_related("claim")
    stances = {stance.utterance_id: stance for stance in held}
    told: dict[int, list[Report]] = {}
    for report in find_reports(utterances).select_related("utterance__actor", "utterance__on_behalf_of"):
        told.setdefault(report.utterance_id or 0, []).append(report)
    free = [
        pk for pk in sorted(told, key=lambda pk: rank(told[pk])) if _claim_id(stances.get(pk)) != claim.pk
    ]
    return tuple(one for pk in free[:MOST] for one in _candidates(told[pk], stances.get(pk)))


def _claim_id(stance: Stance | None) -> int:
    return stance.claim_id if stance else 0


def _candidates(told: Sequence[Report], stance: Stance | None) -> Iterator[Candidate]:
    outlets = tuple(dict.fromkeys(report.article.source.name for report in told))
    if told[0].utterance:
        yield Candidate(told[0].utterance, told[0], outlets, stance)
