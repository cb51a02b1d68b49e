"""Walks through an outlet's past: which days, and where the walk stands."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.sources import Source


class BackfillQuerySet(models.QuerySet["Backfill"]):
    """Questions about walks through the past."""

    def due(self, now: datetime) -> Self:
        """Walks whose next step is due and that no worker holds."""
        free = Q(claimed_until=None) | Q(claimed_until__lt=now)
        in_use = self.filter(source__enabled=True, source__paused="")
        return in_use.filter(free, finished=None, next_step__lte=now)

    def claim(self, pk: int, now: datetime) -> bool:
        """Take one walk for a step; False where another worker was quicker."""
        free = Q(claimed_until=None) | Q(claimed_until__lt=now)
        walks = self.filter(free, pk=pk, finished=None)
        return bool(walks.update(claimed_until=now + settings.LEASE))


class Backfill(models.Model):
    """The days `first` to `last` of a source, walked list by list and page by page.

    `day`, `place` (which list), `page` and `address` (of the next page, where the site names it) are the
    cursor. `seen` holds digests of the stories that this day's list gave: a page without a new one ends it.
    """

    source = models.ForeignKey(Source, models.CASCADE, related_name="backfills", verbose_name=_("sumber"))
    first = models.DateField(_("dari"))
    last = models.DateField(_("sampai"))
    day = models.DateField(_("hari"))
    place = models.PositiveSmallIntegerField(default=0)
    page = models.PositiveSmallIntegerField(_("halaman"), default=1)
    address = models.CharField(max_length=1000, blank=True)
    seen = models.JSONField(default=list, blank=True)
    asked = models.PositiveIntegerField(_("halaman diminta"), default=0)
    found = models.PositiveIntegerField(_("petunjuk baru"), default=0)
    failures = models.PositiveSmallIntegerField(_("gagal beruntun"), default=0)
    gaps = models.PositiveIntegerField(_("halaman yang gagal"), default=0)
    note = models.CharField(_("keterangan"), max_length=500, blank=True)
    next_step = models.DateTimeField(_("langkah berikut"), default=timezone.now)
    claimed_until = models.DateTimeField(null=True, blank=True, editable=False)
    started = models.DateTimeField(_("mulai"), default=timezone.now)
    finished = models.DateTimeField(_("selesai"), null=True, blank=True)

    objects = BackfillQuerySet.as_manager()

    class Meta:
        verbose_name = _("penelusuran arsip")
        verbose_name_plural = _("penelusuran arsip")
        constraints = [
            models.UniqueConstraint(fields=["source", "first", "last"], name="backfill_once"),
            models.CheckConstraint(condition=Q(first__lte=F("last")), name="backfill_days_in_order"),
        ]
        indexes = [models.Index(fields=["next_step"], name="backfill_due", condition=Q(finished=None))]

    def __str__(self) -> str:
        return f"{self.source}, {self.first} - {self.last}"
