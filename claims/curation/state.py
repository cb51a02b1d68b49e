"""The state in which a page showed a claim or utterance, so that no editor overwrites another's decision."""

from dataclasses import dataclass

from django.db.models import Count, Max, Q, Sum, Window

from claims.corrections.decisions import HISTORY, Decision, decided
from claims.corrections.verdicts import Stale
from claims.corrections.wording import tell_decision
from claims.models import Claim, Report, Review, Stance, Utterance


@dataclass(frozen=True, slots=True)
class History:
    """The latest decisions on a row, and the mark of the state that they leave it in."""

    decisions: list[Decision]
    seen: str


def decided_on_claim(pk: int) -> Q:
    """The decisions that concern a claim: on itself, on its links, and those on others that name it."""
    named = Q(after__contains={"claim": pk}) | Q(after__contains={"into": pk})
    return (
        Q(model="claim", row=pk)
        | (Q(model="claim") & named)
        | Q(model="stance", after__contains={"claim": pk})
    )


def decided_on_utterance(utterance: Utterance) -> Q:
    """The decisions that concern an utterance: on itself, on its links, on who speaks in its reports."""
    pk = utterance.pk
    named = Q(after__contains={"utterance": pk}) | Q(after__contains={"into": pk})
    spoken = Report.objects.current().filter(utterance=pk).values("revision")
    speaks = Q(model="actor", field="speaks", row=utterance.actor_id or 0, ruled__revision__in=spoken)
    links = Q(model="stance", row__in=Stance.objects.filter(utterance=pk).values("pk"))
    return Q(model="utterance", row=pk) | (Q(model="utterance") & named) | links | speaks


def claim_history(claim: Claim) -> History:
    """What was decided on a claim; one query."""
    decisions, mark = _find_marked(decided_on_claim(claim.pk))
    return History(decisions, f"{mark}.{claim.successor_id or 0}")


def utterance_history(utterance: Utterance) -> History:
    """What was decided on an utterance; two queries."""
    decisions, mark = _find_marked(decided_on_utterance(utterance))
    return History(decisions, f"{mark}.{_held_by(utterance)}")


def _find_marked(wanted: Q) -> tuple[list[Decision], str]:
    """The latest decisions, and the mark of all of them; one query."""
    rows = decided(wanted).annotate(last=Window(Max("pk")), gone=Window(Count("undone")))[:HISTORY]
    found = [(Decision(row, *tell_decision(row)), f"{row.last}.{row.gone}") for row in rows]
    return [decision for decision, _mark in found], found[0][1] if found else "0.0"


def claim_mark(claim: Claim, wanted: Q) -> str:
    """Changes with every decision on the claim that is made or undone; what the machine adds leaves it."""
    return f"{_decided(wanted)}.{claim.successor_id or 0}"


def utterance_mark(utterance: Utterance, wanted: Q) -> str:
    """Changes with every decision on the utterance, its speaker and the reports that hang on it."""
    return f"{_decided(wanted)}.{_held_by(utterance)}"


def _held_by(utterance: Utterance) -> str:
    told = Report.objects.current().filter(utterance=utterance).aggregate(n=Count("pk"), sum=Sum("pk"))
    return f"{told['n']}.{told['sum'] or 0}.{utterance.actor_id or 0}.{utterance.successor_id or 0}"


def check_claim(claim: Claim, seen: str) -> None:
    """Raises Stale, with who it was, where somebody decided on the claim since a page showed it as `seen`."""
    wanted = decided_on_claim(claim.pk)
    if seen != claim_mark(claim, wanted):
        raise Stale(_last_hand(wanted))


def check_utterance(utterance: Utterance, seen: str) -> None:
    """Raises Stale where an utterance is no more as a page showed it."""
    wanted = decided_on_utterance(utterance)
    if seen != utterance_mark(utterance, wanted):
        raise Stale(_last_hand(wanted))


def _decided(wanted: Q) -> str:
    found = Review.objects.filter(wanted).aggregate(
        last=Max("pk"), undone=Count("pk", filter=~Q(undone=None), distinct=True)
    )
    return f"{found['last'] or 0}.{found['undone']}"


def _last_hand(wanted: Q) -> str:
    made = Review.objects.filter(wanted).select_related("user", "undone_by").order_by("-pk")
    undone = made.exclude(undone=None).order_by("-undone").first()
    last = made.first()
    if undone and last and undone.undone and undone.undone_by and undone.undone > last.at:
        return undone.undone_by.get_username()
    return last.user.get_username() if last else ""
