"""One actor: who it is, its roles and names, what it said and denied, whom it answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from claims.models import Actor, Stance
from claims.timeline.entries import days_of, party_of, standing, with_speakers
from claims.timeline.today import with_titles
from claims.timeline.values import STATING, Day, Entry, Party

NEWEST, OPPONENTS, VOICES = 100, 8, 12


@dataclass(frozen=True, slots=True)
class Role:
    """A role as stated, with the days between which it was seen."""

    role: str
    organisation: Party | None
    first_seen: date | None
    last_seen: date | None


@dataclass(frozen=True, slots=True)
class Opponent:
    """Somebody on the other side of the same claims."""

    party: Party
    claims: int


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything an actor's page shows; the latest day first."""

    actor: Actor
    names: tuple[tuple[str, str], ...]
    roles: tuple[Role, ...]
    days: tuple[Day, ...]
    counts: tuple[tuple[str, int], ...]
    opponents: tuple[Opponent, ...]
    voices: tuple[Party, ...]
    demo: bool
    shortened: bool


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor as the list shows it."""

    party: Party
    role: str
    stated: int
    replied: int
    last: datetime | None


def find_profile(actor: Actor) -> Profile:
    """The actor's page; seven queries beside the actor's own."""
    own = Q(utterance__actor=actor) | Q(utterance__on_behalf_of=actor)
    stances = standing(Stance.objects.filter(own, claim__successor=None))
    newest = with_speakers(stances).select_related("claim")
    newest = newest.order_by(F("utterance__not_later_than").desc(nulls_last=True), "-pk")
    entries = with_titles(list(newest[:NEWEST]))
    counts = stances.values_list("kind").annotate(Count("utterance", distinct=True)).order_by("kind")
    counted = dict(counts)
    return Profile(
        actor=actor,
        names=tuple((name.name, name.get_kind_display()) for name in actor.names.order_by("kind", "name")),
        roles=tuple(_find_roles(actor)),
        days=days_of(tuple(reversed(entries))),
        counts=tuple(counted.items()),
        opponents=_find_opponents(actor, stances),
        voices=_voices(entries, actor),
        demo=any(rendering.demo for entry in entries for rendering in entry.renderings),
        shortened=sum(counted.values()) > len(entries),
    )


def _find_roles(actor: Actor) -> list[Role]:
    held = actor.affiliations.select_related("organisation").order_by("-last_seen", "role")
    return [
        Role(a.role, party_of(a.organisation) if a.organisation else None, a.first_seen, a.last_seen)
        for a in held
    ]


def _find_opponents(actor: Actor, stances: QuerySet[Stance]) -> tuple[Opponent, ...]:
    """Parties that deny what the actor states, or state what it denies, by how many claims."""
    denied = stances.filter(kind__in=("denies", "partly_denies")).values("claim")
    stated = stances.filter(kind__in=STATING).values("claim")
    against = Q(claim__in=denied, kind__in=STATING) | Q(
        claim__in=stated, kind__in=("denies", "partly_denies")
    )
    others = with_speakers(standing(Stance.objects.filter(against, claim__successor=None)))
    others = others.exclude(Q(utterance__actor=actor) | Q(utterance__on_behalf_of=actor))
    met: dict[Party, set[int]] = {}
    for stance in others[:500]:
        party = party_of(stance.utterance.on_behalf_of or stance.utterance.actor)
        if party.name and party.slug != actor.slug:
            met.setdefault(party, set()).add(stance.claim_id)
    ranked = sorted(met.items(), key=lambda item: (-len(item[1]), item[0].name))
    return tuple(Opponent(party, len(claims)) for party, claims in ranked[:OPPONENTS])


def _voices(entries: Sequence[Entry], actor: Actor) -> tuple[Party, ...]:
    """Who spoke on the actor's behalf."""
    spoke = [e.speaker for e in entries if e.behalf and e.behalf.slug == actor.slug and e.speaker.slug]
    return tuple(dict.fromkeys(spoke))[:VOICES]


def find_actor(slug: str) -> Actor | None:
    """The actor with this slug, merged or not; None where there is none."""
    return Actor.objects.select_related("successor", "organisation").filter(slug=slug).first()


def rows_of(actors: Sequence[Actor]) -> tuple[ActorRow, ...]:
    """The same actors as rows, in their order; two queries for any number."""
    pks = [actor.pk for actor in actors]
    own = Q(utterance__actor__in=pks) | Q(utterance__on_behalf_of__in=pks)
    fields = ("kind", "utterance__actor", "utterance__on_behalf_of", "utterance__not_later_than")
    held = list(standing(Stance.objects.filter(own, claim__successor=None)).values_list(*fields))
    found = Actor.objects.filter(pk__in=pks).values_list("pk", "affiliations__role")
    roles = {pk: role for pk, role in found.order_by("affiliations__last_seen") if role}
    return tuple(
        _row(actor, roles.get(actor.pk, ""), [(kind, at) for kind, *who, at in held if actor.pk in who])
        for actor in actors
    )


def _row(actor: Actor, role: str, held: Sequence[tuple[str, datetime | None]]) -> ActorRow:
    last = max((at for _, at in held if at), default=None)
    stated = sum(kind in STATING for kind, _ in held)
    return ActorRow(party_of(actor), role, stated, len(held) - stated, last and timezone.localtime(last))
