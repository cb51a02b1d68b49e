"""What moved lately: disputes, denials, silence, figures, new claims, edits and removals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles.models import Article, Revision
from claims.models import Claim, Report, Stance
from claims.models.claims import DENYING
from claims.timeline.claim_rows import rows_of
from claims.timeline.entries import days_of, entry_of, in_order, newest_first, standing, with_speakers
from claims.timeline.renderings import find_renderings
from claims.timeline.shifts import Shift, shifts_of
from claims.timeline.silences import Accused, Partial, accused_of, partial_of
from claims.timeline.values import STATING, ClaimRow, Day, Entry, Rendering

DISPUTES, DENIALS, ACCUSED, NEWEST, EDITS, SHIFTS = 5, 8, 5, 6, 6, 4
CANDIDATES, SILENT = 20, 20  # denied and unanswered claims looked at
FIGURED = 80  # latest reports with figures looked at


@dataclass(frozen=True, slots=True)
class Edit:
    """An article that changed after its first fetch, or (with `removed`) vanished."""

    article: int
    title: str
    outlet: str
    at: datetime
    number: int = 0
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Today:
    """Everything the first page shows."""

    disputes: tuple[ClaimRow, ...]
    denials: tuple[Day, ...]
    shifts: tuple[Shift, ...]
    accused: tuple[Accused, ...]
    partial: tuple[Partial, ...]
    newest: tuple[ClaimRow, ...]
    edits: tuple[Edit, ...]


def find_today(now: datetime) -> Today:
    """The first page; eight queries."""
    rows = rows_of(list(_find_claims()), now)
    denials, figures = _find_entries()
    return Today(
        disputes=_newest([row for row in rows if _two_sided(row)], "last_moved")[:DISPUTES],
        denials=days_of(newest_first(denials)),
        shifts=shifts_of(figures)[:SHIFTS],
        accused=accused_of(rows)[:ACCUSED],
        partial=partial_of(rows),
        newest=_newest(rows, "first_said")[:NEWEST],
        edits=_find_edits(),
    )


def _find_claims() -> QuerySet[Claim]:
    """What the three lists of claims show, in one query: the ids first, each by its index."""
    claims = Claim.objects.current()
    moved = (F("last_moved").desc(nulls_last=True), "-pk")
    disputed = claims.disputed().order_by(*moved).values("pk")[:CANDIDATES]
    unanswered = claims.unanswered().order_by(*moved).values("pk")[:SILENT]
    newest = claims.order_by(F("first_said").desc(nulls_last=True), "-pk").values("pk")[:NEWEST]
    return claims.select_related("target_actor").filter(pk__in=disputed.union(unanswered, newest))


def _two_sided(row: ClaimRow) -> bool:
    """Whether somebody states it and somebody denies it; a lone denial stands among the denials."""
    kinds = {tally.kind for tally in row.tallies}
    return bool(kinds & STATING) and not kinds.isdisjoint(DENYING)


def _newest(rows: Sequence[ClaimRow], field: str) -> tuple[ClaimRow, ...]:
    dated = [row for row in rows if getattr(row, field)]
    return tuple(sorted(dated, key=lambda row: (getattr(row, field), row.pk), reverse=True))


def _find_entries() -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The latest denials, and the latest entries with figures, in order of time; four queries."""
    denials = standing(Stance.objects.filter(kind__in=DENYING, claim__successor=None))
    newest = (F("utterance__not_later_than").desc(nulls_last=True), F("utterance_id").desc(), "-pk")
    denied = list(with_speakers(denials).select_related("claim").order_by(*newest)[:DENIALS])
    numbered = Report.objects.current().filter(published__isnull=False).exclude(figures=[])
    latest = numbered.order_by("-published", "-pk").values("utterance")
    figured = standing(Stance.objects.filter(utterance__in=latest[:FIGURED], claim__successor=None))
    given = list(with_speakers(figured).select_related("claim"))
    renderings = find_renderings({stance.utterance_id for stance in (*denied, *given)})
    told = [in_order(_entry(stance, renderings) for stance in stances) for stances in (denied, given)]
    return told[0], told[1]


def _entry(stance: Stance, renderings: Mapping[int, tuple[Rendering, ...]]) -> Entry:
    return entry_of(stance, renderings.get(stance.utterance_id, ()), plain=True).about(stance.claim.title)


def _find_edits() -> tuple[Edit, ...]:
    """Edits and removals, newest first; one query."""
    edited = Revision.objects.filter(number__gt=1).order_by("-fetched", "-pk")
    titles = Revision.objects.filter(article=OuterRef("pk")).order_by("-number").values("title")[:1]
    gone = Article.objects.filter(removed__isnull=False).order_by("-removed", "-pk")
    changes = edited.values_list("article", "title", "article__source__name", "fetched", "number")[:EDITS]
    title, number = Coalesce(Subquery(titles), Value("")), Value(0)
    losses = gone.values_list("pk", title, "source__name", "removed", number)[:EDITS]
    found = [
        Edit(pk, title, outlet, timezone.localtime(at), number, removed=number == 0)
        for pk, title, outlet, at, number in changes.union(losses, all=True)
    ]
    return tuple(sorted(found, key=lambda edit: edit.at, reverse=True)[:EDITS])
