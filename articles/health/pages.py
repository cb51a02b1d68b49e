"""What the pages of sources show: each outlet's state with its reason, its figures, its days, its past."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, Count, FilteredRelation, Q, QuerySet, Value, When

from articles.health.chart import Chart, chart_of
from articles.health.figures import Figures, figures_of
from articles.health.judging import WIB, judge
from articles.health.pulse import days_of
from articles.health.wording import reason_of, verdict_words
from articles.models import Feed, Source, SourceDay, Spell

PAGE = 50
PAST = 20
VERDICTS = 8
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,50}")
State = Spell.State
BY_HAND = frozenset({State.OFF, State.PAUSED})


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """One outlet: its state in a word and in words, and its figures."""

    source: Source
    state: str
    state_name: str
    reason: str
    error: str
    since: date | None
    figures: Figures


@dataclass(frozen=True, slots=True)
class SourceList:
    """One page of outlets, those in use first; `next` is the slug that the next page follows."""

    rows: tuple[SourceHealth, ...]
    states: tuple[tuple[str, str, int], ...]
    next: str
    lost: bool


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One outlet whole: health, chart, days from the newest, verdicts of the week, lists, past spells."""

    health: SourceHealth
    chart: Chart
    days: tuple[SourceDay, ...]
    verdicts: tuple[tuple[str, int], ...]
    feeds: tuple[Feed, ...]
    past: tuple[tuple[Spell, str], ...]


def find_health(now: datetime, state: str = "", after: str = "") -> SourceList:
    """Outlets of one state, or all of them, that follow the outlet `after`; five queries at most."""
    begin = Source.objects.filter(slug=after).first() if SLUG.fullmatch(after) else None
    asked = _in_state(Source.objects.all(), state)
    sources = list(_following(asked, begin).order_by("-enabled", "name", "pk")[: PAGE + 1])
    shown = sources[:PAGE]
    days = days_of(shown, now)
    spells = {s.source_id: s for s in Spell.objects.filter(source__in=shown, ended=None)}
    return SourceList(
        rows=tuple(_health(source, days[source.pk], spells.get(source.pk), now) for source in shown),
        states=_count_states(),
        next=shown[-1].slug if len(sources) > PAGE else "",
        lost=bool(after) and begin is None,
    )


def _in_state(sources: QuerySet[Source], state: str) -> QuerySet[Source]:
    if state == State.OFF:
        return sources.filter(enabled=False)
    if state == State.PAUSED:
        return sources.filter(enabled=True).exclude(paused="")
    found = sources.filter(enabled=True, paused="", spells__ended=None, spells__state=state)
    return found if state else sources


def _following(sources: QuerySet[Source], begin: Source | None) -> QuerySet[Source]:
    if begin is None:
        return sources
    later = Q(name__gt=begin.name) | Q(name=begin.name, pk__gt=begin.pk)
    same = Q(enabled=begin.enabled) & later
    return sources.filter(same | Q(enabled=False) if begin.enabled else same)


def _count_states() -> tuple[tuple[str, str, int], ...]:
    """Each state that occurs: its name for addresses, its word, how many sources are in it."""
    present = FilteredRelation("spells", condition=Q(spells__ended=None))
    by_hand = Case(When(enabled=False, then=Value("off")), When(~Q(paused=""), then=Value("paused")))
    rows = Source.objects.annotate(present=present, by_hand=by_hand).order_by()
    counts = Counter[str]()
    for hand, state, n in rows.values_list("by_hand", "present__state").annotate(Count("pk")):
        counts[hand or state or State.WAITING] += n
    return tuple((state.value, str(state.label), counts[state]) for state in State if counts[state])


def _health(source: Source, days: Sequence[SourceDay], spell: Spell | None, now: datetime) -> SourceHealth:
    """The health as last judged; judged on the spot where nobody did or a curator has changed the source."""
    if spell is None or spell.state in BY_HAND or _by_hand(source):
        found = judge(source, days, None, None, now)
        spell = Spell(state=found.state, why=found.why, facts=found.facts, since=found.since)
    told = spell.state not in {State.OFF, State.WAITING}
    return SourceHealth(
        source=source,
        state=spell.state,
        state_name=spell.get_state_display(),
        reason=reason_of(spell),
        error=source.failure if spell.state == State.FAILING else "",
        since=spell.since if told else None,
        figures=figures_of(days, now.astimezone(WIB).date()),
    )


def _by_hand(source: Source) -> bool:
    return not source.enabled or bool(source.paused)


def find_source(slug: str, now: datetime) -> SourcePage | None:
    """One outlet by its slug; four queries."""
    source = Source.objects.filter(slug=slug).first()
    if source is None:
        return None
    days = days_of([source], now)[source.pk]
    spells = list(Spell.objects.filter(source=source).order_by("-began")[:PAST])
    present = next((spell for spell in spells if spell.ended is None), None)
    health = _health(source, days, present, now)
    today = now.astimezone(WIB).date()
    return SourcePage(
        health=health,
        chart=chart_of(days, today, health.figures.habit),
        days=tuple(reversed(days)),
        verdicts=_verdicts([day for day in days if (today - day.day).days < 7]),
        feeds=tuple(source.feeds.order_by("url")),
        past=tuple((spell, reason_of(spell)) for spell in spells if spell.ended),
    )


def _verdicts(days: Sequence[SourceDay]) -> tuple[tuple[str, int], ...]:
    """How this week's requests ended, the commonest first, in words."""
    counts = sum((Counter[str](day.verdicts) for day in days), Counter[str]())
    return tuple((verdict_words(verdict), n) for verdict, n in counts.most_common(VERDICTS))
