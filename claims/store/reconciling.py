"""Brings the rows of utterances and reports in line with the record that linking found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from claims.linking.naming import find_seen
from claims.linking.values import Linked, LinkedUtterance, Told
from claims.models import Actor, Report, Stance, Utterance
from claims.store.actors import save_actors
from claims.store.claims import save_claims
from claims.store.matching import match_rows

UTTERANCE_FIELDS = ("actor_id", "on_behalf_of_id", "said_on", "not_later_than", "place", "key")


@dataclass(frozen=True, slots=True)
class Relinked:
    """What was linked anew: the reports by key with their rows and topics, and the record they give.

    `standing` is the utterance on which each report hung so far.
    """

    told: tuple[Told, ...]
    rows: Mapping[str, dict[str, Any]]
    topics: Mapping[str, str]
    standing: Mapping[str, int]
    linked: Linked


def save_record(relinked: Relinked) -> None:
    """Make the rows say what linking found; ids of what continues stay."""
    seen = find_seen(relinked.told, relinked.linked.voices)
    actors = save_actors(seen) if seen else {}
    utterances = save_utterances(relinked, actors)
    save_reports(relinked, utterances)
    save_claims(relinked.linked, utterances, relinked.standing)


def save_utterances(relinked: Relinked, actors: Mapping[str, Actor]) -> dict[str, int]:
    """The row of each utterance, by the utterance's key."""
    linked = {utterance.key: utterance for utterance in relinked.linked.utterances}
    members = {key: [report.key for report in utterance.told] for key, utterance in linked.items()}
    standing = relinked.standing
    rows = Utterance.objects.filter(Q(pk__in=set(standing.values())) | Q(key__in=list(linked)))
    known = {row.pk: row for row in rows}
    matched = match_rows(members, standing, {row.key: row.pk for row in known.values()})
    fresh = [
        Utterance(**columns_of(utterance, actors)) for key, utterance in linked.items() if key not in matched
    ]
    created = {row.key: row.pk for row in Utterance.objects.bulk_create(fresh)}
    changed = [known[pk] for key, pk in matched.items() if assign(known[pk], columns_of(linked[key], actors))]
    if changed:
        Utterance.objects.bulk_update(changed, UTTERANCE_FIELDS)
    return matched | created


def columns_of(utterance: LinkedUtterance, actors: Mapping[str, Actor]) -> dict[str, Any]:
    """The columns of one utterance."""
    actor, body = actors.get(utterance.voice.actor), actors.get(utterance.voice.on_behalf_of)
    return {
        "actor_id": actor.pk if actor else None,
        "on_behalf_of_id": body.pk if body else None,
        "said_on": utterance.said_on,
        "not_later_than": utterance.not_later_than,
        "place": utterance.place[:200],
        "key": utterance.key,
    }


def assign(row: object, columns: Mapping[str, Any]) -> bool:
    """Set columns of an unsaved row; whether anything changed."""
    changed = {name: value for name, value in columns.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    return bool(changed)


def save_reports(relinked: Relinked, utterances: Mapping[str, int]) -> None:
    """Hang each report on its utterance, with its topic and chain."""
    hung = {r.key: utterances[u.key] for u in relinked.linked.utterances for r in u.told}
    changed = []
    for key, row in relinked.rows.items():
        wanted = (hung.get(key), relinked.topics[key], relinked.linked.chains.get(key, ""))
        if (row["utterance_id"], row["topic"], row["chain"]) != wanted:
            changed.append(Report(pk=row["pk"], utterance_id=wanted[0], topic=wanted[1], chain=wanted[2]))
    if changed:
        Report.objects.bulk_update(changed, ["utterance", "topic", "chain"])


def drop_utterances(ids: Sequence[int]) -> None:
    """Remove utterances that no report hangs on any more, except where a human judged one of their links."""
    reports = Report.objects.filter(utterance=OuterRef("pk"))
    judged = Stance.objects.filter(utterance=OuterRef("pk")).exclude(decision="")
    Utterance.objects.filter(~Exists(reports), ~Exists(judged), pk__in=ids).delete()
