"""Fills a database with a record of any size: real rows multiplied by SQL, spread over three years."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.apps import apps
from django.db import connection
from django.db.backends.utils import CursorWrapper

from bench.samples import common_words

FIRST_ID = 1_000_000
SPAN = timedelta(days=3 * 365)
REPORTS_IN_ARTICLE = 8
REPORTS_IN_UTTERANCE = 2
REPORTS_IN_CLAIM = 5
REPORTS_OF_ACTOR = 50
PAIRS = 23
# In a month of real news one report in 400 shares a pair of terms with a given article by chance: of
# reports over three years, three stretches of a month are asked for.
CHANCE = 4_000
OUTLETS = 30
WORDS = 11
# Of 128 utterances so many are of each kind; the stance goes with the kind, as it does in real news.
KINDS = {"claim": 78, "accusation": 90, "denial": 106, "confirmation": 112, "demand": 120, "pledge": 127}
STANCES = {"asserts": 78, "accuses": 90, "denies": 106, "confirms": 112, "no_comment": 127}
# `where n >= 0` ties the draws to the row: without it all rows would share one
DRAWN_WORDS = f"""
select string_agg((select word from bench_word where rank = floor(pow(d.drawn, 3) * 4900)::int), ' ')
from (select random() drawn from generate_series(1, {WORDS}) where n >= 0) d
"""  # noqa: S608


def fill_database(reports: int, about: datetime, numbers: Sequence[int]) -> None:
    """Add so many reports around `about`, with articles, readings, utterances, claims, stances and actors.

    `numbers` are those a linked article asks the index for; some reports share one by chance. The indexes
    are built after the rows, as a restored backup would do it.
    """
    tables = ("claims_report", "articles_revision", "claims_card")
    built = [statement for table in tables for statement in drop_indexes(table)]
    with connection.cursor() as cursor:
        cursor.execute("set session_replication_role = replica")  # no triggers: cards are filed once, below
        keep_words(cursor)
        for label, count, own in tables_of(reports, about, numbers):
            copy_rows(label, count, own)
        cursor.execute("set session_replication_role = default")
        cursor.execute("set work_mem = '256MB'")
        cursor.execute(
            "select claims_file_cards(array(select id from claims_report where id >= %s))", [FIRST_ID]
        )
        cursor.execute("set maintenance_work_mem = '1GB'")
        for statement in built:
            cursor.execute(statement)
        cursor.execute("vacuum analyze")


Columns = dict[str, str]
Table = tuple[str, int, Columns]


def tables_of(reports: int, about: datetime, numbers: Sequence[int]) -> list[Table]:
    """Each model with its number of new rows and the columns in which they differ, as SQL of `n`."""
    return [
        *tables_of_articles(reports, about),
        *tables_of_claims(reports, about),
        ("claims.Report", reports, report_columns(reports, about, numbers)),
    ]


def tables_of_articles(reports: int, about: datetime) -> list[Table]:
    """Outlets and what they published, and who is heard in it."""
    actors, articles = reports // REPORTS_OF_ACTOR, reports // REPORTS_IN_ARTICLE
    address = {"url": "'https://arsip.example/' || n", "source_id": drawn_id(OUTLETS, steep=2)}
    text = {"article_id": id_of(1), "html": "''", "published": spread(about, articles)}
    return [
        ("articles.Source", OUTLETS, {"slug": "'media-' || n", "name": "'Media ' || n"}),
        ("claims.Actor", actors + 1, named_actor()),
        ("claims.Affiliation", actors, {"actor_id": id_of(1), "role": "'Peneliti ' || n"}),
        ("articles.Article", articles + 1, address),
        ("articles.Revision", articles + 1, text),
        ("claims.Reading", articles + 1, {"revision_id": id_of(1)}),
    ]


def tables_of_claims(reports: int, about: datetime) -> list[Table]:
    """Occasions, propositions, and how the ones stand to the others."""
    utterances, claims = reports // REPORTS_IN_UTTERANCE, reports // REPORTS_IN_CLAIM
    occasion = {
        "key": "md5(n::text)",
        "actor_id": drawn_id(reports // REPORTS_OF_ACTOR, steep=3),
        "on_behalf_of_id": "null::bigint",
        "not_later_than": spread(about, utterances),
    }
    proposition = {
        "key": "md5(n::text)",
        "title": f"({DRAWN_WORDS})",
        "target": "case when n % 10 = 0 then 'Sasaran ' || n else '' end",
        "first_said": spread(about, claims),
        "last_moved": spread(about, claims),
    }
    link = {
        "utterance_id": id_of(1),
        "claim_id": f"{FIRST_ID} + n * {REPORTS_IN_UTTERANCE} / {REPORTS_IN_CLAIM}",
        "kind": drawn_kind(STANCES, id_of(1)),
        "decision": "''",
        "taken": "true",
    }
    return [
        ("claims.Utterance", utterances + 1, occasion),
        ("claims.Claim", claims + 1, proposition),
        ("claims.Stance", utterances, link),
    ]


def report_columns(reports: int, about: datetime, numbers: Sequence[int]) -> Columns:
    """The columns in which reports differ; one in CHANCE shares one of the `numbers`."""
    article, utterance, claim = (
        id_of(held) for held in (REPORTS_IN_ARTICLE, REPORTS_IN_UTTERANCE, REPORTS_IN_CLAIM)
    )
    asked = f"(array{list(numbers)})[1 + (n / {CHANCE}) % {len(numbers)}]"
    drawn = "(random() * 4294967295 - 2147483648)::bigint::int"
    # `where n >= 0` ties the numbers to the row: without it all rows would share one draw
    pairs = f"(select array_agg({drawn}) from generate_series(1, {PAIRS}) where n >= 0)"  # noqa: S608
    return {
        "reading_id": article,
        "article_id": article,
        "revision_id": article,
        "utterance_id": utterance,
        "ordinal": f"n % {REPORTS_IN_ARTICLE}",
        "topic": f"repeat(md5(({claim})::text), 2)",
        "published": spread(about, reports),
        "kind": drawn_kind(KINDS, utterance),
        "quote": "(array['direct', 'indirect', 'mixed'])[1 + floor(pow(random(), 2) * 3)::int]",
        "exact": f"({DRAWN_WORDS})",
        "superseded": "null",
        "pairs": f"{pairs} || case when n % {CHANCE} = 0 then array[{asked}] else '{{}}' end",
    }


def spread(about: datetime, count: int) -> str:
    """The moment, as SQL of `n`, of one of so many rows spread evenly around `about`."""
    return f"timestamptz '{(about - SPAN / 2).isoformat()}' + n * interval '{SPAN / count}'"


def drawn_id(count: int, *, steep: int) -> str:
    """An id, as SQL, drawn among so many rows: the first far more often than the last."""
    return f"{FIRST_ID} + floor(pow(random(), {steep}) * {count})::int"


def drawn_kind(bounds: Mapping[str, int], utterance: str) -> str:
    """A kind, as SQL, that goes with the utterance."""
    cases = " ".join(
        f"when hashint8({utterance}) & 127 <= {bound} then '{kind}'" for kind, bound in bounds.items()
    )
    return f"case {cases} end"


def keep_words(cursor: CursorWrapper) -> None:
    """Keep the words that reports are made of, the commonest first."""
    words = common_words()
    cursor.execute("create table bench_word (rank int primary key, word text)")
    cursor.execute(
        "insert into bench_word select n - 1, w from unnest(%s::text[]) with ordinality u(w, n)",
        [words],
    )


def id_of(share: int) -> str:
    """The id, as SQL of `n`, of a row that so many reports share."""
    return f"{FIRST_ID} + n / {share}" if share > 1 else f"{FIRST_ID} + n"


def named_actor() -> dict[str, str]:
    """The columns in which actors differ."""
    return {"key": "'aktor ' || n", "slug": "'aktor-' || n", "name": "'Aktor ' || n", "wikidata": "''"}


def copy_rows(label: str, count: int, own: Mapping[str, str]) -> None:
    """Multiply the first row of a model, with these columns its own; ids begin at FIRST_ID."""
    meta = apps.get_model(label)._meta
    fields = [field for field in meta.concrete_fields if not getattr(field, "generated", False)]
    columns = [field.column for field in fields]
    values = [own.get(column, id_of(1) if column == "id" else f't."{column}"') for column in columns]
    names = ", ".join(f'"{column}"' for column in columns)
    first = f"(select * from {meta.db_table} order by id limit 1) t"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute("select setseed(0.5)")
        cursor.execute(
            f"insert into {meta.db_table} ({names}) "  # noqa: S608
            f"select {', '.join(values)} from {first}, generate_series(0, {count - 1}) n"
        )


def drop_indexes(table: str) -> list[str]:
    """Drop the table's indexes besides those of constraints; the statements that build them again."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select indexname, indexdef from pg_indexes where tablename = %s and indexdef not like %s",
            [table, "CREATE UNIQUE%"],
        )
        found = cursor.fetchall()
        for name, _ in found:
            cursor.execute(f'drop index "{name}"')
    return [definition for _, definition in found]
