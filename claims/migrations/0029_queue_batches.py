"""A mark on items that were accepted at once, so that they are taken back at once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0028_queue_filters")]

    operations = [
        migrations.AddField("queueitem", "batch", models.UUIDField(blank=True, editable=False, null=True)),
        migrations.AddIndex(
            "queueitem",
            models.Index(
                condition=models.Q(("batch__isnull", False)), fields=["batch"], name="queueitem_batch"
            ),
        ),
    ]
