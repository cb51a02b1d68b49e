"""A pause may name its end."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0017_raw")]

    operations = [
        migrations.AddField(
            model_name="source",
            name="paused_until",
            field=models.DateTimeField(
                blank=True,
                help_text="kosong: sampai jeda ini dihapus",
                null=True,
                verbose_name="dijeda sampai",
            ),
        ),
    ]
