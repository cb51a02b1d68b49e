"""What a site is asked at most: none in its quiet hours, and so many requests a day, counted in rows."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from articles.fetching.rhythm import after_quiet_hours
from articles.fetching.verdicts import FetchError, Verdict
from articles.models import Source, SourceDay

WIB = ZoneInfo("Asia/Jakarta")


def admit(source: Source) -> None:
    """Count one request to this source's site before it is sent.

    Raises FetchError `quiet_hours` or `daily_cap`, each with the seconds until the site may be asked again.
    The count stands in rows: it holds across workers and machines, and emptying Redis does not lift it.
    """
    now = timezone.now().astimezone(WIB)
    end = outside_quiet_hours(source, now)
    if end > now:
        message = f"{source.name} is left alone in its quiet hours, until {end:%H:%M} WIB"
        raise FetchError(Verdict.QUIET_HOURS, message, retry_after=(end - now).total_seconds())
    if not SourceDay.objects.spend(source, now.date()):
        message = f"{source.name} was asked {source.daily_cap} times today, its daily cap; tomorrow again"
        raise FetchError(Verdict.DAILY_CAP, message, retry_after=(_midnight_after(now) - now).total_seconds())


def has_room_for_past(source: Source) -> bool:
    """Whether a walk through the past may still ask today: half of the daily cap is left to the news."""
    today = timezone.now().astimezone(WIB).date()
    return not source.days.filter(day=today, asked__gte=source.daily_cap // 2).exists()


def outside_quiet_hours(source: Source, moment: datetime) -> datetime:
    """`moment`, or the end of this source's quiet hours where it falls into them."""
    if source.quiet_from is None or source.quiet_until is None:
        return moment
    return after_quiet_hours(moment.astimezone(WIB), source.quiet_from, source.quiet_until)


def _midnight_after(now: datetime) -> datetime:
    return datetime.combine(now.date() + timedelta(days=1), time(), WIB)
