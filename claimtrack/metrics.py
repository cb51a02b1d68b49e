"""Figures of the running newsroom in Prometheus' text, computed from database and broker at each scrape."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from ipaddress import ip_address, ip_network

import redis
from django.conf import settings
from django.db import connection
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from articles.models import Fetch, Source
from claims.models import FailedReading, Reading
from claims.store import waiting

TABLES = {
    "articles": "articles_article",
    "revisions": "articles_revision",
    "reports": "claims_report",
    "claims": "claims_claim",
    "actors": "claims_actor",
}
QUEUES = ("fetch", "read")
COUNTED = 10_000  # rows counted one by one; of longer tables the planner's estimate is given
PATIENCE = 2  # seconds for the broker to answer
LATELY = timedelta(hours=1)


class Newsroom(Collector):
    """What a scrape asks; no state of any process is used, so any number of them may answer."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """All figures; at most sixteen bounded queries and one question to the broker."""
        yield _family("claimtrack_rows", "Rows kept; above 10000 an estimate", "table", _rows())
        yield _family("claimtrack_fetches_last_hour", "Fetches by verdict", "verdict", _fetches())
        yield _family("claimtrack_sources", "Sources by state", "state", _sources())
        yield _family("claimtrack_behind", "Work that waits, counted to 10000", "work", _behind())
        yield _family("claimtrack_queue_length", "Tasks in the broker", "queue", _queues())


def _family(name: str, words: str, label: str, told: Iterable[tuple[str, float]]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, words, labels=[label])
    for value, number in told:
        family.add_metric([value], number)
    return family


def _rows() -> Iterator[tuple[str, float]]:
    with connection.cursor() as cursor:
        for name, table in TABLES.items():
            cursor.execute("select reltuples from pg_class where oid = %s::regclass", [table])
            (number,) = cursor.fetchone()
            if number < COUNTED:
                cursor.execute(f"select count(*) from (select from {table} limit {COUNTED}) t")  # noqa: S608
                (number,) = cursor.fetchone()
            yield name, float(number)


def _fetches() -> list[tuple[str, float]]:
    lately = Fetch.objects.filter(at__gte=timezone.now() - LATELY)
    return [(verdict, n) for verdict, n in lately.values_list("verdict").annotate(Count("pk")).order_by()]


def _sources() -> Iterator[tuple[str, float]]:
    enabled = Source.objects.filter(enabled=True)
    yield "enabled", enabled.count()
    yield "failing", enabled.filter(failures__gt=0).count()


def _behind() -> Iterator[tuple[str, float]]:
    yield "unread revisions", len(waiting().values_list("pk")[:COUNTED])
    yield "unlinked readings", Reading.objects.filter(linked=None)[:COUNTED].count()
    yield "failed readings", FailedReading.objects.all()[:COUNTED].count()


def _queues() -> list[tuple[str, float]]:
    """Lengths of the queues; none where the broker does not answer, which /readyz tells."""
    broker = redis.Redis.from_url(
        settings.CELERY_BROKER_URL, socket_connect_timeout=PATIENCE, socket_timeout=PATIENCE
    )
    try:
        return [(queue, float(str(broker.llen(queue)))) for queue in QUEUES]
    except redis.RedisError:
        return []
    finally:
        broker.close()


REGISTRY = CollectorRegistry(auto_describe=False)
REGISTRY.register(Newsroom())


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """The figures, for addresses that the settings let in; anything that came through a proxy is refused."""
    if not _is_let_in(request):
        return HttpResponse(
            "metrics are for CLAIMTRACK_METRICS_ALLOW only\n",
            status=403,
            content_type="text/plain; charset=utf-8",
        )
    return HttpResponse(generate_latest(REGISTRY), content_type=CONTENT_TYPE_LATEST)


def _is_let_in(request: HttpRequest) -> bool:
    address = request.META.get("REMOTE_ADDR", "")
    if not address or "HTTP_X_FORWARDED_FOR" in request.META or "HTTP_FORWARDED" in request.META:
        return False
    return any(ip_address(address) in ip_network(allowed) for allowed in settings.METRICS_ALLOW)
