"""What had been decided of a report, and of words that an edit of their article changed."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from articles.models import Revision
from claims.corrections.decisions import HISTORY, Decision, subject_of
from claims.corrections.wording import tell_decision
from claims.models import Actor, CarriedReview, Report, Review


@dataclass(frozen=True, slots=True)
class Lost:
    """The decisions whose words were not found again, the earliest first.

    `newest` is the article's newest revision where the words were added by hand and nothing like them is read
    there; else 0: the report is the edited form of what was decided.
    """

    decisions: list[Decision]
    newest: int


@dataclass(frozen=True, slots=True)
class Past:
    """The latest decisions that speak on a report or its link, the last first, and those that were lost."""

    history: list[Decision]
    lost: Lost | None


def find_past(report: Report, stance: int = 0) -> Past:
    """The decisions on a report and on a link, and what is noted on the report as lost; one query."""
    carried = CarriedReview.objects.filter(report=report)
    here = Review.objects.on_rows("report", [report.pk]), Review.objects.on_rows("stance", [stance])
    noted = carried.filter(lost=True).values("review")
    ids = noted.union(*(made.order_by().values("pk") for made in here))
    latest = Revision.objects.filter(article=report.article_id).order_by("-number")
    rows: QuerySet[Review] = QuerySet(Review)
    found = list(
        rows.filter(pk__in=ids)
        .select_related("user", "undone_by")
        .annotate(
            is_lost=Exists(carried.filter(review=OuterRef("pk"), lost=True)),
            is_carried=Exists(carried.filter(review=OuterRef("pk"), after__isnull=False)),
            words=Subquery(Report.objects.filter(pk=OuterRef("row")).values("exact")),
            name=Subquery(Actor.objects.filter(pk=OuterRef("row")).values("name")),
            slug=Subquery(Actor.objects.filter(pk=OuterRef("row")).values("slug")),
            newest=Subquery(latest.values("pk")[:1]),
        )[: 2 * HISTORY]
    )
    own = {one.pk for one in found if (one.model, one.row) == ("report", report.pk)}
    told = [one for one in found if one.pk in own or one.model == "stance" or one.is_carried]
    lost = [
        (one, Decision(one, *tell_decision(one), *about(one, one.words, one.name, one.slug)))
        for one in found[::-1]
        if one.is_lost and one.undone is None
    ]
    newest = [one.newest for one, _decision in lost if one.pk in own]
    history = [Decision(one, *tell_decision(one)) for one in told[:HISTORY]]
    decisions = [decision for _one, decision in lost]
    return Past(history, Lost(decisions, newest[0] if newest else 0) if lost else None)


def about(review: Review, words: str | None, name: str | None, slug: str | None) -> tuple[str, str]:
    """What a decision is about, in words, and its address."""
    report = Report(pk=review.row, exact=words) if words else None
    actor = Actor(pk=review.row, name=name, slug=slug) if name and slug else None
    return subject_of(review, report, actor, {})
