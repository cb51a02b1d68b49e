"""Links past readings anew when links get better: what is compared is worked out again from their rows."""

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from claims.linking.gist import with_gists
from claims.linking.sketches import find_sketch
from claims.linking.version import LINKER_VERSION
from claims.models import FailedReading, Reading, Report
from claims.nlp.version import READER_VERSION
from claims.store.columns import gist_columns
from claims.store.links import link_reading, take_turn
from claims.store.nearby import find_rows, told_of


def outdated(linker_version: int = LINKER_VERSION, reader_version: int = READER_VERSION) -> QuerySet[Reading]:
    """Readings of today's reader that an older linker linked, oldest first; broken ones wait their time."""
    put_off = FailedReading.objects.filter(
        revision=OuterRef("revision"), reader_version=reader_version, next_try__gt=timezone.now()
    )
    older = Reading.objects.filter(
        linker_version__lt=linker_version, reader_version=reader_version, revision__article__withheld=None
    )
    return older.filter(~Exists(put_off)).order_by("linker_version", "pk")


@transaction.atomic
def link_anew(reading: Reading) -> int:
    """Link one past reading by today's linker; how many reports were linked anew. Safe to run twice.

    Once all readings are, the record is that of today's linker, whatever the order; decisions are heeded.
    """
    take_turn()
    retell(reading)
    FailedReading.objects.filter(revision=reading.revision_id, reader_version=reading.reader_version).delete()
    return link_reading(reading)


def retell(reading: Reading) -> None:
    """Work out again what linking compares: the gists of a reading's reports, and the sketch of its text."""
    rows = find_rows(Report.objects.current().filter(reading=reading).order_by("ordinal"))
    told = with_gists([told_of(row) for row in rows])
    reports = [Report(pk=row["pk"], **gist_columns(report)) for row, report in zip(rows, told, strict=True)]
    Report.objects.bulk_update(reports, ["gist", "pairs"])
    text = reading.revision.text
    if text and told:  # a text taken down keeps the sketch it had
        Reading.objects.filter(pk=reading.pk).update(sketch=list(find_sketch(text)))
