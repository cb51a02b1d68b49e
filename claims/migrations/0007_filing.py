"""Has the database itself keep the index cards: whatever writes a row, the cards that rest on it follow."""

from django.db import migrations

# The tags of these reports' cards as they should be. A report without a current reading has no card.
WANTED = """
create function claims_wanted_cards(wanted bigint[])
returns table (report_id bigint, moment timestamptz, tags text[], search tsvector)
language sql stable as $$
select r.id, coalesce(r.published, r.fetched),
  array_remove(array[
    'kind:' || r.kind, 'quote:' || r.quote, 'outlet:' || o.slug, 'actor:' || speaker.slug,
    case when body.slug <> speaker.slug or speaker.slug is null then 'actor:' || body.slug end,
    case when held.disputed then 'status:disputed' end,
    case when held.unanswered then 'status:unanswered' end
  ], null) || coalesce(held.kinds, '{}'),
  setweight(r.search, 'A') || setweight(to_tsvector('indonesian', r.speaker_name), 'B')
    || setweight(to_tsvector('indonesian', v.title), 'C')
from claims_report r
join articles_article a on a.id = r.article_id
join articles_source o on o.id = a.source_id
join articles_revision v on v.id = r.revision_id
left join claims_utterance u on u.id = r.utterance_id
left join claims_actor speaker on speaker.id = u.actor_id
left join claims_actor body on body.id = u.on_behalf_of_id
left join lateral (
  select array_agg(distinct 'stance:' || s.kind) kinds,
    bool_or(c.successor_id is null and state.denied) disputed,
    bool_or(c.successor_id is null and c.target <> '' and state.accused and not state.answered) unanswered
  from claims_stance s
  join claims_claim c on c.id = s.claim_id
  cross join lateral (
    select bool_or(t.kind in ('denies', 'partly_denies')) denied, bool_or(t.kind = 'accuses') accused,
      bool_or(t.kind not in ('accuses', 'asserts')) answered
    from claims_stance t where t.claim_id = c.id and t.taken and t.decision <> 'refused'
  ) state
  where s.utterance_id = r.utterance_id and s.taken and s.decision <> 'refused'
) held on true
where r.id = any(wanted) and r.superseded is null
$$
"""
# One report in 128, by a hash of its id: ids of one article follow each other, its hashes do not.
SAMPLED = """
create function claims_is_sampled(report bigint) returns boolean language sql immutable as $$
select hashint8(report) & 127 = 0
$$
"""
FILE = """
create function claims_file_cards(wanted bigint[]) returns void language plpgsql as $$
begin
  if coalesce(array_length(wanted, 1), 0) = 0 then return; end if;
  with fresh as materialized (select * from claims_wanted_cards(wanted)),
  filed as (
    insert into claims_card as c select * from fresh
    on conflict (report_id) do update
      set moment = excluded.moment, tags = excluded.tags, search = excluded.search
      where (c.moment, c.tags, c.search) is distinct from (excluded.moment, excluded.tags, excluded.search)
  ),
  drawn as (
    insert into claims_samplecard as c select * from fresh where claims_is_sampled(report_id)
    on conflict (report_id) do update
      set moment = excluded.moment, tags = excluded.tags, search = excluded.search
      where (c.moment, c.tags, c.search) is distinct from (excluded.moment, excluded.tags, excluded.search)
  ),
  gone as (
    delete from claims_card where report_id = any(wanted) and report_id not in (select f.report_id from fresh f)
  )
  delete from claims_samplecard
  where report_id = any(wanted) and report_id not in (select f.report_id from fresh f);
end $$
"""
# Which reports each table's trigger files anew; `fresh` and `gone` are the rows after and before the statement.
# Ids go through arrays, so that a few changed rows are always looked up through an index.
CHANGED = {
    ("report", "insert"): "array(select id from fresh)",
    ("report", "update"): """array(
        select f.id from fresh f join gone g using (id)
        where (f.superseded, f.utterance_id, f.published, f.fetched, f.kind, f.quote, f.exact, f.speaker_name,
               f.article_id, f.revision_id)
          is distinct from (g.superseded, g.utterance_id, g.published, g.fetched, g.kind, g.quote, g.exact,
               g.speaker_name, g.article_id, g.revision_id))""",
    ("report", "delete"): "array(select id from gone)",
    ("utterance", "update"): """claims_reports_of(array(
        select f.id from fresh f join gone g using (id)
        where (f.actor_id, f.on_behalf_of_id) is distinct from (g.actor_id, g.on_behalf_of_id)))""",
    ("stance", "insert"): "claims_reports_about(array(select claim_id from fresh), '{}')",
    ("stance", "update"): """claims_reports_about(
        array(select unnest(array[f.claim_id, g.claim_id]) from fresh f join gone g using (id)
              where (f.claim_id, f.utterance_id, f.kind, f.taken, f.decision)
                is distinct from (g.claim_id, g.utterance_id, g.kind, g.taken, g.decision)),
        array(select g.utterance_id from fresh f join gone g using (id) where f.utterance_id <> g.utterance_id))""",
    ("stance", "delete"): """claims_reports_about(
        array(select claim_id from gone), array(select utterance_id from gone))""",
    ("claim", "update"): """claims_reports_about(array(
        select f.id from fresh f join gone g using (id)
        where (f.successor_id, f.target = '') is distinct from (g.successor_id, g.target = '')), '{}')""",
    ("actor", "update"): """claims_reports_of(array(
        select u.id from claims_utterance u, (
          select array_agg(f.id) ids from fresh f join gone g using (id) where f.slug <> g.slug
        ) renamed
        where u.actor_id = any(renamed.ids) or u.on_behalf_of_id = any(renamed.ids)))""",
}
TABLES = {"insert": "new table as fresh", "update": "old table as gone new table as fresh"}
TABLES["delete"] = "old table as gone"
REPORTS = """
create function claims_reports_of(utterances bigint[]) returns bigint[] language plpgsql stable as $$
begin
  if coalesce(array_length(utterances, 1), 0) = 0 then return '{}'; end if;
  return array(select id from claims_report where utterance_id = any(utterances));
end $$;
create function claims_reports_about(claims bigint[], utterances bigint[]) returns bigint[]
language plpgsql stable as $$
begin
  if coalesce(array_length(claims, 1), 0) = 0 then return claims_reports_of(utterances); end if;
  return claims_reports_of(
    utterances || array(select distinct utterance_id from claims_stance where claim_id = any(claims)));
end $$;
"""


def trigger(table: str, event: str) -> migrations.RunSQL:
    """The trigger that files anew what one statement on a table changed."""
    name = f"claims_{table}_{event}_files_cards"
    return migrations.RunSQL(
        f"""
        create function {name}() returns trigger language plpgsql as $$
        begin
          perform claims_file_cards({CHANGED[table, event]});
          return null;
        end $$;
        create trigger {name} after {event} on claims_{table}
        referencing {TABLES[event]} for each statement execute function {name}();
        """,
        f"drop trigger {name} on claims_{table}; drop function {name}();",
    )


class Migration(migrations.Migration):
    """Functions, triggers, and the cards of what is there already."""

    dependencies = [("claims", "0006_cards")]
    operations = [
        migrations.RunSQL(WANTED, "drop function claims_wanted_cards(bigint[])"),
        migrations.RunSQL(SAMPLED, "drop function claims_is_sampled(bigint)"),
        migrations.RunSQL(FILE, "drop function claims_file_cards(bigint[])"),
        migrations.RunSQL(
            REPORTS,
            "drop function claims_reports_about(bigint[], bigint[]); drop function claims_reports_of(bigint[])",
        ),
        *(trigger(table, event) for table, event in CHANGED),
        migrations.RunSQL(
            "select claims_file_cards(array(select id from claims_report))", migrations.RunSQL.noop
        ),
    ]
