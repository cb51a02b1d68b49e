"""Brings the rows of utterances and reports in line with the record that linking found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from claims.linking.naming import find_seen
from claims.linking.rulings import Ruling, What
from claims.linking.values import Linked, LinkedUtterance, Told
from claims.models import Actor, Report, Stance, Utterance
from claims.store.actors import save_actors
from claims.store.claims import Marks, save_claims
from claims.store.matching import Pins, find_displaced, find_heirs, match_rows
from claims.store.namesakes import UNDECIDED, Bearers, find_bearers, settle_names, undecided_reason
from claims.store.redirects import point_to_heirs, release_keys

REPORT_FIELDS = ("utterance_id", "topic", "chain", "reason", "candidates")
UTTERANCE_FIELDS = (
    *("actor_id", "on_behalf_of_id", "said_on", "not_later_than", "place", "key"),
    "successor_id",
)


@dataclass(frozen=True, slots=True)
class Relinked:
    """What was linked anew: the reports by key with their rows and topics, and the record they give.

    `standing` is the utterance on which each report hung so far. `changed_names` are the names that other
    actors bear than before, with their parts. `pins` are rows of claims and of utterances that a decision
    wants to go on with these reports, `merges` the decisions that ended rows, `refused` the rows of
    links that linking was told of as refused.
    """

    told: tuple[Told, ...]
    rows: Mapping[str, dict[str, Any]]
    topics: Mapping[str, str]
    standing: Mapping[str, int]
    linked: Linked
    changed_names: Mapping[str, Mapping[str, str]]
    merges: Sequence[Ruling] = ()
    refused: frozenset[int] = frozenset()
    claim_pins: Pins[str] = ()
    utterance_pins: Pins[str] = ()


def save_record(relinked: Relinked) -> list[int]:
    """Make the rows say what linking found; ids of what continues stay.

    Gives the utterances that nothing continues: they are to be dropped once no report hangs on them.
    """
    settle_names(relinked.changed_names)
    seen = find_seen(relinked.told, relinked.linked.voices)
    accused = {claim.target_key for claim in relinked.linked.claims} - {""}
    actors = save_actors(seen, accused) if seen or accused else {}
    utterances, heirs = save_utterances(relinked, actors)
    save_reports(relinked, utterances)
    ended = merged_rows(relinked.merges, What.ONE_CLAIM)
    words = {row: word.value if word else "" for row, word in relinked.linked.refused.items()}
    marks = Marks(relinked.claim_pins, ended, dict.fromkeys(relinked.refused, "") | words)
    targets = {key: actors[key].pk for key in accused if key in actors}
    save_claims(relinked.linked, utterances, relinked.standing, marks, targets)
    return sorted(set(relinked.standing.values()) - set(utterances.values()) - heirs)


def save_utterances(relinked: Relinked, actors: Mapping[str, Actor]) -> tuple[dict[str, int], set[int]]:
    """The row of each utterance, by the utterance's key; and the rows that went up into another."""
    linked = {utterance.key: utterance for utterance in relinked.linked.utterances}
    members = {key: [report.key for report in utterance.told] for key, utterance in linked.items()}
    standing, pins = relinked.standing, relinked.utterance_pins
    ended = merged_rows(relinked.merges, What.ONE_UTTERANCE)
    wanted = {*standing.values(), *(pk for pk, _ in (*pins, *ended))}
    rows = Utterance.objects.filter(Q(pk__in=wanted) | Q(key__in=list(linked)) | Q(successor__in=wanted))
    known = {row.pk: row for row in rows}
    keys = {row.key: row.pk for row in known.values()}
    retired = {pk for pk, row in known.items() if row.successor_id}
    pinned = [pin for pin in pins if pin[0] in known]
    matched = match_rows(members, standing, keys, retired, pinned)
    release_keys(Utterance, known, find_displaced(matched, members, keys))
    fresh = [
        Utterance(**columns_of(utterance, actors)) for key, utterance in linked.items() if key not in matched
    ]
    created = {row.key: row.pk for row in Utterance.objects.bulk_create(fresh)}
    changed = [known[pk] for key, pk in matched.items() if assign(known[pk], columns_of(linked[key], actors))]
    if changed:
        Utterance.objects.bulk_update(changed, [name.removesuffix("_id") for name in UTTERANCE_FIELDS])
    heirs = find_heirs(members, standing, matched | created, ended)
    point_to_heirs(Utterance, known, heirs)
    return matched | created, set(heirs)


def merged_rows(merges: Sequence[Ruling], what: What) -> list[tuple[int, frozenset[str]]]:
    """The rows that people merged into another, with the reports that hung on them."""
    return [(ruling.row, ruling.reports) for ruling in merges if ruling.what is what]


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
        "successor_id": None,
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
    undecided = relinked.linked.undecided
    bearers = find_bearers({key for fits in undecided.values() for key in fits}) if undecided else {}
    reasons = find_reasons(relinked, bearers)
    changed = []
    for key, row in relinked.rows.items():
        report = Report(
            pk=row["pk"],
            utterance_id=hung.get(key),
            topic=relinked.topics[key],
            chain=relinked.linked.chains.get(key, ""),
            reason=reasons[key],
            candidates=sorted(bearers[fit][0] for fit in undecided.get(key, ()) if fit in bearers),
        )
        if any(row[name] != getattr(report, name) for name in REPORT_FIELDS):
            changed.append(report)
    if changed:
        Report.objects.bulk_update(changed, [name.removesuffix("_id") for name in REPORT_FIELDS])


def find_reasons(relinked: Relinked, bearers: Bearers) -> dict[str, str]:
    """What each report says of its speaker: the reader's words, or whom an undecided name fits."""
    undecided = relinked.linked.undecided
    reasons = {
        key: "" if row["reason"].startswith(UNDECIDED) else row["reason"]
        for key, row in relinked.rows.items()
    }
    return reasons | {key: undecided_reason(fits, bearers) for key, fits in undecided.items()}


def drop_utterances(ids: Sequence[int]) -> None:
    """Remove utterances that no report hangs on any more, except where a human judged one of their links.

    One that went up into another stays, pointing there.
    """
    reports = Report.objects.filter(utterance=OuterRef("pk"))
    judged = Stance.objects.filter(utterance=OuterRef("pk")).exclude(decision="")
    pointing = Utterance.objects.filter(successor=OuterRef("pk"))
    gone = Utterance.objects.filter(~Exists(reports), ~Exists(judged), ~Exists(pointing), pk__in=ids)
    if ids:
        gone.filter(successor=None).delete()
