"""Keeps how the machine alone would have an utterance stand to a claim, beside what a person decided."""

from django.db import migrations, models

KINDS = [
    ("asserts", "menyatakan"),
    ("accuses", "menuduh"),
    ("denies", "membantah"),
    ("partly_denies", "membantah sebagian"),
    ("confirms", "membenarkan"),
    ("neither", "tidak membenarkan maupun membantah"),
    ("no_comment", "tidak berkomentar"),
    ("retracts", "menarik kembali"),
]


class Migration(migrations.Migration):
    dependencies = [("claims", "0023_fill_machine_titles")]

    operations = [
        migrations.AddField(
            model_name="stance",
            name="machine_kind",
            field=models.CharField(
                blank=True, choices=KINDS, default="", max_length=15, verbose_name="sikap menurut mesin"
            ),
        ),
    ]
