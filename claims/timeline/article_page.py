"""One article with what was said in it: its spans marked in the text, its revisions and what they changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.db.models import Prefetch
from django.utils import timezone

from articles.models import Article, Revision
from claims.models import Report, Stance
from claims.timeline.entries import party_of, standing
from claims.timeline.values import Party
from claims.timeline.wording import Change, differences

AROUND = 140  # characters that the public sees on either side of marked words


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside marked words: who speaks, how, and which claim it belongs to."""

    report: int
    number: int
    kind: str
    stance: str
    speaker: Party
    speaker_name: str
    role: str
    cue: str
    quote: str
    claim: int
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that the same reports cover; `opens` are those that begin here."""

    words: str
    reports: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with the notes of spans that begin in it; `hidden` counts those left out before it."""

    segments: tuple[Segment, ...]
    notes: tuple[Note, ...]
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """One revision, with what it changed against the one before."""

    number: int
    fetched: datetime
    shown: bool
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything an article's page shows."""

    article: Article
    revision: Revision
    title: Paragraph
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    versions: tuple[Version, ...]
    in_full: bool


def find_article(pk: int) -> Article | None:
    """The article with its source; None where there is none."""
    return Article.objects.select_related("source").filter(pk=pk).first()


def find_reading(article: Article, number: int | None, *, in_full: bool) -> Reading | None:
    """The article's page at a revision (the newest for None); None where it has no such revision."""
    revisions = list(article.revisions.order_by("number").defer("html", "search"))
    wanted = [revision for revision in revisions if number in {None, revision.number}]
    if not wanted:
        return None
    revision = wanted[-1]
    notes = _find_notes(revision)
    title, *paragraphs = _paragraphs(revision.text, notes)
    return Reading(
        article=article,
        revision=revision,
        title=title,
        paragraphs=tuple(paragraphs if in_full else _quoted(paragraphs)),
        notes=notes,
        versions=tuple(_versions(revisions, revision)),
        in_full=in_full,
    )


def _find_notes(revision: Revision) -> tuple[Note, ...]:
    stances = standing(Stance.objects.select_related("claim").order_by("-score", "pk"))
    reports = Report.objects.current().filter(revision=revision).select_related("utterance__actor")
    reports = reports.prefetch_related(Prefetch("utterance__stances", stances, to_attr="standing"))
    return tuple(_note(report, place) for place, report in enumerate(reports.order_by("start", "end"), 1))


def _note(report: Report, number: int) -> Note:
    held: list[Stance] = getattr(report.utterance, "standing", [])
    stance = held[0] if held else None
    return Note(
        report=report.pk,
        number=number,
        kind=report.kind,
        stance=stance.kind if stance else "",
        speaker=party_of(report.utterance.actor if report.utterance else None),
        speaker_name=report.speaker_name,
        role=report.role,
        cue=report.cue_word,
        quote=report.quote,
        claim=(stance.claim.successor_id or stance.claim_id) if stance else 0,
        title=stance.claim.title if stance else "",
        start=report.start,
        end=report.end,
    )


def _paragraphs(text: str, notes: Sequence[Note]) -> list[Paragraph]:
    """The title and each paragraph, cut where marks begin and end."""
    found, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        opened = tuple(note for note in notes if start <= note.start < end + 1)
        found.append(Paragraph(tuple(segments_of(text, start, end, notes)), opened))
        start = end + 1
    return found


def segments_of(text: str, start: int, end: int, notes: Sequence[Note]) -> Iterator[Segment]:
    """text[start:end] in segments; joined, their words give it back."""
    touching = [note for note in notes if note.start < end and start < note.end]
    cuts = {start, end}.union(*({max(start, n.start), min(end, n.end)} for n in touching))
    edges = sorted(cuts)
    for left, right in pairwise(edges):
        over = [note for note in touching if note.start <= left and right <= note.end]
        opens = tuple(note.report for note in over if note.start == left)
        yield Segment(text[left:right], tuple(note.report for note in over), opens)


def _quoted(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """What the public sees: marked words with their surroundings; the rest is counted, not shown."""
    hidden = 0
    for paragraph in paragraphs:
        if not any(segment.reports for segment in paragraph.segments):
            hidden += bool(paragraph.segments)
            continue
        yield Paragraph(tuple(_surroundings(paragraph.segments)), paragraph.notes, hidden)
        hidden = 0
    if hidden:
        yield Paragraph((), (), hidden)


def _surroundings(segments: Sequence[Segment]) -> Iterator[Segment]:
    last = len(segments) - 1
    for place, segment in enumerate(segments):
        if segment.reports or len(segment.words) <= AROUND:
            yield segment
            continue
        head = segment.words[:AROUND].rpartition(" ")[0] if place > 0 else ""
        tail = segment.words[-AROUND:].partition(" ")[2] if place < last else ""
        if len(segment.words) <= 2 * AROUND and 0 < place < last:
            yield segment
            continue
        yield from (Segment(head),) if head else ()
        yield Segment("", cut=True)
        yield from (Segment(tail),) if tail else ()


def _versions(revisions: Sequence[Revision], shown: Revision) -> Iterator[Version]:
    before: Revision | None = None
    for revision in revisions:
        changes = differences(before.text, revision.text) if before else ()
        fetched = timezone.localtime(revision.fetched)
        yield Version(revision.number, fetched, revision.number == shown.number, changes)
        before = revision
