"""The project's own settings, with leases and beats short enough for a test that kills workers."""

from datetime import timedelta

from celery.schedules import schedule

from claimtrack.settings import *  # noqa: F403

LEASE = timedelta(seconds=8)
FETCH_DEADLINE = 1.0
FETCH_PATIENCE = 0.5
FETCH_TICK = 1
CELERY_BEAT_SCHEDULE = {
    task: {"task": task, "schedule": schedule(1), "options": {"expires": 5}}
    for task in ("articles.discover_due", "articles.fetch_due")
}
