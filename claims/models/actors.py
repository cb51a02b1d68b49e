"""Who speaks: actors, every spelling of their names, and the roles they were seen in."""

from typing import Any, Self

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from claims.values import Sort


class ActorQuerySet(models.QuerySet["Actor"]):
    """Questions about actors."""

    def current(self) -> Self:
        """Actors that were not merged into another."""
        return self.filter(successor=None)


class DecidedQuerySet(models.QuerySet[Any]):
    """Questions about rows that the machine keeps and people put right."""

    def standing(self) -> Self:
        """Rows that nobody removed."""
        return self.filter(refused=False)

    def decided(self) -> Self:
        """Rows on which a person decided something."""
        return self.exclude(machine={})


class Actor(models.Model):
    """One real speaker: person, organisation, government, outlet, document, or an unnamed voice.

    An unnamed speaker belongs to an `organisation` and is never merged into a person. A merged actor
    keeps its slug and points to its `successor`. `machine` holds the machine's word on each field that a
    person decided.
    """

    class SortChoice(models.TextChoices):
        """What sort of speaker."""

        PERSON = Sort.PERSON.value, _("orang")
        ORGANISATION = Sort.ORGANISATION.value, _("organisasi")
        GOVERNMENT = Sort.GOVERNMENT.value, _("pemerintah")
        OUTLET = Sort.OUTLET.value, _("media")
        DOCUMENT = Sort.DOCUMENT.value, _("dokumen")
        UNNAMED = Sort.UNNAMED.value, _("tanpa nama")

    slug = models.SlugField(max_length=120, unique=True)
    key = models.CharField(max_length=300, blank=True, editable=False)
    name = models.CharField(_("nama"), max_length=300)
    sort = models.CharField(_("macam"), max_length=15, choices=SortChoice)
    organisation = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="voices", verbose_name=_("organisasi")
    )
    wikidata = models.CharField("Wikidata", max_length=15, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("penerus")
    )
    created = models.DateTimeField(auto_now_add=True)
    machine = models.JSONField(_("kata mesin"), default=dict, blank=True)

    objects = ActorQuerySet.as_manager()

    class Meta:
        verbose_name = _("aktor")
        verbose_name_plural = _("aktor")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(successor=None) | ~Q(successor=F("id")), name="actor_not_its_own_successor"
            ),
            models.CheckConstraint(
                condition=Q(wikidata="") | Q(wikidata__regex=r"^Q[0-9]+$"), name="actor_wikidata_form"
            ),
            models.UniqueConstraint(
                fields=["wikidata"], condition=~Q(wikidata=""), name="actor_wikidata_once"
            ),
            models.UniqueConstraint(fields=["key"], condition=~Q(key=""), name="actor_key_once"),
        ]
        indexes = [
            models.Index(fields=["name", "id"], name="actor_by_name", condition=Q(successor=None)),
            GinIndex(fields=["name"], opclasses=["gin_trgm_ops"], name="actor_alike"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The actor's page."""
        return reverse("claims:actor", args=[self.slug])


class ActorName(models.Model):
    """One spelling of an actor's name; `normal` is the folded form that matching looks up.

    Where a person decided on it, `machine` holds the kind it has for the machine (None where the machine
    does not know it); one that was `refused` stays hidden. Who is printed so `leads` to this actor, where
    a person added the spelling.
    """

    class KindChoice(models.TextChoices):
        """What kind of spelling."""

        FULL = "full", _("lengkap")
        SHORT = "short", _("pendek")
        ABBREVIATION = "abbreviation", _("singkatan")
        METONYM = "metonym", _("metonimia")
        MISSPELLING = "misspelling", _("salah tulis")

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="names", verbose_name=_("aktor"))
    name = models.CharField(_("nama"), max_length=300)
    kind = models.CharField(_("jenis"), max_length=15, choices=KindChoice, default=KindChoice.FULL)
    normal = models.CharField(_("bentuk normal"), max_length=300)
    machine = models.JSONField(_("kata mesin"), default=dict, blank=True)
    refused = models.BooleanField(_("dihapus"), default=False)
    leads = models.BooleanField(_("menunjuk"), default=False)

    objects = DecidedQuerySet.as_manager()

    class Meta:
        verbose_name = _("nama aktor")
        verbose_name_plural = _("nama aktor")
        constraints = [models.UniqueConstraint(fields=["actor", "name"], name="actorname_once_per_actor")]
        indexes = [
            models.Index(fields=["normal"], name="actorname_normal"),
            GinIndex(fields=["name"], opclasses=["gin_trgm_ops"], name="actorname_alike"),
            models.Index(fields=["normal"], name="actorname_leading", condition=Q(leads=True)),
        ]

    def __str__(self) -> str:
        return self.name


class Affiliation(models.Model):
    """A role as stated, with the organisation it belongs to and the days between which it was seen.

    Where a person decided on it, `machine` holds the same columns as the machine states them under
    "stated" (None where it states no such role), and under "agreed" the days in which it stated the
    person's words. One that was `refused` stays hidden.
    """

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="affiliations", verbose_name=_("aktor"))
    organisation = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="members", verbose_name=_("organisasi")
    )
    role = models.CharField(_("jabatan"), max_length=300)
    first_seen = models.DateField(_("pertama terlihat"), null=True, blank=True)
    last_seen = models.DateField(_("terakhir terlihat"), null=True, blank=True)
    machine = models.JSONField(_("kata mesin"), default=dict, blank=True)
    refused = models.BooleanField(_("dihapus"), default=False)

    objects = DecidedQuerySet.as_manager()

    class Meta:
        verbose_name = _("jabatan")
        verbose_name_plural = _("jabatan")
        ordering = ["actor_id", "-last_seen", "role"]
        constraints = [
            models.UniqueConstraint(
                fields=["actor", "role", "organisation"], nulls_distinct=False, name="affiliation_once"
            ),
            models.CheckConstraint(
                condition=Q(first_seen__lte=F("last_seen")) | Q(first_seen=None) | Q(last_seen=None),
                name="affiliation_days_in_order",
            ),
        ]
        indexes = [models.Index(fields=["role"], name="affiliation_role")]

    def __str__(self) -> str:
        return f"{self.actor}: {self.role}"
