"""Keeps actors with their spellings and roles; finds them by the key that linking knows them by."""

import hashlib
from collections.abc import Iterable, Mapping

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q, Value
from django.utils.text import slugify

from claims.linking.known import BY_KEY, KNOWN, Known
from claims.linking.names import normal_name
from claims.linking.naming import Seen, body_of_unnamed, new_name, shown_name, sort_of, tails_of_unnamed
from claims.linking.voices import UNNAMED_MARK
from claims.models import Actor, ActorName
from claims.store.roles import save_roles
from claims.values import Sort

LONGEST_SLUG = 100
# The columns that people may put right, by the names of the fields.
COLUMNS = {"name": "name", "sort": "sort", "organisation": "organisation_id", "wikidata": "wikidata"}


def save_actors(seen: Mapping[str, Seen], others: Iterable[str] = ()) -> dict[str, Actor]:
    """The actors of these keys, made where they are new, with what was seen of them kept.

    Those of the keys of `others` that are known come with them.
    """
    tails = {tail for key in seen if key.startswith(UNNAMED_MARK) for tail in tails_of_unnamed(key)}
    slugs = {slug_of(new_name(one)) for one in seen.values()}
    found = find_actors({*seen, *others, *tails}, slugs)
    actors = {actor.key: actor for actor in found if actor.key}
    missing = [seen[key] for key in sorted(seen) if key not in actors]
    actors |= {actor.key: actor for actor in make_actors(missing, actors, {actor.slug for actor in found})}
    save_names([seen[key] for key in sorted(seen)], actors)
    update_actors(seen, actors)
    save_roles(seen, actors)
    return {key: actors[key] for key in (*seen, *others) if key in actors}


def find_actors(keys: Iterable[str], slugs: Iterable[str]) -> list[Actor]:
    """The actors of these keys or slugs, each with its full spellings as `full_names`.

    These are what the machine takes for full and nobody removed; `ruled_names` those on which people
    decided, `removed_names` those that they removed.
    """
    own = Q(names__kind="full", names__machine={}) | Q(names__machine__contains={"kind": "full"})
    full = ArrayAgg("names__name", filter=own & Q(names__refused=False), default=Value([]))
    ruled = ArrayAgg("names__name", filter=~Q(names__machine={}), default=Value([]))
    removed = ArrayAgg("names__name", filter=Q(names__refused=True), default=Value([]))
    asked = Actor.objects.filter(Q(key__in=sorted(keys)) | Q(slug__in=sorted(slugs)))
    return list(asked.annotate(full_names=full, ruled_names=ruled, removed_names=removed))


def make_actors(missing: Iterable[Seen], known: Mapping[str, Actor], taken: set[str]) -> list[Actor]:
    """Rows for actors seen for the first time; an unnamed one is put under its body where that is known."""
    missing = list(missing)
    free = free_items(BY_KEY[one.key].wikidata for one in missing if one.key in BY_KEY)
    fresh = [
        Actor(
            key=one.key[:300],
            name=new_name(one)[:300],
            sort=sort_of(one.key, one.sorts).value,
            wikidata=BY_KEY[one.key].wikidata
            if one.key in BY_KEY and BY_KEY[one.key].wikidata in free
            else "",
            organisation=organisation_of(one.key, known),
        )
        for one in missing
    ]
    give_slugs(fresh, taken)
    return Actor.objects.bulk_create(fresh)


def free_items(items: Iterable[str]) -> set[str]:
    """Those of these Wikidata items that no person gave to another actor; no query for none."""
    wanted = set(items) - {""}
    return wanted - set(Actor.objects.filter(wikidata__in=wanted).values_list("wikidata", flat=True))


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
    told = [(actors[one.key], name, kind) for one in seen for name, kind in one.names.items()]
    rows = [
        ActorName(actor=actor, name=name[:300], kind=kind, normal=normal_name(name)[:300])
        for actor, name, kind in told
    ]
    ActorName.objects.bulk_create(rows, ignore_conflicts=True)
    note_kinds({(actor.pk, name[:300]): kind for actor, name, kind in told if name in ruled_names(actor)})


def ruled_names(actor: Actor) -> frozenset[str]:
    """The spellings of an actor on which people decided."""
    return frozenset(getattr(actor, "ruled_names", ()))


def note_kinds(told: Mapping[tuple[int, str], str]) -> None:
    """Note beside what people decided on spellings that the machine reads them too; no query for none."""
    if not told:
        return
    rows = ActorName.objects.filter(actor__in={pk for pk, _ in told}, name__in={name for _, name in told})
    noted = [row for row in rows if (row.actor_id, row.name) in told and row.machine == {"kind": None}]
    for row in noted:
        row.machine = {"kind": told[row.actor_id, row.name]}
    ActorName.objects.bulk_update(noted, ["machine"])


def update_actors(seen: Mapping[str, Seen], actors: Mapping[str, Actor]) -> None:
    """Show each actor by its best spelling and right sort, whichever article came first."""
    changed = []
    for key, one in seen.items():
        actor = actors[key]
        full = {*getattr(actor, "full_names", ()), *(n for n, kind in one.names.items() if kind == "full")}
        name = shown_name(key, full.difference(getattr(actor, "removed_names", ())))[:300]
        sort = sort_of(key, {Sort(actor.machine.get("sort", actor.sort)), *one.sorts}).value
        words = {"name": name, "sort": sort}
        if [field for field, value in words.items() if take_word(actor, field, value)]:
            changed.append(actor)
    if changed:
        Actor.objects.bulk_update(changed, ["name", "sort", "machine"])


def take_word(actor: Actor, field: str, value: object) -> bool:
    """Let the machine say a field of an unsaved row, beside what a person decided; whether that is new."""
    decided = field in actor.machine
    before: object = actor.machine[field] if decided else getattr(actor, COLUMNS[field])
    if decided:
        actor.machine = {**actor.machine, field: value}
    else:
        setattr(actor, COLUMNS[field], value)
    return before != value


def seed_known(entries: Iterable[Known] = tuple(KNOWN)) -> int:
    """Keep the registry's actors with all their spellings; how many are new. Safe to run again."""
    known = list(entries)
    seen = {one.key: Seen(one.key, {one.sort}, dict(one.spellings)) for one in known}
    before = Actor.objects.count()
    actors = save_actors(seen)
    placed = [actors[one.key] for one in known if place_under_body(one, actors)]
    if placed:
        Actor.objects.bulk_update(placed, ["organisation", "machine"])
    return Actor.objects.count() - before


def place_under_body(entry: Known, actors: Mapping[str, Actor]) -> bool:
    """Put an actor under the body the registry names; whether that changed it."""
    body = actors.get(normal_name(entry.organisation)) if entry.organisation else None
    return body is not None and take_word(actors[entry.key], "organisation", body.pk)
