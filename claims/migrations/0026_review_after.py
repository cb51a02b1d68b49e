"""An index that finds the decisions which name a row as what they led to."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("claims", "0025_fill_machine_kinds")]

    operations = [
        migrations.AddIndex(
            model_name="review",
            index=GinIndex(fields=["after"], name="review_after", opclasses=["jsonb_path_ops"]),
        ),
    ]
