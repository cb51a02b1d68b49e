"""Brings the rows of claims and stances in line with the record that linking found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from claims.linking.values import Linked, LinkedClaim, LinkedStance
from claims.linking.version import LINKER_VERSION
from claims.models import Claim, Review, Stance
from claims.store.matching import Pins, find_displaced, find_heirs, match_rows
from claims.store.redirects import point_to_heirs, release_keys

CLAIM_FIELDS = (
    "title",
    "machine_title",
    "origin_known",
    "target",
    "target_actor_id",
    "first_said",
    "last_moved",
    "key",
    "successor_id",
)
STANCE_FIELDS = ("kind", "machine_kind", "score", "taken", "reason", "features", "linker_version", "decision")
ACCEPTED, REFUSED = Stance.Decision.ACCEPTED, Stance.Decision.REFUSED


@dataclass(frozen=True, slots=True)
class Marks:
    """What decisions say of rows: claims that shall go on with certain reports, claims people merged.

    `refused` are stances whose refusal linking heeded, with the machine's own word on each, if any: a link of
    the same two rows is another one now.
    """

    pins: Pins[str] = ()
    ended: Pins[str] = ()
    refused: Mapping[int, str] = field(default_factory=dict)


def save_claims(
    linked: Linked,
    utterances: Mapping[str, int],
    standing: Mapping[str, int],
    marks: Marks,
    targets: Mapping[str, int],
) -> None:
    """Claims and stances of these utterances; a claim that went up into another points to it.

    `targets` are the rows of accused actors that are known, by key.
    """
    concerned = {*utterances.values(), *standing.values()}
    stances = list(Stance.objects.filter(utterance__in=concerned))
    claim_of = {s.utterance_id: s.claim_id for s in stances if s.taken and s.decision != REFUSED}
    held = {report: claim_of[utterance] for report, utterance in standing.items() if utterance in claim_of}
    found = {claim.key: claim for claim in linked.claims}
    members = {key: [report.key for report in claim.told] for key, claim in found.items()}
    wanted = {*(stance.claim_id for stance in stances), *(pk for pk, _ in (*marks.pins, *marks.ended))}
    rows = Claim.objects.filter(Q(pk__in=wanted) | Q(key__in=list(found)) | Q(successor__in=wanted))
    known = {row.pk: row for row in rows}
    keys = {row.key: row.pk for row in known.values()}
    retired = {pk for pk, row in known.items() if row.successor_id}
    matched = match_rows(members, held, keys, retired, [pin for pin in marks.pins if pin[0] in known])
    release_keys(Claim, known, find_displaced(matched, members, keys))
    claims = matched | make_claims([claim for key, claim in found.items() if key not in matched], targets)
    update_claims(found, {key: known[pk] for key, pk in matched.items()}, targets)
    save_stances(linked.stances, utterances, claims, stances, marks.refused)
    heirs = find_heirs(members, held, claims, marks.ended)
    point_to_heirs(Claim, known, heirs)
    gone = wanted - set(claims.values()) - set(heirs)
    drop_claims([known[pk] for pk in sorted(gone) if pk in known])


def make_claims(fresh: list[LinkedClaim], targets: Mapping[str, int]) -> dict[str, int]:
    """Rows for new claims, by key."""
    rows = Claim.objects.bulk_create(Claim(**columns_of(claim, targets)) for claim in fresh)
    return {row.key: row.pk for row in rows}


def columns_of(claim: LinkedClaim, targets: Mapping[str, int]) -> dict[str, Any]:
    """The columns of one claim."""
    return {
        "title": claim.title[:500],
        "machine_title": claim.title[:500],
        "origin_known": claim.origin_known,
        "target": claim.target[:300],
        "target_actor_id": targets.get(claim.target_key),
        "first_said": claim.first_said,
        "last_moved": claim.last_moved,
        "key": claim.key,
        "successor_id": None,
    }


def update_claims(
    found: Mapping[str, LinkedClaim], rows: Mapping[str, Claim], targets: Mapping[str, int]
) -> None:
    """Bring standing claims up to date; an editor's title stays."""
    changed = []
    for key, row in rows.items():
        columns = columns_of(found[key], targets)
        if row.title_by_editor:
            columns["title"] = row.title
        if any(getattr(row, name) != value for name, value in columns.items()):
            for name, value in columns.items():
                setattr(row, name, value)
            changed.append(row)
    if changed:
        Claim.objects.bulk_update(changed, [name.removesuffix("_id") for name in CLAIM_FIELDS])


def save_stances(
    linked: Iterable[LinkedStance],
    utterances: Mapping[str, int],
    claims: Mapping[str, int],
    known: list[Stance],
    refused: Mapping[int, str],
) -> None:
    """Make the stances those that linking found; a refused link stays as the memory of it.

    The rows of `refused` links that linking knows of, with the machine's word on each, may link again what
    is another claim by now.
    """
    standing = {(stance.utterance_id, stance.claim_id): stance for stance in known}
    fresh, changed = [], []
    for stance in linked:
        place = (utterances[stance.utterance], claims[stance.claim])
        row = standing.pop(place, None)
        columns = stance_columns(stance)
        if row is None:
            fresh.append(Stance(utterance_id=place[0], claim_id=place[1], **columns))
        elif row.decision == REFUSED and row.pk not in refused:
            continue
        elif any(getattr(row, name) != value for name, value in columns.items()):
            for name, value in columns.items():
                setattr(row, name, value)
            changed.append(row)
    Stance.objects.filter(pk__in=[row.pk for row in standing.values() if row.decision != REFUSED]).delete()
    Stance.objects.bulk_create(fresh)
    for row in known:
        if row.decision == REFUSED and row.machine_kind != refused.get(row.pk, row.machine_kind):
            row.machine_kind = refused[row.pk]
            changed.append(row)
    if changed:
        Stance.objects.bulk_update(changed, STANCE_FIELDS)


def stance_columns(stance: LinkedStance) -> dict[str, Any]:
    """The columns of one stance besides its two ends."""
    return {
        "kind": stance.kind.value,
        "machine_kind": machine_word(stance),
        "score": stance.score,
        "taken": stance.taken,
        "reason": {"id": stance.reason.indonesian, "en": stance.reason.english},
        "features": stance.reason.features,
        "linker_version": LINKER_VERSION,
        "decision": ACCEPTED if stance.accepted else Stance.Decision.NONE,
    }


def machine_word(stance: LinkedStance) -> str:
    """The stance as the machine alone would have it; empty where it would not link the two."""
    if not stance.accepted:
        return stance.kind.value
    return stance.machine.value if stance.machine else ""


def drop_claims(gone: Iterable[Claim]) -> None:
    """Drop claims whose every report is gone, unless a person worked on them or an address leads there."""
    for row in gone:
        if not row.title_by_editor and row.successor_id is None:
            judged = Stance.objects.filter(claim=row).exclude(decision="")
            decided = Review.objects.filter(model="claim", row=row.pk)
            if (
                not judged.exists()
                and not decided.exists()
                and not Claim.objects.filter(successor=row).exists()
            ):
                row.delete()
