"""Searches that readers keep: the address of a list, with how far its owner has looked."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SavedSearch(models.Model):
    """One search of explore under a name of its owner's; `seen` is the newest report at the last look."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="searches", verbose_name=_("pemilik")
    )
    name = models.CharField(_("nama"), max_length=100)
    query = models.CharField(_("saringan"), max_length=2000, blank=True)
    looked = models.DateTimeField(_("terakhir dilihat"), default=timezone.now)
    seen = models.BigIntegerField(default=0, editable=False)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("pencarian tersimpan")
        verbose_name_plural = _("pencarian tersimpan")
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="savedsearch_name_once")]

    def __str__(self) -> str:
        return self.name
