"""Puts on the queue what a person should look at, by rules, and a random sample of every week."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import CharField, Exists, F, Model, OuterRef, Q, QuerySet, Value
from django.db.models.functions import MD5, Cast, Concat
from django.utils import timezone

from articles.models import Spell
from claims.models import CarriedReview, QueueItem, Report, Stance
from claims.store.fields import COLUMNS
from claims.store.links import take_turn

LOW_SCORE = 0.6
RECENT = 20_000  # reports looked back on each turn: an older one was seen on an earlier turn
BATCH = 500
SAMPLE = 50
FIRST = -1.0  # before every report: a source that comes empty spoils all that is read from it
Reason = QueueItem.Reason
DOUBTS = (Reason.SCORE, Reason.UNNAMED, Reason.UNDECIDED)


def fill_queue() -> int:
    """Queue what the rules find among recent reports, a bounded batch a rule; how many are new."""
    drop_settled()
    fresh = [*find_reports(), *find_links(), *find_sources()]
    before = QueueItem.objects.count()
    QueueItem.objects.bulk_create(fresh, ignore_conflicts=True)
    week = week_of(timezone.now() - timedelta(days=7))
    if not QueueItem.objects.filter(reason=Reason.SAMPLE, week=week).exists():
        draw_sample(week)
    return QueueItem.objects.count() - before


@transaction.atomic
def drop_settled() -> None:
    """Take off the queue what nobody needs to decide any more; one pass over what is open.

    Words read anew, words taken down, words decided elsewhere (in another revision, or on their own page),
    sources that came round, edits of what was decided where the decision was taken back. The linking lock
    keeps it from crossing somebody who decides on several of these rows.
    """
    take_turn()
    gone = Q(report__superseded__isnull=False) | Q(report__article__withheld__isnull=False)
    gone |= Q(report__exact="") | Q(spell__ended__isnull=False)
    decided = Q(reason__in=DOUBTS, report__machine__has_keys=list(COLUMNS))
    taken_back = Q(reason=Reason.EDITED) & ~Q(report__in=find_lost())
    QueueItem.objects.open().filter(gone | decided | taken_back).delete()


def find_lost() -> QuerySet[CarriedReview, int]:
    """The reports on which decisions are noted that an edit of the article took the words from."""
    return CarriedReview.objects.filter(lost=True, review__undone=None).values_list("report", flat=True)


def find_reports() -> Iterator[QueueItem]:
    """Items for reports with a low score, without a name, with one that fits several, or edited since."""
    readable = Report.objects.current().readable()
    recent = readable.filter(pk__gt=last_pk(Report) - RECENT, machine={})
    edited = readable.filter(pk__in=find_lost())
    rules = (
        (Reason.SCORE, recent.filter(score__lt=LOW_SCORE)),
        (Reason.UNNAMED, recent.filter(speaker_name="")),
        (Reason.UNDECIDED, recent.exclude(candidates=[])),
        (Reason.EDITED, edited),
    )
    for reason, rows in rules:
        yield from (item_of(report, reason, priority=report.score) for report in unknown(rows, reason))


def unknown(rows: QuerySet[Report], reason: str) -> Iterable[Report]:
    """The reports that were never queued for this reason, the newest first."""
    known = QueueItem.objects.filter(reason=reason, report=OuterRef("pk"))
    return brief(rows.filter(~Exists(known)).order_by("-pk"))[:BATCH]


def brief(rows: QuerySet[Report]) -> QuerySet[Report]:
    """Reports with no more of them than an item takes."""
    return rows.select_related("article").only("score", "rule", "article__source")


def item_of(report: Report, reason: str, priority: float, **fields: object) -> QueueItem:
    """An unsaved item about a report."""
    values: dict[str, Any] = fields
    source = report.article.source_id
    return QueueItem(
        reason=reason, report=report, source_id=source, rule=report.rule, priority=priority, **values
    )


def find_links() -> Iterator[QueueItem]:
    """Items for suggested links that nobody decided on, each with one report of its utterance."""
    suggested = Stance.objects.filter(pk__gt=last_pk(Stance) - RECENT, taken=False, decision="")
    known = QueueItem.objects.filter(reason=Reason.LINK, stance=OuterRef("pk"))
    told = {"superseded": None, "article__withheld": None, "exact__gt": ""}
    rows = suggested.filter(
        ~Exists(known), **{f"utterance__reports__{name}": is_ for name, is_ in told.items()}
    )
    pairs = rows.order_by("-pk", "utterance__reports").values_list("pk", "utterance__reports", "score")
    first: dict[int, tuple[int, float]] = {}
    for pk, report, score in pairs[:BATCH]:
        if report:
            first.setdefault(pk, (report, score))
    reports = brief(Report.objects.all()).in_bulk([report for report, _score in first.values()])
    for pk, (report, score) in first.items():
        yield item_of(reports[report], Reason.LINK, priority=1 - score, stance_id=pk)


def find_sources() -> Iterator[QueueItem]:
    """Items for sources whose articles come empty or thin, one for each such spell, whatever came of it."""
    known = QueueItem.objects.filter(spell=OuterRef("pk"))
    hollow = Spell.objects.filter(~Exists(known), ended=None, state=Spell.State.HOLLOW)
    for spell in hollow.order_by("pk")[:BATCH]:
        yield QueueItem(reason=Reason.HOLLOW, spell=spell, source_id=spell.source_id, priority=FIRST)


def last_pk(model: type[Model]) -> int:
    """The highest id of a table; 0 for an empty one."""
    return model._default_manager.order_by("-pk").values_list("pk", flat=True).first() or 0


def week_of(moment: datetime) -> str:
    """A week's name, "2026-W47"."""
    year, week, _day = timezone.localtime(moment).isocalendar()
    return f"{year}-W{week:02d}"


def days_of(week: str) -> tuple[datetime, datetime]:
    """The moments at which a week begins and ends, in Jakarta; raises ValueError for no name of a week."""
    monday = date.fromisoformat(f"{week}-1")
    start = timezone.make_aware(datetime(monday.year, monday.month, monday.day))  # noqa: DTZ001 - made aware
    return start.astimezone(UTC), (start + timedelta(days=7)).astimezone(UTC)


def draw_sample(week: str) -> int:
    """Queue the week's random sample: the same reports, whoever draws it; how many are new.

    The order is that of a hash of the week and the id: by chance, yet drawn alike every time.
    """
    first, end = days_of(week)
    rows = Report.objects.current().readable().filter(recorded__gte=first, recorded__lt=end)
    rows = rows.exclude(rule="by-hand")
    # the same words were judged in another revision: they would be counted twice
    carried = CarriedReview.objects.filter(after__isnull=False, review__undone=None)
    rows = rows.exclude(pk__in=carried.values("report"))
    drawn = rows.annotate(lot=MD5(Concat(Value(f"{week} "), Cast(F("pk"), CharField())))).order_by("lot")
    items = [item_of(report, Reason.SAMPLE, priority=0.0, week=week) for report in brief(drawn)[:SAMPLE]]
    before = QueueItem.objects.count()
    QueueItem.objects.bulk_create(items, ignore_conflicts=True)
    return QueueItem.objects.count() - before
