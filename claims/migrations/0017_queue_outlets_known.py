"""No item of the queue is without its outlet."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0016_queue_outlets_filled"),
    ]

    operations = [
        migrations.AlterField(
            "queueitem",
            "source",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="queued",
                to="articles.source",
                verbose_name="sumber",
            ),
        ),
    ]
