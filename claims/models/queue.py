"""The review queue: reports and sources that a person should look at, why, and what came of it."""

from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.base import ModelBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Source, Spell
from claims.models.claims import Stance
from claims.models.reports import Report


class QueueItemQuerySet(models.QuerySet["QueueItem"]):
    """Questions about the queue."""

    def open(self) -> Self:
        """What nobody has decided yet."""
        return self.filter(state=QueueItem.State.OPEN)

    def free_for(self, user_id: int) -> Self:
        """What is not another's: neither assigned to somebody else nor looked at by somebody else now."""
        mine = Q(assigned=None) | Q(assigned=user_id)
        unseen = Q(looking=None) | Q(looking=user_id) | Q(looking_until__lt=timezone.now())
        return self.filter(mine, unseen)


class QueueItem(models.Model):
    """One report, or one spell of a source, to look at for one reason.

    `stance` is the suggested link where that is the reason. `source` is the outlet it concerns and `rule` the
    reading rule that found the report, as both were when it was queued: lists are filtered by them.
    `looking` holds a short lease of whoever has it open. `verdict` keeps what came of it: the ids of the
    reviews made, and for every field whether the machine was right, by which rule and reader version. `batch`
    is the same for items accepted at once: they are taken back at once too.
    """

    class Reason(models.TextChoices):
        """Why somebody should look."""

        SCORE = "score", _("skor rendah")
        UNNAMED = "unnamed", _("penutur tanpa nama")
        UNDECIDED = "undecided", _("nama belum pasti")
        LINK = "link", _("tautan diusulkan")
        EDITED = "edited", _("suntingan atas yang sudah ditinjau")
        SAMPLE = "sample", _("contoh mingguan")
        HOLLOW = "hollow", _("sumber tidak utuh")

    class State(models.TextChoices):
        """What came of it."""

        OPEN = "open", _("terbuka")
        ACCEPTED = "accepted", _("diterima")
        CORRECTED = "corrected", _("dikoreksi")
        REFUSED = "refused", _("ditolak")

    reason = models.CharField(_("alasan"), max_length=10, choices=Reason)
    report = models.ForeignKey(
        Report, models.CASCADE, null=True, blank=True, related_name="queued", verbose_name=_("laporan")
    )
    stance = models.ForeignKey(
        Stance, models.CASCADE, null=True, blank=True, related_name="queued", verbose_name=_("sikap")
    )
    spell = models.ForeignKey(
        Spell, models.CASCADE, null=True, blank=True, related_name="queued", verbose_name=_("keadaan sumber")
    )
    source = models.ForeignKey(Source, models.CASCADE, related_name="queued", verbose_name=_("sumber"))
    rule = models.CharField(_("aturan"), max_length=60, blank=True)
    priority = models.FloatField(_("urutan"))
    state = models.CharField(_("keadaan"), max_length=10, choices=State, default=State.OPEN)
    week = models.CharField(_("pekan"), max_length=8, blank=True)
    assigned = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="assigned_items",
        verbose_name=_("ditugaskan kepada"),
    )
    looking = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="open_items",
        verbose_name=_("sedang dilihat"),
    )
    looking_until = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decided_items",
        verbose_name=_("diputuskan oleh"),
    )
    decided = models.DateTimeField(_("diputuskan"), null=True, blank=True)
    verdict = models.JSONField(default=dict, blank=True, editable=False)
    batch = models.UUIDField(null=True, blank=True, editable=False)
    created = models.DateTimeField(_("dibuat"), default=timezone.now)

    objects = QueueItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("butir tinjauan")
        verbose_name_plural = _("butir tinjauan")
        constraints = [
            models.UniqueConstraint(
                fields=["reason", "report", "stance", "spell"], nulls_distinct=False, name="queueitem_once"
            ),
            models.CheckConstraint(
                condition=Q(report__isnull=False, spell=None)
                | Q(report=None, stance=None, spell__isnull=False),
                name="queueitem_of_a_report_or_a_spell",
            ),
        ]
        indexes = [
            models.Index(fields=["priority", "id"], name="queueitem_next", condition=Q(state="open")),
            models.Index(
                fields=["reason", "priority", "id"], name="queueitem_for_reason", condition=Q(state="open")
            ),
            models.Index(
                fields=["source", "priority", "id"], name="queueitem_of_outlet", condition=Q(state="open")
            ),
            models.Index(
                fields=["rule", "priority", "id"], name="queueitem_by_rule", condition=Q(state="open")
            ),
            models.Index(
                fields=["assigned", "priority", "id"], name="queueitem_given", condition=Q(state="open")
            ),
            models.Index(fields=["batch"], name="queueitem_batch", condition=Q(batch__isnull=False)),
            models.Index(
                fields=["state", "-decided", "-id"], name="queueitem_decided", condition=~Q(state="open")
            ),
            models.Index(fields=["decided_by", "-decided"], name="queueitem_last"),
            models.Index(fields=["reason", "week"], name="queueitem_sample"),
        ]

    def __str__(self) -> str:
        return f"{self.reason}: {self.report or self.spell}"

    def save(
        self,
        *,
        force_insert: bool | tuple[ModelBase, ...] = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
    ) -> None:
        """Save; a new item takes its outlet and its rule from what it is about."""
        if self._state.adding and self.report:
            self.source, self.rule = self.report.article.source, self.report.rule
        elif self._state.adding and self.spell:
            self.source = self.spell.source
        super().save(
            force_insert=force_insert, force_update=force_update, using=using, update_fields=update_fields
        )

    @property
    def looker(self) -> User | None:
        """Who is looking at it now; None once the lease has run out."""
        until = self.looking_until
        return self.looking if until and until > timezone.now() else None


class FullReviewQuerySet(models.QuerySet["FullReview"]):
    """Questions about articles read to the end."""

    def latest_of_articles(self) -> Self:
        """Each article once, by its latest revision read to the end: what an edit left is not new."""
        article = OuterRef("revision__article")
        later = self.model._default_manager.filter(
            revision__article=article, revision__number__gt=OuterRef("revision__number")
        )
        return self.filter(~Exists(later))


class FullReview(models.Model):
    """A revision that somebody read to the end: all its statements reviewed, those missed added by hand.

    `found` and `missed` count the machine's and the added ones at that moment: recall is measured on them.
    """

    revision = models.OneToOneField(
        "articles.Revision", models.CASCADE, related_name="full_review", verbose_name=_("revisi")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="full_reviews", verbose_name=_("pengguna")
    )
    at = models.DateTimeField(_("saat"), default=timezone.now)
    found = models.PositiveIntegerField(_("ditemukan mesin"))
    missed = models.PositiveIntegerField(_("terlewat mesin"))
    reader_version = models.PositiveIntegerField(_("versi pembaca"))

    objects = FullReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("tinjauan lengkap")
        verbose_name_plural = _("tinjauan lengkap")

    def __str__(self) -> str:
        return f"{self.revision}: {self.found} + {self.missed}"
