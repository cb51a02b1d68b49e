"""Human decisions: who decided what about which row, when, why, and what stood there before."""

from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Revision
from claims.models.actors import Actor
from claims.models.reports import Report


class ReviewQuerySet(models.QuerySet["Review"]):
    """Questions about decisions."""

    def standing(self, moment: datetime | None = None) -> Self:
        """Decisions that stand now, or stood at a moment: made by then and not yet undone."""
        if moment is None:
            return self.filter(undone=None)
        return self.filter(Q(undone=None) | Q(undone__gt=moment), at__lte=moment)

    def on_rows(self, model: str, ids: Iterable[int]) -> Self:
        """Decisions that speak on these rows: of reports also those carried there from another revision."""
        wanted = list(ids)
        made = Q(model=model, row__in=wanted)
        if model != "report":
            return self.filter(made)
        carried = CarriedReview.objects.filter(report__in=wanted, after__isnull=False)
        return self.filter(made | Q(pk__in=carried.values("review")))


class Review(models.Model):
    """A human decision on one field, name, merge or link; it wins over the machine and can be undone."""

    model = models.CharField(_("tabel"), max_length=30)
    row = models.BigIntegerField(_("baris"))
    field = models.CharField(_("bidang"), max_length=40)
    before = models.JSONField(_("sebelum"), null=True)
    after = models.JSONField(_("sesudah"), null=True)
    reason = models.TextField(_("alasan"), blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="reviews", verbose_name=_("pengguna")
    )
    at = models.DateTimeField(_("saat"), default=timezone.now)
    undone = models.DateTimeField(_("dibatalkan"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="undone_reviews",
        verbose_name=_("dibatalkan oleh"),
    )

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("tinjauan")
        verbose_name_plural = _("tinjauan")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["model", "row", "field"], name="review_of_row"),
            # a decision on one row names the other it concerns in `after`: both show it
            GinIndex(fields=["after"], opclasses=["jsonb_path_ops"], name="review_after"),
            # who spoke before words were given to another: an actor's page lists what was taken from it
            GinIndex(
                fields=["before"],
                opclasses=["jsonb_path_ops"],
                name="review_spoken_before",
                condition=Q(model="actor", field="speaks"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.row}.{self.field}"


class RuledReport(models.Model):
    """One report that a human decision speaks of, by its place in its text, so that re-reading keeps it.

    `ordinal` and `speaker` tell two reports of the same words apart. `side` is 0 for the reports decided
    on, 1 for those they are joined with or parted from, and 2 for those that a move left behind. `actor`
    is the speaker decided on, where the decision is about that.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="ruled", verbose_name=_("tinjauan"))
    revision = models.ForeignKey(Revision, models.CASCADE, related_name="ruled", verbose_name=_("revisi"))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    ordinal = models.PositiveSmallIntegerField()
    speaker = models.CharField(_("penutur"), max_length=300, blank=True)
    side = models.PositiveSmallIntegerField(default=0)
    actor = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="ruled", verbose_name=_("aktor")
    )

    class Meta:
        verbose_name = _("laporan yang diputuskan")
        verbose_name_plural = _("laporan yang diputuskan")
        constraints = [
            models.UniqueConstraint(
                fields=["review", "revision", "start", "ordinal"], name="ruledreport_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.review}: {self.revision} {self.start}-{self.end}"


class CarriedReview(models.Model):
    """A decision on a report that also speaks on a report of another revision of the article.

    `after` is what it says there, with places in that text; None where it says nothing. `lost` is True where
    words that it speaks of were not found again exactly: the report is then the one most like them, or the
    decided one itself, for a person to look at.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="carried", verbose_name=_("tinjauan"))
    report = models.ForeignKey(Report, models.CASCADE, related_name="carried", verbose_name=_("laporan"))
    after = models.JSONField(_("sesudah"), null=True)
    lost = models.BooleanField(_("hilang"), default=False)
    at = models.DateTimeField(_("saat"), default=timezone.now)

    class Meta:
        verbose_name = _("tinjauan yang terbawa")
        verbose_name_plural = _("tinjauan yang terbawa")
        constraints = [models.UniqueConstraint(fields=["review", "report"], name="carriedreview_once")]
        indexes = [models.Index(fields=["report"], name="carriedreview_lost", condition=Q(lost=True))]

    def __str__(self) -> str:
        return f"{self.review}: {self.report}"
