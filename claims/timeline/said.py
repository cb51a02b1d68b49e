"""An actor's utterances, its own and those on its behalf, the latest first, a page at a time."""

from collections.abc import Sequence
from datetime import UTC, datetime

from django.db.models import Q, QuerySet

from claims.filters import Cursor, moment_of
from claims.models import Utterance
from claims.models.reports import LATEST

BEGINNING = datetime.min.replace(tzinfo=UTC)


def find_said(actor: int, most: int, cursor: Cursor | None = None) -> list[Utterance]:
    """The latest utterances with their speakers, at most so many, after the cursor; one query."""
    standing = Utterance.objects.filter(successor=None).select_related("actor", "on_behalf_of")
    own, spoken = (
        after_cursor(standing.filter(**{field: actor}), cursor).order_by(*LATEST)[:most]
        for field in ("actor", "on_behalf_of")
    )
    found = {utterance.pk: utterance for utterance in own.union(spoken, all=True)}
    return sorted(found.values(), key=_order, reverse=True)[:most]


def after_cursor(said: QuerySet[Utterance], cursor: Cursor | None) -> QuerySet[Utterance]:
    """Of these utterances those that follow a page, in the order of the newest."""
    if cursor is None:
        return said
    moment = moment_of(cursor.mark)
    undated = Q(not_later_than=None, pk__lt=cursor.pk)
    if moment is None:
        return said.filter(undated)
    earlier = Q(not_later_than__lt=moment) | Q(not_later_than=moment, pk__lt=cursor.pk)
    return said.filter(earlier | Q(not_later_than=None))


def _order(utterance: Utterance) -> tuple[bool, datetime, int]:
    moment = utterance.not_later_than
    return moment is not None, moment or BEGINNING, utterance.pk


def cursor_after(said: Sequence[Utterance]) -> str:
    """The address of the page that follows these utterances."""
    moment = said[-1].not_later_than
    return str(Cursor(moment.isoformat() if moment else "", said[-1].pk))
