"""What came in: leads that are no articles yet, and every exchange with its verdict."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.backfills import Backfill
from articles.models.sources import Source
from articles.models.turns import Turned


class LeadQuerySet(models.QuerySet["Lead"]):
    """Questions about leads."""

    def due(self, now: datetime) -> Self:
        """Leads to be fetched now: the news first, then the past, then those whose worker died."""
        walks = F("backfill").asc(nulls_first=True)
        due = self.filter(next_try__lte=now, source__enabled=True, source__paused="")
        return due.order_by("lost", walks, "next_try", "pk")

    def lost(self, now: datetime) -> Self:
        """Leads whose worker died: it began and never said how it ended."""
        return self.filter(began__isnull=False, next_try__lte=now)

    def begin(self, pk: int, turn: int | None, now: datetime) -> bool:
        """Take up a lead; False where its turn has passed or - without a turn - another worker is on it."""
        mine = Q(turn=turn) if turn is not None else Q(began=None) | Q(next_try__lte=now)
        taken = self.filter(mine, pk=pk).update(turn=F("turn") + 1, began=now, next_try=now + settings.LEASE)
        return bool(taken)


class Lead(Turned):
    """An address that a source announced and that is no Article yet."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="leads")
    url = models.URLField(_("alamat"), max_length=1000, unique=True)
    title = models.CharField(_("judul"), max_length=500, blank=True)
    published = models.DateTimeField(_("terbit"), null=True, blank=True)
    found = models.DateTimeField(_("ditemukan"), default=timezone.now)
    next_try = models.DateTimeField(_("percobaan berikut"), null=True, blank=True, default=timezone.now)
    tries = models.PositiveSmallIntegerField(_("percobaan"), default=0)
    verdict = models.CharField(_("putusan"), max_length=30, blank=True)
    backfill = models.ForeignKey(
        Backfill, models.SET_NULL, null=True, blank=True, related_name="leads", editable=False
    )

    objects = LeadQuerySet.as_manager()

    class Meta:
        verbose_name = _("petunjuk")
        verbose_name_plural = _("petunjuk")
        indexes = [models.Index(fields=["next_try"], name="lead_due", condition=Q(next_try__isnull=False))]

    def __str__(self) -> str:
        return self.url


class Fetch(models.Model):
    """One HTTP exchange and its verdict; old rows are pruned.

    `took` is how long the site took, our own waiting left out. `lacks` names the fields (title, body, date,
    author) that a page read as an article did not have; None for pages of another make.
    """

    source = models.ForeignKey(Source, models.CASCADE, null=True, blank=True, related_name="fetches")
    url = models.CharField(_("alamat"), max_length=2000)
    at = models.DateTimeField(_("saat"), default=timezone.now, db_index=True)
    verdict = models.CharField(_("putusan"), max_length=30)
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    size = models.PositiveIntegerField(_("bita"), default=0)
    took = models.DurationField(_("lama"), default=timedelta)
    note = models.CharField(_("keterangan"), max_length=500, blank=True)
    lacks = ArrayField(models.CharField(max_length=10), verbose_name=_("tanpa"), null=True, blank=True)

    class Meta:
        verbose_name = _("pengambilan")
        verbose_name_plural = _("pengambilan")
        indexes = [models.Index(fields=["source", "-at"], name="fetch_of_source")]

    def __str__(self) -> str:
        return f"{self.verdict} {self.url}"
