"""Keeps the health of sources: the figures of each day, and a spell for each stretch in one state."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Q

from articles.health.counting import count_articles, count_edits, count_fetches, count_verdicts
from articles.health.judging import WIB, Judgement
from articles.models import Alert, Source, SourceDay, Spell

State = Spell.State
COUNTED = [
    "answered",
    "failed",
    "size",
    "latency",
    "verdicts",
    "pages",
    "lacks",
    "articles",
    "edits",
    "length",
]
# Rows of a day may come late: a story found at midnight is kept a minute later.
LATE = timedelta(days=1)
# Trouble is over when it has not been seen for so long: a site that stumbles all day has one spell of it.
CALM = timedelta(hours=1)
TROUBLE = frozenset({State.QUIET, State.FAILING, State.HOLLOW})


def save_days(now: datetime) -> int:
    """Count each day since the last one counted, today included, anew; how many rows were written."""
    today = now.astimezone(WIB).date()
    # Days whose exchanges are kept whole; where they are kept for ever, a year's is enough to count anew.
    oldest = today - timedelta(days=(settings.KEEP_FETCH_DAYS or 366) - 1)
    counted = SourceDay.objects.filter(Q(answered__gt=0) | Q(failed__gt=0)).aggregate(Max("day"))["day__max"]
    first = max(min(counted or oldest, today) - LATE, oldest)
    figures: dict[tuple[int, date], dict[str, Any]] = defaultdict(dict)
    for count in (count_fetches, count_verdicts, count_articles, count_edits):
        for key, row in count(first).items():
            figures[key].update(row)
    days = [SourceDay(source_id=source, day=day, **row) for (source, day), row in figures.items()]
    SourceDay.objects.bulk_create(
        days, update_conflicts=True, unique_fields=["source", "day"], update_fields=COUNTED
    )
    return len(days)


def save_judgements(
    judgements: Mapping[Source, Judgement], spells: Mapping[int, Spell], now: datetime
) -> list[Spell]:
    """Keep how each source fares; the spells that began. `spells` are the present ones by source."""
    unchanged, begun = [], []
    for source, judgement in judgements.items():
        held = spells.get(source.pk)
        if held is None or _is_over(held, judgement, now):
            begun.append(_begin(source, held, judgement, now))
        elif held.state == judgement.state:
            held.seen, held.why, held.facts = now, judgement.why, judgement.facts
            held.since = min(held.since, judgement.since)
            unchanged.append(held)
    Spell.objects.bulk_update(unchanged, ["seen", "since", "why", "facts"])
    return begun


def _is_over(held: Spell, judgement: Judgement, now: datetime) -> bool:
    if judgement.state == held.state:
        return False
    asked = judgement.state not in {State.OFF, State.PAUSED}
    return not (asked and held.state in TROUBLE and now - held.seen < CALM)


@transaction.atomic
def _begin(source: Source, held: Spell | None, judgement: Judgement, now: datetime) -> Spell:
    if held:
        Spell.objects.filter(pk=held.pk, ended=None).update(ended=now)
    spell, is_new = Spell.objects.get_or_create(
        source=source,
        ended=None,
        defaults={
            "state": judgement.state,
            "why": judgement.why,
            "facts": judgement.facts,
            "since": judgement.since,
            "began": now,
            "seen": now,
        },
    )
    if is_new and _is_news(held, spell):
        before = held.state if held else ""
        Alert.objects.bulk_create(
            Alert(spell=spell, before=before, channel=channel, next_try=now) for channel in channels()
        )
    return spell


def _is_news(held: Spell | None, spell: Spell) -> bool:
    """Trouble is told, and its end; what a curator did to a source is no news to anybody."""
    recovered = spell.state == State.WELL and held is not None and held.state in TROUBLE
    return spell.state in TROUBLE or recovered


def channels() -> Iterable[str]:
    """The channels that the settings name."""
    if settings.ALERT_EMAILS:
        yield Alert.Channel.EMAIL
    if settings.ALERT_WEBHOOK:
        yield Alert.Channel.WEBHOOK
