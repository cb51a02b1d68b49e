"""Carries people's decisions between the revisions of an article, wherever the words are found exactly."""

from collections.abc import Iterable, Sequence

from claims.models import CarriedReview, Reading, Report, RuledReport
from claims.store.handing import carry, follow_rulings, note_lost
from claims.store.passages import Passage, find_passage
from claims.store.retelling import attach, renew_gists

# Revisions of one article that are looked at, the nearest first: a live page may have hundreds.
MOST = 24


def carry_in(reading: Reading) -> None:
    """Let decisions on the article's other revisions speak in a new reading, before it is linked.

    The nearest revision comes first, those before this one before those after. Words that an edit changed
    get nothing: what was decided of them is noted. Call it under the linking lock.
    """
    others = with_decisions(other_readings(reading))
    if not others:
        return
    new = list(reading.reports.order_by("ordinal"))
    article = reading.revision.article_id
    known = CarriedReview.objects.filter(report__article=article, lost=True)
    noted = set(known.values_list("review", flat=True))
    for other in others:
        passage = find_passage(other, reports_in(other), reading, new)
        decided = [report for report in passage.old if report.machine and not report.continued]
        _, lost = carry(passage, decided)
        lost += follow_rulings(passage)
        if other.revision.number < reading.revision.number:
            note_lost(passage, lost, noted)
    renew_gists(reading)


def spread(report: Report) -> None:
    """Let decisions on a report speak on the same words in the article's other revisions, linked anew.

    Call it under the linking lock, once the report itself is kept.
    """
    for passage in passages_from(report):
        changed, _ = carry(passage, [one for one in passage.old if one.pk == report.pk])
        for heir, before in changed:
            attach(heir, before)


def same_words(reports: Iterable[Report]) -> list[Report]:
    """These reports with those of the same words in other revisions of their articles."""
    given = list(reports)
    same = [passage.same.get(report.pk) for report in given for passage in passages_from(report)]
    found = {report.pk: report for report in (*given, *same) if report and report.superseded is None}
    return list(found.values())


def passages_from(report: Report) -> Iterable[Passage]:
    """The way from a report's reading to the newest readings of the article's other revisions."""
    before = Reading.objects.select_related("revision").defer("revision__html").get(pk=report.reading_id)
    old: Sequence[Report] = ()
    for other in other_readings(before):
        old = old or reports_in(before)
        yield find_passage(before, old, other, reports_in(other))


def reports_in(reading: Reading) -> list[Report]:
    """All reports of a reading, refused ones too, in order."""
    return list(reading.reports.order_by("ordinal"))


def other_readings(reading: Reading) -> list[Reading]:
    """The newest reading of each other revision: those before this one from the nearest, then those after."""
    rows = Reading.objects.filter(revision__article=reading.revision.article_id)
    newest = rows.exclude(revision=reading.revision_id).order_by("revision_id", "-reader_version")
    found = newest.distinct("revision_id").select_related("revision").defer("revision__html")
    here = reading.revision.number
    ordered = sorted(found, key=lambda one: (one.revision.number > here, abs(one.revision.number - here)))
    return ordered[:MOST]


def with_decisions(readings: Sequence[Reading]) -> list[Reading]:
    """Those readings of which people decided anything."""
    revisions = [reading.revision_id for reading in readings]
    if not revisions:
        return []
    decided = Report.objects.filter(revision__in=revisions, continued=False).exclude(machine={})
    ruled = RuledReport.objects.filter(revision__in=revisions, review__undone=None)
    held = set(decided.values_list("revision", flat=True)) | set(ruled.values_list("revision", flat=True))
    return [reading for reading in readings if reading.revision_id in held]
