"""What is in dispute: claims, and how each utterance stands to them."""

from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from claims.models.actors import Actor
from claims.models.reports import Utterance
from claims.values import StanceKind

DENYING = (StanceKind.DENIES.value, StanceKind.PARTLY_DENIES.value)


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Questions about claims."""

    def current(self) -> Self:
        """Claims that were not merged into another."""
        return self.filter(successor=None)

    def disputed(self) -> Self:
        """Claims that somebody denies."""
        return self.filter(_held(*DENYING))

    def unanswered(self) -> Self:
        """Accusations with a target and no answer found."""
        answers = (*DENYING, "confirms", "neither", "no_comment", "retracts")
        return self.filter(_held("accuses")).exclude(target="").exclude(_held(*answers))


class Claim(models.Model):
    """A proposition, whoever repeats it; nothing here says that it is true or false.

    `title` is the earliest plain wording, or an editor's; `machine_title` is that wording as of the last
    linking, whoever named the claim. `origin_known` is False where only a denial
    of it was seen. `first_said` orders claims. `key` names it by content alone.
    """

    title = models.CharField(_("klaim"), max_length=500)
    machine_title = models.CharField(_("judul menurut mesin"), max_length=500, blank=True)
    title_by_editor = models.BooleanField(_("judul oleh editor"), default=False)
    origin_known = models.BooleanField(_("asal diketahui"), default=True)
    target = models.CharField(_("sasaran"), max_length=300, blank=True)
    target_actor = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="targeted", verbose_name=_("aktor sasaran")
    )
    first_said = models.DateTimeField(_("pertama dikatakan"), null=True, blank=True)
    last_moved = models.DateTimeField(_("bergerak terakhir"), null=True, blank=True)
    key = models.CharField(max_length=64, unique=True, editable=False)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("penerus")
    )
    created = models.DateTimeField(auto_now_add=True)
    search = models.GeneratedField(
        expression=SearchVector("title", config="indonesian"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("klaim")
        verbose_name_plural = _("klaim")
        constraints = [
            models.CheckConstraint(
                condition=Q(successor=None) | ~Q(successor=F("id")), name="claim_not_its_own_successor"
            )
        ]
        indexes = [
            GinIndex(fields=["search"], name="claim_words"),
            models.Index(
                F("last_moved").desc(nulls_last=True),
                F("id").desc(),
                name="claim_moved",
                condition=Q(successor=None),
            ),
            models.Index(
                F("first_said").desc(nulls_last=True),
                F("id").desc(),
                name="claim_first",
                condition=Q(successor=None),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The claim's timeline."""
        return reverse("claims:claim", args=[self.pk])


class Stance(models.Model):
    """How one utterance stands to one claim: a typed, dated, sourced link, with the reason in words.

    `reason` holds the sentence in Indonesian and English ({"id": ..., "en": ...}); `taken` is False for a
    link only suggested; `decision` is the human word on it and wins over the machine. `machine_kind` is what
    the machine alone says of the link as of the last linking; empty where it would not link the two.
    """

    class KindChoice(models.TextChoices):
        """How an utterance stands to a claim."""

        ASSERTS = StanceKind.ASSERTS.value, _("menyatakan")
        ACCUSES = StanceKind.ACCUSES.value, _("menuduh")
        DENIES = StanceKind.DENIES.value, _("membantah")
        PARTLY_DENIES = StanceKind.PARTLY_DENIES.value, _("membantah sebagian")
        CONFIRMS = StanceKind.CONFIRMS.value, _("membenarkan")
        NEITHER = StanceKind.NEITHER.value, _("tidak membenarkan maupun membantah")
        NO_COMMENT = StanceKind.NO_COMMENT.value, _("tidak berkomentar")
        RETRACTS = StanceKind.RETRACTS.value, _("menarik kembali")

    class Decision(models.TextChoices):
        """The human word on a link."""

        NONE = "", _("belum ditinjau")
        ACCEPTED = "accepted", _("diterima")
        REFUSED = "refused", _("ditolak")

    utterance = models.ForeignKey(Utterance, models.CASCADE, related_name="stances", verbose_name=_("ujaran"))
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="stances", verbose_name=_("klaim"))
    kind = models.CharField(_("sikap"), max_length=15, choices=KindChoice)
    machine_kind = models.CharField(
        _("sikap menurut mesin"), max_length=15, choices=KindChoice, blank=True, default=""
    )
    score = models.FloatField(_("skor"))
    taken = models.BooleanField(_("dipakai"), default=True)
    reason = models.JSONField(_("alasan"), default=dict, blank=True)
    features = models.JSONField(_("ciri"), default=dict, blank=True)
    linker_version = models.PositiveIntegerField(_("versi penaut"))
    decision = models.CharField(_("keputusan"), max_length=10, choices=Decision, blank=True, default="")
    recorded = models.DateTimeField(_("dicatat"), auto_now_add=True)

    class Meta:
        verbose_name = _("sikap")
        verbose_name_plural = _("sikap")
        constraints = [
            models.UniqueConstraint(fields=["utterance", "claim"], name="stance_once_per_pair"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="stance_score_in_unit"),
        ]
        indexes = [models.Index(fields=["claim", "kind"], name="stance_of_claim")]

    def __str__(self) -> str:
        return f"{self.utterance} {self.kind} {self.claim}"


def _held(*kinds: str) -> Exists:
    stances = Stance.objects.filter(claim=OuterRef("pk"), kind__in=kinds, taken=True)
    return Exists(stances.exclude(decision=Stance.Decision.REFUSED))
