"""Takes the pulse of every source: counts its days, judges it, keeps the judgement."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import OuterRef, Subquery

from articles.health.judging import HABIT, WIB, judge
from articles.health.store import save_days, save_judgements
from articles.models import Article, Source, SourceDay, Spell

# The habit's days, yesterday and today.
WINDOW = HABIT + 2


def take_pulse(now: datetime) -> list[Spell]:
    """Count and judge all sources; the spells that began."""
    save_days(now)
    newest = Article.objects.filter(source=OuterRef("pk")).order_by("-first_seen").values("first_seen")[:1]
    newest_of = dict(Source.objects.values_list("pk", Subquery(newest)))
    sources = list(Source.objects.all())
    days = days_of(sources, now)
    spells = {spell.source_id: spell for spell in Spell.objects.filter(ended=None)}
    judgements = {
        source: judge(source, days[source.pk], newest_of[source.pk], spells.get(source.pk), now)
        for source in sources
    }
    return save_judgements(judgements, spells, now)


def days_of(sources: Iterable[Source], now: datetime) -> dict[int, list[SourceDay]]:
    """The last thirty days of each of these sources, in order; one query."""
    today = now.astimezone(WIB).date()
    found: dict[int, list[SourceDay]] = defaultdict(list)
    for day in SourceDay.objects.until(today, WINDOW).filter(source__in=sources).order_by("day"):
        found[day.source_id].append(day)
    return found
