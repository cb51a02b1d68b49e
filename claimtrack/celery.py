"""The Celery application: two queues, its beat table, and the chain from a kept article to its reading."""

import os
from typing import Any

from celery import Celery, Task
from celery.signals import task_success
from django.core.cache import cache

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "claimtrack.settings")

app = Celery("claimtrack")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# A fresh article is read within seconds; the sweep in the beat table remains the guarantee.
WAKING = frozenset({"articles.fetch_lead", "articles.fetch_article"})
WAKE = "claimtrack.wake"


@task_success.connect
def wake_reader(sender: Task[Any, Any], result: object, **_: object) -> None:
    """After a page was kept, wake the reading sweep a second later, once for all pages of that second."""
    if sender.name in WAKING and result == "ok" and cache.add(WAKE, 1, timeout=1):
        app.send_task("claims.read_waiting", countdown=1, expires=60)
