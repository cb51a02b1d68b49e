"""Fills a database with a record of any size: real rows multiplied by SQL, spread over three years."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.apps import apps
from django.db import connection

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


def fill_database(reports: int, about: datetime, numbers: Sequence[int]) -> None:
    """Add so many reports around `about`, with articles, readings, utterances, claims, stances and actors.

    `numbers` are those a linked article asks the index for; some reports share one by chance. The indexes
    are built after the rows, as a restored backup would do it.
    """
    built = [*drop_indexes("claims_report"), *drop_indexes("articles_revision")]
    for label, count, own in tables_of(reports, about, numbers):
        copy_rows(label, count, own)
    with connection.cursor() as cursor:
        cursor.execute("set maintenance_work_mem = '1GB'")
        for statement in built:
            cursor.execute(statement)
        cursor.execute("vacuum analyze")


def tables_of(reports: int, about: datetime, numbers: Sequence[int]) -> list[tuple[str, int, dict[str, str]]]:
    """Each model with its number of new rows and the columns in which they differ, as SQL of `n`."""
    published = f"timestamptz '{(about - SPAN / 2).isoformat()}' + n * interval '{SPAN / reports}'"
    article, actor = id_of(REPORTS_IN_ARTICLE), id_of(REPORTS_OF_ACTOR)
    utterance, claim = id_of(REPORTS_IN_UTTERANCE), id_of(REPORTS_IN_CLAIM)
    asked = f"(array{list(numbers)})[1 + (n / {CHANCE}) % {len(numbers)}]"
    drawn = "(random() * 4294967295 - 2147483648)::bigint::int"
    # `where n >= 0` ties the numbers to the row: without it all rows would share one draw
    pairs = f"(select array_agg({drawn}) from generate_series(1, {PAIRS}) where n >= 0)"  # noqa: S608
    return [
        ("claims.Actor", reports // REPORTS_OF_ACTOR + 1, named_actor()),
        (
            "claims.Affiliation",
            reports // REPORTS_OF_ACTOR,
            {"actor_id": id_of(1), "role": "'Peneliti ' || n"},
        ),
        ("articles.Article", reports // REPORTS_IN_ARTICLE + 1, {"url": "'https://arsip.example/' || n"}),
        ("articles.Revision", reports // REPORTS_IN_ARTICLE + 1, {"article_id": id_of(1), "html": "''"}),
        ("claims.Reading", reports // REPORTS_IN_ARTICLE + 1, {"revision_id": id_of(1)}),
        ("claims.Utterance", reports // REPORTS_IN_UTTERANCE + 1, {"key": "md5(n::text)", "actor_id": actor}),
        ("claims.Claim", reports // REPORTS_IN_CLAIM + 1, {"key": "md5(n::text)", "title": "'Klaim ' || n"}),
        (
            "claims.Stance",
            reports // REPORTS_IN_UTTERANCE,
            {"utterance_id": id_of(1), "claim_id": id_of(REPORTS_IN_CLAIM)},
        ),
        (
            "claims.Report",
            reports,
            {
                "reading_id": article,
                "article_id": article,
                "revision_id": article,
                "utterance_id": utterance,
                "ordinal": f"n % {REPORTS_IN_ARTICLE}",
                "topic": f"repeat(md5(({claim})::text), 2)",
                "published": published,
                "exact": "'Sumur nomor ' || n || ' di kampung ' || n % 5000 || ' kering sejak musim lalu'",
                "pairs": f"{pairs} || case when n % {CHANCE} = 0 then array[{asked}] else '{{}}' end",
            },
        ),
    ]


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
