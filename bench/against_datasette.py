"""Explore against Datasette over the same million rows in SQLite, with the same filters and facets."""

import asyncio
import logging
import sqlite3
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from datasette.app import Datasette
from django.db import connection

from bench.pages import SHARED, view

VIEWS = 3
FACETS = ("kind", "stance", "quote", "outlet", "actor")
# The first value of each facet on the card: a report of the benchmark's record has one of each.
FLAT = """
select report_id, moment::text, {facets}, r.exact
from claims_card join claims_report r on r.id = report_id
"""
TAG = "(select split_part(t, ':', 2) from unnest(tags) t where t like '{facet}:%' limit 1)"


def explore_against_datasette() -> float:
    """Datasette's median time for a page of rows with facets over ours.

    It may take its time for the rows; a facet that takes it more than 200 ms it leaves out, by its default.
    """
    logging.getLogger("httpx").setLevel(logging.WARNING)  # its client tells of every request
    with tempfile.TemporaryDirectory(prefix="claimtrack-datasette-") as folder:
        path = Path(folder) / "record.db"
        copy_rows(path)
        return _compare(path)


def copy_rows(path: Path) -> None:
    """The connected record's reports as one SQLite table, an index on each facet, words in FTS5."""
    facets = ", ".join(TAG.format(facet=facet) for facet in FACETS)
    target = sqlite3.connect(path)
    target.execute(f"create table reports (report integer primary key, moment, {', '.join(FACETS)}, words)")
    with connection.cursor() as cursor:
        cursor.execute(FLAT.format(facets=facets))
        while rows := cursor.fetchmany(20_000):
            target.executemany(f"insert into reports values ({', '.join('?' * 8)})", rows)  # noqa: S608
    target.execute("create index by_moment on reports (moment)")
    for column in FACETS:  # with the order of the page, so that no filter has to sort
        target.execute(f"create index by_{column} on reports ({column}, moment)")
    target.execute(
        "create virtual table reports_fts using fts5(words, content=reports, content_rowid=report)"
    )
    target.execute("insert into reports_fts (reports_fts) values ('rebuild')")
    target.execute("analyze")
    target.commit()
    target.close()


def _compare(path: Path) -> float:
    """Both in turns, question by question; Datasette answers within the process too, without a socket."""
    loop = asyncio.new_event_loop()
    datasette = Datasette([str(path)], settings={"sql_time_limit_ms": 60_000})
    loop.run_until_complete(datasette.invoke_startup())
    theirs, ours = [], []
    for asked in SHARED:
        for turn in range(VIEWS + 1):
            taken = loop.run_until_complete(_view(datasette, f"/record/reports?{_asked(asked)}"))
            theirs += [taken] if turn else []
        ours += view(f"/explore/?{urlencode(asked)}", VIEWS)
    loop.close()
    return median(theirs) / median(ours)


async def _view(datasette: Datasette, address: str) -> float:
    started = time.perf_counter()
    answer = await datasette.client.get(address)
    taken = time.perf_counter() - started
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}")
    return taken


def _asked(asked: Mapping[str, str]) -> str:
    names = {"q": "_search"}
    filters = [(names.get(name, name), value) for name, value in asked.items()]
    return urlencode([*filters, *(("_facet", f) for f in FACETS), ("_sort_desc", "moment"), ("_size", "50")])
