"""The reports that now hang on a claim, an utterance or an actor, and the topics they are linked in."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from claims.linking.namesakes import plain_key
from claims.models import Actor, Claim, Report, Review, Stance, Utterance
from claims.store.namesakes import topics_of_names


def reports_of_claim(claim: Claim) -> QuerySet[Report]:
    """The current reports behind a claim."""
    held = Stance.objects.filter(claim=claim, taken=True).exclude(decision=Stance.Decision.REFUSED)
    return Report.objects.current().filter(utterance__in=held.values("utterance"))


def reports_of_utterances(utterances: Iterable[Utterance]) -> QuerySet[Report]:
    """The current reports of these utterances."""
    return Report.objects.current().filter(utterance__in=[utterance.pk for utterance in utterances])


def topics_of(*reports: QuerySet[Report]) -> set[str]:
    """The topics in which these reports are linked."""
    return {topic for some in reports for topic in some.order_by().values_list("topic", flat=True)} - {""}


def topics_of_actors(*actors: Actor) -> set[str]:
    """The topics in which any of these actors speaks or is spoken for, or may speak under a shared name."""
    speaking = Q(utterance__actor__in=actors) | Q(utterance__on_behalf_of__in=actors)
    shared = {plain_key(actor.key) for actor in actors if plain_key(actor.key) != actor.key}
    return topics_of(Report.objects.current().filter(speaking)) | (
        topics_of_names(shared) if shared else set()
    )


def claim_of(utterance: Utterance) -> Claim | None:
    """The claim that an utterance is taken to stand to."""
    held = utterance.stances.filter(taken=True).exclude(decision=Stance.Decision.REFUSED)
    stance = held.select_related("claim").first()
    return stance.claim if stance else None


def speaker_of(utterance: Utterance) -> str:
    """Whose words an utterance are, as a decision on it shall say in its history."""
    first = reports_of_utterances([utterance]).order_by("published", "pk").first()
    return utterance.actor.name if utterance.actor else first.speaker_name if first else ""


def find_distinct(one: Claim, other: Claim) -> Review | None:
    """The decision that two claims, or any that were merged into them, are not the same; None without one."""
    merged = list(Claim.objects.filter(successor__in=[one, other]).values_list("pk", "successor"))
    ours, theirs = ([claim.pk, *(pk for pk, into in merged if into == claim.pk)] for claim in (one, other))
    said = Review.objects.standing().filter(model="claim", field="distinct")
    return said.filter(
        Q(row__in=ours, after__claim__in=theirs) | Q(row__in=theirs, after__claim__in=ours)
    ).first()


def standing_row(model: type[Claim | Utterance], pk: int) -> int:
    """The id of the row that stands for this one now: its own, or where it leads; 0 where it is gone."""
    row = model._default_manager.filter(pk=pk).first()
    return (row.successor_id or row.pk) if row else 0
