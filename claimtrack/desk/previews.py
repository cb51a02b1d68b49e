"""Reads a proposed outlet's articles as the record would, without keeping anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from articles.desk.wording import sentence_of
from articles.models import Proposal
from claims.nlp.reading import read
from claims.timeline.article_page import Paragraph, segments_of
from claims.timeline.entries import party_of
from claims.timeline.notes import Note
from claims.values import Statement

# Marks carry the number of their note; numbers of different previews must not meet on one page.
APART = 10_000


@dataclass(frozen=True, slots=True)
class ReadPreview:
    """One article as it would be stored and read; `trouble` says why there is none."""

    url: str
    title: str
    trouble: str
    published: datetime | None
    authors: tuple[str, ...]
    kind: str
    truncated: bool
    paragraphs: tuple[Paragraph, ...]
    statements: int
    named: int


def read_previews(proposal: Proposal) -> tuple[ReadPreview, ...]:
    """The previews of a proposal, read now; a handful of articles, so a page can wait for it."""
    return tuple(_read(proposal, place, kept) for place, kept in enumerate(proposal.previews, 1))


def _read(proposal: Proposal, place: int, kept: dict[str, Any]) -> ReadPreview:
    published = datetime.fromisoformat(kept["published"]) if kept["published"] else None
    text = "\n".join((kept["title"], *kept["paragraphs"]))
    day = timezone.localtime(published or proposal.asked).date()
    statements = read(text, published=day, outlet=proposal.name).statements
    notes = tuple(_note(text, place * APART + at, one) for at, one in enumerate(statements))
    return ReadPreview(
        url=kept["url"],
        title=kept["title"],
        trouble=sentence_of(kept["verdict"]),
        published=published,
        authors=tuple(kept["authors"]),
        kind=kept["kind"],
        truncated=kept["truncated"],
        paragraphs=tuple(_paragraphs(text, notes)),
        statements=len(notes),
        named=sum(bool(note.speaker_name) for note in notes),
    )


def _paragraphs(text: str, notes: tuple[Note, ...]) -> Iterator[Paragraph]:
    start = 0
    for place, line in enumerate(text.split("\n")):
        end = start + len(line)
        if place > 0:  # the title stands as the heading
            opened = tuple(note for note in notes if start <= note.start <= end)
            yield Paragraph(tuple(segments_of(text, start, end, notes)), opened)
        start = end + 1


def _note(text: str, number: int, statement: Statement) -> Note:
    speaker = statement.speaker
    return Note(
        report=number,
        number=number,
        kind=statement.kind.value,
        stance="",
        speaker=party_of(None),
        speaker_name=speaker.name if speaker else "",
        role=(speaker.role or "") if speaker else "",
        cue=statement.cue.of(text) if statement.cue else "",
        quote=statement.quote.value,
        claim=0,
        title="",
        start=statement.content.start,
        end=statement.content.end,
    )
