"""The log of texts taken down grows and never changes: the database itself refuses an update or a deletion."""

from django.db import migrations

FORWARD = """
create function articles_refuse_takedown_change() returns trigger language plpgsql as $$
begin
    raise exception 'the log of take-downs is append-only: add a row that sets it right'
        using errcode = 'integrity_constraint_violation';
end $$;
create trigger takedown_append_only before update or delete on articles_takedown
    for each row execute function articles_refuse_takedown_change();
"""
BACKWARD = """
drop trigger takedown_append_only on articles_takedown;
drop function articles_refuse_takedown_change();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0015_takedown")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
