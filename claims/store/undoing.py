"""Takes decisions back: what they settled is linked anew as if they had never been made."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.linking.namesakes import plain_key
from claims.models import Actor, Claim, Report, Review, Stance, Utterance
from claims.store.joined import find_root
from claims.store.links import relink_topics, take_turn
from claims.store.places import Pin, Place, ruled_places
from claims.store.roles import drop_roles, stating
from claims.store.spellings import forget_lent_names
from claims.store.standing import standing_row, topics_of, topics_of_actors
from claims.store.verdicts import NotUndoable

Sides = tuple[frozenset[Place], frozenset[Place], frozenset[Place]]
MODELS: dict[str, type[Claim | Utterance]] = {"claim": Claim, "utterance": Utterance}


def before_and_after(review: Review) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a decision keeps of the time before and after it."""
    return review.before or {}, review.after or {}


@transaction.atomic
def undo(review: Review, by: User) -> Review:
    """Take back a merge, split, speaker or link decision; the ids that it ended come back where they can.

    Decisions may be undone in any order: those that still stand are heeded. The record is then what it
    would be without this decision. Raises NotUndoable where it was undone already, and for decisions of
    other sorts, which are taken back where they are made.
    """
    take_turn()
    review.refresh_from_db()
    if review.undone:
        raise NotUndoable(_("Keputusan ini sudah dibatalkan."))
    if (review.model, review.field) not in UNDOING:
        raise NotUndoable(_("Keputusan semacam ini dibatalkan di tempat ia dibuat."))
    review.undone, review.undone_by = timezone.now(), by
    review.save(update_fields=["undone", "undone_by"])
    ruled = list(review.ruled.all())
    sides = tuple(ruled_places(r for r in ruled if r.side == side) for side in range(3))
    UNDOING[review.model, review.field](review, (sides[0], sides[1], sides[2]))
    return review


def undo_actors(review: Review, _sides: Sides) -> None:
    """Let a merged actor stand for itself again, and those merged into it before point to it."""
    other, into = (Actor.objects.get(pk=pk) for pk in (review.row, before_and_after(review)[1]["into"]))
    topics = topics_of_actors(other, into, *filter(None, [into.successor]))
    standing = Review.objects.standing().filter(model="actor", field="successor")
    parents: dict[int, int] = {one.row: before_and_after(one)[1]["into"] for one in standing}
    for actor in Actor.objects.filter(pk__in=[review.row, *parents]):
        root = find_root(actor.pk, parents)
        successor = root if root != actor.pk else None
        if actor.successor_id != successor:
            Actor.objects.filter(pk=actor.pk).update(successor=successor)
    told = Report.objects.current().filter(utterance__actor=into, speaker_name__in=other.names.values("name"))
    names = forget_lent_roles(into, told)
    forget_lent_names(into, other.names.values_list("normal", flat=True))
    relink_topics(topics, names=names)


def undo_speaker(review: Review, sides: Sides) -> None:
    """Give words back to whom linking puts them; an actor made for them alone redirects to the one before."""
    actor = Actor.objects.get(pk=review.row)
    before = [one["id"] for one in before_and_after(review)[0]["actors"]]
    earlier = list(Actor.objects.filter(pk__in=before))
    reports = reports_at(*sides)
    names = forget_lent_roles(actor, reports)
    relink_topics(topics_of(reports) | topics_of_actors(actor, *earlier), names=names)
    told = Utterance.objects.filter(actor=actor, successor=None).exists()
    if " #" in actor.key and not told and len(before) == 1 and before != [actor.pk]:
        heir = earlier[0].successor or earlier[0]
        Actor.objects.filter(pk=actor.pk).update(successor=heir)


def forget_lent_roles(actor: Actor, reports: QuerySet[Report]) -> list[str]:
    """Take from an actor the roles that these reports lent it; linking gives back those that are its own.

    Gives the name whose bearers must be settled anew, where any role went.
    """
    lent = stating(actor.affiliations.all(), reports.order_by().values_list("role", flat=True))
    return [plain_key(actor.key)] if drop_roles(lent) else []


def undo_apart(_review: Review, _sides: Sides) -> None:
    """Let two actors be joined again: nothing in the record followed from their being apart."""


def undo_rows(review: Review, sides: Sides) -> None:
    """Part merged claims or utterances again, or join split ones."""
    model = MODELS[review.model]
    merged = review.field == "successor"
    kept = standing_row(model, before_and_after(review)[1]["into"] if merged else review.row)
    back = model._default_manager.filter(pk=review.row if merged else 0).exclude(successor=None)
    link_again(sides, review.model, kept, list(back.values_list("pk", flat=True)))


def undo_stance(review: Review, sides: Sides) -> None:
    """Let linking decide on a link again, as it stood before."""
    before, after = before_and_after(review)
    last = Review.objects.standing().filter(model="stance", row=review.row, field="decision").first()
    decision = before_and_after(last)[1]["decision"] if last else Stance.Decision.NONE
    Stance.objects.filter(pk=review.row).update(decision=decision, kind=before["kind"])
    home = before["claim"] if before["claim"] != after["claim"] else None
    back = Claim.objects.filter(pk=home or 0).exclude(successor=None)
    kept = standing_row(Claim, after["claim"])
    link_again(sides, "claim", kept, list(back.values_list("pk", flat=True)))
    # the utterance may have gone up into another meanwhile: a link of nobody's is held by no one
    emptied = Stance.objects.filter(pk=review.row, utterance__reports=None)
    emptied.exclude(decision=Stance.Decision.REFUSED).delete()


def undo_move(review: Review, sides: Sides) -> None:
    """Let moved utterances stand where they stood; a claim they left empty comes back with them."""
    before, after = before_and_after(review)
    moved, there, left = sides
    into, source = after["claim"], before.get("claim", 0)
    merged = Review.objects.standing().filter(model="claim", field="successor", row__in=[into, source])
    ended = set(merged.values_list("row", flat=True))
    kept = standing_row(Claim, into)
    if kept == source and into not in ended:
        kept = into
    pins = [Pin("claim", kept, there), *([Pin("claim", source, moved | left)] if source not in ended else [])]
    relink_topics(topics_of(reports_at(*sides)), pins)


def link_again(sides: Sides, model: str, kept: int, back: list[int]) -> None:
    """Link both sides anew: `kept` goes on with the second side, a row brought `back` with the first."""
    pins = [Pin(model, kept, sides[1]), *(Pin(model, pk, sides[0]) for pk in back)]
    relink_topics(topics_of(reports_at(*sides)), pins)


def reports_at(*sides: frozenset[Place]) -> QuerySet[Report]:
    """All reports in the texts that a decision speaks of."""
    revisions = {place.revision for side in sides for place in side}
    return Report.objects.current().filter(revision__in=revisions)


UNDOING: dict[tuple[str, str], Callable[[Review, Sides], None]] = {
    ("actor", "successor"): undo_actors,
    ("actor", "speaks"): undo_speaker,
    ("actor", "apart"): undo_apart,
    ("claim", "successor"): undo_rows,
    ("claim", "apart"): undo_rows,
    ("claim", "distinct"): undo_rows,
    ("claim", "moved"): undo_move,
    ("utterance", "successor"): undo_rows,
    ("utterance", "apart"): undo_rows,
    ("stance", "decision"): undo_stance,
}
