"""Turns stance rows into entries: who said it, when, in whose name, in which words, answering whom."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby

from django.db.models import QuerySet
from django.utils import timezone

from claims.models import Actor, Stance, Utterance
from claims.timeline.carriers import carriers_of, chains_of
from claims.timeline.renderings import find_renderings
from claims.timeline.values import STATING, Answered, Day, Entry, Party, Rendering, Tally
from claims.timeline.wording import with_differences

ORDER = ("asserts", "accuses", "denies", "partly_denies", "confirms", "neither", "no_comment", "retracts")
FORMS = ("direct", "mixed", "indirect")
NOBODY = Party("")
ANSWERED = 2  # how many earlier statements a reply names


def standing(stances: QuerySet[Stance]) -> QuerySet[Stance]:
    """Links that hold: taken, not refused by a human, their utterance not merged away."""
    held = stances.filter(taken=True, utterance__successor=None)
    return held.exclude(decision=Stance.Decision.REFUSED)


def with_speakers(stances: QuerySet[Stance]) -> QuerySet[Stance]:
    """The same with utterance and speakers, in one query."""
    return stances.select_related("utterance__actor", "utterance__on_behalf_of")


def party_of(actor: Actor | None) -> Party:
    """An actor as pages name it."""
    return Party(actor.name, actor.slug, actor.sort) if actor else NOBODY


def entries_of(stances: Sequence[Stance], at: datetime | None = None) -> tuple[Entry, ...]:
    """Entries in order of time, each with its renderings; two queries for any number."""
    renderings = find_renderings((stance.utterance_id for stance in stances), at)
    told = (entry_of(stance, renderings.get(stance.utterance_id, ())) for stance in stances)
    return in_order(told)


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The same in order of time, those without a day last."""
    return tuple(sorted(entries, key=_time))


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries in order of time turned round; those without a day stay last."""
    held = list(entries)
    return (*reversed([e for e in held if e.day]), *(e for e in held if not e.day))


def entry_of(stance: Stance, renderings: tuple[Rendering, ...], *, plain: bool = False) -> Entry:
    """One stance as an entry, with the renderings of its utterance; `plain` leaves them uncompared."""
    told = utterance_entry(stance.utterance, renderings, stance.kind, plain=plain)
    return replace(told, reason=stance.reason or None, claim=stance.claim_id)


def utterance_entry(
    utterance: Utterance, renderings: tuple[Rendering, ...], kind: str = "", *, plain: bool = False
) -> Entry:
    """One utterance as an entry; without a stance (a demand, a pledge) it has the kind of its words."""
    moment = utterance.not_later_than and timezone.localtime(utterance.not_later_than)
    lead = lead_of(renderings)
    told = renderings if plain else with_differences(renderings)
    return Entry(
        utterance=utterance.pk,
        kind=kind or (lead.kind if lead else ""),
        speaker=party_of(utterance.actor),
        behalf=_behalf(utterance),
        role=next((r.role for r in renderings if r.role), ""),
        day=utterance.said_on or (moment.date() if moment else None),
        stated=utterance.said_on is not None,
        moment=moment,
        place=utterance.place or next((r.place for r in renderings if r.place), ""),
        audience=next((r.audience for r in renderings if r.audience), ""),
        lead=lead,
        renderings=told,
        carriers=(carriers := carriers_of(told)),
        chains=chains_of(carriers),
    )


def _behalf(utterance: Utterance) -> Party | None:
    return party_of(utterance.on_behalf_of) if utterance.on_behalf_of else None


def lead_of(renderings: Sequence[Rendering]) -> Rendering | None:
    """The words to show first: verbatim before reworded, then the fullest, then the earliest."""
    return min(
        renderings, key=lambda r: (not r.exact, FORMS.index(r.quote), -min(len(r.exact), 240)), default=None
    )


def _time(entry: Entry) -> tuple[date, float, int]:
    moment = entry.moment.timestamp() if entry.moment else 0.0
    return entry.day or date.max, moment, entry.utterance


def with_answers(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Each reply with the earlier statements of the same claim that it answers, and its delay."""
    return tuple(
        entry if entry.kind in STATING else _answering(entry, entries[:place])
        for place, entry in enumerate(entries)
    )


def _answering(entry: Entry, earlier: Sequence[Entry]) -> Entry:
    stated = [e for e in earlier if e.kind in STATING and e.party.name != entry.party.name]
    if not stated:
        return entry
    named = _named_in_text(entry, stated) or stated[-ANSWERED:]
    last = named[-1]
    delay = None
    if entry.moment and last.moment and entry.moment > last.moment:
        delay = entry.moment - last.moment
    answers = tuple(Answered(e.anchor, e.speaker, e.day) for e in named)
    return replace(entry, answers=answers, since=last.speaker if delay else None, delay=delay)


def _named_in_text(entry: Entry, stated: Sequence[Entry]) -> list[Entry]:
    """The statements that an article itself says this one answers."""
    meant = {rendering.answers for rendering in entry.renderings if rendering.answers}
    return [e for e in stated if any(r.place_in_reading in meant for r in e.renderings)][-ANSWERED:]


def days_of(entries: Iterable[Entry]) -> tuple[Day, ...]:
    """Entries by day, in their order."""
    return tuple(Day(day, tuple(told)) for day, told in groupby(entries, key=lambda entry: entry.day))


def tallies_of(entries: Iterable[tuple[str, Party]]) -> tuple[Tally, ...]:
    """Stances with the parties that take them, each party once, in the fixed order of stances."""
    held = list(entries)
    found = []
    for kind in ORDER:
        parties = tuple(dict.fromkeys(party for stance, party in held if stance == kind))
        if parties:
            found.append(Tally(kind, parties))
    return tuple(found)
