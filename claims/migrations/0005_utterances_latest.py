"""Indexes that give an actor's latest utterances, its own and those on its behalf, and everybody's."""

from django.db import migrations, models
from django.db.models import F


class Migration(migrations.Migration):
    dependencies = [("claims", "0004_rulings")]

    operations = [
        migrations.RemoveIndex(model_name="utterance", name="utterance_of_actor"),
        migrations.RemoveIndex(model_name="utterance", name="utterance_time"),
        migrations.AddIndex(
            model_name="utterance",
            index=models.Index(
                F("actor"),
                F("not_later_than").desc(nulls_last=True),
                F("id").desc(),
                name="utterance_said_by",
            ),
        ),
        migrations.AddIndex(
            model_name="utterance",
            index=models.Index(
                F("on_behalf_of"),
                F("not_later_than").desc(nulls_last=True),
                F("id").desc(),
                name="utterance_said_for",
                condition=models.Q(on_behalf_of__isnull=False),
            ),
        ),
        migrations.AddIndex(
            model_name="utterance",
            index=models.Index(
                F("not_later_than").desc(nulls_last=True), F("id").desc(), name="utterance_newest"
            ),
        ),
    ]
