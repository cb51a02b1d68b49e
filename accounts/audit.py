"""The log of who did what: Django's own log table, which the database lets grow and never change."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date

from lists.numbers import parse_number
from lists.rows import Columns, Table

PAGE = 50
LOG = Table("audit", ("id", "at", "user", "app", "model", "row", "name", "deed", "words"))
DEEDS = {1: "added", 2: "changed", 3: "deleted"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the log is asked for, as the address says it; nonsense is dropped."""

    user: str = ""
    model: str = ""
    first: date | None = None
    last: date | None = None
    before: int = 0


def save_deed(user: User, thing: Model, words: str, *, added: bool = False) -> None:
    """Log that `user` did something to `thing`, in words."""
    flag = ADDITION if added else CHANGE
    LogEntry.objects.log_actions(user.pk, [thing], flag, words, single_object=True)


def parse_asked(query: QueryDict) -> Asked:
    """The filters in an address."""
    return Asked(
        user=query.get("user", "").replace("\0", "").strip()[:150],
        model=query.get("model", "").replace("\0", "").strip()[:100],
        first=_parse_day(query.get("from", "")),
        last=_parse_day(query.get("to", "")),
        before=parse_number(query.get("before", ""), digits=9),
    )


def _parse_day(words: str) -> date | None:
    try:
        day = parse_date(words[:10])
    except ValueError:
        return None
    return day if day and 1970 < day.year < 9000 else None


def find_deeds(asked: Asked) -> QuerySet[LogEntry]:
    """The log under these filters, the latest first."""
    deeds = LogEntry.objects.select_related("user", "content_type").order_by("-pk")
    if asked.user:
        deeds = deeds.filter(user__username__iexact=asked.user)
    if asked.model:
        deeds = deeds.filter(content_type__model=asked.model)
    if asked.first:
        deeds = deeds.filter(action_time__date__gte=asked.first)
    if asked.last:
        deeds = deeds.filter(action_time__date__lt=asked.last + timedelta(days=1))
    return deeds.filter(pk__lt=asked.before) if asked.before else deeds


def log_columns(deed: LogEntry) -> Columns:
    """One deed as plain columns."""
    kind = deed.content_type
    return {
        "id": deed.pk,
        "at": timezone.localtime(deed.action_time).isoformat(timespec="seconds"),
        "user": deed.user.get_username(),
        "app": kind.app_label if kind else None,
        "model": kind.model if kind else None,
        "row": deed.object_id,
        "name": deed.object_repr,
        "deed": DEEDS.get(deed.action_flag),
        "words": deed.get_change_message(),
    }
