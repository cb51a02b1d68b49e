"""Says of one source how it fares and why, from its days' figures against its own habit."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from articles.fetching.verdicts import FAILURES
from articles.health.gauges import find_losses
from articles.models import Source, SourceDay, Spell

WIB = ZoneInfo("Asia/Jakarta")
State = Spell.State

HABIT = 28  # days
YOUNGEST_HABIT = 7  # days a source must have been watched before its silence says anything
FAILED_ROUNDS = 3
ENOUGH_ANSWERS, FAILED_SHARE = 10, 0.5
SILENCE, MISSED = timedelta(hours=24), 5.0
BUSY, FEW = 10.0, 0.2


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a source fares: its state, the name of the reason, since which day, and the reason's figures."""

    state: str
    since: date
    why: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


def judge(
    source: Source, days: Sequence[SourceDay], newest: datetime | None, held: Spell | None, now: datetime
) -> Judgement:
    """The state of one source at `now`.

    `days` are its last days in order, `newest` when its newest article was first seen, `held` the spell it is
    in: a habit known before the trouble began is not unlearnt while it lasts.
    """
    today = now.astimezone(WIB).date()
    if not source.enabled:
        return Judgement(State.OFF, today)
    if source.paused:
        return Judgement(State.PAUSED, today, "by_hand", {"reason": source.paused})
    if source.last_success is None and source.failures < FAILED_ROUNDS:
        return Judgement(State.WAITING, today)
    return (
        _failing_rounds(source)
        or _failing_answers(days, today)
        or _hollow(days, today, held)
        or _quiet(source, days, newest, held, now)
        or Judgement(State.WELL, today)
    )


def _failing_rounds(source: Source) -> Judgement | None:
    if source.failures < FAILED_ROUNDS:
        return None
    since = (source.last_success or source.created).astimezone(WIB).date()
    facts = {"n": source.failures, "last": since.isoformat() if source.last_success else ""}
    return Judgement(State.FAILING, since, "rounds", facts)


def _failing_answers(days: Sequence[SourceDay], today: date) -> Judgement | None:
    """Lists may come while most pages fail: half of what was asked yesterday and today."""
    recent = [day for day in days if day.day >= today - timedelta(days=1)]
    failed = sum(day.failed for day in recent)
    of = failed + sum(day.answered for day in recent)
    if of < ENOUGH_ANSWERS or failed <= FAILED_SHARE * of:
        return None
    facts = {"failed": failed, "of": of, "verdict": commonest_failure(recent)}
    return Judgement(State.FAILING, _first_failing(days), "answers", facts)


def _first_failing(days: Sequence[SourceDay]) -> date:
    since = days[-1].day
    for day in reversed(days):
        if day.failed <= FAILED_SHARE * (day.failed + day.answered):
            break
        since = day.day
    return since


def commonest_failure(days: Sequence[SourceDay]) -> str:
    """The verdict that most failed requests ended in; empty where none failed."""
    counts = Counter[str]()
    for day in days:
        counts.update({verdict: n for verdict, n in day.verdicts.items() if verdict in FAILURES})
    return counts.most_common(1)[0][0] if counts else ""


def _hollow(days: Sequence[SourceDay], today: date, held: Spell | None) -> Judgement | None:
    known = held.facts.get("losses", []) if held and held.state == State.HOLLOW else []
    losses = find_losses(days, today, {loss["field"]: loss["habit"] for loss in known})
    if not losses:
        return None
    since = min(loss.since for loss in losses)
    return Judgement(State.HOLLOW, since, losses[0].field, {"losses": [loss.facts() for loss in losses]})


def _quiet(
    source: Source, days: Sequence[SourceDay], newest: datetime | None, held: Spell | None, now: datetime
) -> Judgement | None:
    """Lists answer, but what they announce is far less than usual."""
    today = now.astimezone(WIB).date()
    answered = any(day.answered for day in days if day.day == today - timedelta(days=1))
    recent = source.last_success is not None and now - source.last_success < SILENCE
    usual = held.facts.get("habit") if held and held.state == State.QUIET else habit_of(days, today)
    if not (answered and recent) or usual is None:
        return None
    return _silent(newest, usual, now) or _dwindled(days, usual, today)


def _silent(newest: datetime | None, usual: float, now: datetime) -> Judgement | None:
    if newest is None:
        return None
    missed = usual * ((now - newest) / timedelta(days=1))
    if now - newest < SILENCE or missed < MISSED:
        return None
    facts = {"newest": newest.isoformat(), "habit": round(usual, 1)}
    return Judgement(State.QUIET, newest.astimezone(WIB).date(), "silent", facts)


def _dwindled(days: Sequence[SourceDay], usual: float, today: date) -> Judgement | None:
    """Yesterday gave far less than usual, also for its day of the week, and today makes nothing good."""
    given = {day.day: day.articles for day in days}
    yesterday = today - timedelta(days=1)
    weekly = [given.get(yesterday - timedelta(weeks=week), 0) for week in range(1, 5)]
    normal = min(usual, sum(weekly) / len(weekly))
    if normal < BUSY or max(given.get(yesterday, 0), given.get(today, 0)) > FEW * normal:
        return None
    facts = {"n": given.get(yesterday, 0), "day": yesterday.isoformat(), "habit": round(usual, 1)}
    return Judgement(State.QUIET, yesterday, "few", facts)


def habit_of(days: Sequence[SourceDay], today: date) -> float | None:
    """Articles a day over the 28 days before yesterday; None for a source watched too briefly."""
    first = next((day.day for day in days if day.asked or day.answered or day.articles), today)
    last = today - timedelta(days=2)
    begin = max(first, last - timedelta(days=HABIT - 1))
    watched = (last - begin).days + 1
    if watched < YOUNGEST_HABIT:
        return None
    return sum(day.articles for day in days if begin <= day.day <= last) / watched
