"""An item of the queue is about a report or about a spell of a source."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0019_import"),
        ("claims", "0017_queue_outlets_known"),
    ]

    operations = [
        migrations.RemoveConstraint("queueitem", "queueitem_once"),
        migrations.AddField(
            "queueitem",
            "spell",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="queued",
                to="articles.spell",
                verbose_name="keadaan sumber",
            ),
        ),
        migrations.AlterField(
            "queueitem",
            "report",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="queued",
                to="claims.report",
                verbose_name="laporan",
            ),
        ),
        migrations.AddConstraint(
            "queueitem",
            models.UniqueConstraint(
                fields=("reason", "report", "stance", "spell"), name="queueitem_once", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            "queueitem",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("report__isnull", False), ("spell", None)),
                    models.Q(("report", None), ("spell__isnull", False), ("stance", None)),
                    _connector="OR",
                ),
                name="queueitem_of_a_report_or_a_spell",
            ),
        ),
    ]
