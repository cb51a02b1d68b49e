"""One actor: who it is, its roles and names, what it said and denied, whom it answers, where it turned."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q
from django.db.models.functions import JSONObject

from claims.filters import PAGE, Cursor
from claims.models import Actor, ActorName, Affiliation, Stance, Utterance
from claims.models.claims import DENYING
from claims.timeline.activity import Activity, find_activity
from claims.timeline.entries import (
    days_of,
    entry_of,
    in_order,
    newest_first,
    party_of,
    standing,
    utterance_entry,
    with_speakers,
)
from claims.timeline.positions import Position, positions_of
from claims.timeline.renderings import find_renderings
from claims.timeline.said import cursor_after, find_said
from claims.timeline.values import STATING, Day, Entry, Party, Rendering

OPPONENTS, VOICES, NAMES, ROLES = 8, 50, 40, 40
LOOKED_AT, HELD = 300, 400  # latest utterances counted, and latest stances on their claims looked at


Told = Mapping[int, tuple[Rendering, ...]]


@dataclass(frozen=True, slots=True)
class Role:
    """A role as stated, with the days between which it was seen; `party` is the body, or who holds it."""

    role: str
    party: Party | None
    first_seen: date | None
    last_seen: date | None


@dataclass(frozen=True, slots=True)
class Opponent:
    """Somebody on the other side of the same claims, which come newest first."""

    party: Party
    claims: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Account:
    """What the first page alone shows; `shortened` is how many utterances were counted.

    It is 0 where they are all there are.
    """

    activity: Activity
    shortened: int
    positions: tuple[Position, ...]
    opponents: tuple[Opponent, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything an actor's page shows; the latest day first, `next` the cursor of what is older."""

    actor: Actor
    names: tuple[tuple[str, str], ...]
    roles: tuple[Role, ...]
    members: tuple[Role, ...]
    days: tuple[Day, ...]
    account: Account | None
    behalves: tuple[Party, ...]
    voices: tuple[Party, ...]
    demo: bool
    next: str


def find_actor(slug: str) -> Actor | None:
    """The actor with this slug, merged or not, with names and ids of unnamed voices; None for none."""
    voices = Actor.objects.filter(organisation=OuterRef("pk"), sort="unnamed", successor=None)
    names = ActorName.objects.standing().filter(actor=OuterRef("pk")).order_by("kind", "name")
    known = Actor.objects.select_related("successor", "organisation").annotate(
        unnamed=ArraySubquery(voices.values("pk")[:VOICES]),
        spellings=ArraySubquery(names.values_list(JSONObject(name="name", kind="kind"))[:NAMES]),
    )
    return known.filter(slug=slug).first()


def find_profile(actor: Actor, cursor: Cursor | None = None) -> Profile:
    """The actor's page; seven queries beside the actor's own."""
    said = find_said(actor.pk, LOOKED_AT if cursor is None else PAGE + 1, cursor)
    shown = said[:PAGE]
    context = [] if cursor else _find_context([utterance.pk for utterance in said])
    own = [stance for stance in context if actor.pk in _parties(stance.utterance)]
    renderings = find_renderings({*(u.pk for u in shown), *(stance.utterance_id for stance in own)})
    entries = _entries(shown, renderings)
    spoken = [entry for entry in entries if entry.behalf]
    roles = _find_roles(actor)
    members = tuple(_role(held, held.actor) for held in roles if held.actor_id != actor.pk)
    known = {party_of(actor), *(role.party for role in members)}
    return Profile(
        actor=actor,
        names=_names(actor),
        roles=tuple(_role(held, held.organisation) for held in roles if held.actor_id == actor.pk),
        members=members,
        days=days_of(newest_first(entries)),
        account=None if cursor else _account(actor, said, context, own, renderings),
        behalves=_each(e.behalf for e in spoken if e.behalf and e.behalf.slug != actor.slug),
        voices=_each(e.speaker for e in spoken if e.speaker not in known),
        demo=any(rendering.demo for entry in entries for rendering in entry.renderings),
        next=cursor_after(said[:PAGE]) if len(said) > PAGE else "",
    )


def _names(actor: Actor) -> tuple[tuple[str, str], ...]:
    """Its other names, each with its kind in words."""
    kinds = dict(ActorName.KindChoice.choices)
    told = sorted(getattr(actor, "spellings", None) or [], key=lambda one: list(kinds).index(one["kind"]))
    return tuple((one["name"], str(kinds[one["kind"]])) for one in told if one["name"] != actor.name)


def _each(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple(dict.fromkeys(party for party in parties if party.name))


def _parties(utterance: Utterance) -> set[int | None]:
    return {utterance.actor_id, utterance.on_behalf_of_id}


def _find_context(said: Sequence[int]) -> list[Stance]:
    """The latest stances, anybody's, on the claims that these utterances touch."""
    touched = standing(Stance.objects.filter(utterance__in=said)).values("claim")
    held = with_speakers(standing(Stance.objects.filter(claim__in=touched, claim__successor=None)))
    latest = held.select_related("claim").order_by(
        F("utterance__not_later_than").desc(nulls_last=True), "-pk"
    )
    return list(latest[:HELD])


def _entries(said: Sequence[Utterance], renderings: Told) -> tuple[Entry, ...]:
    """These utterances in order of time, once for each claim they stand to; one query."""
    waiting = {utterance.pk: utterance for utterance in said}
    stances = standing(Stance.objects.filter(utterance__in=list(waiting), claim__successor=None))
    found = [_entry(stance, renderings) for stance in with_speakers(stances).select_related("claim")]
    for entry in found:
        waiting.pop(entry.utterance, None)
    found += [utterance_entry(utterance, renderings.get(pk, ())) for pk, utterance in waiting.items()]
    return in_order(entry for entry in found if entry.kind)


def _entry(stance: Stance, renderings: Told, *, plain: bool = False) -> Entry:
    told = renderings.get(stance.utterance_id, ())
    return entry_of(stance, told, plain=plain).about(stance.claim.title)


def _find_roles(actor: Actor) -> list[Affiliation]:
    """Roles of the actor and roles of others in it, the latest first."""
    held = Affiliation.objects.standing().filter(
        Q(actor=actor) | Q(organisation=actor, actor__successor=None)
    )
    latest = (F("last_seen").desc(nulls_last=True), "role", "pk")
    return list(held.select_related("actor", "organisation").order_by(*latest)[:ROLES])


def _role(held: Affiliation, party: Actor | None) -> Role:
    return Role(held.role, party_of(party) if party else None, held.first_seen, held.last_seen)


def _account(
    actor: Actor,
    said: Sequence[Utterance],
    context: Sequence[Stance],
    own: Sequence[Stance],
    renderings: Told,
) -> Account:
    told = in_order(_entry(stance, renderings, plain=True) for stance in own)
    return Account(
        activity=find_activity(actor.pk, [one.pk for one in said], getattr(actor, "unnamed", ())),
        shortened=len(said) if len(said) == LOOKED_AT else 0,
        positions=positions_of(told),
        opponents=_opponents(actor, context, own),
    )


def _opponents(actor: Actor, context: Sequence[Stance], own: Sequence[Stance]) -> tuple[Opponent, ...]:
    """Parties that deny what the actor states, or state what it denies, by how many claims."""
    stated = {stance.claim_id for stance in own if stance.kind in STATING}
    denied = {stance.claim_id for stance in own if stance.kind in DENYING}
    met: dict[Party, dict[int, str]] = {}
    for stance in context:
        against = denied if stance.kind in STATING else stated if stance.kind in DENYING else set()
        if stance.claim_id in against and actor.pk not in _parties(stance.utterance):
            party = party_of(stance.utterance.on_behalf_of or stance.utterance.actor)
            met.setdefault(party, {})[stance.claim_id] = stance.claim.title
    ranked = sorted(met.items(), key=lambda item: (-len(item[1]), item[0].name))
    return tuple(Opponent(party, tuple(claims.items())) for party, claims in ranked if party.name)[:OPPONENTS]
