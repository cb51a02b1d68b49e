"""Leads and articles are taken up in turns, so that no page is fetched by two workers."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_fetch_lacks")]

    operations = [
        operation
        for model in ("article", "lead")
        for operation in (
            migrations.AddField(model, "turn", models.PositiveIntegerField(default=0, editable=False)),
            migrations.AddField(model, "began", models.DateTimeField(blank=True, editable=False, null=True)),
            migrations.AddField(model, "lost", models.PositiveSmallIntegerField(default=0, editable=False)),
        )
    ]
