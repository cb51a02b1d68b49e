"""Links one article into a record of a million reports and into one of ten thousand, on a real PostgreSQL."""

import os
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import django
from django.apps import apps
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.backends.postgresql.base import DatabaseWrapper
from django.test.utils import CaptureQueriesContext
from django.utils.module_loading import import_string

from bench.against_datasette import explore_against_datasette
from bench.pages import compare_pages
from bench.rows import fill_database
from claims.linking.telling import Printed, tell
from claims.linking.topics import search_numbers
from claims.nlp.reading import READER_VERSION, read
from claims.values import Findings
from claimtrack.embedded import services
from claimtrack.newsroom.stories import all_stories
from claimtrack.newsroom.values import Story

if TYPE_CHECKING:
    from articles.models import Revision

# Models may be imported only once Django is set up, which needs the server: they are looked up by name.
SIZES = {"few": 10_000, "many": 1_000_000}
ROUNDS = 9
# One name in two offices that cannot be one person's: the second article parts it
NAMESAKES = (
    ("wali", "Wali Kota Arumbai Sigit Larasjati mengatakan jembatan Pasir Putih ditutup dua pekan."),
    (
        "pelatih",
        "Pelatih klub sepak bola Elang Muara Sigit Larasjati mengatakan penyerang Bonar Simorang cedera.",
    ),
)


def linking_million_vs_ten_thousand() -> float:
    """Time to link an article into 1,000,000 reports over the time into 10,000; at most 1.5."""
    return measure().linking


def linking_queries_at_a_million() -> float:
    """Most queries to link an article into 1,000,000 reports, a name parted included; at most 30."""
    return measure().queries


@dataclass(frozen=True, slots=True)
class Measured:
    """What is measured over the two records: linking, pages, and explore against Datasette."""

    linking: float
    queries: int
    pages: Mapping[str, float]
    datasette: float


@cache
def measure() -> Measured:
    """All that needs the two records, which take minutes to build: they are built once."""
    with tempfile.TemporaryDirectory(prefix="claimtrack-bench-", ignore_cleanup_errors=True) as folder:
        os.environ.update(CLAIMTRACK_DATA=folder, CLAIMTRACK_POSTGRES_FSYNC="off")
        os.environ.update(DJANGO_SETTINGS_MODULE="claimtrack.settings")
        for name in ("DATABASE_URL", "REDIS_URL"):
            os.environ.pop(name, None)
        with services(Path(folder)):
            django.setup()
            try:
                return compare_sizes()
            finally:
                leave_database()


def compare_sizes() -> Measured:
    """Build both records side by side, link the same article into them and view their pages in turns."""
    stories = sorted(all_stories(), key=lambda story: (story.published, story.key))
    probe = stories[len(stories) // 2]
    mayor, coach = (namesake_story(probe, *told) for told in NAMESAKES)
    call_command("migrate", verbosity=0)
    for story in (*stories, mayor):
        if story is not probe:
            link_revision(keep_story(story), story)
    keep_story(probe)
    keep_story(coach)
    original = connection.settings_dict["NAME"]
    for name, size in SIZES.items():
        connect_to(original, copy_as=name)
        connect_to(name)
        fill_database(size, probe.published, asked_by(probe))
    rounds = [{name: time_linking(name, probe) for name in SIZES} for _ in range(ROUNDS + 1)][1:]
    ratio = median(times["many"] / times["few"] for times in rounds)
    queries = max(count_queries("many", probe), count_queries("many", coach))
    pages = compare_pages(connect_to)
    connect_to("many")
    return Measured(ratio, queries, pages, explore_against_datasette())


def namesake_story(like: Story, key: str, words: str) -> Story:
    """A story of one sentence, published when another was."""
    return replace(like, key=key, title="Kabar Daerah", paragraphs=(words,), wire="")


def connect_to(name: str, copy_as: str = "") -> None:
    """Let Django's connection go to another database of the server; make a copy of it first if asked."""
    leave_database()
    connection.settings_dict["NAME"] = "postgres" if copy_as else name
    if copy_as:
        with connection.cursor() as cursor:
            cursor.execute(f'create database "{copy_as}" template "{name}"')
        leave_database()


def leave_database() -> None:
    """Close the connection, and the pool behind it, which would go on to the old database."""
    wrapper = connections[DEFAULT_DB_ALIAS]
    wrapper.close()
    if isinstance(wrapper, DatabaseWrapper):
        wrapper.close_pool()


def keep_story(story: Story) -> "Revision":
    """A revision of the story's article, as the store would keep it."""
    names = ("Source", "Article", "Revision")
    source, article, revision = (apps.get_model("articles", name) for name in names)
    outlet, _ = source.objects.get_or_create(slug=story.outlet, defaults={"name": story.outlet})
    body = "\n".join(story.paragraphs)
    kept: Revision = revision.objects.create(
        article=article.objects.create(source=outlet, url=f"https://{story.outlet}.example/{story.key}"),
        number=1,
        title=story.title,
        body=body,
        published=story.published,
        fetched=story.published,
        content_hash=sha256(body.encode()).hexdigest(),
    )
    return kept


def link_revision(revision: "Revision", story: Story) -> float:
    """Keep what reading found and link it; the seconds that took, reading left out."""
    save, link = import_string("claims.store.save_reading"), import_string("claims.store.link_reading")
    findings = read_story(revision, story)
    started = time.perf_counter()
    link(save(revision, findings, reader_version=READER_VERSION))
    return time.perf_counter() - started


def time_linking(name: str, story: Story) -> float:
    """Seconds to link the story into one of the records, which is left as it was."""
    connect_to(name)
    revision = find_revision(story)
    with transaction.atomic():
        seconds = link_revision(revision, story)
        transaction.set_rollback(True)
    return seconds


def count_queries(name: str, story: Story) -> int:
    """Queries to link the story into one of the records, savepoints included."""
    connect_to(name)
    revision = find_revision(story)
    save, link = import_string("claims.store.save_reading"), import_string("claims.store.link_reading")
    with transaction.atomic():
        reading = save(revision, read_story(revision, story), reader_version=READER_VERSION)
        with CaptureQueriesContext(connections[DEFAULT_DB_ALIAS]) as queries:
            link(reading)
        transaction.set_rollback(True)
    return len(queries)


def read_story(revision: "Revision", story: Story) -> Findings:
    """What the reader finds in a story."""
    return read(revision.text, published=story.published.date(), outlet=story.outlet)


def find_revision(story: Story) -> "Revision":
    """The kept revision of a story."""
    revisions = apps.get_model("articles", "Revision").objects.select_related("article__source")
    return revisions.get(article__url=f"https://{story.outlet}.example/{story.key}")


def asked_by(story: Story) -> list[int]:
    """The numbers that linking the story asks the index for."""
    text = "\n".join((story.title, *story.paragraphs))
    findings = read(text, published=story.published.date(), outlet=story.outlet)
    printed = Printed(story.key, story.outlet, 1, story.title, text, story.published)
    told = tell(printed, findings.statements)
    return sorted({number for report in told for number in search_numbers(report.gist.pairs, report.moment)})
