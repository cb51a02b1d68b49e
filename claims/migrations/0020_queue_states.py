"""An index that gives the decided items of each state, the latest decided first."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0019_queue_hollow")]

    operations = [
        migrations.AddIndex(
            "queueitem",
            models.Index(
                condition=models.Q(("state", "open"), _negated=True),
                fields=["state", "-decided", "-id"],
                name="queueitem_decided",
            ),
        ),
    ]
