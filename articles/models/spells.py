"""How a source fares over time: one spell for each stretch in one state, and the alerts that told of it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.sources import Source


class Spell(models.Model):
    """One stretch of a source in one state; the one without an end is how it fares now.

    `why` names the reason and `facts` hold its figures, so that the words can be put together in either
    language. `since` is the day on which the figures changed, `began` when that was noticed, `seen` when it
    last held.
    """

    class State(models.TextChoices):
        """How a source fares, in one word."""

        WELL = "well", _("lancar")
        QUIET = "quiet", _("sepi")
        FAILING = "failing", _("gagal")
        HOLLOW = "hollow", _("tidak utuh")
        WAITING = "waiting", _("menunggu putaran pertama")
        PAUSED = "paused", _("dijeda")
        OFF = "off", _("tidak dinyalakan")

    source = models.ForeignKey(Source, models.CASCADE, related_name="spells", verbose_name=_("sumber"))
    state = models.CharField(_("keadaan"), max_length=10, choices=State)
    why = models.CharField(_("sebab"), max_length=20, blank=True)
    facts = models.JSONField(_("angka"), default=dict, blank=True)
    since = models.DateField(_("sejak"))
    began = models.DateTimeField(_("diketahui"), default=timezone.now)
    seen = models.DateTimeField(_("terakhir dilihat"), default=timezone.now)
    ended = models.DateTimeField(_("berakhir"), null=True, blank=True)

    class Meta:
        verbose_name = _("keadaan sumber")
        verbose_name_plural = _("keadaan sumber")
        ordering = ["source_id", "-began"]
        constraints = [
            models.UniqueConstraint(
                fields=["source"], condition=Q(ended=None), name="one_spell_now_per_source"
            )
        ]
        indexes = [models.Index(fields=["source", "-began"], name="spell_of_source")]

    def __str__(self) -> str:
        return f"{self.source}: {self.get_state_display()}"


class Alert(models.Model):
    """One spell to be told of on one channel, once; `next_try` is None when it was sent or given up."""

    class Channel(models.TextChoices):
        """Where alerts go."""

        EMAIL = "email", _("surel")
        WEBHOOK = "webhook", "webhook"

    spell = models.ForeignKey(Spell, models.CASCADE, related_name="alerts", verbose_name=_("keadaan"))
    before = models.CharField(_("keadaan sebelumnya"), max_length=10, choices=Spell.State, blank=True)
    channel = models.CharField(_("saluran"), max_length=10, choices=Channel)
    tries = models.PositiveSmallIntegerField(_("percobaan"), default=0)
    next_try = models.DateTimeField(_("percobaan berikut"), null=True, blank=True, default=timezone.now)
    sent = models.DateTimeField(_("terkirim"), null=True, blank=True)
    failure = models.CharField(_("sebab gagal"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("peringatan")
        verbose_name_plural = _("peringatan")
        constraints = [models.UniqueConstraint(fields=["spell", "channel"], name="alert_once_per_channel")]
        indexes = [models.Index(fields=["next_try"], name="alert_due", condition=Q(next_try__isnull=False))]

    def __str__(self) -> str:
        return f"{self.spell} ({self.channel})"
