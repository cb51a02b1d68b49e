"""The figures for Prometheus: from the rows, for the scraper alone."""

import pytest
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families
from pytest_django import DjangoAssertNumQueries, Settings

from articles.models import Fetch
from tests import rows
from tests.scenes import make_dispute

pytestmark = pytest.mark.django_db


def scraped(client: Client) -> dict[tuple[str, str], float]:
    """Every sample by its family and label."""
    answer = client.get("/metrics")
    assert answer.status_code == 200
    families = text_string_to_metric_families(answer.content.decode())
    return {(s.name, next(iter(s.labels.values()), "")): s.value for f in families for s in f.samples}


def test_the_rows_are_counted(client: Client) -> None:
    make_dispute()
    source = rows.make_source(enabled=True)
    source.enabled, source.failures = True, 2
    source.save()
    for verdict in ("ok", "ok", "timed out"):
        Fetch.objects.create(url="https://kabar.example/", verdict=verdict)
    told = scraped(client)
    assert told["claimtrack_rows", "reports"] == 4
    assert told["claimtrack_rows", "revisions"] == 4
    assert told["claimtrack_fetches_last_hour", "ok"] == 2
    assert told["claimtrack_sources", "failing"] == 1
    assert told["claimtrack_behind", "unread revisions"] == 4
    assert told["claimtrack_queue_length", "read"] == 0


def test_a_scrape_makes_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_dispute()
    with django_assert_max_num_queries(16):
        client.get("/metrics")


def test_strangers_and_proxies_are_refused(client: Client, settings: Settings) -> None:
    assert client.get("/metrics", REMOTE_ADDR="203.0.113.9").status_code == 403
    assert client.get("/metrics", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 403
    settings.METRICS_ALLOW = ("203.0.113.0/24",)
    assert client.get("/metrics", REMOTE_ADDR="203.0.113.9").status_code == 200
    assert client.get("/metrics").status_code == 403


def test_a_silent_broker_leaves_the_rest(client: Client, settings: Settings) -> None:
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    told = scraped(client)
    assert not [family for family, _ in told if family == "claimtrack_queue_length"]
    assert told["claimtrack_rows", "reports"] == 0
