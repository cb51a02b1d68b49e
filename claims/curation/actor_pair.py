"""Two actors side by side before they become one: names, roles, how often heard, and what they said last."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from claims.curation.actor_said import Said, find_own
from claims.curation.said_often import Heard, find_heard
from claims.models import Actor, ActorName, Affiliation, Review

NAMES, ROLES, LAST = 12, 6, 3


@dataclass(frozen=True, slots=True)
class Side:
    """One of two actors with what tells it apart."""

    actor: Actor
    heard: Heard
    names: Sequence[str]
    roles: Sequence[str]
    said: tuple[Said, ...]

    @property
    def mark(self) -> str:
        """Its id as a form says it."""
        return str(self.actor.pk)


def find_said_apart(one: Actor, other: Actor) -> Review | None:
    """The decision that these two are not one; None where nobody said so."""
    pair = {one.pk, other.pk}
    said = Review.objects.standing().filter(model="actor", field="apart", row__in=pair)
    return next((one for one in said.select_related("user") if (one.after or {})["actor"] in pair), None)


def find_sides(one: Actor, other: Actor) -> tuple[Side, Side]:
    """Both actors, in this order; four queries."""
    names = ActorName.objects.standing().filter(actor=OuterRef("pk")).order_by("pk")
    roles = Affiliation.objects.standing().filter(actor=OuterRef("pk")).order_by("-last_seen", "pk")
    told = Actor.objects.filter(pk__in=[one.pk, other.pk]).values_list(
        "pk", ArraySubquery(names.values("name")[:NAMES]), ArraySubquery(roles.values("role")[:ROLES])
    )
    words = {pk: (spelt, held) for pk, spelt, held in told}
    heard = find_heard(list(words))
    ours, theirs = (
        Side(actor, heard[actor.pk], *words[actor.pk], tuple(find_own(actor, most=LAST)[0]))
        for actor in (one, other)
    )
    return ours, theirs
