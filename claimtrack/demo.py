"""Plays the demo newsroom through the real pipeline: first edition, then the silent edit and the removal."""

import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack

from django.utils import timezone
from tqdm import tqdm

from articles.models import Article, Lead, Source
from claims.store import waiting
from claimtrack import env
from claimtrack.celery import app
from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.ports import choose_ports
from claimtrack.newsroom.serving import PORTS, Newsroom, start_newsroom
from claimtrack.newsroom.values import Edition
from claimtrack.seeding import seed_newsroom
from claimtrack.supervisor import Supervisor
from claimtrack.verdicts import ServiceError

SETTLES_WITHIN = 120.0


def open_newsroom(stack: ExitStack) -> Newsroom:
    """Start the newsroom on this data folder's ports, which the settings of every process let through."""
    edition = Edition.LATER if _was_played() else Edition.FIRST
    ports = choose_ports(env.data_folder(), PORTS)
    try:
        return stack.enter_context(start_newsroom(ports, edition))
    except OSError as error:
        raise ServiceError(
            f"the demo newsroom's port {error.filename} is taken: free it and start again"
        ) from error


def play_newsroom(newsroom: Newsroom, supervisor: Supervisor) -> None:
    """Crawl the newsroom; at the very first time also go on to the later edition and look again."""
    sources = seed_newsroom((outlet, newsroom.addresses[outlet.slug]) for outlet in OUTLETS)
    first_time = newsroom.edition is Edition.FIRST
    # What a killed run left half done is not waited for: its leads are due at once.
    Lead.objects.filter(source__in=sources, next_try__isnull=False).update(next_try=timezone.now())
    for source in sources:
        app.send_task("articles.discover_source", [source.pk])
    _settle(sources, supervisor, since_round=time.time())
    if first_time:
        newsroom.later()
        for article in Article.objects.filter(source__in=sources):
            app.send_task("articles.fetch_article", [article.pk])
        _settle(sources, supervisor, visits=2)


def _was_played() -> bool:
    return Article.objects.filter(source__group=Source.Group.DEMO).exists()


def _settle(
    sources: Sequence[Source], supervisor: Supervisor, *, since_round: float = 0.0, visits: int = 1
) -> None:
    """Wait until every list was asked, every lead followed, every article visited and every revision read."""
    deadline = time.monotonic() + SETTLES_WITHIN
    with tqdm(unit=" artikel", disable=not sys.stderr.isatty(), leave=False) as bar:
        while time.monotonic() < deadline:
            supervisor.check()
            done, left = _progress(sources, since_round, visits)
            bar.total, bar.n = done + left, done
            bar.refresh()
            if left == 0:
                return
            time.sleep(0.25)
    raise ServiceError("the demo newsroom was not read in time: read the worker logs in the data folder")


def _progress(sources: Sequence[Source], since_round: float, visits: int) -> tuple[int, int]:
    articles = Article.objects.filter(source__in=sources)
    unasked = sum(
        1
        for source in Source.objects.filter(pk__in=[source.pk for source in sources])
        if source.last_success is None or source.last_success.timestamp() < since_round
    )
    leads = Lead.objects.filter(source__in=sources, next_try__isnull=False).count()
    unvisited = articles.filter(visits__lt=visits).count()
    unread = waiting().filter(article__source__in=sources).count()
    return articles.count(), unasked + leads + unvisited + unread
