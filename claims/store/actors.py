"""Keeps actors with their spellings and roles; finds them by the key that linking knows them by."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q, Value
from django.utils.text import slugify

from claims.linking.known import BY_KEY, KNOWN, Known
from claims.linking.names import normal_name
from claims.linking.naming import Seen, body_of_unnamed, shown_name, sort_of, tails_of_unnamed
from claims.linking.voices import UNNAMED_MARK
from claims.models import Actor, ActorName, Affiliation, Review
from claims.values import Sort

LONGEST_SLUG = 100


def merged_keys(moment: datetime | None = None) -> dict[str, str]:
    """Keys of actors that people merged, to the key of the actor that stands, or stood at a moment."""
    if moment is not None:
        return merged_keys_at(moment)
    rows = Actor.objects.exclude(successor=None).exclude(key="").values_list("key", "successor__key")
    return {gone: kept for gone, kept in rows if kept}


def merged_keys_at(moment: datetime) -> dict[str, str]:
    """The same as decisions stood at a moment; what was merged without a decision counts from ever."""
    decided = Review.objects.filter(model="actor", field="successor")
    parents = {review.row: (review.after or {})["into"] for review in decided.standing(moment)}
    keys = dict(Actor.objects.exclude(key="").values_list("pk", "key"))
    merged = Actor.objects.exclude(successor=None).exclude(pk__in=decided.values("row"))
    parents |= dict(merged.values_list("pk", "successor"))
    return {keys[pk]: keys[root] for pk in parents if (root := find_root(pk, parents)) in keys and pk in keys}


def find_root(pk: int, parents: Mapping[int, int]) -> int:
    """Where the way from one row to its parents ends."""
    while pk in parents:
        pk = parents[pk]
    return pk


def save_actors(seen: Mapping[str, Seen], others: Iterable[str] = ()) -> dict[str, Actor]:
    """The actors of these keys, made where they are new, with what was seen of them kept.

    Those of the keys of `others` that are known come with them.
    """
    tails = {tail for key in seen if key.startswith(UNNAMED_MARK) for tail in tails_of_unnamed(key)}
    slugs = {slug_of(shown_name(key, one.names)) for key, one in seen.items()}
    found = find_actors({*seen, *others, *tails}, slugs)
    actors = {actor.key: actor for actor in found if actor.key}
    missing = [seen[key] for key in sorted(seen) if key not in actors]
    actors |= {actor.key: actor for actor in make_actors(missing, actors, {actor.slug for actor in found})}
    save_names([seen[key] for key in sorted(seen)], actors)
    update_actors(seen, actors)
    save_roles(seen, actors)
    return {key: actors[key] for key in (*seen, *others) if key in actors}


def find_actors(keys: Iterable[str], slugs: Iterable[str]) -> list[Actor]:
    """The actors of these keys or slugs, each with its full spellings as `full_names`."""
    full = ArrayAgg("names__name", filter=Q(names__kind="full"), default=Value([]))
    asked = Actor.objects.filter(Q(key__in=sorted(keys)) | Q(slug__in=sorted(slugs)))
    return list(asked.annotate(full_names=full))


def make_actors(missing: Iterable[Seen], known: Mapping[str, Actor], taken: set[str]) -> list[Actor]:
    """Rows for actors seen for the first time; an unnamed one is put under its body where that is known."""
    fresh = [
        Actor(
            key=one.key[:300],
            name=shown_name(one.key, one.names)[:300],
            sort=sort_of(one.key, one.sorts).value,
            wikidata=BY_KEY[one.key].wikidata if one.key in BY_KEY else "",
            organisation=organisation_of(one.key, known),
        )
        for one in missing
    ]
    give_slugs(fresh, taken)
    return Actor.objects.bulk_create(fresh)


def organisation_of(key: str, known: Mapping[str, Actor]) -> Actor | None:
    """The body an unnamed speaker belongs to, where that is an actor."""
    body = body_of_unnamed(key, known) if key.startswith(UNNAMED_MARK) else ""
    return known[body] if body else None


def slug_of(name: str) -> str:
    """The slug that a name asks for."""
    return slugify(name[:300])[:LONGEST_SLUG] or "aktor"


def give_slugs(fresh: Iterable[Actor], taken: set[str]) -> None:
    """Give each a slug of its name, with a mark of its key where that is taken."""
    for actor in fresh:
        slug = slug_of(actor.name)
        if slug in taken:
            slug = f"{slug}-{hashlib.sha256(actor.key.encode()).hexdigest()[:8]}"
        taken.add(slug)
        actor.slug = slug


def save_names(seen: Iterable[Seen], actors: Mapping[str, Actor]) -> None:
    """Keep every spelling once."""
    rows = [
        ActorName(actor=actors[one.key], name=name[:300], kind=kind, normal=normal_name(name)[:300])
        for one in seen
        for name, kind in one.names.items()
    ]
    ActorName.objects.bulk_create(rows, ignore_conflicts=True)


def update_actors(seen: Mapping[str, Seen], actors: Mapping[str, Actor]) -> None:
    """Show each actor by its best spelling and right sort, whichever article came first."""
    changed = []
    for key, one in seen.items():
        actor = actors[key]
        full = {*getattr(actor, "full_names", ()), *(n for n, kind in one.names.items() if kind == "full")}
        name = shown_name(key, full)[:300]
        sort = sort_of(key, {Sort(actor.sort), *one.sorts}).value
        if (actor.name, actor.sort) != (name, sort):
            actor.name, actor.sort = name, sort
            changed.append(actor)
    if changed:
        Actor.objects.bulk_update(changed, ["name", "sort"])


def save_roles(seen: Mapping[str, Seen], actors: Mapping[str, Actor]) -> None:
    """Keep each role with the first and last day it was seen."""
    ids = [actors[key].pk for key, one in seen.items() if one.roles]
    rows = Affiliation.objects.filter(actor__in=ids) if ids else []
    known = {(row.actor_id, row.role, row.organisation_id): row for row in rows}
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
            elif widen(row, min(days), max(days)):
                changed.append(row)
    Affiliation.objects.bulk_create(fresh, ignore_conflicts=True)
    if changed:
        Affiliation.objects.bulk_update(changed, ["first_seen", "last_seen"])


def widen(row: Affiliation, first: date, last: date) -> bool:
    """Take days into a role's range; whether that changed it."""
    before = (row.first_seen, row.last_seen)
    row.first_seen = min(row.first_seen or first, first)
    row.last_seen = max(row.last_seen or last, last)
    return before != (row.first_seen, row.last_seen)


def seed_known(entries: Iterable[Known] = tuple(KNOWN)) -> int:
    """Keep the registry's actors with all their spellings; how many are new. Safe to run again."""
    known = list(entries)
    seen = {one.key: Seen(one.key, {one.sort}, dict(one.spellings)) for one in known}
    before = Actor.objects.count()
    actors = save_actors(seen)
    placed = [actors[one.key] for one in known if place_under_body(one, actors)]
    if placed:
        Actor.objects.bulk_update(placed, ["organisation"])
    return Actor.objects.count() - before


def place_under_body(entry: Known, actors: Mapping[str, Actor]) -> bool:
    """Put an actor under the body the registry names; whether that changed it."""
    body = actors.get(normal_name(entry.organisation)) if entry.organisation else None
    actor = actors[entry.key]
    if body is None or actor.organisation_id == body.pk:
        return False
    actor.organisation = body
    return True
