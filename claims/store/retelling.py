"""Links reports anew whose words a person changed: as if they had been read so from the start."""

from collections.abc import Sequence
from typing import Any

from claims.linking.gist import with_gists
from claims.linking.known import BY_KEY
from claims.models import ActorName, Reading, Report
from claims.store.columns import gist_columns
from claims.store.joined import joined_keys
from claims.store.links import relink_near
from claims.store.namesakes import forget_roles
from claims.store.nearby import find_near, find_rows, told_of
from claims.store.reconciling import drop_utterances, save_record


def detach(report: Report) -> list[dict[str, Any]]:
    """Take a report off the record, before it changes; its row as it stood."""
    before = find_rows(Report.objects.filter(pk=report.pk))
    Report.objects.filter(pk=report.pk).update(utterance=None, topic="", chain="")
    report.utterance, report.topic, report.chain = None, "", ""
    return before


def attach(report: Report, before: Sequence[dict[str, Any]]) -> None:
    """Put a changed report back on the record, or leave it off where it was refused.

    Call it under the linking lock. `before` is what `detach` gave.
    """
    renew_gists(report.reading)
    fresh = find_rows(Report.objects.current().filter(pk=report.pk))
    # what its own article says beside it may be tied to it by more than likeness: "he denied that"
    beside = report.reading.reports.filter(superseded=None).values_list("topic", flat=True)
    topics = (find_near(fresh) | {row["topic"] for row in before} | set(beside)) - {""}
    names = forget_roles(before)
    forget_names(before)
    drop_utterances(save_record(relink_near(topics, fresh, before, joined_keys(), names)))


def renew_gists(reading: Reading) -> None:
    """Weigh the words of a reading's reports again: each leans on its neighbours."""
    rows = find_rows(reading.reports.filter(superseded=None).order_by("ordinal"))
    told = with_gists([told_of(row) for row in rows])
    for row, report in zip(rows, told, strict=True):
        columns = gist_columns(report)
        Report.objects.filter(pk=row["pk"]).exclude(**columns).update(**columns)
    reading.reports.exclude(superseded=None).exclude(pairs=[]).update(pairs=[])


def forget_names(before: Sequence[dict[str, Any]]) -> None:
    """Drop spellings that only the changed words gave an actor; those known from the start stay."""
    for row in before:
        if row["utterance_id"] is None:
            continue
        names = ActorName.objects.filter(
            actor__utterances=row["utterance_id"], name=" ".join(row["speaker_name"].split())
        )
        for name in names.select_related("actor"):
            entry = BY_KEY.get(name.actor.key)
            known = bool(entry) and name.name in dict(entry.spellings if entry else ())
            bearing = Report.objects.current().filter(
                utterance__actor=name.actor, speaker_name=row["speaker_name"]
            )
            if known or bearing.exists():
                continue
            if name.machine:
                ActorName.objects.filter(pk=name.pk).update(machine={"kind": None})
            elif name.actor.names.count() > 1:
                name.delete()
