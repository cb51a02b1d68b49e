"""The read-and-link desk: takes one kept revision through reading, keeping and linking, or links it anew."""

from django.db import transaction
from django.utils import timezone

from articles.models import Revision
from claims.models import Reading
from claims.nlp.reading import READER_VERSION, read
from claims.store import link_anew, link_reading, outdated, save_failure, save_reading, waiting

__all__ = ["link_once_more", "outdated", "read_and_link", "waiting"]


def read_and_link(revision_id: int) -> str:
    """Read one revision, keep its findings and link them; one line says what came of it.

    Reading needs no transaction; rows and links are kept in one, so a crash leaves the revision waiting.
    Raises Revision.DoesNotExist for an id that is gone; whatever else breaks is kept as a
    FailedReading and raised.
    """
    revision = Revision.objects.select_related("article__source").get(pk=revision_id)
    if not waiting().filter(pk=revision_id).exists():
        return "nothing to read"
    try:
        return _read(revision)
    except Exception as error:
        save_failure(revision, error, reader_version=READER_VERSION)
        raise


def link_once_more(reading_id: int) -> str:
    """Link one past reading by today's linker; one line says what came of it.

    Raises Reading.DoesNotExist for an id that is gone; whatever else breaks is kept as a FailedReading
    and raised, so that the reading waits its time and blocks no other.
    """
    reading = Reading.objects.select_related("revision").get(pk=reading_id)
    if not outdated().filter(pk=reading_id).exists():
        return "nothing to link"
    try:
        return f"{link_anew(reading)} reports"
    except Exception as error:
        save_failure(reading.revision, error, reader_version=READER_VERSION)
        raise


def _read(revision: Revision) -> str:
    published = timezone.localtime(revision.published or revision.fetched).date()
    findings = read(revision.text, published=published, outlet=revision.article.source.name)
    with transaction.atomic():
        reading = save_reading(revision, findings, reader_version=READER_VERSION)
        link_reading(reading)
    return f"{len(findings.statements)} statements"
