"""Finds whom a reader means to compare: an actor or an outlet, by slug, by name, or nearly so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q

from articles.models import Source
from claims.linking.names import normal_name
from claims.models import Actor, ActorName

LONGEST, CHOICES = 120, 8  # characters of a name that are looked up; near names offered
SideKind = Literal["actor", "outlet"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two compared; `sort` is an actor's sort, empty for an outlet."""

    kind: SideKind
    pk: int
    slug: str
    name: str
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Sought:
    """What was typed for one side, who is meant by it, and (where nobody is) whose name is near."""

    words: str
    side: Side | None = None
    choices: tuple[Side, ...] = ()


def find_outlets() -> tuple[Side, ...]:
    """Every outlet, by name."""
    rows = Source.objects.order_by("name").values_list("pk", "slug", "name")
    return tuple(Side("outlet", *row) for row in rows)


def find_pair(a: str, b: str, outlets: Sequence[Side]) -> tuple[Sought, Sought]:
    """Both sides, two of one kind where the words allow it; two queries, one more for an unknown name."""
    words = [_clean(a), _clean(b)]
    found = [[side for side in outlets if _is_called(side, word)] for word in words]
    if not all(found):
        known = _find_actors([word for word in words if word])
        found = [own + known.get(word, []) for own, word in zip(found, words, strict=True)]
    kinds = [kind for kind in ("outlet", "actor") if all(kind in {s.kind for s in own} for own in found)]
    first, second = (
        _sought(word, [side for side in own if side.kind in kinds[:1]] or own, outlets)
        for word, own in zip(words, found, strict=True)
    )
    return first, second


def _clean(words: str) -> str:
    return " ".join(words.replace("\0", "").split())[:LONGEST]


def _is_called(side: Side, word: str) -> bool:
    return word.casefold() in {side.slug.casefold(), side.name.casefold()}


def _sought(word: str, found: Sequence[Side], outlets: Sequence[Side]) -> Sought:
    if found or not word:
        return Sought(word, found[0] if found else None)
    near = [side for side in outlets if word.casefold() in side.name.casefold()]
    return Sought(word, None, (*near, *_find_near(word))[:CHOICES])


def _find_actors(words: Sequence[str]) -> dict[str, list[Side]]:
    """Actors that these words name exactly, by slug or by any of their names; a merged one's successor."""
    normals = {normal_name(word): word for word in words}
    named = (
        ActorName.objects.standing()
        .filter(normal__in=[n for n in normals if n])
        .values_list("normal", "actor")
    )
    by_actor = {pk: normals[normal] for normal, pk in named.order_by("actor")[: 2 * CHOICES]}
    slugs = {word.casefold(): word for word in words}
    actors = Actor.objects.filter(Q(slug__in=slugs) | Q(pk__in=by_actor)).select_related("successor")
    found: dict[str, list[Side]] = {}
    for actor in actors.order_by("pk"):
        for word in {slugs.get(actor.slug), by_actor.get(actor.pk)} - {None}:
            found.setdefault(str(word), []).append(_side(actor.successor or actor))
    return found


def _find_near(word: str) -> Iterable[Side]:
    """Actors one of whose names holds words like these, the likest first."""
    likeness = TrigramWordSimilarity(word, "name")
    names = ActorName.objects.standing().filter(name__trigram_word_similar=word, actor__successor=None)
    near = names.select_related("actor").order_by(likeness.desc(), "actor_id")[: 2 * CHOICES]
    return dict.fromkeys(_side(name.actor) for name in near)


def _side(actor: Actor) -> Side:
    return Side("actor", actor.pk, actor.slug, actor.name, actor.sort)
