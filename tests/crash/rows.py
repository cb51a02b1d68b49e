"""The rows that worker processes leave, asked for past Django: theirs is another database than the tests'."""

import os
from typing import Any

import psycopg

TABLES = ("articles_revision", "articles_article", "articles_lead", "articles_feed", "articles_fetch")


def empty() -> None:
    """Leave no row of a crawl in the workers' database."""
    ask(f"truncate {', '.join(TABLES)}, articles_source cascade")


def ask(query: str) -> list[tuple[Any, ...]]:
    """What the workers' database answers."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as database:
        cursor = database.execute(query)
        return list(cursor.fetchall()) if cursor.description else []
