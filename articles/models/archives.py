"""Archive files as they are read: which, how far, and what they gave."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Archive(models.Model):
    """One archive file, known by its content; `offset` is where reading goes on after a stop."""

    digest = models.CharField(max_length=64)
    known_only = models.BooleanField(_("hanya media terdaftar"), default=False)
    name = models.CharField(_("berkas"), max_length=300)
    size = models.PositiveBigIntegerField(_("bita"))
    offset = models.PositiveBigIntegerField(_("terbaca sampai"), default=0)
    records = models.PositiveIntegerField(_("rekaman"), default=0)
    outcomes = models.JSONField(_("hasil"), default=dict, blank=True)
    started = models.DateTimeField(_("mulai"), default=timezone.now)
    finished = models.DateTimeField(_("selesai"), null=True, blank=True)

    class Meta:
        verbose_name = _("arsip")
        verbose_name_plural = _("arsip")
        constraints = [models.UniqueConstraint(fields=["digest", "known_only"], name="archive_once")]

    def __str__(self) -> str:
        return self.name
