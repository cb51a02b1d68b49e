"""What the machine called each claim so far: its title, or the one before the first that an editor gave it."""

from django.db import migrations

FILL = """
update claims_claim set machine_title = case when not title_by_editor then title else coalesce(
    (select before ->> 'title' from claims_review
     where model = 'claim' and field = 'title' and row = claims_claim.id and undone is null
     order by at, id limit 1), title) end
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0022_machine_title")]

    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
