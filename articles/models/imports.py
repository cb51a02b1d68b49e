"""Files of sources that a curator handed in, and the lines of them that could not be taken."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

IMPORT_LEASE = timedelta(minutes=10)


class SourceImportQuerySet(models.QuerySet["SourceImport"]):
    """Questions about imports."""

    def waiting(self, now: datetime) -> Self:
        """Files not yet taken in to their end; a dead worker's comes back by itself."""
        free = Q(claimed_until=None) | Q(claimed_until__lt=now)
        return self.filter(free, finished=None).order_by("pk")

    def claim(self, pk: int, now: datetime) -> bool:
        """Take one waiting file; False where another worker was quicker."""
        return bool(self.waiting(now).filter(pk=pk).update(claimed_until=now + IMPORT_LEASE))


class SourceImport(models.Model):
    """One CSV or OPML file: how far it was taken in, and what came of it.

    `content` is the file, gzipped, until it is taken in. `line` is the last line that is done; counts and
    bad lines of a batch are kept in one transaction with its sources, so that a killed worker's import
    goes on where it stood. `trouble` says why the whole file could not be read.
    """

    name = models.CharField(_("berkas"), max_length=200)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("pengguna"))
    at = models.DateTimeField(_("saat"), default=timezone.now)
    content = models.BinaryField(blank=True)
    line = models.PositiveIntegerField(_("baris terakhir"), default=0)
    created = models.PositiveIntegerField(_("sumber baru"), default=0)
    changed = models.PositiveIntegerField(_("sumber diubah"), default=0)
    unchanged = models.PositiveIntegerField(_("tetap"), default=0)
    bad = models.PositiveIntegerField(_("baris buruk"), default=0)
    trouble = models.CharField(_("gangguan"), max_length=300, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True, editable=False)
    finished = models.DateTimeField(_("selesai"), null=True, blank=True)

    objects = SourceImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("impor sumber")
        verbose_name_plural = _("impor sumber")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["id"], name="import_waiting", condition=Q(finished=None))]

    def __str__(self) -> str:
        return self.name


class BadLine(models.Model):
    """One line of a file that was not taken, and why."""

    source_import = models.ForeignKey(
        SourceImport, models.CASCADE, related_name="bad_lines", verbose_name=_("impor")
    )
    line = models.PositiveIntegerField(_("baris"))
    reason = models.CharField(_("sebab"), max_length=300)

    class Meta:
        verbose_name = _("baris buruk")
        verbose_name_plural = _("baris buruk")
        constraints = [models.UniqueConstraint(fields=["source_import", "line"], name="bad_line_once")]

    def __str__(self) -> str:
        return f"{self.line}: {self.reason}"
