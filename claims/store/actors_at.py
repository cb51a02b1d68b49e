"""What people had decided by a moment on how actors are shown."""

from dataclasses import dataclass, field
from datetime import datetime

from claims.linking.naming import Seen, shown_name, sort_of
from claims.models import Actor, Review


@dataclass(slots=True)
class Ruled:
    """What was decided on one actor; `kinds` maps spellings to theirs, None for one that was removed."""

    name: str = ""
    sort: str = ""
    kinds: dict[str, str | None] = field(default_factory=dict)


NOTHING = Ruled()


def ruled_at(moment: datetime) -> dict[str, Ruled]:
    """What stood at a moment, by the key of the actor; two queries."""
    decided = Review.objects.standing(moment).filter(model="actor", field__in=("name", "sort", "spelling"))
    ruled: dict[int, Ruled] = {}
    for review in decided.order_by("at", "pk"):
        after, one = review.after or {}, ruled.setdefault(review.row, Ruled())
        if review.field == "spelling":
            one.kinds[after["spelling"]] = after["kind"]
        one.name, one.sort = after.get("name", one.name), after.get("sort", one.sort)
    keys = Actor.objects.filter(pk__in=ruled).exclude(key="").values_list("pk", "key")
    return {key: ruled[pk] for pk, key in keys}


def shown_at(seen: Seen, ruled: Ruled) -> tuple[str, str]:
    """The name and the sort that an actor was shown by."""
    removed = {name for name, kind in ruled.kinds.items() if kind is None}
    full = [name for name, kind in seen.names.items() if kind == "full" and name not in removed]
    return ruled.name or shown_name(seen.key, full), ruled.sort or sort_of(seen.key, seen.sorts).value
