"""What the list can be filtered by: reasons, outlets and rules that wait, with how many, and people."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.db.models import CharField, Count, F, Value
from django.utils.translation import gettext as _

from claims.models import QueueItem
from claims.review.asking import ME, NOBODY, OPEN, Asked, among
from claims.review.people import find_people

Counted = tuple[str, str, int]
COLUMNS = {
    "reason": ("reason", "reason"),
    "outlet": ("source__slug", "source__name"),
    "rule": ("rule", "rule"),
}
MOST = 100  # outlets and rules named, those with most to review first


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: its name, its query, and how many items wait under it and the other filters.

    None where they are not counted.
    """

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


def find_choices(asked: Asked, user: User) -> Choices:
    """The filters with what is chosen of each; two queries. What is open shows only reasons in use."""
    counted = count_open(asked, user)
    reasons = {word: n for word, _name, n in counted["reason"]}
    names: list[tuple[str, str]] = [(value, str(name)) for value, name in QueueItem.Reason.choices]
    everybody = [(ME, _("saya")), (NOBODY, _("belum ditugaskan")), *named(find_people())]
    held = [(value, name, reasons.get(value, 0)) for value, name in names]
    if asked.state == OPEN:
        held = [one for one in held if one[2] or one[0] == asked.reason]
    return Choices(
        total=sum(n for _word, _name, n in counted["all"]),
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


def count_open(asked: Asked, user: User) -> dict[str, list[Counted]]:
    """How many items wait for each reason, outlet and rule under the other filters, and in all; one query.

    Those with most come first.
    """
    waiting = QueueItem.objects.open().order_by()
    parts = [
        among(waiting, replace(asked, after=None, **{what: ""}), user)
        .exclude(**{word: ""})
        .values(what=Value(what, CharField()), word=F(word), name=F(name))
        .annotate(n=Count("pk"))
        .order_by("-n", "word")[:MOST]
        for what, (word, name) in COLUMNS.items()
    ]
    empty = Value("", CharField())
    whole = waiting.values(what=Value("all", CharField()), word=empty, name=empty).annotate(n=Count("pk"))
    found: dict[str, list[Counted]] = {what: [] for what in (*COLUMNS, "all")}
    for row in whole.union(*parts, all=True):
        found[row["what"]].append((row["word"], row["name"], row["n"]))
    return {what: sorted(rows, key=lambda row: (-row[2], row[1])) for what, rows in found.items()}
