"""Outlets that a curator proposes by an address: what was found there, before anything is switched on."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.sources import Source

LOOK_LEASE = timedelta(minutes=5)


class ProposalQuerySet(models.QuerySet["Proposal"]):
    """Questions about proposals."""

    def waiting(self, now: datetime) -> Self:
        """Proposals to be looked into; a dead worker's comes back by itself."""
        free = Q(claimed_until=None) | Q(claimed_until__lt=now)
        return self.filter(free, state=Proposal.State.WAITING).order_by("pk")

    def claim(self, pk: int, now: datetime) -> bool:
        """Take one waiting proposal; False where another worker was quicker."""
        return bool(self.waiting(now).filter(pk=pk).update(claimed_until=now + LOOK_LEASE))


class Proposal(models.Model):
    """One address typed by a curator and what a worker found there.

    `lists` holds a FoundList, `previews` a Preview (articles.desk.values) each, as plain objects; both fill
    while the worker looks. `publisher` is the slug of the declaration that fits, "" for the generic reader.
    `verdict` and `note` say why nothing could be found. `source` is what was saved from it.
    """

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", _("sedang dicari")
        FOUND = "found", _("ditemukan")
        FAILED = "failed", _("gagal")
        SAVED = "saved", _("disimpan")

    url = models.CharField(_("alamat"), max_length=2000)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("diminta oleh"))
    asked = models.DateTimeField(_("diminta"), default=timezone.now)
    state = models.CharField(_("keadaan"), max_length=10, choices=State, default=State.WAITING)
    claimed_until = models.DateTimeField(null=True, blank=True, editable=False)
    verdict = models.CharField(_("putusan"), max_length=30, blank=True)
    note = models.CharField(_("keterangan"), max_length=500, blank=True)
    name = models.CharField(_("nama"), max_length=120, blank=True)
    home = models.CharField(_("alamat muka"), max_length=300, blank=True)
    publisher = models.CharField(_("deklarasi"), max_length=50, blank=True)
    lists = models.JSONField(_("daftar berita"), default=list, blank=True)
    previews = models.JSONField(_("pratinjau"), default=list, blank=True)
    source = models.ForeignKey(
        Source, models.SET_NULL, null=True, blank=True, related_name="proposals", verbose_name=_("sumber")
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("usulan sumber")
        verbose_name_plural = _("usulan sumber")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["id"], name="proposal_waiting", condition=Q(state="waiting")),
            models.Index(fields=["asked"], name="proposal_previewed", condition=~Q(previews=[])),
        ]

    def __str__(self) -> str:
        return self.url

    def get_absolute_url(self) -> str:
        """The page with its lists and previews."""
        return reverse("desk:proposal", args=[self.pk])
