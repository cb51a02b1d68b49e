"""Takes the words of withheld articles out of the record; who spoke, in what kind and when, stays."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from claims.models import CarriedReview, QueueItem, Report, Review
from claims.store.links import relink_topics, take_turn

BATCH = 500
WORDS = frozenset({"exact", "prefix", "suffix", "text", "words"})
NESTED = ("speaker", "cue", "hedges", "figures", "via", "machine")
COLUMNS = ("exact", "prefix", "suffix", "said_on_words", *NESTED)


@transaction.atomic
def erase_withheld() -> int:
    """Erase the words of reports whose article's text was taken down; how many reports had any.

    Positions, speakers, kinds and days stay, and with them utterances, claims and counts. What linking
    compares stays too: weighted stems without order, from which no sentence can be made again. Titles of
    claims are worded anew from what other articles print. Nobody is asked to review such reports any more.
    Safe to run twice.
    """
    take_turn()
    QueueItem.objects.open().filter(report__article__withheld__isnull=False).delete()
    reports = list(Report.objects.filter(article__withheld__isnull=False).exclude(exact="")[:BATCH])
    for report in reports:
        erase(report)
    Report.objects.bulk_update(reports, COLUMNS)
    _erase_decisions(reports)
    relink_topics({report.topic for report in reports} - {""})
    return len(reports)


def erase(report: Report) -> None:
    """Take the words out of an unsaved row."""
    report.exact = report.prefix = report.suffix = report.said_on_words = ""
    for column in NESTED:
        setattr(report, column, without_words(getattr(report, column)))


def without_words(value: object) -> object:
    """A JSON value with every quotation in it empty; names, numbers and positions stay."""
    if isinstance(value, dict):
        return {key: "" if key in WORDS else without_words(inner) for key, inner in value.items()}
    return [without_words(inner) for inner in value] if isinstance(value, list) else value


def _erase_decisions(reports: Iterable[Report]) -> None:
    """Decisions keep who, when and why; the words they show as before and after go."""
    ids, revisions = {report.pk for report in reports}, {report.revision_id for report in reports}
    speaking = Review.objects.on_rows("report", ids).values("pk")
    reviews = list(Review.objects.filter(Q(ruled__revision__in=revisions) | Q(pk__in=speaking)).distinct())
    for review in reviews:
        review.before, review.after = without_words(review.before), without_words(review.after)
    Review.objects.bulk_update(reviews, ["before", "after"])
    carried = list(CarriedReview.objects.filter(report__in=ids, after__isnull=False))
    for one in carried:
        one.after = without_words(one.after)
    CarriedReview.objects.bulk_update(carried, ["after"])
