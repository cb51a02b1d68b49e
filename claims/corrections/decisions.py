"""Decisions as they are shown: what was decided about what, by whom, and what it changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.urls import reverse

from claims.corrections.wording import tell_decision
from claims.models import Actor, Claim, Report, Review
from lists.numbers import parse_number

PAGE, HISTORY = 50, 20
MODELS = ("report", "claim", "utterance", "actor", "stance", "spell")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision in words; `subject` is what it is about and `address` where that is seen."""

    review: Review
    what: str
    before: str
    after: str
    subject: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which decisions an address asks for; unknown words find nothing, nonsense is dropped."""

    user: str = ""
    model: str = ""
    state: str = ""
    before: int = 0


def parse_asked(query: QueryDict) -> Asked:
    """The filters in an address."""
    words = {name: query.get(name, "").replace("\0", "")[:150] for name in ("user", "model", "state")}
    return Asked(**words, before=parse_number(query.get("before", "")))


def find_reviews(asked: Asked) -> QuerySet[Review]:
    """The decisions asked for, the latest first."""
    rows = Review.objects.select_related("user", "undone_by").order_by("-pk")
    if asked.user:
        rows = rows.filter(user__username__iexact=asked.user)
    if asked.model:
        rows = rows.filter(model=asked.model)
    if asked.state:
        rows = rows.filter(undone__isnull=asked.state == "standing")
    return rows.filter(pk__lt=asked.before) if asked.before else rows


def find_decisions(asked: Asked) -> tuple[list[Decision], int]:
    """One page of decisions, and the id after which the next begins; 0 where this is the last."""
    found = list(find_reviews(asked)[: PAGE + 1])
    shown = found[:PAGE]
    return with_subjects(shown), shown[-1].pk if len(found) > PAGE else 0


def history_of(*rows: tuple[str, Iterable[int]]) -> list[Decision]:
    """The latest decisions on rows of the record: (model, ids) each; one query."""
    wanted = Q(pk=None)
    for model, ids in rows:
        wanted |= Q(pk__in=Review.objects.on_rows(model, ids).values("pk"))
    return told_as_decisions(decided(wanted)[:HISTORY])


def decided(wanted: Q) -> QuerySet[Review]:
    """The decisions that a condition names, each once, the latest first."""
    rows = Review.objects.filter(pk__in=Review.objects.filter(wanted).values("pk"))
    return rows.select_related("user", "undone_by")


def told_as_decisions(reviews: Iterable[Review]) -> list[Decision]:
    """These decisions in words, without what they are about."""
    return [Decision(review, *tell_decision(review)) for review in reviews]


def with_subjects(reviews: list[Review]) -> list[Decision]:
    """Decisions with what they are about; three queries for a page."""
    reports = Report.objects.in_bulk({one.row for one in reviews if one.model == "report"})
    actors = Actor.objects.in_bulk({one.row for one in reviews if one.model == "actor"})
    claims = Claim.objects.in_bulk(
        {(one.after or {}).get("claim") for one in reviews if one.model == "stance"}
    )
    return [
        Decision(
            one, *tell_decision(one), *subject_of(one, reports.get(one.row), actors.get(one.row), claims)
        )
        for one in reviews
    ]


def subject_of(
    review: Review, report: Report | None, actor: Actor | None, claims: Mapping[int, Claim]
) -> tuple[str, str]:
    """What a decision is about, in words, and its address; empty where the row is gone."""
    before = review.before if isinstance(review.before, dict) else {}
    after = review.after if isinstance(review.after, dict) else {}
    if review.model == "report":
        return (report.exact, reverse("claims:review_report", args=[report.pk])) if report else ("", "")
    if review.model == "actor":
        return (actor.name, reverse("claims:review_actor", args=[actor.slug])) if actor else ("", "")
    if review.model == "spell":
        return after["source"], reverse("articles:source", args=[after["slug"]])
    if review.model == "utterance":
        return str(before.get("utterance", "")), reverse("claims:review_utterance", args=[review.row])
    claim = int(after.get("claim") or 0) if review.model == "stance" else review.row
    address = reverse("claims:review_claim", args=[claim]) if claim else ""
    title = claims[claim].title if claim in claims else before.get("title", "")
    return str(title), address
