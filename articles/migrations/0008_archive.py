"""Archive files that were read, and how far."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_turns")]

    operations = [
        migrations.CreateModel(
            name="Archive",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("known_only", models.BooleanField(default=False, verbose_name="hanya media terdaftar")),
                ("name", models.CharField(max_length=300, verbose_name="berkas")),
                ("size", models.PositiveBigIntegerField(verbose_name="bita")),
                ("offset", models.PositiveBigIntegerField(default=0, verbose_name="terbaca sampai")),
                ("records", models.PositiveIntegerField(default=0, verbose_name="rekaman")),
                ("outcomes", models.JSONField(blank=True, default=dict, verbose_name="hasil")),
                ("started", models.DateTimeField(default=django.utils.timezone.now, verbose_name="mulai")),
                ("finished", models.DateTimeField(blank=True, null=True, verbose_name="selesai")),
            ],
            options={"verbose_name": "arsip", "verbose_name_plural": "arsip"},
        ),
        migrations.AddConstraint(
            "archive", models.UniqueConstraint(fields=["digest", "known_only"], name="archive_once")
        ),
    ]
