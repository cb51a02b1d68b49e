"""Decisions carried to other revisions of an article: where each also speaks, and what is lost."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0020_queue_states"),
    ]

    operations = [
        migrations.CreateModel(
            name="CarriedReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("after", models.JSONField(null=True, verbose_name="sesudah")),
                ("lost", models.BooleanField(default=False, verbose_name="hilang")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="saat")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="carried",
                        to="claims.report",
                        verbose_name="laporan",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="carried",
                        to="claims.review",
                        verbose_name="tinjauan",
                    ),
                ),
            ],
            options={
                "verbose_name": "tinjauan yang terbawa",
                "verbose_name_plural": "tinjauan yang terbawa",
                "indexes": [
                    models.Index(
                        condition=models.Q(("lost", True)), fields=["report"], name="carriedreview_lost"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("review", "report"), name="carriedreview_once")
                ],
            },
        ),
    ]
