"""What moved lately: disputes, denials, accusations without an answer, new claims, edits and removals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Max, Q, QuerySet
from django.utils import timezone

from articles.models import Article, Revision
from claims.models import Claim, Stance
from claims.models.claims import DENYING
from claims.timeline.claim_rows import rows_of
from claims.timeline.entries import days_of, entries_of, standing, with_speakers
from claims.timeline.values import STATING, ClaimRow, Day, Entry

DISPUTES, DENIALS, SILENT, NEWEST, EDITS = 5, 12, 6, 6, 6
CANDIDATES = 20  # denied claims looked at to find those that somebody also states


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
    silent: tuple[ClaimRow, ...]
    newest: tuple[ClaimRow, ...]
    edits: tuple[Edit, ...]


def find_today(now: datetime) -> Today:
    """The first page; eight queries."""
    rows = rows_of(list(_find_claims()), now)
    return Today(
        disputes=_newest([row for row in rows if _two_sided(row)], "last_moved")[:DISPUTES],
        denials=_find_denials(),
        silent=tuple(sorted((row for row in rows if row.silence), key=_since))[:SILENT],
        newest=_newest(rows, "first_said")[:NEWEST],
        edits=_find_edits(),
    )


def _find_claims() -> QuerySet[Claim]:
    """What the three lists of claims show, in one query."""
    claims = Claim.objects.current()
    moved = (F("last_moved").desc(nulls_last=True), "-pk")
    return claims.select_related("target_actor").filter(
        Q(pk__in=claims.disputed().order_by(*moved).values("pk")[:CANDIDATES])
        | Q(pk__in=claims.unanswered().order_by(*moved).values("pk")[:SILENT])
        | Q(pk__in=claims.order_by(F("first_said").desc(nulls_last=True), "-pk").values("pk")[:NEWEST])
    )


def _two_sided(row: ClaimRow) -> bool:
    """Whether somebody states it and somebody denies it; a lone denial stands among the denials."""
    kinds = {tally.kind for tally in row.tallies}
    return bool(kinds & STATING) and not kinds.isdisjoint(DENYING)


def _newest(rows: Sequence[ClaimRow], field: str) -> tuple[ClaimRow, ...]:
    dated = [row for row in rows if getattr(row, field)]
    return tuple(sorted(dated, key=lambda row: (getattr(row, field), row.pk), reverse=True))


def _since(row: ClaimRow) -> float:
    return row.silence.since.timestamp() if row.silence else 0.0


def _find_denials() -> tuple[Day, ...]:
    denials = standing(Stance.objects.filter(kind__in=DENYING, claim__successor=None))
    newest = with_speakers(denials).select_related("claim")
    newest = newest.order_by(F("utterance__not_later_than").desc(nulls_last=True), "-pk")[:DENIALS]
    return days_of(tuple(reversed(with_titles(list(newest)))))


def with_titles(stances: Sequence[Stance]) -> tuple[Entry, ...]:
    """Entries that name the claim they stand to; the stances come with their claims."""
    titles = {stance.claim_id: stance.claim.title for stance in stances}
    return tuple(entry.about(titles[entry.claim]) for entry in entries_of(stances))


def _find_edits() -> tuple[Edit, ...]:
    """Edits and removals, newest first; two queries."""
    edited = Revision.objects.filter(number__gt=1).select_related("article__source")
    edited = edited.defer("body", "html", "search").order_by("-fetched", "-pk")[:EDITS]
    found = [
        Edit(r.article_id, r.title, r.article.source.name, timezone.localtime(r.fetched), r.number)
        for r in edited
    ]
    gone = Article.objects.filter(removed__isnull=False)
    fields = ("pk", Max("revisions__title"), "source__name", "removed")
    gone_rows = gone.order_by("-removed").values_list(*fields)[:EDITS]
    found += [
        Edit(pk, title, outlet, timezone.localtime(removed), removed=True)
        for pk, title, outlet, removed in gone_rows
        if removed
    ]
    return tuple(sorted(found, key=lambda edit: edit.at, reverse=True)[:EDITS])
