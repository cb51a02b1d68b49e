"""Hollow sources as a reason; on the way back their items go."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def forget(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Take items about sources off the queue: before this there was no room for them."""
    apps.get_model("claims", "QueueItem")._default_manager.filter(report=None).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0018_queue_spells"),
    ]

    operations = [
        migrations.AlterField(
            "queueitem",
            "reason",
            models.CharField(
                choices=[
                    ("score", "skor rendah"),
                    ("unnamed", "penutur tanpa nama"),
                    ("undecided", "nama belum pasti"),
                    ("link", "tautan diusulkan"),
                    ("edited", "suntingan atas yang sudah ditinjau"),
                    ("sample", "contoh mingguan"),
                    ("hollow", "sumber tidak utuh"),
                ],
                max_length=10,
                verbose_name="alasan",
            ),
        ),
        migrations.RunPython(migrations.RunPython.noop, forget),
    ]
