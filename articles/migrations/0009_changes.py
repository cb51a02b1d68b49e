"""Indexes that give the latest edits and removals."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_archive")]

    operations = [
        migrations.AddIndex(
            model_name="revision",
            index=models.Index(
                fields=["-fetched", "-id"], name="revision_edited", condition=models.Q(number__gt=1)
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["-removed", "-id"], name="article_removed", condition=models.Q(removed__isnull=False)
            ),
        ),
    ]
