"""What the list can be filtered by: reasons, outlets and rules that wait, with how many, and people."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.db.models import CharField, Count, F, Value
from django.utils.translation import gettext as _

from claims.models import QueueItem
from claims.review.asking import ME, NOBODY, OPEN, Asked
from claims.review.people import find_people

MOST = 100  # outlets and rules named, those with most to review first


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: its name, how many items wait under it (None: not counted), and its query."""

    value: str
    name: str
    chosen: bool
    count: int | None
    query: str


@dataclass(frozen=True, slots=True)
class Choices:
    """All filters of the list; `total` is how many items are open."""

    total: int
    states: tuple[Choice, ...]
    reasons: tuple[Choice, ...]
    outlets: tuple[Choice, ...]
    rules: tuple[Choice, ...]
    people: tuple[Choice, ...]


def find_choices(asked: Asked) -> Choices:
    """The filters with what is chosen of each; two queries. What is open shows only reasons in use."""
    counted = count_open()
    reasons = {word: n for word, _name, n in counted["reason"]}
    names: list[tuple[str, str]] = [(value, str(name)) for value, name in QueueItem.Reason.choices]
    everybody = [(ME, _("saya")), (NOBODY, _("belum ditugaskan")), *named(find_people())]
    held = [(value, name, reasons.get(value, 0)) for value, name in names]
    if asked.state == OPEN:
        held = [one for one in held if one[2] or one[0] == asked.reason]
    return Choices(
        total=sum(reasons.values()),
        states=choose(asked, "state", ((value, str(name), None) for value, name in QueueItem.State.choices)),
        reasons=choose(asked, "reason", [("", _("semua"), None), *held]),
        outlets=choose(asked, "outlet", counted["outlet"]),
        rules=choose(asked, "rule", counted["rule"]),
        people=choose(asked, "person", ((value, name, None) for value, name in everybody)),
    )


def named(people: Iterable[User]) -> list[tuple[str, str]]:
    """People as choices."""
    return [(str(person.pk), person.get_username()) for person in people]


def choose(asked: Asked, field: str, found: Iterable[tuple[str, str, int | None]]) -> tuple[Choice, ...]:
    """The values of one filter, counted in the list of what is open; a strange one asked for comes last."""
    chosen = getattr(asked, field)
    known = list(found)
    if chosen and field != "state" and chosen not in [value for value, _name, _n in known]:
        known.append((chosen, chosen, None))
    return tuple(
        Choice(
            value, name, value == chosen, n if asked.state == OPEN else None, query_of(asked, field, value)
        )
        for value, name, n in known
    )


def query_of(asked: Asked, field: str, value: str) -> str:
    """The address's query with one filter set otherwise, from the first page on."""
    return replace(asked, after=None, **{field: value}).query


def count_open() -> dict[str, list[tuple[str, str, int]]]:
    """How many items wait for each reason, outlet and rule, those with most first; one query."""
    columns = {
        "reason": ("reason", "reason"),
        "outlet": ("source__slug", "source__name"),
        "rule": ("rule", "rule"),
    }
    parts = [
        QueueItem.objects.open()
        .exclude(**{word: ""})
        .order_by()
        .values(what=Value(what, CharField()), word=F(word), name=F(name))
        .annotate(n=Count("pk"))
        .order_by("-n", "word")[:MOST]
        for what, (word, name) in columns.items()
    ]
    found: dict[str, list[tuple[str, str, int]]] = {what: [] for what in columns}
    for row in parts[0].union(*parts[1:], all=True):
        found[row["what"]].append((row["word"], row["name"], row["n"]))
    return {what: sorted(rows, key=lambda row: (-row[2], row[1])) for what, rows in found.items()}
