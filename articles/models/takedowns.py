"""The log of texts taken down at their outlets' request; it only grows, which the database itself holds."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.articles import Article


class TakeDown(models.Model):
    """One decision on one article's text: taken away, or later text let in again."""

    class Action(models.TextChoices):
        """What was decided."""

        WITHHELD = "withheld", _("teks dicabut")
        LET_IN = "let_in", _("teks baru diizinkan lagi")

    article = models.ForeignKey(Article, models.PROTECT, related_name="takedowns", verbose_name=_("artikel"))
    action = models.CharField(_("keputusan"), max_length=10, choices=Action)
    requested_by = models.CharField(_("atas permintaan"), max_length=300)
    reason = models.TextField(_("alasan"), max_length=2000)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="takedowns", verbose_name=_("pengguna")
    )
    at = models.DateTimeField(_("saat"), default=timezone.now)
    revisions = models.PositiveSmallIntegerField(_("revisi"), default=0)

    class Meta:
        verbose_name = _("pencabutan teks")
        verbose_name_plural = _("pencabutan teks")
        ordering = ["-at", "-pk"]
        permissions = [("take_down", _("Boleh mencabut teks artikel"))]

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.article}"
