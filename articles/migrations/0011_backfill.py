"""Walks through an outlet's past, and which leads they found."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_proposal")]

    operations = [
        migrations.CreateModel(
            name="Backfill",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first", models.DateField(verbose_name="dari")),
                ("last", models.DateField(verbose_name="sampai")),
                ("day", models.DateField(verbose_name="hari")),
                ("place", models.PositiveSmallIntegerField(default=0)),
                ("page", models.PositiveSmallIntegerField(default=1, verbose_name="halaman")),
                ("address", models.CharField(blank=True, max_length=1000)),
                ("seen", models.JSONField(blank=True, default=list)),
                ("asked", models.PositiveIntegerField(default=0, verbose_name="halaman diminta")),
                ("found", models.PositiveIntegerField(default=0, verbose_name="petunjuk baru")),
                ("failures", models.PositiveSmallIntegerField(default=0, verbose_name="gagal beruntun")),
                ("gaps", models.PositiveIntegerField(default=0, verbose_name="halaman yang gagal")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="keterangan")),
                (
                    "next_step",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="langkah berikut"),
                ),
                ("claimed_until", models.DateTimeField(blank=True, editable=False, null=True)),
                ("started", models.DateTimeField(default=django.utils.timezone.now, verbose_name="mulai")),
                ("finished", models.DateTimeField(blank=True, null=True, verbose_name="selesai")),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="backfills",
                        to="articles.source",
                        verbose_name="sumber",
                    ),
                ),
            ],
            options={"verbose_name": "penelusuran arsip", "verbose_name_plural": "penelusuran arsip"},
        ),
        migrations.AddField(
            "lead",
            "backfill",
            models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="leads",
                to="articles.backfill",
            ),
        ),
        migrations.AddIndex(
            "backfill", models.Index(condition=Q(finished=None), fields=["next_step"], name="backfill_due")
        ),
        migrations.AddConstraint(
            "backfill",
            models.UniqueConstraint(fields=["source", "first", "last"], name="backfill_once"),
        ),
        migrations.AddConstraint(
            "backfill",
            models.CheckConstraint(condition=Q(first__lte=F("last")), name="backfill_days_in_order"),
        ),
    ]
