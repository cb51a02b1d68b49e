"""Joins two actors that are one, and parts them again; what they said is linked anew each time."""

from django.db import transaction
from django.db.models import Q

from claims.linking.namesakes import plain_key
from claims.models import Actor, Report
from claims.store.links import relink_topics
from claims.store.namesakes import topics_of_names


class NotMergeable(ValueError):
    """Two actors cannot be joined; the message says why."""


@transaction.atomic
def merge_actors(gone: Actor, kept: Actor) -> int:
    """Let `kept` stand for `gone`, whose address redirects from now on; how many reports were linked anew.

    Raises NotMergeable for an actor with itself, for a kept one that was merged away, and where an
    unnamed voice would become a person.
    """
    if gone.pk == kept.pk or kept.successor_id is not None:
        raise NotMergeable("choose another actor that stands: this one is the same or was merged away")
    if Actor.SortChoice.UNNAMED in (gone.sort, kept.sort) and gone.sort != kept.sort:
        raise NotMergeable("an unnamed voice is never merged into a named actor")
    Actor.objects.filter(Q(pk=gone.pk) | Q(successor=gone)).update(successor=kept)
    gone.successor = kept
    return relink_topics(topics_of(gone, kept))


@transaction.atomic
def split_actor(gone: Actor) -> int:
    """Undo a merge: the actor stands for itself again; how many reports were linked anew."""
    kept = gone.successor
    if kept is None:
        raise NotMergeable("this actor was not merged: there is nothing to undo")
    Actor.objects.filter(pk=gone.pk).update(successor=None)
    gone.successor = None
    return relink_topics(topics_of(gone, kept))


def topics_of(*actors: Actor) -> set[str]:
    """The topics in which any of these actors speaks or is spoken for, or may speak under a shared name."""
    speaking = Q(utterance__actor__in=actors) | Q(utterance__on_behalf_of__in=actors)
    rows = Report.objects.current().filter(speaking).exclude(topic="")
    shared = {plain_key(actor.key) for actor in actors if plain_key(actor.key) != actor.key}
    return set(rows.values_list("topic", flat=True)) | (topics_of_names(shared) if shared else set())
