"""Links one reading into the record: what stands near it is linked anew, and rows are brought in line."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from claims.linking.linking import join_records, link_topic
from claims.linking.rulings import find_rulings_of
from claims.linking.topics import find_topics, topic_name
from claims.linking.values import Joined
from claims.linking.version import LINKER_VERSION
from claims.models import Reading, Report
from claims.store.joined import joined_keys
from claims.store.namesakes import find_parted, forget_roles, topics_of_names
from claims.store.nearby import find_near, find_own_rows, find_topic_rows, told_of
from claims.store.places import Pin, find_keys, index_rows
from claims.store.reconciling import Relinked, drop_utterances, save_record
from claims.store.rulings import find_rulings

# One number for all: links are written by one worker at a time, reading runs beside it.
LINKING_LOCK = 7_203_411


@transaction.atomic
def link_reading(reading: Reading) -> int:
    """Link one reading's reports with what stands near them; how many reports were linked anew.

    Only topics that the reading touches are linked again, each from its reports alone: the same
    articles give the same record in whatever order they came.
    """
    take_turn()
    superseded = Report.objects.filter(revision=reading.revision_id, superseded__isnull=False)
    fresh, replaced = find_own_rows(reading)
    topics = find_near(fresh) | {row["topic"] for row in (*fresh, *replaced)} - {""}
    merged = joined_keys() if fresh or replaced else Joined()
    forgotten = forget_roles(replaced) if replaced else ()
    relinked = relink_near(topics, fresh, replaced, merged, forgotten)
    ended = save_record(relinked)
    if replaced:
        superseded.exclude(topic="").update(utterance=None, topic="", chain="")
    drop_utterances(ended)
    Reading.objects.filter(pk=reading.pk).update(linked=timezone.now(), linker_version=LINKER_VERSION)
    return len(relinked.rows)


@transaction.atomic
def relink_topics(topics: Iterable[str], pins: Sequence[Pin] = (), names: Iterable[str] = ()) -> int:
    """Link whole topics anew, after a human decision or for a better linker; how many reports that were.

    `pins` are rows that shall go on with certain reports, whatever the rows' keys say; `names` those known
    to be borne by other actors than before.
    """
    take_turn()
    relinked = relink(find_topic_rows(topics, []), [], joined_keys(), names, pins)
    drop_utterances(save_record(relinked))
    return len(relinked.rows)


def take_turn() -> None:
    """Wait until no other worker writes links; held until the transaction ends.

    Until then the planner also goes through indexes: it takes an overlap of many numbers for common and
    would read every report instead.
    """
    with connection.cursor() as cursor:
        lock = "select pg_advisory_xact_lock(%s), set_config('enable_seqscan', 'off', true)"
        cursor.execute(lock, [LINKING_LOCK])


def relink_near(
    topics: set[str],
    fresh: Sequence[dict[str, Any]],
    replaced: Sequence[dict[str, Any]],
    merged: Joined,
    names: Iterable[str],
) -> Relinked:
    """The record of these topics with the fresh rows; where bearers of names change, of all their topics."""
    relinked = relink(find_topic_rows(topics, fresh), replaced, merged, names)
    if not relinked.changed_names:
        return relinked
    wider = topics | topics_of_names(relinked.changed_names)
    return relink(find_topic_rows(wider, fresh), replaced, merged, relinked.changed_names)


def relink(
    rows: Sequence[dict[str, Any]],
    replaced: Sequence[dict[str, Any]],
    merged: Joined,
    names: Iterable[str] = (),
    pins: Sequence[Pin] = (),
) -> Relinked:
    """The record of these rows, topic by topic; `replaced` are rows whose words were read anew.

    `merged` maps keys that people gave to other actors to those of these. `names` are those known to be
    borne by other actors than before.
    """
    told = {report.key: (report, row) for report, row in ((told_of(row), row) for row in rows)}
    by_key = {key: row for key, (_, row) in told.items()}
    rulings = find_rulings_of(find_rulings(by_key))
    found = find_topics([report for report, _ in told.values()], rulings.edges)
    topics = {report.key: topic_name(topic) for topic in found for report in topic}
    namesakes, changed = find_parted(found, merged)
    before = {told_of(row).key: row["utterance_id"] for row in replaced}
    standing = before | {key: row["utterance_id"] for key, (_, row) in told.items() if row["utterance_id"]}
    return Relinked(
        told=tuple(report for report, _ in told.values()),
        rows=by_key,
        topics=topics,
        standing={key: utterance for key, utterance in standing.items() if utterance},
        linked=join_records([link_topic(topic, merged, namesakes, rulings) for topic in found]),
        changed_names={name: namesakes.get(name, {}) for name in (*names, *changed)},
        merges=rulings.merges,
        refused=rulings.refused,
        claim_pins=find_pins(pins, "claim", by_key),
        utterance_pins=find_pins(pins, "utterance", by_key),
    )


def find_pins(
    pins: Iterable[Pin], model: str, rows: Mapping[str, dict[str, Any]]
) -> list[tuple[int, frozenset[str]]]:
    """The pinned rows of one model with the keys of the reports they shall go on with."""
    index = index_rows(rows) if pins else {}
    return [(pin.row, find_keys(pin.places, index)) for pin in pins if pin.model == model]
