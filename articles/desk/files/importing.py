"""Takes a file of sources in, batch by batch; a killed import goes on, a second one changes nothing."""

import gzip
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk.files.outlines import looks_like_outlines, read_outlines
from articles.desk.files.tables import read_table
from articles.desk.files.values import Refused, SourceRow, UnreadableFile
from articles.models import BadLine, Feed, Source, SourceImport

BATCH = 1000
LARGEST_FILE = 20 * 1024 * 1024


def save_import(name: str, content: bytes, user: int) -> SourceImport:
    """Keep a file to be taken in by a worker."""
    return SourceImport.objects.create(name=name[:200], user_id=user, content=gzip.compress(content, mtime=0))


def take_in(given: SourceImport) -> SourceImport:
    """Take the file in to its end, from the line after the last that is done."""
    try:
        rows = read_file(gzip.decompress(given.content))
        todo = (row for row in rows if row.line > given.line)
        while batch := list(islice(todo, BATCH)):
            save_batch(given, batch)
        trouble = ""
    except UnreadableFile as error:
        trouble = str(error)
    SourceImport.objects.filter(pk=given.pk).update(
        content=b"", finished=timezone.now(), trouble=trouble[:300], claimed_until=None
    )
    given.refresh_from_db()
    return given


def read_file(content: bytes) -> Iterator[SourceRow | Refused]:
    """The lines of a file, by what its bytes are. Raises UnreadableFile."""
    return read_outlines(content) if looks_like_outlines(content) else read_table(content)


@transaction.atomic
def save_batch(given: SourceImport, batch: Sequence[SourceRow | Refused]) -> None:
    """Sources, their lists, bad lines, log and count of one batch: all of it or nothing."""
    taken, refused = settle(batch)
    created, changed = save_sources(taken)
    words = _("Dari berkas %(name)s.") % {"name": given.name}
    for flag, sources in ((ADDITION, created), (CHANGE, changed)):
        LogEntry.objects.log_actions(given.user_id, sources, flag, words)
    BadLine.objects.bulk_create(
        (BadLine(source_import=given, line=bad.line, reason=bad.reason[:300]) for bad in refused),
        ignore_conflicts=True,
    )
    SourceImport.objects.filter(pk=given.pk).update(
        line=max(row.line for row in batch),
        created=F("created") + len(created),
        changed=F("changed") + len(changed),
        unchanged=F("unchanged") + len(taken) - len(created) - len(changed),
        bad=F("bad") + len(refused),
    )


def settle(batch: Sequence[SourceRow | Refused]) -> tuple[dict[str, SourceRow], list[Refused]]:
    """What is to be saved, by short name, and what is refused: a front page belongs to one source."""
    rows = [row for row in batch if isinstance(row, SourceRow)]
    refused = [row for row in batch if isinstance(row, Refused)]
    wanted = [home_of(row) for row in rows]
    owners = dict(Source.objects.filter(home__in=wanted).values_list("home", "slug"))
    taken: dict[str, SourceRow] = {}
    for row in rows:
        owner = owners.setdefault(home_of(row), row.slug)
        if owner != row.slug:
            refused.append(Refused(row.line, _("Alamat ini sudah milik sumber %(slug)s.") % {"slug": owner}))
            continue
        before = taken.get(row.slug)
        feeds = dict.fromkeys((*(before.feeds if before else ()), *row.feeds))
        taken[row.slug] = replace(before or row, feeds=tuple(feeds))
    return taken, refused


def home_of(row: SourceRow) -> str:
    """The front page that a line names."""
    home: str = (row.first | row.fields)["home"]
    return home


def save_sources(taken: Mapping[str, SourceRow]) -> tuple[list[Source], list[Source]]:
    """New sources, and those that were changed or given lists they lacked."""
    known = {source.slug: source for source in Source.objects.filter(slug__in=list(taken))}
    created = Source.objects.bulk_create(
        Source(slug=slug, **row.first, **row.fields) for slug, row in taken.items() if slug not in known
    )
    changed = {slug: source for slug, source in known.items() if assign(source, taken[slug].fields)}
    columns = sorted({name for slug in changed for name in taken[slug].fields})
    if columns:
        Source.objects.bulk_update(changed.values(), columns)
    given_lists = save_feeds(known | {source.slug: source for source in created}, taken)
    changed |= {slug: known[slug] for slug in given_lists if slug in known}
    return created, list(changed.values())


def assign(source: Source, fields: Mapping[str, object]) -> bool:
    """Set the fields of an unsaved row; whether anything changed."""
    changed = {name: value for name, value in fields.items() if getattr(source, name) != value}
    for name, value in changed.items():
        setattr(source, name, value)
    return bool(changed)


def save_feeds(sources: Mapping[str, Source], taken: Mapping[str, SourceRow]) -> set[str]:
    """The lists that sources lacked; whose they were, by short name. Lists that a file leaves out stay."""
    ids = {source.pk: slug for slug, source in sources.items()}
    found = set(Feed.objects.filter(source__in=ids).values_list("source", "url"))
    fresh = [
        Feed(source=sources[slug], url=url)
        for slug, row in taken.items()
        for url in row.feeds
        if (sources[slug].pk, url) not in found
    ]
    Feed.objects.bulk_create(fresh, ignore_conflicts=True)
    return {ids[feed.source_id] for feed in fresh}
