"""Nobody's decision means that the machine says so; the rest is told at the next linking."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("claims", "0024_machine_kind")]

    operations = [
        migrations.RunSQL("update claims_stance set machine_kind = kind", migrations.RunSQL.noop),
    ]
