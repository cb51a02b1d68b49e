"""Keeps what the machine would call a claim beside what an editor called it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0021_carried_reviews")]

    operations = [
        migrations.AddField(
            model_name="claim",
            name="machine_title",
            field=models.CharField(
                blank=True, default="", max_length=500, verbose_name="judul menurut mesin"
            ),
            preserve_default=False,
        ),
    ]
