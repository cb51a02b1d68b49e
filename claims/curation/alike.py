"""Proposes actors that may be one and the same: alike names, letters of a name, the same office."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import BigIntegerField, Exists, OuterRef, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, JSONObject
from django.utils.translation import gettext as _

from claims.curation.said_often import UNHEARD, Heard
from claims.linking.names import initials, normal_name, sound
from claims.linking.namesakes import parse_office
from claims.models import Actor, ActorName, Affiliation, Review

MOST, LOOKED_AT = 6, 40
ALIKE = 0.45


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor that may be the same, why, and how often it was heard."""

    actor: Actor
    why: str
    role: str
    heard: Heard

    @property
    def mark(self) -> str:
        """Its id as a form says it."""
        return str(self.actor.pk)


def find_alike(actor: Actor, names: Sequence[str], roles: Iterable[str]) -> list[Candidate]:
    """The likeliest first, without those that somebody said are others; one query.

    `names` are the actor's spellings, `roles` the offices it was seen in.
    """
    forms = {normal_name(name) for name in (actor.name, *names)} - {""}
    offices = {role for role in roles if parse_office(role)}
    found = with_words(nearby(actor, forms, offices), actor).filter(successor=None)
    ranked = sorted((rank(actor, other, forms, offices) for other in found), key=lambda one: -one[0])
    return [candidate for score, candidate in ranked if score >= ALIKE][:MOST]


def nearby(actor: Actor, forms: set[str], offices: set[str]) -> QuerySet[Actor]:
    """Actors that share a spelling, the letters of one, an office, or much of the name; by indexes."""
    short = {initials(form) for form in forms if " " in form}
    spelt = ActorName.objects.standing().filter(normal__in=sorted(forms | short))
    likeness = TrigramSimilarity("name", actor.name)
    alike = ActorName.objects.standing().filter(name__trigram_similar=actor.name).order_by(-likeness, "pk")
    held = Affiliation.objects.standing().filter(role__in=sorted(offices)).order_by("pk")
    near = (rows.values("actor")[:LOOKED_AT] for rows in (spelt.order_by("pk"), alike, held))
    ids = next(near).union(*near, all=True)
    unnamed = Actor.objects.filter(sort=Actor.SortChoice.UNNAMED).values("pk")
    found = Actor.objects.filter(pk__in=ids).exclude(pk=actor.pk)
    return found.filter(pk__in=unnamed) if actor.sort == "unnamed" else found.exclude(sort="unnamed")


def with_words(actors: QuerySet[Actor], actor: Actor) -> QuerySet[Actor]:
    """These actors with spellings, roles and likeness; those kept apart from this one left out."""
    apart = Review.objects.standing().filter(model="actor", field="apart")
    ours = apart.filter(row=actor.pk).values(
        other=Cast(KeyTextTransform("actor", "after"), BigIntegerField())
    )
    theirs = apart.filter(row=OuterRef("pk"), after__contains={"actor": actor.pk})
    names = ActorName.objects.standing().filter(actor=OuterRef("pk")).order_by("pk")
    roles = Affiliation.objects.standing().filter(actor=OuterRef("pk")).order_by("-last_seen", "pk")
    return (
        actors.exclude(pk__in=ours)
        .exclude(Exists(theirs))
        .annotate(
            likeness=TrigramSimilarity("name", actor.name),
            forms=ArraySubquery(names.values("normal")[:LOOKED_AT]),
            held=ArraySubquery(roles.values_list(JSONObject(role="role"))[:LOOKED_AT]),
        )
    )


def rank(actor: Actor, other: Actor, forms: set[str], offices: set[str]) -> tuple[float, Candidate]:
    """How likely it is that two are one, and why in words."""
    theirs = {*getattr(other, "forms", ()), normal_name(other.name)} - {""}
    held = [one["role"] for one in getattr(other, "held", ())]
    likeness: float = getattr(other, "likeness", 0.0)
    shared = sorted(offices.intersection(held))
    reasons: list[tuple[float, str]] = []
    if forms & theirs:
        reasons.append((2.0, _("ejaan yang sama: %(name)s") % {"name": sorted(forms & theirs)[0]}))
    elif {sound(form) for form in forms} & {sound(form) for form in theirs}:
        reasons.append((1.6, _("ejaan yang berbunyi sama")))
    elif are_letters(forms, theirs) or are_letters(theirs, forms):
        reasons.append((1.4, _("singkatan dari huruf-huruf awalnya")))
    elif likeness >= ALIKE:
        reasons.append((likeness, _("nama yang mirip")))
    if shared:
        reasons.append((0.7, _("jabatan yang sama: %(role)s") % {"role": shared[0]}))
    score = sum(score for score, _words in reasons) - (0.3 if other.sort != actor.sort else 0)
    why = "; ".join(words for _score, words in reasons)
    return score, Candidate(other, why, held[0] if held else "", UNHEARD)


def are_letters(short: set[str], names: set[str]) -> bool:
    """Whether one of these is made of the first letters of one of those names."""
    return any(" " in name and initials(name) in short for name in names)
