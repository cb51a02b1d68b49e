"""An actor as editors work on it: every field, spelling and role with the machine's word beside."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BigIntegerField, F, OuterRef, Q, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from claims.corrections.actors import COLUMNS, version_of
from claims.corrections.decisions import HISTORY, Decision, told_as_decisions
from claims.corrections.wording import sort_name
from claims.curation.actor_said import Said, find_own
from claims.curation.alike import Candidate, find_alike
from claims.curation.said_often import UNHEARD, Heard, find_heard
from claims.filters import Cursor
from claims.models import Actor, ActorName, Affiliation, Review
from claims.review.showing import FieldShown
from claims.store.ruled_actors import FIELDS

LOOKED_AT = 100
Words = Mapping[str, str]
KINDS = dict(ActorName.KindChoice.choices)


@dataclass(frozen=True, slots=True)
class Shown:
    """A spelling or a role: the row, and the machine's word where a person decided on it.

    `tried` are the words of a form about it that was refused.
    """

    row: Any
    tried: Words
    machine: str = ""
    decided: bool = False
    agrees: bool = True

    @property
    def mark(self) -> str:
        """Its id as a form says it."""
        return str(self.row.pk)


@dataclass(frozen=True, slots=True)
class ActorShown:
    """An actor as editors work on it; `next` is the cursor of what it said before."""

    actor: Actor
    fields: tuple[FieldShown, ...]
    spellings: tuple[Shown, ...]
    roles: tuple[Shown, ...]
    candidates: tuple[Candidate, ...]
    heard: Heard
    joined: tuple[Decision, ...]
    history: tuple[Decision, ...]
    said: tuple[Said, ...]
    next: str
    seen: str


def find_actor(slug: str) -> Actor | None:
    """The actor at this address with its body and successor; one query."""
    body = Cast(KeyTextTransform("organisation", OuterRef("machine")), BigIntegerField())
    decided = Review.objects.standing().filter(model="actor", row=OuterRef("pk"), field__in=FIELDS)
    known = Actor.objects.select_related("successor", "organisation").annotate(
        machine_body=Subquery(Actor.objects.filter(pk=body).values("name")),
        standing=ArraySubquery(decided.values("pk")),
    )
    return known.filter(slug=slug).first()


def show_actor(actor: Actor, typed: Words, wrong: str = "", cursor: Cursor | None = None) -> ActorShown:
    """All that the page shows; six queries. `typed` are the words of a form that was refused."""
    names = sorted(actor.names.all(), key=lambda row: (row.refused, list(KINDS).index(row.kind), row.name))
    held = actor.affiliations.select_related("organisation")
    roles = list(held.order_by("refused", F("last_seen").desc(nulls_last=True), "role", "pk"))
    decisions = find_decisions(actor)
    candidates = find_alike(
        actor,
        [row.name for row in names if not row.refused],
        [row.role for row in roles if not row.refused],
    )
    heard = find_heard([actor.pk, *(one.actor.pk for one in candidates)])
    said, following = find_own(actor, cursor)
    return ActorShown(
        actor=actor,
        fields=tuple(show_field(actor, field, typed, wrong) for field in COLUMNS),
        spellings=tuple(show_spelling(row, tried(row.pk, ("kind", "unspell"), typed)) for row in names),
        roles=tuple(show_role(row, tried(row.pk, ("mend", "unrole"), typed)) for row in roles),
        candidates=tuple(replace(one, heard=heard.get(one.actor.pk, UNHEARD)) for one in candidates),
        heard=heard.get(actor.pk, UNHEARD),
        joined=tuple(one for one in decisions if is_joining(one.review)),
        history=tuple(one for one in decisions if not is_joining(one.review))[:HISTORY],
        said=tuple(said),
        next=following,
        seen=version_of(actor, getattr(actor, "standing", ())),
    )


def find_decisions(actor: Actor) -> list[Decision]:
    """The latest decisions on an actor and on those merged into it, parted from it or held apart."""
    about = (
        Q(row=actor.pk)
        | Q(field="successor", after__contains={"into": actor.pk})
        | Q(field="apart", after__contains={"actor": actor.pk})
        | Q(field="speaks", before__contains={"actors": [{"id": actor.pk}]})
    )
    found = Review.objects.filter(about, model="actor").select_related("user", "undone_by")
    return told_as_decisions(found[:LOOKED_AT])


def is_joining(review: Review) -> bool:
    """Whether a decision that stands joined actors, parted them, or holds them apart."""
    return review.undone is None and review.field in ("successor", "speaks", "apart")


def show_field(actor: Actor, field: str, typed: Words, wrong: str) -> FieldShown:
    """One column as a field of the form."""
    body = actor.organisation.name if actor.organisation else ""
    words = {"name": actor.name, "sort": actor.sort, "organisation": body, "wikidata": actor.wikidata}
    machine = str(actor.machine.get(field) or "")
    agrees = actor.machine.get(field) == (actor.organisation_id if field == "organisation" else words[field])
    names = {"sort": sort_name(machine), "organisation": getattr(actor, "machine_body", None) or ""}
    return FieldShown(
        name=field,
        label=labels()[field],
        words=typed.get(field, words[field]),
        choices=tuple((str(v), str(name)) for v, name in Actor.SortChoice.choices) if field == "sort" else (),
        machine=names.get(field, machine),
        decided=field in actor.machine,
        agrees=field not in actor.machine or agrees,
        wrong=field == wrong,
    )


def labels() -> dict[str, str]:
    """How each column of an actor is called."""
    return {
        "name": _("Nama yang ditampilkan"),
        "sort": _("Macam"),
        "organisation": _("Bagian dari"),
        "wikidata": "Wikidata",
    }


def tried(pk: int, deeds: tuple[str, ...], typed: Words) -> Words:
    """The words of a refused form, if it was about this row."""
    return typed if typed.get("deed") in deeds and typed.get("row") == str(pk) else {}


def show_spelling(row: ActorName, words: Words) -> Shown:
    """One spelling with the machine's word."""
    if not row.machine:
        return Shown(row, words)
    kind = row.machine["kind"]
    agrees = kind is None if row.refused else kind == row.kind
    machine = str(KINDS.get(kind, "")) or _("tidak mengenalnya")
    return Shown(row, words, machine, decided=True, agrees=agrees)


def show_role(row: Affiliation, words: Words) -> Shown:
    """One role with the machine's word."""
    if not row.machine:
        return Shown(row, words)
    stated, agreed = row.machine["days"], row.machine["agreed"]
    same = (row.machine["role"], row.machine["organisation"]) == (row.role, row.organisation_id)
    read = bool(agreed or (stated and same))
    days = " - ".join(day or "..." for day in stated) if stated else ""
    machine = ", ".join((row.machine["role"], days)) if stated else _("tidak membacanya")
    fixed = [row.first_seen, row.last_seen] if row.machine.get("fixed") else None
    told = [day.isoformat() if day else None for day in fixed] if fixed else None
    agrees = not (read or stated) if row.refused else read and (told is None or told in (stated, agreed))
    return Shown(row, words, machine, decided=True, agrees=agrees)
