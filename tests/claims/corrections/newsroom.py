"""The demo newsroom's stories as rows, read, linked, and read again by a reader of another number."""

from collections.abc import Callable
from random import Random

from django.utils import timezone

from articles.models import Revision
from claims.models import Report
from claims.nlp.reading import read
from claims.record import digest_record, find_record
from claims.store import link_reading, save_reading
from claims.values import Findings, Kind, QuoteForm
from claimtrack.newsroom.stories import all_stories
from tests import rows

Reader = Callable[[Revision, Findings], Findings]


def as_it_reads(_revision: Revision, findings: Findings) -> Findings:
    """The reader as it is."""
    return findings


def keep_stories(count: int | None = None) -> list[Revision]:
    """A revision for each story."""
    return [
        rows.make_revision(
            "\n".join((story.title, *story.paragraphs)), outlet=story.outlet, at=rows.wib(10 + place % 15, 8)
        )
        for place, story in enumerate(all_stories()[:count])
    ]


def read_all(revisions: list[Revision], version: int, reader: Reader = as_it_reads) -> None:
    """Read and link every revision by a reader of this number."""
    for revision in revisions:
        day = timezone.localtime(revision.published or revision.fetched).date()
        findings = read(revision.text, published=day, outlet=revision.article.source.name)
        link_reading(save_reading(revision, reader(revision, findings), reader_version=version))


def digest() -> str:
    """The record's digest."""
    return digest_record(find_record())


def another(report: Report, field: str, chance: Random) -> str:
    """Words for a field that are not those that stand there."""
    text = report.revision.text
    if field == "span":
        words = report.exact.split()
        return " ".join(words[1:]) if len(words) > 3 and report.exact.split(" ") == words else ""
    if field == "kind":
        return chance.choice([kind.value for kind in Kind if kind.value != report.kind])
    if field == "quote":
        return chance.choice([form.value for form in QuoteForm if form.value != report.quote])
    if field == "said_on":
        return f"2024-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}"
    name = (
        f"{chance.choice(['Tirta', 'Lestari', 'Gandi'])} {chance.choice(['Wirabumi', 'Sasongko', 'Palupi'])}"
    )
    return f"{name} {len(text) % 7}" if field in ("role", "place", "target") else name
