"""Articles reviewed to the end: missed statements added by hand, the rest accepted, and marked as done."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Revision
from claims.corrections.deciding import accept_report
from claims.corrections.history import Hand
from claims.corrections.verdicts import CannotCorrect
from claims.models import FullReview, Report
from claims.store.speaking import BY_HAND


def find_revision(pk: int) -> Revision | None:
    """A revision with its article; None where there is none."""
    rows = Revision.objects.select_related("article__source", "full_review__user").defer("html")
    return rows.filter(pk=pk).first()


def find_reports(revision: Revision) -> list[Report]:
    """Its reports in text order."""
    return list(Report.objects.current().filter(revision=revision).order_by("start", "pk"))


def check_text(revision: Revision) -> None:
    """Raise CannotCorrect where a text was taken down: nobody can say what was missed in it."""
    if is_gone(revision):
        raise CannotCorrect(
            _("Teks artikel ini dicabut atas permintaan medianya; tidak ada yang dapat ditinjau.")
        )


def is_gone(revision: Revision) -> bool:
    """Whether a text was taken down."""
    return revision.article.withheld is not None or not revision.text.strip()


@transaction.atomic
def finish(revision: Revision, hand: Hand) -> FullReview:
    """Mark a revision as reviewed to the end: what nobody decided on yet is accepted as it stands."""
    reports = list(Report.objects.current().filter(revision=revision).select_related("reading"))
    for report in reports:
        if not report.machine:
            accept_report(report.pk, hand)
    missed = sum(report.rule == BY_HAND for report in reports)
    version = max((report.reading.reader_version for report in reports), default=0)
    counts = {"found": len(reports) - missed, "missed": missed, "reader_version": version}
    return FullReview.objects.update_or_create(revision=revision, defaults={"user": hand.user, **counts})[0]


def begin_again(revision: Revision) -> None:
    """Take the mark away; decisions stay."""
    FullReview.objects.filter(revision=revision).delete()
