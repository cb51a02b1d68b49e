"""How the sources fare: when each last answered, what fails, how many articles it gave."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max
from django.utils import timezone

from articles.models import Article, Source


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """One outlet's health; `state` is "off", "waiting" (never asked yet), "well" or "failing"."""

    slug: str
    name: str
    home: str
    group: str
    demo: bool
    state: str
    last_success: datetime | None
    failures: int
    failure: str
    articles: int
    newest: datetime | None


def find_health() -> tuple[SourceHealth, ...]:
    """All outlets, those in use first, then by name; two queries."""
    found = Article.objects.values_list("source").annotate(Count("pk"), Max("first_seen"))
    told = {source: (count, newest) for source, count, newest in found}
    return tuple(
        SourceHealth(
            slug=source.slug,
            name=source.name,
            home=source.home,
            group=source.get_group_display(),
            demo=source.group == Source.Group.DEMO,
            state=state_of(source),
            last_success=_local(source.last_success),
            failures=source.failures,
            failure=source.failure,
            articles=told.get(source.pk, (0, None))[0],
            newest=_local(told.get(source.pk, (0, None))[1]),
        )
        for source in Source.objects.order_by("-enabled", "name")
    )


def _local(moment: datetime | None) -> datetime | None:
    return moment and timezone.localtime(moment)


def state_of(source: Source) -> str:
    """In one word how a source fares."""
    if not source.enabled:
        return "off"
    if source.failures:
        return "failing"
    return "well" if source.last_success else "waiting"
