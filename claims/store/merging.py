"""Joins two actors, claims or utterances that are one, by hand; what they said is linked anew each time."""

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from claims.models import Actor, Claim, Review, Utterance
from claims.store.links import relink_topics, take_turn
from claims.store.places import Pin, places_of
from claims.store.rulings import keep_review
from claims.store.standing import (
    claim_of,
    find_distinct,
    reports_of_claim,
    reports_of_utterances,
    topics_of,
    topics_of_actors,
)
from claims.store.verdicts import NotMergeable


@transaction.atomic
def merge_actors(into: Actor, other: Actor, by: User, reason: str = "") -> Review:
    """Let `into` stand for `other`, whose address redirects from now on; `undo` parts them again.

    Raises NotMergeable for an actor with itself, for one that was merged away already, and where an
    unnamed voice would become a named actor. Nothing is changed then.
    """
    take_turn()
    for actor in (into, other):
        actor.refresh_from_db()
    check_two_that_stand(into, other)
    if Actor.SortChoice.UNNAMED in (into.sort, other.sort) and into.sort != other.sort:
        raise NotMergeable(_("Penutur tanpa nama tidak dapat digabung dengan aktor bernama."))
    check_not_apart(into, other)
    topics = topics_of_actors(into, other)
    change = ({"name": other.name}, {"into": into.pk, "name": into.name})
    review = keep_review(by, reason, ("actor", other.pk, "successor"), change)
    Actor.objects.filter(Q(pk=other.pk) | Q(successor=other)).update(successor=into)
    other.successor = into
    relink_topics(topics)
    return review


@transaction.atomic
def keep_actors_apart(one: Actor, other: Actor, by: User, reason: str = "") -> Review:
    """Remember that two actors are not one: they are not proposed or merged until `undo` forgets it.

    Raises NotMergeable for an actor with itself, one that was merged away, and a pair already kept apart.
    """
    take_turn()
    for actor in (one, other):
        actor.refresh_from_db()
    check_two_that_stand(one, other)
    if find_apart(one, other):
        raise NotMergeable(_("Keduanya sudah dinyatakan bukan aktor yang sama."))
    change = ({"name": one.name}, {"actor": other.pk, "name": other.name})
    return keep_review(by, reason, ("actor", one.pk, "apart"), change)


def check_not_apart(into: Actor, other: Actor) -> None:
    """Raises NotMergeable where a person said that two actors, or ones merged into them, are not one."""
    if apart := find_apart(into, other):
        words = _("%(who)s menyatakan keduanya bukan aktor yang sama. Urungkan dahulu keputusan itu.")
        raise NotMergeable(words % {"who": apart.user.get_username()})


def find_apart(one: Actor, other: Actor) -> Review | None:
    """The decision that stands between two actors or any merged into them; None where there is none."""
    sides = [
        set(Actor.objects.filter(Q(pk=actor.pk) | Q(successor=actor)).values_list("pk", flat=True))
        for actor in (one, other)
    ]
    decided = Review.objects.standing().filter(model="actor", field="apart", row__in=sides[0] | sides[1])
    for review in decided.select_related("user"):
        held = (review.after or {})["actor"]
        if any(review.row in ours and held in theirs for ours, theirs in (sides, sides[::-1])):
            return review
    return None


@transaction.atomic
def merge_claims(into: Claim, other: Claim, by: User, reason: str = "") -> Review:
    """Make two claims one that keeps the id of `into`; the address of `other` redirects for ever.

    All their reports stay together in every later linking and reading, until a later decision parts them
    or `undo` takes this one back. Raises NotMergeable for a claim with itself, one that was merged away
    already (so no ring can come about), one without reports, and two of which somebody said that they are
    not the same. Nothing is changed then.
    """
    take_turn()
    for claim in (into, other):
        claim.refresh_from_db()
    check_two_that_stand(into, other)
    reports = reports_of_claim(other), reports_of_claim(into)
    gone, kept = (places_of(some) for some in reports)
    if not gone or not kept:
        raise NotMergeable(_("Klaim tanpa laporan tidak dapat digabung."))
    if find_distinct(into, other):
        words = _("Kedua klaim ini ditandai bukan klaim yang sama. Urungkan tanda itu dulu.")
        raise NotMergeable(words)
    change = ({"title": other.title}, {"into": into.pk, "title": into.title})
    review = keep_review(by, reason, ("claim", other.pk, "successor"), change, (gone, kept))
    relink_topics(topics_of(*reports), [Pin("claim", into.pk, gone | kept)])
    for claim in (into, other):
        claim.refresh_from_db()
    return review


@transaction.atomic
def merge_utterances(into: Utterance, other: Utterance, by: User, reason: str = "") -> Review:
    """Make two utterances one occasion that keeps the id of `into`; the other points to it for ever.

    Raises NotMergeable for an utterance with itself, one that was merged away already, one without
    reports, and two of different speakers or about different claims: merge those first.
    """
    take_turn()
    for utterance in (into, other):
        utterance.refresh_from_db()
    check_two_that_stand(into, other)
    if into.actor_id != other.actor_id:
        raise NotMergeable(_("Kedua ujaran berbeda penuturnya. Gabungkan dulu aktornya."))
    if claim_of(into) != claim_of(other):
        raise NotMergeable(_("Kedua ujaran menyangkut klaim yang berbeda. Gabungkan dulu klaimnya."))
    reports = reports_of_utterances([other]), reports_of_utterances([into])
    gone, kept = (places_of(some) for some in reports)
    if not gone or not kept:
        raise NotMergeable(_("Ujaran tanpa laporan tidak dapat digabung."))
    change = ({"utterance": str(other)}, {"into": into.pk, "utterance": str(into)})
    review = keep_review(by, reason, ("utterance", other.pk, "successor"), change, (gone, kept))
    relink_topics(topics_of(*reports), [Pin("utterance", into.pk, gone | kept)])
    for utterance in (into, other):
        utterance.refresh_from_db()
    return review


def check_two_that_stand(into: Actor | Claim | Utterance, other: Actor | Claim | Utterance) -> None:
    """Two different rows, neither merged away: with that, no merge can ever run in a ring."""
    if into.pk == other.pk:
        raise NotMergeable(_("Tidak dapat digabung dengan dirinya sendiri. Pilih yang lain."))
    if into.successor_id is not None:
        raise NotMergeable(_("Tujuan sudah digabung ke yang lain. Pilih penerusnya."))
    if other.successor_id is not None:
        raise NotMergeable(_("Yang ini sudah digabung ke yang lain. Muat ulang halamannya."))
