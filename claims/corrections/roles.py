"""People decide about the roles of an actor: add one, put its words, body or days right, remove one."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from claims.corrections.actors import LONGEST, MODEL, open_actor, plain_words, settle
from claims.corrections.bearers import find_one
from claims.corrections.history import Hand, keep_review
from claims.corrections.parsing import parse_day
from claims.corrections.verdicts import CannotCorrect
from claims.models import Actor, Affiliation, Review
from claims.store.ruled_actors import DAYS, days_of

FIELD = "role"
Told = dict[str, Any]


@transaction.atomic
def add_role(pk: int, words: Mapping[str, str], hand: Hand, seen: str | None = None) -> Review:
    """Say that an actor holds or held a role; raises CannotCorrect, changing nothing."""
    actor = open_actor(pk, seen)
    told = parse_role(words, None)
    check_free(actor, told["role"], told["organisation"], None)
    row = Affiliation.objects.create(actor=actor, role=told["role"], organisation_id=told["organisation"])
    row.machine = {"role": row.role, "organisation": row.organisation_id, "days": None, "agreed": None}
    row.save()
    after = told if told["first_seen"] or told["last_seen"] else without_days(told)
    review = keep_review(
        hand, (MODEL, pk, FIELD), None, {"id": row.pk, **after, "words": in_one_line(told, words)}
    )
    settle(actor)
    return review


@transaction.atomic
def correct_role(pk: int, row: int, words: Mapping[str, str], hand: Hand, seen: str | None = None) -> Review:
    """Put right what differs of a role: its words, its body, its days; raises CannotCorrect."""
    actor = open_actor(pk, seen)
    held = find_role(actor, row)
    before, told = told_of(held), parse_role(words, held)
    changed = {name: value for name, value in told.items() if before[name] != value}
    if not changed:
        raise CannotCorrect(_("Tidak ada yang berubah."), FIELD)
    if changed.keys() & set(DAYS):  # both days are decided at once, so that they stay in order
        changed |= {day: told[day] for day in DAYS}
    if changed.keys() & {"role", "organisation"}:
        check_free(actor, told["role"], told["organisation"], held)
    body = held.organisation.name if held.organisation else ""
    change = (
        {"words": in_one_line(before, {"organisation": body})},
        {"id": row, **changed, "words": in_one_line(told, words)},
    )
    review = keep_review(hand, (MODEL, pk, FIELD), *change)
    settle(actor)
    return review


@transaction.atomic
def remove_role(pk: int, row: int, hand: Hand, seen: str | None = None) -> Review:
    """Say that an actor never held a role; the machine does not bring it back."""
    actor = open_actor(pk, seen)
    held = find_role(actor, row)
    body = held.organisation.name if held.organisation else ""
    before = {"words": in_one_line(told_of(held), {"organisation": body})}
    review = keep_review(hand, (MODEL, pk, FIELD), before, {"id": row, "removed": True, "words": ""})
    settle(actor)
    return review


def parse_role(words: Mapping[str, str], held: Affiliation | None) -> Told:
    """The columns of a role as somebody typed them."""
    role, body = plain_words(words.get("role", "")), plain_words(words.get("organisation", ""))
    if not role:
        raise CannotCorrect(_("Tulis jabatannya."), FIELD)
    if len(role) > LONGEST:
        raise CannotCorrect(_("Terlalu panjang."), FIELD)
    first, last = (parse_role_day(words.get(day, ""), day) for day in DAYS)
    if first and last and first > last:
        raise CannotCorrect(_("Hari pertama tidak boleh sesudah hari terakhir."), "last_seen")
    return {
        "role": role,
        "organisation": parse_role_body(body, held),
        "first_seen": first,
        "last_seen": last,
    }


def parse_role_day(words: str, field: str) -> str | None:
    """A day as a date field sends it; the trouble is said at the field it came from."""
    try:
        return parse_day(plain_words(words))
    except CannotCorrect as error:
        raise CannotCorrect(str(error), field) from error


def parse_role_body(words: str, held: Affiliation | None) -> int | None:
    """The id of the body a role belongs to; what stood there stays where its name was not touched."""
    if held and held.organisation and words == held.organisation.name:
        return held.organisation_id
    return find_one(words, "body").pk if words else None


def told_of(held: Affiliation) -> Told:
    """The columns of a role as they stand."""
    days = dict(zip(DAYS, days_of(held), strict=True))
    return {"role": held.role, "organisation": held.organisation_id, **days}


def without_days(told: Told) -> Told:
    """A role that the machine's days may follow."""
    return {name: value for name, value in told.items() if name not in DAYS}


def in_one_line(told: Told, words: Mapping[str, str]) -> str:
    """A role as the history tells it."""
    first, last = (told[day] for day in DAYS)
    days = (first or "") if first == last else f"{first or '...'} - {last or '...'}"
    return ", ".join(filter(None, [told["role"], plain_words(words.get("organisation", "")), days]))


def find_role(actor: Actor, row: int) -> Affiliation:
    """A role that stands."""
    rows: QuerySet[Affiliation] = actor.affiliations.filter(pk=row, refused=False)
    held = rows.select_related("organisation").first()
    if held is None:
        raise CannotCorrect(_("Jabatan itu tidak ada lagi. Muat ulang halamannya."))
    return held


def check_free(actor: Actor, role: str, body: int | None, held: Affiliation | None) -> None:
    """Raises CannotCorrect where another role is the same, or came to be so once decisions are undone.

    A role that only the machine knows is taken in by the one that is put right.
    """
    decided = Review.objects.standing().filter(model=MODEL, row=actor.pk, field=FIELD)
    said = [review.after or {} for review in decided]
    for row in actor.affiliations.all():
        if (held and row.pk == held.pk) or (held and not row.machine):
            continue
        ever = [one for one in said if one["id"] == row.pk]
        if role in set(ever_told(row, ever, "role")) and body in set(ever_told(row, ever, "organisation")):
            words = _("Jabatan itu dihapus redaktur. Urungkan keputusannya untuk memunculkannya lagi.")
            raise CannotCorrect(words if row.refused else _("Jabatan itu sudah ada."), FIELD)


def ever_told(row: Affiliation, said: list[Told], name: str) -> Iterator[str | int | None]:
    """All that a column of a role is, was or may be again."""
    yield row.role if name == "role" else row.organisation_id
    if row.machine:
        yield row.machine[name]
    yield from (one[name] for one in said if name in one)
