"""What was published: articles at their canonical addresses, and every state of their words."""

import gzip
from datetime import datetime
from typing import Self

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.sources import Source
from articles.models.turns import Turned


class ArticleQuerySet(models.QuerySet["Article"]):
    """Questions about articles."""

    def due(self, now: datetime) -> Self:
        """Articles to be looked at again, those that a worker died on last."""
        due = self.filter(next_visit__lte=now, source__enabled=True, source__paused="", withheld=None)
        return due.order_by("lost", "next_visit", "pk")

    def lost(self, now: datetime) -> Self:
        """Articles whose worker died: it began and never said how it ended."""
        return self.filter(began__isnull=False, next_visit__lte=now)

    def begin(self, pk: int, turn: int | None, now: datetime) -> bool:
        """Take up a visit; False where its turn has passed or - without a turn - another worker is on it."""
        mine = Q(turn=turn) if turn is not None else Q(began=None) | Q(next_visit__lte=now)
        taken = self.filter(mine, pk=pk).update(
            turn=F("turn") + 1, began=now, next_visit=now + settings.LEASE
        )
        return bool(taken)


class Article(Turned):
    """One story at one canonical URL; an edit makes a Revision, never a second Article.

    `withheld` is since when its text is gone at its outlet's request; no fetch brings it back.
    """

    source = models.ForeignKey(Source, models.PROTECT, related_name="articles", verbose_name=_("sumber"))
    url = models.URLField(_("alamat kanonis"), max_length=1000, unique=True)
    kind = models.CharField(_("jenis"), max_length=20, default="article")
    etag = models.CharField(max_length=300, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)
    first_seen = models.DateTimeField(_("pertama dilihat"), default=timezone.now)
    last_seen = models.DateTimeField(_("terakhir dilihat"), default=timezone.now)
    next_visit = models.DateTimeField(_("kunjungan berikut"), null=True, blank=True)
    visits = models.PositiveSmallIntegerField(_("kunjungan"), default=1)
    removed = models.DateTimeField(_("hilang sejak"), null=True, blank=True)
    withheld = models.DateTimeField(_("teks dicabut sejak"), null=True, blank=True, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("artikel")
        verbose_name_plural = _("artikel")
        indexes = [
            models.Index(fields=["source", "-first_seen"], name="article_of_source"),
            models.Index(fields=["first_seen"], name="article_first_seen"),
            models.Index(fields=["next_visit"], name="article_due", condition=Q(next_visit__isnull=False)),
            models.Index(fields=["withheld"], name="article_withheld", condition=Q(withheld__isnull=False)),
            models.Index(
                fields=["-removed", "-id"], name="article_removed", condition=Q(removed__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.url

    def latest(self) -> "Revision":
        """The text as it stood at the last change we saw."""
        return self.revisions.latest("number")


class Revision(models.Model):
    """The text of an article as it stood at one fetch; a new one only when its words changed."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="revisions", verbose_name=_("artikel"))
    number = models.PositiveSmallIntegerField(_("nomor"))
    title = models.CharField(_("judul"), max_length=1000)
    body = models.TextField(_("teks"), help_text=_("satu paragraf per baris"))
    authors = models.JSONField(_("penulis"), default=list, blank=True)
    editors = models.JSONField(_("editor"), default=list, blank=True)
    dateline = models.CharField(_("tempat"), max_length=120, blank=True)
    published = models.DateTimeField(_("terbit"), null=True, blank=True)
    modified = models.DateTimeField(_("diperbarui"), null=True, blank=True)
    fetched = models.DateTimeField(_("diambil"))
    recorded = models.DateTimeField(_("dicatat"), default=timezone.now)
    section = models.CharField(_("rubrik"), max_length=120, blank=True)
    tags = models.JSONField(default=list, blank=True)
    caption = models.TextField(_("keterangan gambar"), blank=True)
    image = models.CharField(_("gambar"), max_length=1000, blank=True)
    read_also = models.JSONField(_("baca juga"), default=list, blank=True)
    related = models.JSONField(_("terkait"), default=list, blank=True)
    source_credit = models.CharField(_("kredit sumber"), max_length=200, blank=True)
    language = models.CharField(_("bahasa"), max_length=10, blank=True)
    truncated = models.BooleanField(_("terpotong"), default=False)
    html = models.BinaryField(blank=True)
    content_hash = models.CharField(max_length=64, editable=False)
    search = models.GeneratedField(
        expression=SearchVector("title", weight="A", config="indonesian")
        + SearchVector("body", weight="B", config="indonesian"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = _("revisi")
        verbose_name_plural = _("revisi")
        ordering = ["article_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="revision_numbers_from_one"),
        ]
        indexes = [
            GinIndex(fields=["search"], name="revision_words"),
            models.Index(fields=["fetched"], name="revision_raw", condition=~Q(html=b"")),
            models.Index(fields=["-published"], name="revision_published"),
            models.Index(fields=["-fetched", "-id"], name="revision_edited", condition=Q(number__gt=1)),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"

    @property
    def text(self) -> str:
        """Title and paragraphs, one a line: the string that every span counts in."""
        return f"{self.title}\n{self.body}"

    @property
    def paragraphs(self) -> list[str]:
        """The body's paragraphs."""
        return self.body.split("\n") if self.body else []

    @property
    def page(self) -> bytes:
        """The HTML as fetched; empty once pruned."""
        return gzip.decompress(self.html) if self.html else b""
