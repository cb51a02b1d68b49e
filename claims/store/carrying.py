"""Carries people's decisions between the revisions of an article, wherever the words are found exactly."""

from collections.abc import Iterable, Sequence

from claims.models import CarriedReview, Reading, Report, RuledReport
from claims.store.handing import carry, follow_rulings, note_lost
from claims.store.passages import Passage, find_passage, find_speaking
from claims.store.retelling import attach, renew_gists
from claims.store.speaking import find_said

# Revisions of one article that are looked at, the nearest first: a live page may have hundreds.
MOST = 24


def carry_in(reading: Reading) -> None:
    """Let decisions on the article's other revisions speak in a new reading, before it is linked.

    The nearest revision comes first, those before this one before those after. Words that an edit changed
    get nothing: what was decided of them is noted. Call it under the linking lock.
    """
    others = other_readings(reading)
    decisions = find_decisions(others)
    if not decisions:
        return
    new = reports_in(reading)
    known = CarriedReview.objects.filter(report__article=reading.revision.article_id, lost=True)
    noted = set(known.values_list("review", flat=True))
    done: set[int] = set()
    for other in others:
        if decisions.get(other.pk, set()) <= done:
            continue
        passage = find_passage(other, reports_in(other), reading, new)
        decided = [report for report in passage.old if report.machine and not report.continued]
        _, lost = carry(passage, decided)
        lost += follow_rulings(passage)
        done |= decisions[other.pk] - {review.pk for _, reviews in lost for review in reviews}
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
    same = [find_speaking(passage, report) for report in given for passage in passages_from(report)]
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
    places = newest.distinct("revision_id").values_list("revision__number", "pk")
    here = reading.revision.number
    near = sorted(places, key=lambda place: (place[0] > here, abs(place[0] - here)))[:MOST]
    whole = Reading.objects.select_related("revision").defer("revision__html", "revision__body")
    found = whole.in_bulk([pk for _, pk in near])
    return [found[pk] for _, pk in near]


def find_decisions(readings: Iterable[Reading]) -> dict[int, set[int]]:
    """The standing decisions that speak of each of these readings' texts, by the reading; four queries."""
    of_revision = {reading.revision_id: reading.pk for reading in readings}
    decided = Report.objects.filter(revision__in=of_revision, continued=False).exclude(machine={})
    revisions = dict(decided.values_list("pk", "revision"))
    ruled = RuledReport.objects.filter(revision__in=of_revision, review__undone=None)
    pairs = {(revisions[pk], one.review.pk) for pk, said in find_said(revisions).items() for one in said}
    found: dict[int, set[int]] = {}
    for revision, review in pairs | set(ruled.values_list("revision", "review")):
        found.setdefault(of_revision[revision], set()).add(review)
    return found
