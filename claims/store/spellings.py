"""Brings an actor's spellings in line with what people decided, the machine's word kept beside."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from claims.linking.known import BY_KEY
from claims.linking.names import normal_name
from claims.linking.namesakes import plain_key
from claims.models import Actor, ActorName, Report, Review
from claims.store.links import relink_topics
from claims.store.roles import drop_roles, stating
from claims.store.standing import topics_of, topics_of_actors

FULL = ActorName.KindChoice.FULL
Said = Mapping[str, Any]


def settle_spellings(actor: Actor, standing: Iterable[Review], shown: str) -> set[str]:
    """Let the decisions that stand speak on each spelling, else the machine.

    `shown` is the name that people chose to show, "" for none: it stays a spelling. Gives the normal forms
    that lead to this actor now and did not before, or the other way round.
    """
    said: dict[str, list[Said]] = {}
    for review in standing:
        after = review.after or {}
        if review.field in ("name", "spelling"):
            said.setdefault(after.get("spelling") or after["name"], []).append(after)
    rows = {row.name: row for row in actor.names.all()}
    ruled = {*said, *(name for name, row in rows.items() if row.machine)}
    turned = [
        settle_spelling(rows.get(name) or new_spelling(actor, name), said.get(name, ()), shown)
        for name in sorted(ruled)
    ]
    return {form for form in turned if form}


def new_spelling(actor: Actor, name: str) -> ActorName:
    """An unsaved spelling that the machine does not know."""
    return ActorName(actor=actor, name=name, normal=normal_name(name)[:300], machine={"kind": None})


def settle_spelling(row: ActorName, said: Sequence[Said], shown: str) -> str:
    """Settle one spelling; gives its normal form where it leads to the actor now and did not, or no more."""
    led = row.leads
    row.machine = row.machine or {"kind": row.kind}
    kinds = [after["kind"] for after in said if "kind" in after]
    kind = kinds[-1] if kinds else row.machine["kind"] or FULL
    row.refused = bool(said) and kind is None and row.name != shown
    row.leads = not row.refused and any(after.get("leads") for after in said)
    row.kind = kind or row.machine["kind"] or FULL
    if said:
        row.save()
    elif row.machine["kind"] is None:
        row.delete()
    else:
        row.machine = {}
        row.save()
    return row.normal if row.leads != led else ""


def relink_spelt(actor: Actor, forms: Collection[str]) -> None:
    """Link anew what is printed by spellings that lead to an actor now, or lead there no more."""
    if not forms:
        return
    bearers = list(Actor.objects.filter(key__in=sorted(forms)).exclude(pk=actor.pk))
    kept = actor.names.filter(normal__in=forms)
    if not bearers and kept.filter(leads=True).exists():
        return  # nobody was found by it so far
    names = list(kept.values_list("name", flat=True))
    spoken = Report.objects.current().filter(utterance__actor=actor, speaker_name__in=names)
    behalf = Report.objects.current().filter(utterance__on_behalf_of=actor)
    topics = topics_of(spoken, behalf) | (topics_of_actors(*bearers) if bearers else set())
    roles = stating(actor.affiliations.all(), spoken.order_by().values_list("role", flat=True))
    gone = drop_roles(roles)
    forget_lent_names(actor, forms)
    relink_topics(topics, names=[plain_key(actor.key)] if gone else ())


def forget_lent_names(actor: Actor, forms: Iterable[str]) -> None:
    """Drop spellings of these forms that were another's; linking gives back those that are its own.

    What a person decided, and what the registry knows, stays.
    """
    known = BY_KEY[actor.key].spellings if actor.key in BY_KEY else {}
    lent = ActorName.objects.filter(actor=actor, normal__in=list(forms), machine={})
    lent.exclude(name__in=list(known)).delete()
