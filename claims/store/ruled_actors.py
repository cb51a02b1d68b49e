"""Brings an actor's rows in line with the decisions on it that stand, the machine's word kept beside."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from claims.linking.known import BY_KEY
from claims.linking.naming import shown_name
from claims.models import Actor, Affiliation, Review
from claims.store.actors import COLUMNS
from claims.store.roles import Days, widest
from claims.store.spellings import relink_spelt, settle_spellings
from claims.store.verdicts import NotDecidable

FIELDS = (*COLUMNS, "spelling", "role")
DAYS = ("first_seen", "last_seen")
Said = Mapping[str, Any]


def settle_actor(actor: Actor) -> None:
    """Let the decisions that stand speak on every field, spelling and role, else the machine.

    Decisions may be taken back in any order: what stands is worked out anew each time. Call it under the
    linking lock. Raises NotDecidable where two of its roles would be the same.
    """
    decided = Review.objects.standing().filter(model="actor", row=actor.pk, field__in=FIELDS)
    standing = list(decided.order_by("at", "pk"))
    names = [str((review.after or {})["name"]) for review in standing if review.field == "name"]
    before = full_spellings(actor)
    turned = settle_spellings(actor, standing, names[-1] if names else "")
    settle_columns(actor, standing, full_spellings(actor), before)
    # removed while another name was shown: as long as it is shown again, it is a spelling again
    actor.names.filter(name=actor.name).update(refused=False)
    settle_roles(actor, standing)
    relink_spelt(actor, turned)


def full_spellings(actor: Actor) -> set[str]:
    """The spellings that the machine may show: what it takes for full and nobody removed."""
    own = Q(kind="full", machine={}) | Q(machine__contains={"kind": "full"})
    return set(actor.names.filter(own, refused=False).values_list("name", flat=True))


def settle_columns(actor: Actor, standing: Iterable[Review], full: set[str], before: set[str]) -> None:
    """Let the last decision on each column speak, else the machine's word."""
    said: dict[str, object] = {}
    for review in standing:
        if review.field in COLUMNS:
            said[review.field] = (review.after or {})[review.field]
    words = {field: actor.machine.get(field, getattr(actor, column)) for field, column in COLUMNS.items()}
    if full != before and full and actor.key not in BY_KEY:
        words["name"] = shown_name(actor.key, full)[:300]
    for field, column in COLUMNS.items():
        setattr(actor, column, said.get(field, words[field]))
    actor.machine = {field: words[field] for field in COLUMNS if field in said}
    actor.save(update_fields=[*COLUMNS, "machine"])


def settle_roles(actor: Actor, standing: Iterable[Review]) -> None:
    """Let the decisions that stand speak on each role, else the machine."""
    said: dict[int, list[Said]] = {}
    for review in standing:
        if review.field == "role" and review.after:
            said.setdefault(review.after["id"], []).append(review.after)
    rows = {row.pk: row for row in actor.affiliations.all()}
    ruled = [row for pk, row in rows.items() if pk in said or row.machine]
    for row in sorted(ruled, key=lambda row: (row.pk in said, row.pk)):
        if row.pk in said:
            settle_role(row, said[row.pk])
        else:
            give_back(row)


def settle_role(row: Affiliation, said: Sequence[Said]) -> None:
    """Let the decisions on one role speak, each on the columns it names."""
    if not row.machine:
        stated = {"role": row.role, "organisation": row.organisation_id}
        row.machine = {**stated, "days": days_of(row), "agreed": None}
    words: dict[str, Any] = {name: row.machine[name] for name in ("role", "organisation")}
    for after in said:
        words.update(after)
    row.machine["fixed"] = [day for day in DAYS if day in words]
    own, row.refused = (row.role, row.organisation_id), words.get("removed", False)
    row.role, row.organisation_id = words["role"], words["organisation"]
    let_go = row.machine["agreed"] if own != (row.role, row.organisation_id) else None
    if let_go:
        row.machine["agreed"] = None
    take_in_twin(row)
    seen = widest(row.machine["days"], row.machine["agreed"]) or [None, None]
    for name, day in zip(DAYS, seen, strict=True):
        setattr(row, name, parse_day(words.get(name, day)))
    row.save()
    if let_go:
        make_role(row, own, let_go)


def make_role(row: Affiliation, words: tuple[str, int | None], days: Days) -> None:
    """Give the machine a row of its own again for words that another row had taken in."""
    first, last = map(parse_day, days)
    role, organisation = words
    Affiliation.objects.create(
        actor_id=row.actor_id, role=role, organisation_id=organisation, first_seen=first, last_seen=last
    )


def take_in_twin(row: Affiliation) -> None:
    """Let a role take in the machine's row of the same words; raises NotDecidable where a person made one."""
    same = Affiliation.objects.filter(
        actor=row.actor_id, role=row.role, organisation=row.organisation_id
    ).exclude(pk=row.pk)
    twin = same.first()
    if twin is None:
        return
    if twin.machine:
        raise NotDecidable(_("Jabatan itu sudah ada. Urungkan dahulu keputusan tentangnya."))
    row.machine["agreed"] = widest(row.machine["agreed"], days_of(twin) or [None, None])
    twin.delete()


def give_back(row: Affiliation) -> None:
    """Let a role be what the machine says again: its own words, the person's that it came to, or nothing."""
    own, machine = (row.role, row.organisation_id), row.machine
    stated = (machine["role"], machine["organisation"])
    row.machine, row.refused = {}, False
    days, agreed = machine["days"], machine["agreed"]
    if not days and not agreed:
        row.delete()
        return
    row.role, row.organisation_id = stated if days else own
    row.first_seen, row.last_seen = map(parse_day, days or agreed)
    row.save()
    if days and agreed and own != stated:
        make_role(row, own, agreed)


def days_of(row: Affiliation) -> Days:
    """The days of a role as they are kept beside decisions."""
    return [day.isoformat() if day else None for day in (row.first_seen, row.last_seen)]


def parse_day(day: str | None) -> date | None:
    """A day as it is kept beside decisions."""
    return date.fromisoformat(day) if day else None
