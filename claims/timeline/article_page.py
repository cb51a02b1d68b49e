"""One article with what was said in it: its spans marked in the text, its revisions and what they changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.utils import timezone

from articles.models import Article, Revision
from claims.timeline.edits import ClaimEdit, edits_of
from claims.timeline.notes import Note, find_notes
from claims.timeline.wording import Change, differences

REVISIONS = 24  # the newest, listed and compared
AROUND = 140  # characters that the public sees on either side of marked words


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that the same reports cover; `opens` are those that begin here, as `kinds`."""

    words: str
    reports: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    cut: bool = False
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with the notes of spans that begin in it; `hidden` counts those left out before it."""

    segments: tuple[Segment, ...]
    notes: tuple[Note, ...]
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """One revision, with what it changed against the one before: its words, and each claim in it."""

    number: int
    fetched: datetime
    shown: bool
    changes: tuple[Change, ...] = ()
    edits: tuple[ClaimEdit, ...] = ()


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
    revisions = _find_revisions(article, number)
    wanted = [revision for revision in revisions if number in {None, revision.number}]
    if not wanted:
        return None
    revision = wanted[-1]
    notes = find_notes(article, [revision.pk for revision in revisions])
    own = notes.get(revision.pk, ())
    title, *paragraphs = _paragraphs(revision.text, own)
    return Reading(
        article=article,
        revision=revision,
        title=title,
        paragraphs=tuple(paragraphs if in_full else _quoted(paragraphs)),
        notes=own,
        versions=tuple(_versions(revisions, revision, notes)),
        in_full=in_full,
    )


def _find_revisions(article: Article, number: int | None) -> list[Revision]:
    """The newest revisions in order, the one asked for among them even where it is older."""
    held = article.revisions.defer("html", "search")
    newest = sorted(held.order_by("-number")[:REVISIONS], key=lambda revision: revision.number)
    if number is None or not newest or number >= newest[0].number:
        return newest
    return [*held.filter(number=number), *newest]


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
        begun = [note for note in over if note.start == left]
        opens, kinds = tuple(n.report for n in begun), tuple(n.stance or n.kind for n in begun)
        yield Segment(text[left:right], tuple(note.report for note in over), opens, kinds=kinds)


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


def _versions(
    revisions: Sequence[Revision], shown: Revision, notes: Mapping[int, tuple[Note, ...]]
) -> Iterator[Version]:
    """Each revision with what it did to claims; the one shown also with the difference of its words."""
    before: Revision | None = None
    for revision in revisions:
        here = revision.number == shown.number
        changes = differences(before.text, revision.text) if before and here else ()
        edits = edits_of(notes.get(before.pk, ()), notes.get(revision.pk, ())) if before else ()
        yield Version(revision.number, timezone.localtime(revision.fetched), here, changes, edits)
        before = revision
