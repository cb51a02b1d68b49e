"""Finds actors by the beginning of any word of their names, for a field that completes what is typed."""

from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import OuterRef, Subquery

from claims.filters import named
from claims.models import Actor, Affiliation

LONGEST_NAME = 120
MOST = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An actor that may be meant; `role` is the latest one stated."""

    name: str
    slug: str
    sort: str
    role: str


def find_suggestions(typed: str, most: int = MOST) -> tuple[Suggestion, ...]:
    """Actors a word of whose names begins so, the likest name first; one query, none for nothing typed."""
    words = " ".join(typed.replace("\0", " ").split())[:LONGEST_NAME]
    if not words:
        return ()
    role = (
        Affiliation.objects.standing()
        .filter(actor=OuterRef("pk"))
        .order_by("-last_seen", "role")
        .values("role")[:1]
    )
    likeness = TrigramSimilarity("name", words)
    found = named(Actor.objects.current(), words).annotate(likeness=likeness, role=Subquery(role))
    return tuple(
        Suggestion(actor.name, actor.slug, actor.sort, getattr(actor, "role", None) or "")
        for actor in found.order_by("-likeness", "name", "pk")[:most]
    )
