"""Every item of the queue takes its outlet and its rule from its report."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import OuterRef, Subquery


def fill(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Give every item the outlet and the rule of its report."""
    report = apps.get_model("claims", "Report")._default_manager.filter(pk=OuterRef("report"))
    apps.get_model("claims", "QueueItem")._default_manager.update(
        source=Subquery(report.values("article__source")[:1]), rule=Subquery(report.values("rule")[:1])
    )


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0015_queue_outlets"),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
