"""The record as content: every claim, who stood how to it, where that can be read, and a digest.

Nothing here depends on ids, on the order of arrival or on the times of recording.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Prefetch

from claims.linking.linking import link_all
from claims.linking.naming import find_seen
from claims.linking.relays import name_chain
from claims.linking.rulings import find_rulings_of
from claims.linking.values import Linked, LinkedUtterance, Told
from claims.models import Actor, Claim, Report, Stance
from claims.store.actors_at import NOTHING, ruled_at, shown_at
from claims.store.joined import joined_keys
from claims.store.nearby import find_rows, told_of
from claims.store.rulings import find_rulings
from claims.values import StanceKind

ANSWERS = frozenset(StanceKind) - {StanceKind.ASSERTS, StanceKind.ACCUSES}
BATCH = 500


def find_record(as_of: datetime | None = None) -> Iterator[dict[str, Any]]:
    """One object for each claim, in order of first mention; `as_of` gives the record as it stood then."""
    return rebuild_record(as_of) if as_of else read_record()


def digest_record(objects: Iterable[Mapping[str, Any]]) -> str:
    """SHA-256 over the objects as sorted JSON lines."""
    lines = sorted(json.dumps(item, ensure_ascii=False, sort_keys=True) for item in objects)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def read_record() -> Iterator[dict[str, Any]]:
    """The record from the rows as they stand."""
    held = Stance.objects.filter(taken=True).exclude(decision=Stance.Decision.REFUSED)
    reports = Report.objects.current().select_related("article__source", "revision")
    stances = held.select_related(
        "utterance__actor__successor", "utterance__on_behalf_of__successor"
    ).prefetch_related(Prefetch("utterance__reports", queryset=reports))
    claims = Claim.objects.current().prefetch_related(Prefetch("stances", queryset=stances))
    for claim in claims.order_by("first_said", "key").iterator(chunk_size=BATCH):
        entries = [stance_object(stance) for stance in claim.stances.all()]
        if entries:
            yield claim_object(claim.title, claim.target, entries)


def claim_object(title: str, target: str, stances: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """One claim with its stances in order of time."""
    ordered = sorted(
        stances, key=lambda entry: (entry["reports"][0]["published"] or "", json.dumps(entry, sort_keys=True))
    )
    status = find_status(standing_kinds(ordered), target)
    return {"type": "claim", "title": title, "status": status, "target": target or None, "stances": ordered}


def standing_kinds(entries: Sequence[Mapping[str, Any]]) -> list[StanceKind]:
    """The stances that stand, of entries in order of time.

    A retraction ends what its own side said before; while anybody else still puts the claim forward, the
    claim itself is not retracted.
    """
    kinds = [StanceKind(entry["stance"]) for entry in entries]
    withdrawn = {
        at
        for at, entry in enumerate(entries)
        if kinds[at] not in ANSWERS
        and any(
            kind is StanceKind.RETRACTS and sides_of(entry) & sides_of(later)
            for kind, later in zip(kinds[at:], entries[at:], strict=True)
        )
    }
    held = [kind for at, kind in enumerate(kinds) if at not in withdrawn]
    if set(held) <= ANSWERS:
        return kinds
    return [kind for kind in held if kind is not StanceKind.RETRACTS]


def sides_of(entry: Mapping[str, Any]) -> set[str]:
    """Who speaks in an entry, and for whom; empty where nobody is named."""
    actor = entry["actor"]
    return {actor["name"], actor["on_behalf_of"]} - {None} if actor else set()


def find_status(stances: Sequence[StanceKind], target: str) -> str:
    """asserted, denied, confirmed, unanswered or retracted - never true or false."""
    kinds = set(stances)
    if StanceKind.RETRACTS in kinds:
        return "retracted"
    if kinds & {StanceKind.DENIES, StanceKind.PARTLY_DENIES}:
        return "denied"
    if StanceKind.CONFIRMS in kinds:
        return "confirmed"
    if StanceKind.ACCUSES in kinds and target and not kinds & ANSWERS:
        return "unanswered"
    return "asserted"


def stance_object(stance: Stance) -> dict[str, Any]:
    """One stance with the reports that carry it."""
    utterance = stance.utterance
    reports = [report_object(report) for report in utterance.reports.all()]
    return {
        "stance": stance.kind,
        "actor": actor_object(utterance.actor, utterance.on_behalf_of),
        "said_on": utterance.said_on.isoformat() if utterance.said_on else None,
        "place": utterance.place or None,
        "independent_chains": len({report.chain for report in utterance.reports.all()}),
        "reports": sorted(reports, key=report_order),
    }


def actor_object(actor: Actor | None, body: Actor | None) -> dict[str, Any] | None:
    """Who speaks; a merged actor by the one that stands."""
    if actor is None:
        return None
    standing = actor.successor or actor
    behalf = (body.successor or body) if body else None
    return {"name": standing.name, "sort": standing.sort, "on_behalf_of": behalf.name if behalf else None}


def report_object(report: Report) -> dict[str, Any]:
    """One report as it is kept."""
    return telling_object(
        {
            "outlet": report.article.source.name,
            "url": report.article.url,
            "revision": report.revision.number,
            "published": report.published,
            "text": report.exact,
            "start": report.start,
            "cue": report.cue_word,
            "quote": report.quote,
            "kind": report.kind,
        },
        [relay["name"] for relay in report.via],
        report.revision.source_credit,
    )


def telling_object(told: Mapping[str, Any], via: Sequence[str], credit: str) -> dict[str, Any]:
    """One report as the record shows it; each name of `chain` was quoted from the one after it."""
    published: datetime | None = told["published"]
    return {
        **told,
        "published": published.isoformat() if published else None,
        "cue": told["cue"] or None,
        "via": list(via),
        "chain": list(name_chain(told["outlet"], credit, via)),
    }


def report_order(report: Mapping[str, Any]) -> tuple[str, str, int, int]:
    """The order of publication."""
    return (report["published"] or "", report["url"], report["revision"], report["start"])


def rebuild_record(as_of: datetime) -> Iterator[dict[str, Any]]:
    """The record as it stood: linked again from the reports kept and the decisions made by then."""
    rows = find_rows(Report.objects.recorded_by(as_of))
    by_key = {told_of(row).key: row for row in rows}
    told = [told_of(row) for row in by_key.values()]
    cues = dict(Report.objects.recorded_by(as_of).values_list("pk", "cue_word"))
    words = {key: row | {"cue_word": cues[row["pk"]]} for key, row in by_key.items()}
    linked = link_all(told, joined_keys(as_of), find_rulings_of(find_rulings(by_key, as_of)))
    ruled = ruled_at(as_of)
    seen = find_seen(told, linked.voices)
    shown = {key: shown_at(one, ruled.get(key, NOTHING)) for key, one in seen.items()}
    utterances = {utterance.key: utterance for utterance in linked.utterances}
    for claim in linked.claims:
        stances = [stance for stance in linked.stances if stance.claim == claim.key and stance.taken]
        entries = [
            told_object(stance.kind, utterances[stance.utterance], linked, shown, words) for stance in stances
        ]
        yield claim_object(claim.title, claim.target, entries)


def told_object(
    kind: StanceKind,
    utterance: LinkedUtterance,
    linked: Linked,
    shown: Mapping[str, tuple[str, str]],
    words: Mapping[str, Mapping[str, Any]],
) -> dict[str, Any]:
    """One stance as linking found it."""
    return {
        "stance": kind.value,
        "actor": voice_object(utterance, shown),
        "said_on": utterance.said_on.isoformat() if utterance.said_on else None,
        "place": utterance.place or None,
        "independent_chains": len({linked.chains[report.key] for report in utterance.told}),
        "reports": sorted(
            (words_object(report, words[report.key]) for report in utterance.told), key=report_order
        ),
    }


def voice_object(utterance: LinkedUtterance, shown: Mapping[str, tuple[str, str]]) -> dict[str, Any] | None:
    """Who speaks, by the names and sorts that were shown then."""
    actor, body = shown.get(utterance.voice.actor), shown.get(utterance.voice.on_behalf_of)
    if actor is None:
        return None
    return {"name": actor[0], "sort": actor[1], "on_behalf_of": body[0] if body else None}


def words_object(report: Told, row: Mapping[str, Any]) -> dict[str, Any]:
    """One report as linking saw it; `row` are its columns."""
    return telling_object(
        {
            "outlet": report.outlet,
            "url": report.article,
            "revision": report.revision,
            "published": row["published"],
            "text": report.text,
            "start": report.start,
            "cue": row["cue_word"],
            "quote": report.quote.value,
            "kind": report.kind.value,
        },
        report.via,
        row["revision__source_credit"],
    )
