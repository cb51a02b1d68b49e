"""What an actor said, to choose from what really was another's words: fifty utterances a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import JSONObject

from claims.filters import PAGE, Cursor
from claims.models import Actor, Report, Utterance
from claims.models.reports import LATEST
from claims.timeline.said import after_cursor, cursor_after


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance by its earliest report; `reports` is how many carry it."""

    utterance: Utterance
    words: str
    printed: str
    role: str
    outlet: str
    reports: int


def find_own(actor: Actor, cursor: Cursor | None = None, most: int = PAGE) -> tuple[list[Said], str]:
    """One page of what an actor said itself, the latest first, and the cursor of the next; one query."""
    current = Report.objects.current().filter(utterance=OuterRef("pk")).order_by("published", "pk")
    first = current.values_list(
        JSONObject(words="exact", printed="speaker_name", role="role", outlet="article__source__name")
    )
    many = current.order_by().values("utterance").annotate(n=Count("pk")).values("n")
    own = after_cursor(Utterance.objects.filter(successor=None, actor=actor), cursor).order_by(*LATEST)
    found = list(own.annotate(first=Subquery(first[:1]), many=Subquery(many))[: most + 1])
    shown = found[:most]
    return said_of(shown), cursor_after(shown) if len(found) > most else ""


def said_of(utterances: Sequence[Any]) -> list[Said]:
    """These utterances with their words; one that nothing carries any more is left out."""
    return [Said(one, **one.first, reports=one.many) for one in utterances if one.first]
