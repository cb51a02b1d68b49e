"""One source's day in figures: what was asked of its site, how it answered, what it gave."""

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from articles.models.sources import Source


class SourceDayQuerySet(models.QuerySet["SourceDay"]):
    """Questions about days."""

    def spend(self, source: Source, day: date) -> bool:
        """Count one request of `source` on `day`; False where its daily cap is used up.

        The condition stands in the update itself, so that it holds for any number of workers and machines.
        """
        of_day = self.filter(source=source, day=day)
        if of_day.filter(asked__lt=source.daily_cap).update(asked=F("asked") + 1):
            return True
        self.bulk_create([self.model(source=source, day=day)], ignore_conflicts=True)
        return bool(of_day.filter(asked__lt=source.daily_cap).update(asked=F("asked") + 1))

    def until(self, day: date, days: int) -> Self:
        """The last so many days, `day` included."""
        return self.filter(day__gt=day - timedelta(days=days), day__lte=day)


class SourceDay(models.Model):
    """A source on one day of Jakarta's calendar; pages of health read these rows and never the Fetch rows.

    `asked` counts requests as they are sent and is what the daily cap rests on. The other figures are taken
    from Fetch, Article and Revision by the health task; `read`, `statements` and `named` are written by
    whoever reads the articles. `latency` is the median in seconds, `length` the median of an article's text
    in characters, `lacks` the number of pages without a field, of `pages` read as articles.
    """

    source = models.ForeignKey(Source, models.CASCADE, related_name="days", verbose_name=_("sumber"))
    day = models.DateField(_("hari"))
    asked = models.PositiveIntegerField(_("permintaan"), default=0)
    answered = models.PositiveIntegerField(_("dijawab"), default=0)
    failed = models.PositiveIntegerField(_("gagal"), default=0)
    size = models.PositiveBigIntegerField(_("bita"), default=0)
    latency = models.FloatField(_("lama jawaban (detik)"), null=True, blank=True)
    verdicts = models.JSONField(_("putusan"), default=dict, blank=True)
    pages = models.PositiveIntegerField(_("halaman"), default=0)
    lacks = models.JSONField(_("tanpa"), default=dict, blank=True)
    articles = models.PositiveIntegerField(_("artikel"), default=0)
    edits = models.PositiveIntegerField(_("suntingan"), default=0)
    length = models.PositiveIntegerField(_("panjang teks"), null=True, blank=True)
    read = models.PositiveIntegerField(_("artikel terbaca"), default=0)
    statements = models.PositiveIntegerField(_("pernyataan"), default=0)
    named = models.PositiveIntegerField(_("dengan penutur bernama"), default=0)

    objects = SourceDayQuerySet.as_manager()

    class Meta:
        verbose_name = _("hari sumber")
        verbose_name_plural = _("hari sumber")
        ordering = ["source_id", "day"]
        constraints = [models.UniqueConstraint(fields=["source", "day"], name="source_day_once")]
        indexes = [models.Index(fields=["day"], name="source_day")]

    def __str__(self) -> str:
        return f"{self.source}, {self.day}"
