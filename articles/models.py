"""The rows of what was published: sources, their lists, leads, fetches, articles and revisions."""

import gzip
from datetime import datetime, timedelta
from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

ROUND_LEASE = timedelta(minutes=10)


class SourceQuerySet(models.QuerySet["Source"]):
    """Questions about sources, in the words of the desk."""

    def due(self, now: datetime) -> Self:
        """Sources whose next round is due and that no worker holds."""
        free = Q(claimed_until=None) | Q(claimed_until__lt=now)
        return self.filter(free, enabled=True).filter(Q(next_due=None) | Q(next_due__lte=now))

    def claim(self, pk: int, now: datetime) -> bool:
        """Take one due source for a round; False where another worker was quicker."""
        return bool(self.due(now).filter(pk=pk).update(claimed_until=now + ROUND_LEASE))


class Source(models.Model):
    """The state of one outlet while it runs; what its site looks like stands in its declaration."""

    class Group(models.TextChoices):
        """Where an outlet stands."""

        NATIONAL = "national", _("Nasional")
        REGIONAL = "regional", _("Daerah")
        WIRE = "wire", _("Kantor berita")
        FOREIGN = "foreign", _("Layanan asing")
        DEMO = "demo", _("Contoh fiksi")

    slug = models.SlugField(unique=True)
    name = models.CharField(_("nama"), max_length=120)
    home = models.URLField(_("alamat"), max_length=300)
    group = models.CharField(_("kelompok"), max_length=10, choices=Group, default=Group.NATIONAL)
    enabled = models.BooleanField(_("aktif"), default=False)
    note = models.TextField(_("catatan"), blank=True)
    pace = models.FloatField(_("jeda antarpermintaan (detik)"), default=5.0)
    interval = models.DurationField(_("jeda antarputaran"), default=timedelta(minutes=15))
    learnt = models.DurationField(_("jeda yang dipelajari"), null=True, blank=True, editable=False)
    quiet_from = models.TimeField(_("jam tenang mulai (WIB)"), null=True, blank=True)
    quiet_until = models.TimeField(_("jam tenang sampai (WIB)"), null=True, blank=True)
    next_due = models.DateTimeField(_("putaran berikut"), null=True, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True, editable=False)
    last_success = models.DateTimeField(_("berhasil terakhir"), null=True, blank=True, editable=False)
    failures = models.PositiveIntegerField(_("gagal beruntun"), default=0, editable=False)
    failure = models.CharField(_("sebab gagal"), max_length=300, blank=True, editable=False)
    created = models.DateTimeField(auto_now_add=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("sumber")
        verbose_name_plural = _("sumber")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(pace__gte=0), name="source_pace_not_negative"),
            models.CheckConstraint(
                condition=Q(quiet_from=None, quiet_until=None)
                | Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="source_quiet_hours_whole",
            ),
        ]
        indexes = [
            models.Index(F("next_due").asc(nulls_first=True), name="source_due", condition=Q(enabled=True))
        ]

    def __str__(self) -> str:
        return self.name


class Feed(models.Model):
    """One list of a source (feed, sitemap or index page) and what is needed to ask for it politely."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="feeds", verbose_name=_("sumber"))
    url = models.URLField(_("alamat"), max_length=500)
    etag = models.CharField(max_length=300, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)
    fetched = models.DateTimeField(_("diambil"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("daftar berita")
        verbose_name_plural = _("daftar berita")
        constraints = [models.UniqueConstraint(fields=["source", "url"], name="feed_once_per_source")]

    def __str__(self) -> str:
        return self.url


class LeadQuerySet(models.QuerySet["Lead"]):
    """Questions about leads."""

    def due(self, now: datetime) -> Self:
        """Leads to be fetched now; `next_try` is None for those given up."""
        return self.filter(next_try__lte=now, source__enabled=True).order_by("next_try", "pk")


class Lead(models.Model):
    """An address that a source announced and that is no Article yet."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="leads")
    url = models.URLField(_("alamat"), max_length=1000, unique=True)
    title = models.CharField(_("judul"), max_length=500, blank=True)
    published = models.DateTimeField(_("terbit"), null=True, blank=True)
    found = models.DateTimeField(_("ditemukan"), default=timezone.now)
    next_try = models.DateTimeField(_("percobaan berikut"), null=True, blank=True, default=timezone.now)
    tries = models.PositiveSmallIntegerField(_("percobaan"), default=0)
    verdict = models.CharField(_("putusan"), max_length=30, blank=True)

    objects = LeadQuerySet.as_manager()

    class Meta:
        verbose_name = _("petunjuk")
        verbose_name_plural = _("petunjuk")
        indexes = [models.Index(fields=["next_try"], name="lead_due", condition=Q(next_try__isnull=False))]

    def __str__(self) -> str:
        return self.url


class Fetch(models.Model):
    """One HTTP exchange and its verdict; old rows are pruned."""

    source = models.ForeignKey(Source, models.CASCADE, null=True, blank=True, related_name="fetches")
    url = models.CharField(_("alamat"), max_length=2000)
    at = models.DateTimeField(_("saat"), default=timezone.now, db_index=True)
    verdict = models.CharField(_("putusan"), max_length=30)
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    size = models.PositiveIntegerField(_("bita"), default=0)
    took = models.DurationField(_("lama"), default=timedelta)
    note = models.CharField(_("keterangan"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("pengambilan")
        verbose_name_plural = _("pengambilan")
        indexes = [models.Index(fields=["source", "-at"], name="fetch_of_source")]

    def __str__(self) -> str:
        return f"{self.verdict} {self.url}"


class ArticleQuerySet(models.QuerySet["Article"]):
    """Questions about articles."""

    def due(self, now: datetime) -> Self:
        """Articles to be looked at again."""
        return self.filter(next_visit__lte=now, source__enabled=True).order_by("next_visit", "pk")


class Article(models.Model):
    """One story at one canonical URL; an edit makes a Revision, never a second Article."""

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

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("artikel")
        verbose_name_plural = _("artikel")
        indexes = [
            models.Index(fields=["source", "-first_seen"], name="article_of_source"),
            models.Index(fields=["next_visit"], name="article_due", condition=Q(next_visit__isnull=False)),
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
            models.Index(fields=["-published"], name="revision_published"),
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
