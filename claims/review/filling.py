"""Puts on the queue what a person should look at, by rules, and a random sample of every week."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from django.db.models import CharField, Exists, F, Model, OuterRef, QuerySet, Value
from django.db.models.functions import MD5, Cast, Concat
from django.utils import timezone

from claims.models import QueueItem, Report, Stance

LOW_SCORE = 0.6
RECENT = 20_000  # reports looked back on each turn: an older one was seen on an earlier turn
BATCH = 500
SAMPLE = 50
Reason = QueueItem.Reason


def fill_queue() -> int:
    """Queue what the rules find among recent reports, a bounded batch a rule; how many are new."""
    QueueItem.objects.open().filter(report__superseded__isnull=False).delete()
    fresh = [*find_reports(), *find_links()]
    before = QueueItem.objects.count()
    QueueItem.objects.bulk_create(fresh, ignore_conflicts=True)
    week = week_of(timezone.now() - timedelta(days=7))
    if not QueueItem.objects.filter(reason=Reason.SAMPLE, week=week).exists():
        draw_sample(week)
    return QueueItem.objects.count() - before


def find_reports() -> Iterator[QueueItem]:
    """Items for reports with a low score, without a name, with one that fits several, or edited since."""
    recent = Report.objects.current().filter(pk__gt=last_pk(Report) - RECENT, machine={})
    decided = Report.objects.filter(
        article=OuterRef("article"), revision__number__lt=OuterRef("revision__number")
    )
    edited = recent.filter(Exists(decided.exclude(machine={}).filter(continued=False)))
    rules = (
        (Reason.SCORE, recent.filter(score__lt=LOW_SCORE)),
        (Reason.UNNAMED, recent.filter(speaker_name="")),
        (Reason.UNDECIDED, recent.exclude(candidates=[])),
        (Reason.EDITED, edited),
    )
    for reason, rows in rules:
        yield from (
            QueueItem(reason=reason, report_id=pk, priority=score) for pk, score in unknown(rows, reason)
        )


def unknown(rows: QuerySet[Report], reason: str) -> Iterable[tuple[int, float]]:
    """The reports that were never queued for this reason, the newest first."""
    known = QueueItem.objects.filter(reason=reason, report=OuterRef("pk"))
    return rows.filter(~Exists(known)).order_by("-pk").values_list("pk", "score")[:BATCH]


def find_links() -> Iterator[QueueItem]:
    """Items for suggested links that nobody decided on, each with one report of its utterance."""
    suggested = Stance.objects.filter(pk__gt=last_pk(Stance) - RECENT, taken=False, decision="")
    known = QueueItem.objects.filter(reason=Reason.LINK, stance=OuterRef("pk"))
    rows = suggested.filter(~Exists(known), utterance__reports__superseded=None)
    seen: set[int] = set()
    for pk, report, score in rows.order_by("-pk", "utterance__reports").values_list(
        "pk", "utterance__reports", "score"
    )[:BATCH]:
        if report and pk not in seen:
            seen.add(pk)
            yield QueueItem(reason=Reason.LINK, report_id=report, stance_id=pk, priority=1 - score)


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
    rows = Report.objects.current().filter(recorded__gte=first, recorded__lt=end).exclude(rule="by-hand")
    drawn = rows.annotate(lot=MD5(Concat(Value(f"{week} "), Cast(F("pk"), CharField())))).order_by("lot")
    ids = drawn.values_list("pk", flat=True)[:SAMPLE]
    items = [QueueItem(reason=Reason.SAMPLE, report_id=pk, priority=0.0, week=week) for pk in ids]
    before = QueueItem.objects.count()
    QueueItem.objects.bulk_create(items, ignore_conflicts=True)
    return QueueItem.objects.count() - before
