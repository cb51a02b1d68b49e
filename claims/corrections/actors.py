"""People decide about an actor: shown name, sort, organisation, Wikidata; what they say stays."""

import hashlib
import re
from collections.abc import Iterable, Mapping

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from claims.corrections.bearers import find_bearer, find_one
from claims.corrections.history import Hand, keep_review, take_back
from claims.corrections.verdicts import CannotCorrect, Stale, in_words
from claims.linking.names import normal_name
from claims.linking.namesakes import plain_key
from claims.models import Actor, Review
from claims.store.links import take_turn
from claims.store.ruled_actors import FIELDS, settle_actor

MODEL, LONGEST = "actor", 300
COLUMNS = ("name", "sort", "organisation", "wikidata")
BODIES = frozenset({"organisation", "government", "outlet"})
Value = dict[str, object]


def version_of(actor: Actor, standing: Iterable[int]) -> str:
    """Names what people decided on an actor that somebody sees, by the ids of the decisions that stand."""
    state = f"{actor.pk} {actor.successor_id} {sorted(standing)}"
    return hashlib.sha256(state.encode()).hexdigest()[:20]


def open_actor(pk: int, seen: str | None) -> Actor:
    """The actor, locked for a decision; raises CannotCorrect where merged away, Stale where it changed."""
    take_turn()
    actor = Actor.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=pk)
    if actor.successor_id:
        raise CannotCorrect(_("Aktor ini sudah digabung ke yang lain. Buka halaman penerusnya."))
    decided = Review.objects.filter(model=MODEL, row=pk)
    standing = decided.standing().filter(field__in=FIELDS).values_list("pk", flat=True)
    if seen is not None and seen != version_of(actor, standing):
        last = decided.select_related("user", "undone_by").order_by("-pk").first()
        raise Stale((last.undone_by or last.user).get_username() if last else "")
    return actor


def plain_words(words: str) -> str:
    """Typed words as a column holds them."""
    return " ".join(words.replace("\0", "").split())


@transaction.atomic
def correct_actor(pk: int, words: Mapping[str, str], hand: Hand, seen: str | None = None) -> list[Review]:
    """Put right the columns whose words differ, a Review each; raises CannotCorrect, changing nothing."""
    actor = open_actor(pk, seen)
    parsing = {"name": parse_name, "sort": parse_sort, "organisation": parse_body, "wikidata": parse_item}
    before = values_of(actor)
    after = {field: parsing[field](actor, plain_words(words[field])) for field in COLUMNS if field in words}
    changed = {field: value for field, value in after.items() if value[field] != before[field][field]}
    if not changed:
        raise CannotCorrect(_("Tidak ada yang berubah."))
    reviews = [
        keep_review(hand, (MODEL, pk, field), before[field], value) for field, value in changed.items()
    ]
    settle(actor)
    return reviews


def settle(actor: Actor) -> None:
    """Bring the rows in line with the decisions that stand; what the record refuses is said in words."""
    with in_words():
        settle_actor(actor)


def values_of(actor: Actor) -> dict[str, Value]:
    """What stands in each column."""
    return {
        "name": {"name": actor.name},
        "sort": {"sort": actor.sort},
        "organisation": {
            "organisation": actor.organisation_id,
            "words": actor.organisation.name if actor.organisation else "",
        },
        "wikidata": {"wikidata": actor.wikidata},
    }


def parse_name(actor: Actor, words: str) -> Value:
    """The name to show; whoever is printed so is this actor from now on, where nobody else bears it."""
    form = check_name(words, "name")
    leads = form != plain_key(actor.key) and actor.sort != "unnamed" and not find_bearer(actor, words)
    return {"name": words, "leads": leads and not actor.names.filter(name=words).exists()}


def check_name(words: str, field: str) -> str:
    """The normal form of a name that a column holds and that names somebody."""
    if len(words) > LONGEST:
        raise CannotCorrect(_("Terlalu panjang."), field)
    form = normal_name(words)
    if not form:
        raise CannotCorrect(_("Tulis namanya, dengan huruf."), field)
    return form


def parse_sort(actor: Actor, words: str) -> Value:
    """One of the sorts; an actor joined with others stays on its side of named and unnamed."""
    if words not in Actor.SortChoice.values:
        raise CannotCorrect(_("Pilih salah satu dari daftar."), "sort")
    crossing = "unnamed" in (words, actor.sort) and words != actor.sort
    if crossing and actor.merged.exists():
        raise CannotCorrect(
            _("Aktor ini gabungan beberapa aktor. Urungkan gabungannya dahulu."), field="sort"
        )
    return {"sort": words}


def parse_body(actor: Actor, words: str) -> Value:
    """The body that an actor belongs to, by any of its names; nothing for none."""
    if actor.organisation and words == actor.organisation.name:
        return values_of(actor)["organisation"]
    if not words:
        return {"organisation": None, "words": ""}
    body = find_one(words, "organisation")
    if actor.pk in {body.pk, body.organisation_id}:
        raise CannotCorrect(_("Aktor tidak dapat menjadi bagian dari dirinya sendiri."), "organisation")
    if body.sort not in BODIES:
        raise CannotCorrect(_("Pilih organisasi, pemerintah atau media."), "organisation")
    return {"organisation": body.pk, "words": body.name}


def parse_item(actor: Actor, words: str) -> Value:
    """A Wikidata item that no other actor has, had or would have once decisions are undone."""
    item = words.upper().removeprefix("HTTPS://WWW.WIKIDATA.ORG/WIKI/")
    if item and not re.fullmatch(r"Q[1-9][0-9]{0,13}", item):
        raise CannotCorrect(_("Tulis seperti Q42, huruf Q lalu angka."), "wikidata")
    decided = Review.objects.standing().filter(model=MODEL, field="wikidata", after__wikidata=item)
    holding = Q(wikidata=item) | Q(machine__wikidata=item) | Q(pk__in=decided.values("row"))
    holder = Actor.objects.filter(holding).exclude(pk=actor.pk).first() if item else None
    if holder:
        raise CannotCorrect(_("%(item)s milik %(name)s.") % {"item": item, "name": holder.name}, "wikidata")
    return {"wikidata": item}


@transaction.atomic
def undo_correction(review: Review, by: User) -> None:
    """Take a correction of an actor back: then the last one that remains speaks, else the machine."""
    take_turn()
    take_back(review, by)
    settle(Actor.objects.select_for_update().get(pk=review.row))
