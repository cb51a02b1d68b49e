"""An index that gives the claims first said last."""

from django.db import migrations, models
from django.db.models import F


class Migration(migrations.Migration):
    dependencies = [("claims", "0012_queue")]

    operations = [
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                F("first_said").desc(nulls_last=True),
                F("id").desc(),
                name="claim_first",
                condition=models.Q(successor=None),
            ),
        ),
    ]
