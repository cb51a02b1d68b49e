"""Reads one archive file to its end, resumable at every record: a row says how far it has come."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from articles.archives.captures import Keeping, keep_capture
from articles.archives.records import Capture, read_captures
from articles.models import Archive

# Records that gave nothing are noted so many at a time.
STRIDE = 200


@dataclass(frozen=True, slots=True)
class Step:
    """How far reading has come, in bytes, and what the last record gave."""

    offset: int
    keeping: Keeping


def open_archive(path: Path, *, known_only: bool = False) -> Archive:
    """The row of this file, a new one where its content was never read (with this choice of sites)."""
    with path.open("rb") as handle:
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
    defaults = {"name": path.name[:300], "size": path.stat().st_size}
    return Archive.objects.get_or_create(digest=digest, known_only=known_only, defaults=defaults)[0]


def import_archive(path: Path, archive: Archive) -> Iterator[Step]:
    """Keep what the rest of the file holds; yields after each record. Raises BrokenArchive."""
    if archive.finished:
        return
    waiting = 0
    for capture in read_captures(path, archive.offset):
        waiting += 1
        with transaction.atomic():
            keeping = keep_capture(capture, known_only=archive.known_only)
            _count(archive, capture, keeping)
            if keeping.article is not None or waiting >= STRIDE:
                archive.save(update_fields=["offset", "records", "outcomes"])
                waiting = 0
        yield Step(capture.end, keeping)
    archive.finished = timezone.now()
    archive.save(update_fields=["offset", "records", "outcomes", "finished"])


def _count(archive: Archive, capture: Capture, keeping: Keeping) -> None:
    archive.offset, archive.records = capture.end, archive.records + 1
    archive.outcomes = dict(Counter(archive.outcomes) + Counter([keeping.outcome]))


def summary(archive: Archive) -> str:
    """What the file gave, in one line."""
    counts = Counter(archive.outcomes)
    kept = f"{counts.pop('new_article', 0)} new articles, {counts.pop('new_revision', 0)} new revisions"
    known = counts.pop("known", 0)
    left = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    return f"{archive.records} records, {kept}, {known} known" + (f"; left out: {left}" if left else "")
