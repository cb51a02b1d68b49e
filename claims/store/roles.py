"""Keeps the roles in which actors were seen; where a person put one right, the machine's word beside."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce

from claims.linking.naming import Seen
from claims.models import Actor, Affiliation

Place = tuple[int, str, int | None]
Days = list[str | None]


def save_roles(seen: Mapping[str, Seen], actors: Mapping[str, Actor]) -> None:
    """Keep each role with the first and last day it was seen."""
    ids = [actors[key].pk for key, one in seen.items() if one.roles]
    known = index_roles(Affiliation.objects.filter(actor__in=ids)) if ids else {}
    fresh, changed = [], []
    for key, one in seen.items():
        for (role, body), days in one.roles.items():
            organisation = actors.get(body)
            place = (actors[key].pk, role, organisation.pk if organisation else None)
            row = known.get(place)
            if row is None:
                fresh.append(
                    Affiliation(
                        actor=actors[key],
                        role=role,
                        organisation=organisation,
                        first_seen=min(days),
                        last_seen=max(days),
                    )
                )
            elif note_days(row, place, min(days), max(days)):
                changed.append(row)
    Affiliation.objects.bulk_create(fresh, ignore_conflicts=True)
    if changed:
        Affiliation.objects.bulk_update(changed, ["first_seen", "last_seen", "machine"])


def index_roles(rows: Iterable[Affiliation]) -> dict[Place, Affiliation]:
    """Rows by their place; one that a person put right also by the place that the machine gives it."""
    known: dict[Place, Affiliation] = {}
    for row in rows:
        known.setdefault(place_of(row), row)
        known[stated_place(row)] = row
    return known


def place_of(row: Affiliation) -> Place:
    """What a role is told from others by."""
    return row.actor_id, row.role, row.organisation_id


def stated_place(row: Affiliation) -> Place:
    """The place as the machine's words give it."""
    return (row.actor_id, row.machine["role"], row.machine["organisation"]) if row.machine else place_of(row)


def note_days(row: Affiliation, place: Place, first: date, last: date) -> bool:
    """Take days in which the machine saw a role into its range; whether that changed anything.

    Days that a person set stay; the machine's stand beside them.
    """
    before = (row.first_seen, row.last_seen, dict(row.machine))
    if row.machine:
        name = "days" if place == stated_place(row) else "agreed"
        row.machine = {**row.machine, name: widest(row.machine[name], [first.isoformat(), last.isoformat()])}
    fixed = row.machine.get("fixed", ())
    if "first_seen" not in fixed:
        row.first_seen = min(row.first_seen or first, first)
    if "last_seen" not in fixed:
        row.last_seen = max(row.last_seen or last, last)
    return before != (row.first_seen, row.last_seen, row.machine)


def widest(one: Days | None, other: Days | None) -> Days | None:
    """One range that holds both; ISO dates order as words do."""
    if one is None or other is None:
        return one or other
    firsts, lasts = ([day for day in pair if day] for pair in zip(one, other, strict=True))
    return [min(firsts, default=None), max(lasts, default=None)]


def stated_roles(role: str, machine: Mapping[str, Any]) -> list[str]:
    """The words of a role that the machine states, whatever a person made of them."""
    if not machine:
        return [role]
    own = [role] if machine["agreed"] else []
    return [machine["role"], *own] if machine["days"] else own


def stating(rows: QuerySet[Affiliation], roles: Iterable[str]) -> QuerySet[Affiliation]:
    """Those of these rows that the machine's words are for, as `told`, whatever a person made of them."""
    told = Coalesce(KeyTextTransform("role", "machine"), "role", output_field=TextField())
    return rows.annotate(told=told).filter(told__in=roles)


def drop_roles(rows: QuerySet[Affiliation]) -> list[Affiliation]:
    """Let go of roles that the machine states no more, and give them; what a person decided on one stays."""
    found = list(rows)
    if pure := [row.pk for row in found if not row.machine]:
        Affiliation.objects.filter(pk__in=pure).delete()
    decided = [row for row in found if row.machine]
    for row in decided:
        row.machine = {**row.machine, "days": None}
    Affiliation.objects.bulk_update(decided, ["machine"])
    return found
