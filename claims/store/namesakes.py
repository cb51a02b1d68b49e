"""Knows which names several actors bear, from the roles kept, and lets rows follow when that changes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from claims.linking.linking import roles_in
from claims.linking.namesakes import find_namesakes, keys_of_name, parse_office, plain_key
from claims.linking.values import Joined, Told
from claims.models import Actor, ActorName, Affiliation, Report
from claims.store.roles import drop_roles, stated_roles, stating

Parts = dict[str, dict[str, str]]
UNDECIDED = "Nama ini cocok dengan lebih dari satu aktor:"


def find_parted(topics: Sequence[Sequence[Told]], merged: Joined) -> tuple[Parts, list[str]]:
    """The names borne by several, by what is kept and what topics tell; and those not parted so before."""
    told = roles_in(topics, merged)
    kept = kept_roles(told)
    after = find_namesakes({name: roles | kept.get(name, set()) for name, roles in told.items()})
    before = find_namesakes(kept)
    return after, [name for name in told if before.get(name) != after.get(name)]


def kept_roles(names: Iterable[str]) -> dict[str, set[str]]:
    """The roles in which the machine saw bearers of these names, one query."""
    keys = [key for name in sorted(names) for key in keys_of_name(name)]
    roles: dict[str, set[str]] = {}
    held = Affiliation.objects.filter(actor__key__in=keys)
    for key, role, machine in held.values_list("actor__key", "role", "machine") if keys else ():
        if stated := stated_roles(role, machine):
            roles.setdefault(plain_key(key), set()).update(stated)
    return roles


def topics_of_names(names: Iterable[str]) -> set[str]:
    """The topics in which bearers of these names speak, or where it is undecided which of them does."""
    bearers = Actor.objects.filter(key__in=[key for name in names for key in keys_of_name(name)])
    spellings = ActorName.objects.filter(actor__in=bearers).values("name")
    # two questions, each with an index of its own: joined by "or" they would read every report
    spoken = Report.objects.current().filter(utterance__actor__in=bearers)
    undecided = Report.objects.undecided().filter(speaker_name__in=spellings)
    topics = (found.order_by().values_list("topic", flat=True) for found in (spoken, undecided))
    return set(next(topics).union(next(topics))) - {""}


def settle_names(changed: Mapping[str, Mapping[str, str]]) -> None:
    """Let the row of a name continue as the bearer whose office it shows, or as the one actor again."""
    keys = [key for name in changed for key in keys_of_name(name)]
    found = Actor.objects.filter(key__in=keys) if keys else Actor.objects.none()
    rows = {actor.key: actor for actor in found.prefetch_related("affiliations")}
    renamed = []
    for name, parts in sorted(changed.items()):
        own = [rows[key] for key in keys_of_name(name) if key in rows]
        if parts and name in rows:
            renamed.append((rows[name], first_part(rows[name], parts)))
        elif own and not parts and name not in rows:
            renamed.append((min(own, key=lambda actor: actor.pk), name))
    moved = [(actor, key) for actor, key in renamed if key and key not in rows]
    for actor, key in moved:
        actor.key = key
    if moved:
        Actor.objects.bulk_update([actor for actor, _ in moved], ["key"])


def first_part(actor: Actor, parts: Mapping[str, str]) -> str:
    """The key of the part whose office an actor was first seen in; "" where it shows none."""
    roles = sorted(actor.affiliations.all(), key=lambda row: (row.first_seen or date.max, row.role))
    offices = (parse_office(role) for row in roles for role in stated_roles(row.role, row.machine))
    return next((parts[office.kind] for office in offices if office and office.kind in parts), "")


def forget_roles(replaced: Sequence[Mapping[str, Any]]) -> set[str]:
    """Drop roles that only words now read anew stated; the names that may be one actor's again."""
    held = Report.objects.current().filter(utterance__actor=OuterRef("actor"), role=OuterRef("told"))
    utterances = {row["utterance_id"] for row in replaced} - {None}
    roles = {row["role"] for row in replaced} - {""}
    stated = stating(Affiliation.objects.all(), roles)
    gone = stated.filter(~Exists(held), actor__utterances__in=utterances).select_related("actor").distinct()
    keys = {row.actor.key for row in drop_roles(gone)}
    return {plain_key(key) for key in keys if plain_key(key) != key}


Bearers = Mapping[str, tuple[int, str]]


def undecided_reason(fits: Iterable[str], bearers: Bearers) -> str:
    """Says which actors a name fits, each with its office, for the one who decides."""
    named = " / ".join(
        f"{plain_key(key).title()} ({bearers[key][1] if key in bearers else key})" for key in fits
    )
    return f"{UNDECIDED} {named}"[:500]


def find_bearers(fits: Iterable[str]) -> Bearers:
    """The row of each of these actors, and the role by which it is told apart: the first by alphabet."""
    rows = Affiliation.objects.filter(actor__key__in=sorted(fits)).order_by("-refused", "-role")
    return {key: (pk, role) for key, pk, role in rows.values_list("actor__key", "actor_id", "role")}
