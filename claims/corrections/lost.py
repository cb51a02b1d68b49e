"""What had been decided of words that an edit of their article changed, for whoever decides again."""

from dataclasses import dataclass

from articles.models import Revision
from claims.corrections.decisions import Decision, with_subjects
from claims.models import Report, Review


@dataclass(frozen=True, slots=True)
class Lost:
    """The decisions whose words were not found again, the earliest first.

    `newest` is the article's newest revision where the words were added by hand and nothing like them is read
    there; else 0: the report is the edited form of what was decided.
    """

    decisions: list[Decision]
    newest: int


def find_lost(report: Report) -> Lost | None:
    """What is noted on a report as lost, and still stands where it was decided; None for nothing."""
    noted = Review.objects.standing().filter(carried__report=report, carried__lost=True)
    reviews = list(noted.select_related("user", "undone_by").order_by("at", "pk"))
    if not reviews:
        return None
    own = any((review.model, review.row) == ("report", report.pk) for review in reviews)
    newest = Revision.objects.filter(article=report.article_id).order_by("-number") if own else None
    return Lost(with_subjects(reviews), newest.values_list("pk", flat=True)[0] if newest is not None else 0)
