"""Outlets as they run: their state, and the lists they announce their stories in."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class SourceQuerySet(models.QuerySet["Source"]):
    """Questions about sources, in the words of the desk."""

    def due(self, now: datetime) -> Self:
        """Sources whose next round is due and that no worker holds."""
        free = Q(claimed_until=None) | Q(claimed_until__lt=now)
        return self.filter(free, enabled=True, paused="").filter(Q(next_due=None) | Q(next_due__lte=now))

    def claim(self, pk: int, now: datetime) -> bool:
        """Take one due source for a round; False where another worker was quicker."""
        return bool(self.due(now).filter(pk=pk).update(claimed_until=now + settings.LEASE))


class Source(models.Model):
    """The state of one outlet while it runs; what its site looks like stands in its declaration."""

    class Group(models.TextChoices):
        """Where an outlet stands."""

        NATIONAL = "national", _("Nasional")
        REGIONAL = "regional", _("Daerah")
        WIRE = "wire", _("Kantor berita")
        FOREIGN = "foreign", _("Layanan asing")
        DEMO = "demo", _("Contoh fiksi")

    slug = models.SlugField(unique=True)
    name = models.CharField(_("nama"), max_length=120)
    home = models.URLField(_("alamat"), max_length=300)
    group = models.CharField(_("kelompok"), max_length=10, choices=Group, default=Group.NATIONAL)
    enabled = models.BooleanField(_("aktif"), default=False)
    note = models.TextField(_("catatan"), blank=True)
    paused = models.CharField(
        _("dijeda karena"),
        max_length=300,
        blank=True,
        help_text=_("selama terisi, situsnya tidak ditanya"),
    )
    paused_until = models.DateTimeField(
        _("dijeda sampai"), null=True, blank=True, help_text=_("kosong: sampai jeda ini dihapus")
    )
    pace = models.FloatField(_("jeda antarpermintaan (detik)"), default=5.0)
    daily_cap = models.PositiveIntegerField(_("permintaan per hari paling banyak"), default=5000)
    interval = models.DurationField(_("jeda antarputaran"), default=timedelta(minutes=15))
    learnt = models.DurationField(_("jeda yang dipelajari"), null=True, blank=True, editable=False)
    quiet_from = models.TimeField(_("jam tenang mulai (WIB)"), null=True, blank=True)
    quiet_until = models.TimeField(_("jam tenang sampai (WIB)"), null=True, blank=True)
    next_due = models.DateTimeField(_("putaran berikut"), null=True, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True, editable=False)
    last_success = models.DateTimeField(_("berhasil terakhir"), null=True, blank=True, editable=False)
    failures = models.PositiveIntegerField(_("gagal beruntun"), default=0, editable=False)
    failure = models.CharField(_("sebab gagal"), max_length=300, blank=True, editable=False)
    created = models.DateTimeField(auto_now_add=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("sumber")
        verbose_name_plural = _("sumber")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(pace__gte=0), name="source_pace_not_negative"),
            models.CheckConstraint(condition=Q(daily_cap__gte=1), name="source_daily_cap_positive"),
            models.CheckConstraint(
                condition=Q(quiet_from=None, quiet_until=None)
                | Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="source_quiet_hours_whole",
            ),
        ]
        indexes = [
            models.Index(F("next_due").asc(nulls_first=True), name="source_due", condition=Q(enabled=True))
        ]

    def __str__(self) -> str:
        return self.name


class Feed(models.Model):
    """One list of a source (feed, sitemap or index page) and what is needed to ask for it politely."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="feeds", verbose_name=_("sumber"))
    url = models.URLField(_("alamat"), max_length=500)
    etag = models.CharField(max_length=300, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)
    fetched = models.DateTimeField(_("diambil"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("daftar berita")
        verbose_name_plural = _("daftar berita")
        constraints = [models.UniqueConstraint(fields=["source", "url"], name="feed_once_per_source")]

    def __str__(self) -> str:
        return self.url
