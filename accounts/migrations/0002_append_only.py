"""The log of deeds grows and never changes: the database itself refuses an update or a deletion."""

from django.db import migrations

FORWARD = """
create function accounts_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the log of deeds is append-only: add a row that sets it right'
        using errcode = 'integrity_constraint_violation';
end $$;
create trigger audit_append_only before update or delete on django_admin_log
    for each row execute function accounts_refuse_change();
"""
BACKWARD = """
drop trigger audit_append_only on django_admin_log;
drop function accounts_refuse_change();
"""


class Migration(migrations.Migration):
    """A trigger on Django's log table."""

    dependencies = [
        ("accounts", "0001_rows"),
        ("admin", "0003_logentry_add_action_flag_choices"),
    ]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
