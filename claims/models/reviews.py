"""Human decisions: who decided what about which row, when, why, and what stood there before."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


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

    class Meta:
        verbose_name = _("tinjauan")
        verbose_name_plural = _("tinjauan")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["model", "row", "field"], name="review_of_row")]

    def __str__(self) -> str:
        return f"{self.model} {self.row}.{self.field}"
