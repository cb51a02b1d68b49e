"""Parts by hand what linking or a person joined wrongly, and says who speaks; linked anew each time."""

import hashlib
from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from claims.linking.names import normal_name
from claims.linking.namesakes import plain_key, split_key
from claims.models import Actor, Claim, Report, Review, Utterance
from claims.store.actors import give_slugs, slug_of
from claims.store.carrying import same_words
from claims.store.links import relink_topics, take_turn
from claims.store.places import Pin, Place, places_of
from claims.store.ruled_actors import settle_actor
from claims.store.rulings import keep_review
from claims.store.standing import (
    claim_of,
    find_distinct,
    reports_of_claim,
    reports_of_utterances,
    topics_of,
    topics_of_actors,
)
from claims.store.verdicts import NotMergeable, NotSplittable


@transaction.atomic
def split_claim(claim: Claim, utterances: Sequence[Utterance], by: User, reason: str = "") -> Review:
    """Take utterances out of a claim: together they make another one, found as `review.after["claim"]`.

    They are never linked with the rest again until a later decision says so or `undo` takes this one back.
    Raises NotSplittable where nothing would remain, nothing is taken out, or an utterance is not there.
    """
    take_turn()
    claim.refresh_from_db()
    whole = reports_of_claim(claim)
    taken, rest = part_of(whole, reports_of_utterances(utterances))
    if not all(claim_of(utterance) == claim for utterance in utterances):
        raise NotSplittable(_("Ujaran ini tidak lagi termasuk klaim itu. Muat ulang halamannya."))
    review = keep_review(
        by, reason, ("claim", claim.pk, "apart"), ({"title": claim.title}, {}), (taken, rest)
    )
    moved = list(reports_of_utterances(utterances).values_list("pk", flat=True))
    relink_topics(topics_of(whole), [Pin("claim", claim.pk, rest)])
    utterance = Report.objects.select_related("utterance").get(pk=moved[0]).utterance
    fresh = claim_of(utterance) if utterance else None
    review.after = {"claim": fresh.pk, "title": fresh.title} if fresh else {"claim": None}
    review.save(update_fields=["after"])
    return review


@transaction.atomic
def split_utterance(utterance: Utterance, reports: Sequence[Report], by: User, reason: str = "") -> Review:
    """Take reports out of an utterance: together they make another one, `review.after["utterance"]`.

    The same words in other revisions of their articles go with them: they are the same occasion.
    Raises NotSplittable where no report would remain, none is taken out, or one is not of this utterance.
    """
    take_turn()
    whole = reports_of_utterances([utterance])
    given = [report.pk for report in reports]
    same = [report.pk for report in same_words(reports) if report.utterance_id == utterance.pk]
    asked = Report.objects.current().filter(pk__in=[*given, *same])
    taken, rest = part_of(whole, asked)
    if asked.exclude(utterance=utterance).exists():
        raise NotSplittable(_("Laporan ini tidak lagi termasuk ujaran itu. Muat ulang halamannya."))
    place = ("utterance", utterance.pk, "apart")
    review = keep_review(by, reason, place, ({"utterance": str(utterance)}, {}), (taken, rest))
    relink_topics(topics_of(whole), [Pin("utterance", utterance.pk, rest)])
    review.after = {"utterance": asked.values_list("utterance", flat=True)[0]}
    review.save(update_fields=["after"])
    return review


def part_of(whole: QuerySet[Report], part: QuerySet[Report]) -> tuple[frozenset[Place], frozenset[Place]]:
    """The places of a part and of the rest; both must hold something."""
    taken, everything = places_of(part), places_of(whole)
    if not taken:
        raise NotSplittable(_("Pilih sedikitnya satu laporan untuk dipisahkan."))
    if not everything - taken:
        raise NotSplittable(_("Laporan terakhir tidak dapat dipisahkan: tidak ada yang tersisa."))
    return taken, everything - taken


@transaction.atomic
def keep_claims_apart(one: Claim, other: Claim, by: User, reason: str = "") -> Review:
    """Remember that two claims are not one: nobody and nothing joins them; `undo` forgets it.

    Raises NotMergeable for a claim with itself, one that has no reports, and where it was said before.
    """
    take_turn()
    if find_distinct(one, other):
        raise NotMergeable(_("Sudah ditandai sebagai bukan klaim yang sama."))
    ours, theirs = reports_of_claim(one), reports_of_claim(other)
    sides = places_of(ours), places_of(theirs)
    if one.pk == other.pk or not sides[0] or not sides[1]:
        raise NotMergeable(_("Pilih dua klaim berbeda yang masing-masing punya laporan."))
    change = ({"title": one.title}, {"claim": other.pk, "title": other.title})
    review = keep_review(by, reason, ("claim", one.pk, "distinct"), change, sides[::-1])
    relink_topics(topics_of(ours, theirs), [Pin("claim", one.pk, sides[0]), Pin("claim", other.pk, sides[1])])
    return review


@transaction.atomic
def assign_speaker(
    reports: Sequence[Report], actor: Actor | None, by: User, reason: str = "", name: str = ""
) -> Review:
    """Say who speaks in these reports: a known actor, or with None a new one of this name.

    For undecided names (`Report.objects.undecided()`) and for words put under a namesake, with the same words
    in other revisions of the article. Without a `name`,
    a new actor bears the one that the first report gives. The actor is `review.row`. Raises NotSplittable
    where no report is given, or no name.
    """
    take_turn()
    chosen = Report.objects.current().filter(pk__in=[report.pk for report in same_words(reports)])
    places = places_of(chosen)
    if not places:
        raise NotSplittable(_("Pilih sedikitnya satu laporan."))
    speakers = list(Actor.objects.filter(utterances__reports__in=chosen).distinct())
    topics = topics_of(chosen) | topics_of_actors(*speakers)
    name = "" if actor else name.replace("\0", "")
    actor = actor.successor or actor if actor else make_actor(chosen, name)
    change = ({"actors": [{"id": one.pk, "name": one.name} for one in speakers]}, {"name": actor.name})
    review = keep_review(by, reason, ("actor", actor.pk, "speaks"), change, (places,), actor=actor)
    relink_topics(topics)
    if name:
        name_actor(actor, name, by, reason)
    return review


def name_actor(actor: Actor, name: str, by: User, reason: str) -> None:
    """Let a new actor go on being called as its maker said, where linking would show what was printed."""
    actor.refresh_from_db()
    shown = " ".join(name.split())[:300]
    if actor.name != shown:
        change = ({"name": actor.name}, {"name": shown, "leads": False})
        keep_review(by, reason, ("actor", actor.pk, "name"), change)
        settle_actor(actor)


def split_actor(
    actor: Actor, reports: Sequence[Report], by: User, reason: str = "", name: str = ""
) -> Review:
    """Take reports away from an actor who is really two: they are spoken by a new actor, `review.row`.

    The new one bears the same name unless another is given. Raises NotSplittable where a report is not
    spoken by this actor, or where none would remain. A wrong merge is parted by `undo` instead.
    """
    whole = Report.objects.current().filter(utterance__actor=actor)
    asked = whole.filter(pk__in=[report.pk for report in reports])
    part_of(whole, asked)
    if asked.count() != len(reports):
        raise NotSplittable(_("Laporan ini tidak lagi diucapkan aktor itu. Muat ulang halamannya."))
    return assign_speaker(list(asked), None, by, reason, name or actor.name)


def make_actor(reports: QuerySet[Report], name: str) -> Actor:
    """A new actor for the speaker of these reports, apart from whoever else bears the name."""
    first = reports.order_by("published", "pk")[0]
    shown = " ".join((name or first.speaker_name).split())[:300]
    if not shown:
        raise NotSplittable(_("Beri nama untuk aktor baru itu."))
    place = f"{first.revision_id} {first.start} {first.ordinal} {Review.objects.count()}"
    mark = hashlib.sha256(place.encode()).hexdigest()[:8]
    key = split_key(plain_key(normal_name(shown)), mark)[:300]
    actor = Actor(key=key, name=shown, sort=first.speaker_sort or Actor.SortChoice.PERSON)
    give_slugs([actor], set(Actor.objects.filter(slug=slug_of(shown)).values_list("slug", flat=True)))
    actor.save()
    return actor
