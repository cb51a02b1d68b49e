"""Answers of the process itself: whether it lives, and whether it can work."""

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

PATIENCE = 2  # seconds for the broker to answer


@never_cache
@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked."""
    return HttpResponse("ok", content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def readyz(_request: HttpRequest) -> HttpResponse:
    """Database and broker answer, or 503 with the one that does not."""
    ailing = [words for words in (_ask_database(), _ask_broker()) if words]
    words = "\n".join(ailing) or "ok"
    return HttpResponse(words, status=503 if ailing else 200, content_type="text/plain; charset=utf-8")


def _ask_database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except DatabaseError as error:
        return f"database does not answer: {type(error).__name__}"
    return ""


def _ask_broker() -> str:
    broker = redis.Redis.from_url(
        settings.CELERY_BROKER_URL, socket_connect_timeout=PATIENCE, socket_timeout=PATIENCE
    )
    try:
        broker.ping()
    except redis.RedisError as error:
        return f"broker does not answer: {type(error).__name__}"
    finally:
        broker.close()
    return ""
