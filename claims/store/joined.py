"""Knows which keys stand for other actors, because people joined actors or said that a spelling is theirs."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Value
from django.db.models.functions import Coalesce

from claims.linking.names import normal_name
from claims.linking.values import Joined
from claims.models import Actor, ActorName, Review


def joined_keys(moment: datetime | None = None) -> Joined:
    """The keys that people gave to other actors, now (one query) or as it stood at a moment."""
    if moment is not None:
        return joined_keys_at(moment)
    gone = Actor.objects.exclude(successor=None).exclude(key="")
    leading = ActorName.objects.filter(leads=True).values_list(
        "normal", Coalesce("actor__successor__key", "actor__key"), Value(value=True)
    )
    rows = list(gone.values_list("key", "successor__key", Value(value=False)).union(leading))
    return Joined(
        merged={key: kept for key, kept, spelt in rows if kept and not spelt},
        spelt={key: kept for key, kept, spelt in rows if kept and spelt},
    )


def joined_keys_at(moment: datetime) -> Joined:
    """The same as decisions stood at a moment; what was merged without a decision counts from ever."""
    decided = Review.objects.filter(model="actor", field="successor")
    parents = {review.row: (review.after or {})["into"] for review in decided.standing(moment)}
    keys = dict(Actor.objects.exclude(key="").values_list("pk", "key"))
    merged = Actor.objects.exclude(successor=None).exclude(pk__in=decided.values("row"))
    parents |= dict(merged.values_list("pk", "successor"))
    roots = {pk: find_root(pk, parents) for pk in keys}
    return Joined(
        merged={keys[pk]: keys[root] for pk, root in roots.items() if root != pk and root in keys},
        spelt={form: keys[roots[pk]] for form, pk in leading_at(moment).items() if roots.get(pk) in keys},
    )


def leading_at(moment: datetime) -> dict[str, int]:
    """The normal forms of the spellings that people had given by then, each to the actor's id."""
    decided = Review.objects.standing(moment).filter(model="actor", field__in=("name", "spelling"))
    leads: dict[tuple[int, str], bool] = {}
    for review in decided.order_by("at", "pk"):
        after = review.after or {}
        place = (review.row, after.get("spelling") or after["name"])
        removed = after.get("kind", "") is None
        leads[place] = not removed and (after.get("leads", False) or leads.get(place, False))
    return {normal_name(name): pk for (pk, name), leading in leads.items() if leading}


def find_root(pk: int, parents: Mapping[int, int]) -> int:
    """Where the way from one row to its parents ends."""
    while pk in parents:
        pk = parents[pk]
    return pk
