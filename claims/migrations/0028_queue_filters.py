"""Indexes for the open items of one reason, outlet, rule or person, the most doubtful first."""

from django.db import migrations, models

OPEN = models.Q(("state", "open"))


class Migration(migrations.Migration):
    dependencies = [("claims", "0027_actor_decisions")]

    operations = [
        migrations.AddIndex(
            "queueitem",
            models.Index(condition=OPEN, fields=["reason", "priority", "id"], name="queueitem_for_reason"),
        ),
        migrations.AddIndex(
            "queueitem",
            models.Index(condition=OPEN, fields=["source", "priority", "id"], name="queueitem_of_outlet"),
        ),
        migrations.AddIndex(
            "queueitem",
            models.Index(condition=OPEN, fields=["rule", "priority", "id"], name="queueitem_by_rule"),
        ),
        migrations.AddIndex(
            "queueitem",
            models.Index(condition=OPEN, fields=["assigned", "priority", "id"], name="queueitem_given"),
        ),
    ]
