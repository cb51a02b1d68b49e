"""Columns for the outlet and the reading rule that an item of the queue concerns."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0019_import"),
        ("claims", "0014_saved_searches"),
    ]

    operations = [
        migrations.AddField(
            "queueitem", "rule", models.CharField(blank=True, max_length=60, verbose_name="aturan")
        ),
        migrations.AddField(
            "queueitem",
            "source",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="queued",
                to="articles.source",
                verbose_name="sumber",
            ),
        ),
    ]
