"""Hands decisions on one revision's reports to those of the same words in another, and notes what is lost."""

from collections.abc import Iterable, Sequence
from typing import Any

from claims.models import CarriedReview, Report, Review, RuledReport
from claims.store.columns import relay_of
from claims.store.fields import COLUMNS, EXISTS, set_value, span_value, value_of
from claims.store.locks import unsaved_copy
from claims.store.passages import (
    Passage,
    find_edited,
    find_overlapping,
    find_place,
    find_speaking,
    is_moved,
    translate,
)
from claims.store.places import Place, find_key
from claims.store.quoting import made_by_hand
from claims.store.retelling import detach
from claims.store.speaking import ALL, BY_HAND, Said, find_said, speak, told_by
from claims.values import Span

# A report that changed, and its rows as `detach` gave them.
Changed = tuple[Report, list[dict[str, Any]]]
# A report whose words are not there any more, and decisions on it.
Lost = tuple[Report, list[Review]]


def carry(passage: Passage, sources: Sequence[Report]) -> tuple[list[Changed], list[Lost]]:
    """Let decisions on these reports speak on those of the same words; what changed, and what is lost."""
    said = find_said(report.pk for report in (*sources, *passage.new))
    changed: list[Changed] = []
    lost: list[Lost] = []
    for report in sources:
        mine = said.get(report.pk, [])
        heir = find_heir(passage, report) if mine else None
        if heir is not None:
            known = {one.review.pk for one in said.get(heir.pk, ())}
            missing = [one for one in mine if one.review.pk not in known]
            change = hand_over(passage, report, heir, missing) if missing else None
            changed += [change] if change else []
            passage.same[report.pk] = heir
        elif mine:
            lost.append((report, [one.review for one in mine]))
    return changed, lost


def find_heir(passage: Passage, report: Report) -> Report | None:
    """The new report of the same words: read by the machine, else put in where a person's words stand."""
    if report.pk in passage.same:
        return passage.same[report.pk]
    place = find_place(passage, report, value_of(report, "span")) if is_moved(report) else None
    if place is None:
        return None
    heir = find_overlapping(passage, place)
    return heir or (None if report.refused else put_in(passage, report, place))


def put_in(passage: Passage, report: Report, place: Span) -> Report:
    """The report as a row of the new reading, which does not have it."""
    revision = passage.reading.revision
    following = max((one.ordinal for one in passage.new), default=-1) + 1
    row = unsaved_copy(report, passage.reading, following)
    row.revision, row.published, row.fetched = revision, revision.published, revision.fetched
    row.speaker = row.cue = None
    row.rule = BY_HAND
    set_value(row, "span", span_value(passage.text, place))
    row.via = [relay_of(passage.text, relay["name"]) for relay in report.via]
    row.machine = {**{field: value_of(row, field) for field in COLUMNS}, EXISTS: False}
    row.save()
    passage.new.append(row)
    return row


def hand_over(passage: Passage, report: Report, heir: Report, said: Iterable[Said]) -> Changed | None:
    """Let decisions on a report speak on its heir too; None where it says what it said."""
    whole = find_place(passage, report, value_of(report, "span")) is not None
    for one in said:
        after, partly = tell_there(passage, report, heir, one)
        CarriedReview.objects.filter(
            review=one.review, report__reading=passage.reading, after__isnull=True
        ).delete()
        CarriedReview.objects.create(review=one.review, report=heir, after=after, lost=partly and not whole)
    told = told_by(heir)
    speak(heir, find_said([heir.pk]).get(heir.pk, []))
    if told_by(heir) == told and heir.utterance_id:  # nothing that linking reads: accepted as it stood
        heir.save(update_fields=["machine"])
        return None
    before = detach(heir) if heir.utterance_id else []
    if heir.refused and not before:
        heir.superseded = heir.recorded  # it was never shown
    heir.save()
    return heir, before


def tell_there(passage: Passage, report: Report, heir: Report, one: Said) -> tuple[object, bool]:
    """What a decision says in the new text, and whether any words it speaks of are not found there."""
    field, after = one.review.field, one.after
    if field in COLUMNS:
        value = translate(passage, report, heir, field, after)
        return value, value is None
    if field not in (ALL, EXISTS) or not isinstance(after, dict):
        return after, False
    values = {name: translate(passage, report, heir, name, value) for name, value in after.items()}
    found = {name: value for name, value in values.items() if value is not None}
    return found, len(found) < len(values)


def note_lost(passage: Passage, lost: Iterable[Lost], noted: set[int]) -> None:
    """Note decisions that found no words on the report most like them, for a person to look at, once each.

    Where the machine reads nothing like a statement that a person added, the note stands on that itself.
    """
    for report, reviews in lost:
        own = report if made_by_hand(report) and not report.refused else None
        at = find_edited(passage, report) or own
        for review in reviews:
            if at is not None and review.pk not in noted:
                CarriedReview.objects.update_or_create(review=review, report=at, defaults={"lost": True})
                noted.add(review.pk)


def follow_rulings(passage: Passage) -> list[Lost]:
    """Let decisions on what belongs together and who speaks hold for the same words; gives the lost ones."""
    places = {str(one.pk): place_of(one) for one in passage.old if one.superseded is None}
    reports = {str(one.pk): one for one in passage.old}
    ruled = RuledReport.objects.filter(revision=passage.old_revision, review__undone=None)
    followed: list[RuledReport] = []
    lost: list[Lost] = []
    for one in ruled.select_related("review"):
        place = Place(one.revision_id, one.start, one.end, one.ordinal, one.speaker)
        report = reports.get(find_key(place, places))
        heir = find_speaking(passage, report) if report else None
        if heir is not None:
            followed.append(ruled_again(one, place_of(heir)))
        elif report is not None and one.side == 0 and one.review.field != "successor":
            lost.append((report, [one.review]))
    RuledReport.objects.bulk_create(followed, ignore_conflicts=True)
    return lost


def ruled_again(ruled: RuledReport, place: Place) -> RuledReport:
    """The same decision on the same words at another place."""
    return RuledReport(
        review=ruled.review,
        revision_id=place.revision,
        start=place.start,
        end=place.end,
        ordinal=place.ordinal,
        speaker=place.speaker,
        side=ruled.side,
        actor_id=ruled.actor_id,
    )


def place_of(report: Report) -> Place:
    """Where a report stands."""
    return Place(report.revision_id, report.start, report.end, report.ordinal, report.speaker_name)
