"""Pauses sources with a reason, and lets them go on when the pause is over."""

from datetime import datetime

from articles.models import Source


def resume(now: datetime) -> int:
    """End the pauses that are over; how many."""
    return Source.objects.filter(paused_until__lte=now).update(paused="", paused_until=None)
