"""How it was told: readings of revisions, the reports they found, the utterances these hang on."""

from datetime import date, datetime
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Revision
from claims.models.actors import Actor
from claims.values import Kind, QuoteForm

LATEST = (F("not_later_than").desc(nulls_last=True), F("id").desc())


class Reading(models.Model):
    """One revision read by one reader version; a revision without one of today's version is waiting.

    `sketch` is the MinHash of its text, by which wire copies are known. `linker_version` is the linker that
    linked it last; one linked by an older linker is waiting to be linked anew.
    """

    revision = models.ForeignKey(Revision, models.CASCADE, related_name="readings", verbose_name=_("revisi"))
    reader_version = models.PositiveIntegerField(_("versi pembaca"))
    read = models.DateTimeField(_("dibaca"), default=timezone.now)
    linked = models.DateTimeField(_("ditautkan"), null=True, blank=True)
    linker_version = models.PositiveIntegerField(_("versi penaut"), default=0)
    sketch = ArrayField(models.IntegerField(), default=list, blank=True, editable=False)

    class Meta:
        verbose_name = _("pembacaan")
        verbose_name_plural = _("pembacaan")
        constraints = [
            models.UniqueConstraint(fields=["revision", "reader_version"], name="reading_once_per_version")
        ]
        indexes = [
            models.Index(fields=["id"], name="reading_unlinked", condition=Q(linked=None)),
            models.Index(fields=["linker_version", "id"], name="reading_of_linker"),
        ]

    def __str__(self) -> str:
        return f"{self.revision} v{self.reader_version}"


class FailedReading(models.Model):
    """A reading that broke: it is put off, longer each time, counted and shown; it blocks nobody."""

    revision = models.ForeignKey(Revision, models.CASCADE, related_name="failures", verbose_name=_("revisi"))
    reader_version = models.PositiveIntegerField(_("versi pembaca"))
    tries = models.PositiveSmallIntegerField(_("percobaan"), default=0)
    next_try = models.DateTimeField(_("percobaan berikut"), default=timezone.now)
    note = models.CharField(_("keterangan"), max_length=500)

    class Meta:
        verbose_name = _("pembacaan gagal")
        verbose_name_plural = _("pembacaan gagal")
        constraints = [
            models.UniqueConstraint(fields=["revision", "reader_version"], name="failed_reading_once")
        ]

    def __str__(self) -> str:
        return f"{self.revision} v{self.reader_version}: {self.note}"


class Utterance(models.Model):
    """One actor on one occasion; every outlet's report of it hangs here.

    `said_on` is the day where the words give it, else None and `not_later_than` (the earliest
    publication) bounds it. `key` orders and names it by content alone, so that the same articles give
    the same record in any order of arrival.
    """

    actor = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="utterances", verbose_name=_("aktor")
    )
    on_behalf_of = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="spoken_for", verbose_name=_("atas nama")
    )
    said_on = models.DateField(_("dikatakan"), null=True, blank=True)
    not_later_than = models.DateTimeField(_("paling lambat"), null=True, blank=True)
    place = models.CharField(_("tempat"), max_length=200, blank=True)
    key = models.CharField(max_length=64, unique=True, editable=False)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("penerus")
    )
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("ujaran")
        verbose_name_plural = _("ujaran")
        indexes = [
            models.Index(F("actor"), *LATEST, name="utterance_said_by"),
            models.Index(
                F("on_behalf_of"), *LATEST, name="utterance_said_for", condition=Q(on_behalf_of__isnull=False)
            ),
            models.Index(*LATEST, name="utterance_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.actor}, {self.said_on or self.not_later_than}"


class ReportQuerySet(models.QuerySet["Report"]):
    """Questions about reports."""

    def current(self) -> Self:
        """Reports of the newest reading of their revision."""
        return self.filter(superseded=None)

    def readable(self) -> Self:
        """Reports whose words may be shown: those of articles whose text was not taken down."""
        return self.filter(article__withheld=None).exclude(exact="")

    def undecided(self) -> Self:
        """Current reports whose speaker's name fits several actors: their `candidates`."""
        return self.current().exclude(candidates=[])

    def about(self, actor: Actor) -> Self:
        """What this actor said."""
        return self.filter(utterance__actor=actor)

    def between(self, first: date, last: date) -> Self:
        """Published on these days, both included, in Jakarta's time."""
        return self.filter(published__date__gte=first, published__date__lte=last)

    def recorded_by(self, moment: datetime) -> Self:
        """What our record showed at that moment."""
        gone = Q(superseded__isnull=False, superseded__lte=moment)
        return self.filter(recorded__lte=moment).exclude(gone)


class Report(models.Model):
    """One article revision's rendering of something said: a span of its text, with its evidence.

    `start`..`end` are characters of Revision.text; `exact`, `prefix`, `suffix` are the W3C
    TextQuoteSelector. `speaker` and `cue` hold the same five fields as JSON, or None. `speaker_name`,
    `role` and `on_behalf_of` are the text's own words. `ordinal` is the statement's place in its
    reading and `answers` the ordinal of the statement it denies or confirms there. `chain` names the
    independent chain the report belongs to (wire copies share one). `gist` is what linking compares, with
    its weights; `pairs` numbers pairs of its heaviest terms in their stretch of time, for finding what may
    be alike through an index; `topic` names the set of reports within which alone it can be linked.
    `candidates` are the ids of the actors whom an undecided name fits; empty where it is decided.
    `machine` holds, for each field a person decided on, what the machine says of it now; `refused` is what a
    person said is no statement (superseded too); `continued` rows handed their decisions to a newer reading.
    """

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="reports")
    article = models.ForeignKey(Article, models.CASCADE, related_name="reports", verbose_name=_("artikel"))
    revision = models.ForeignKey(Revision, models.CASCADE, related_name="reports", verbose_name=_("revisi"))
    utterance = models.ForeignKey(
        Utterance, models.PROTECT, null=True, blank=True, related_name="reports", verbose_name=_("ujaran")
    )
    ordinal = models.PositiveSmallIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    exact = models.TextField(_("isi"))
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)
    speaker = models.JSONField(null=True, blank=True)
    cue = models.JSONField(null=True, blank=True)
    cue_word = models.CharField(_("kata kerja"), max_length=80, blank=True)
    speaker_name = models.CharField(_("penutur"), max_length=300, blank=True)
    speaker_sort = models.CharField(max_length=15, blank=True)
    role = models.CharField(_("jabatan"), max_length=300, blank=True)
    on_behalf_of = models.CharField(_("atas nama"), max_length=300, blank=True)
    quote = models.CharField(_("kutipan"), max_length=10, choices=[(q.value, q.value) for q in QuoteForm])
    kind = models.CharField(_("jenis"), max_length=15, choices=[(k.value, k.value) for k in Kind])
    partial = models.BooleanField(_("sebagian"), default=False)
    answers = models.PositiveSmallIntegerField(null=True, blank=True)
    target = models.CharField(_("sasaran"), max_length=300, blank=True)
    hedges = models.JSONField(_("penanda ragu"), default=list, blank=True)
    figures = models.JSONField(_("angka"), default=list, blank=True)
    said_on = models.DateField(_("dikatakan"), null=True, blank=True)
    said_on_words = models.CharField(max_length=120, blank=True)
    place = models.CharField(_("tempat"), max_length=200, blank=True)
    audience = models.CharField(_("kepada"), max_length=200, blank=True)
    via = models.JSONField(_("lewat"), default=list, blank=True)
    chain = models.CharField(_("rantai"), max_length=64, blank=True)
    gist = models.JSONField(default=dict, blank=True, editable=False)
    pairs = ArrayField(models.IntegerField(), default=list, blank=True, editable=False)
    topic = models.CharField(max_length=64, blank=True, editable=False)
    candidates = ArrayField(models.BigIntegerField(), default=list, blank=True, editable=False)
    rule = models.CharField(_("aturan"), max_length=60)
    score = models.FloatField(_("skor"))
    reason = models.CharField(_("alasan"), max_length=500, blank=True)
    published = models.DateTimeField(_("terbit"), null=True, blank=True)
    fetched = models.DateTimeField(_("diambil"))
    recorded = models.DateTimeField(_("dicatat"), default=timezone.now)
    superseded = models.DateTimeField(_("digantikan"), null=True, blank=True)
    machine = models.JSONField(_("kata mesin"), default=dict, blank=True, editable=False)
    refused = models.BooleanField(_("ditolak"), default=False)
    continued = models.BooleanField(default=False, editable=False)
    search = models.GeneratedField(
        expression=SearchVector("exact", config="indonesian"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("laporan")
        verbose_name_plural = _("laporan")
        constraints = [
            models.UniqueConstraint(fields=["reading", "ordinal"], name="report_once_per_ordinal"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="report_span_not_empty"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="report_score_in_unit"),
        ]
        indexes = [
            GinIndex(fields=["search"], name="report_words"),
            GinIndex(fields=["exact"], opclasses=["gin_trgm_ops"], name="report_alike"),
            models.Index(fields=["-published", "-id"], name="report_newest", condition=Q(superseded=None)),
            models.Index(fields=["kind", "-published"], name="report_of_kind", condition=Q(superseded=None)),
            models.Index(fields=["article", "revision"], name="report_of_article"),
            # no list of pending entries: linking asks this index first, and would read that list each time
            GinIndex(fields=["pairs"], name="report_pairs", fastupdate=False),
            models.Index(fields=["topic"], name="report_topic", condition=Q(superseded=None)),
            models.Index(
                fields=["-published", "-id"],
                name="report_undecided",
                condition=Q(superseded=None) & ~Q(candidates=[]),
            ),
            models.Index(fields=["revision"], name="report_decided", condition=~Q(machine={})),
        ]

    def __str__(self) -> str:
        return f"{self.speaker_name}: {self.exact[:60]}"

    def candidate_actors(self) -> models.QuerySet[Actor]:
        """The actors between whom a person has to decide, by key; none where the speaker is decided."""
        return Actor.objects.filter(pk__in=self.candidates).order_by("key")
