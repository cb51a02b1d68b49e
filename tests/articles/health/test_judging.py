"""How a source fares is judged against its own habit, with the reason, and since when."""

from datetime import date, timedelta
from typing import Any

import pytest

from articles.fetching.verdicts import POSTPONED, Verdict
from articles.health.judging import Judgement, habit_of, judge
from articles.health.wording import VERDICTS
from articles.models import SourceDay, Spell
from tests.articles.health.days import NOW, TODAY, day, good, source

FRESH = NOW - timedelta(minutes=20)


def judged(days: list[SourceDay], held: Spell | None = None) -> Judgement:
    return judge(source(), days, FRESH, held, NOW)


def test_a_source_that_gives_what_it_always_gave_is_well() -> None:
    assert judged(good(28, 0)).state == "well"


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"enabled": False}, "off"),
        ({"enabled": False, "paused": "pindah alamat"}, "off"),
        ({"paused": "pindah alamat"}, "paused"),
        ({"last_success": None}, "waiting"),
        ({"last_success": None, "failures": 2}, "waiting"),
        ({"last_success": None, "failures": 3}, "failing"),
        ({"failures": 2}, "well"),
        ({"failures": 3, "failure": "HTTP 503"}, "failing"),
    ],
)
def test_what_the_source_itself_says(fields: dict[str, Any], state: str) -> None:
    assert judge(source(**fields), good(28, 0), FRESH, None, NOW).state == state


def test_a_source_whose_requests_mostly_fail_is_failing_even_while_its_lists_come() -> None:
    bad = {"answered": 10, "failed": 40, "verdicts": {"ok": 10, "timed_out": 35, "http_error": 5}}
    found = judged([*good(28, 3), day(2, **bad), day(1, **bad), day(0, **bad)])
    assert (found.state, found.why, found.since) == ("failing", "answers", date(2024, 10, 16))
    assert found.facts == {"failed": 80, "of": 100, "verdict": "timed_out"}


def test_failed_rounds_say_when_one_last_went_well() -> None:
    known = judge(source(failures=4), good(28, 0), FRESH, None, NOW)
    assert (known.why, known.facts) == ("rounds", {"n": 4, "last": "2024-10-18"})
    never = judge(source(failures=4, last_success=None), [], None, None, NOW)
    assert never.facts == {"n": 4, "last": ""}


def test_a_few_failures_are_no_failing_source() -> None:
    assert judged([*good(28, 1), day(0, answered=2, failed=6)]).state == "well"


@pytest.mark.parametrize("field", ["title", "body", "date", "author"])
def test_a_field_that_goes_missing_is_named_with_its_first_day(field: str) -> None:
    days = [*good(28, 5), *(day(ago, lacks={field: 8}) for ago in range(4, -1, -1))]
    found = judged(days)
    (loss,) = found.facts["losses"]
    assert (found.state, found.since) == ("hollow", date(2024, 10, 14))
    assert (loss["field"], loss["amount"], loss["of"]) == (field, 40, 50)


def test_the_day_on_which_a_template_changed_in_the_afternoon_is_the_first_day() -> None:
    days = [
        *good(28, 3),
        day(2, lacks={"title": 3}),
        day(1, lacks={"title": 10}),
        day(0, lacks={"title": 4}, pages=4),
    ]
    assert judged(days).since == date(2024, 10, 16)


def test_an_outlet_that_never_names_its_authors_is_not_hollow() -> None:
    assert judged([day(ago, lacks={"author": 10}) for ago in range(28, -1, -1)]).state == "well"


def test_an_outlet_that_was_always_without_text_is_hollow() -> None:
    assert judged([day(ago, lacks={"body": 9}) for ago in range(28, -1, -1)]).state == "hollow"


def test_seven_pages_are_too_few_to_judge_by() -> None:
    assert judged([day(0, lacks={"title": 7}, pages=7)]).state == "well"


def test_small_days_are_taken_together() -> None:
    small = [day(ago, pages=2, lacks={"date": 2}) for ago in (3, 2, 1, 0)]
    assert judged([*good(28, 4), *small]).state == "hollow"


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("statements", {"statements": 4, "named": 3}),
        ("named", {"named": 2}),
        ("length", {"length": 240}),
    ],
)
def test_what_an_article_holds_may_dwindle(field: str, changes: dict[str, object]) -> None:
    found = judged([*good(28, 2), day(1, **changes), day(0, **changes)])
    assert (found.state, found.since) == ("hollow", date(2024, 10, 17))
    assert [loss["field"] for loss in found.facts["losses"]] == [field]


def test_a_hollow_source_stays_hollow_when_its_habit_has_faded() -> None:
    days = [day(ago, statements=4, named=3) for ago in range(28, -1, -1)]
    assert judged(days).state == "well"
    held = Spell(state="hollow", facts={"losses": [{"field": "statements", "habit": 3.0}]})
    assert judged(days, held).state == "hollow"


def test_an_outlet_that_falls_silent_is_quiet() -> None:
    days = [*good(28, 2), day(1, articles=0, pages=0, read=0), day(0, articles=0, pages=0, read=0)]
    newest = NOW - timedelta(hours=30)
    found = judge(source(), days, newest, None, NOW)
    assert (found.state, found.why) == ("quiet", "silent")
    assert found.facts == {"newest": newest.isoformat(), "habit": 10.0}


def test_a_sleepy_outlet_may_be_silent_for_days() -> None:
    days = [day(ago, articles=ago % 2, pages=1, read=1) for ago in range(28, -1, -1)]
    assert judge(source(), days, NOW - timedelta(days=4), None, NOW).state == "well"
    assert judge(source(), days, NOW - timedelta(days=12), None, NOW).state == "quiet"


def test_an_outlet_that_gives_a_fifth_of_its_habit_is_quiet() -> None:
    days = [*good(29, 2), day(1, articles=2), day(0, articles=1)]
    found = judged(days)
    assert (found.state, found.why, found.facts["n"]) == ("quiet", "few", 2)


def test_an_outlet_that_rests_on_that_day_of_every_week_is_well() -> None:
    days = [day(ago, articles=0 if ago % 7 == 1 else 10) for ago in range(29, 0, -1)]
    assert judged([*days, day(0, articles=0)]).state == "well"


def test_silence_says_nothing_while_the_site_was_not_asked() -> None:
    days = [*good(28, 4), day(0, articles=0)]
    assert judge(source(), days, NOW - timedelta(days=3), None, NOW).state == "well"


def test_a_source_watched_for_six_days_has_no_habit_yet() -> None:
    assert habit_of(good(7, 0), TODAY) is None
    assert habit_of(good(8, 0), TODAY) == 10.0
    assert habit_of([], TODAY) is None


def test_days_without_an_article_count_for_the_habit() -> None:
    assert habit_of([day(9), day(2)], TODAY) == 20 / 8


def test_every_verdict_that_a_row_may_hold_has_words() -> None:
    assert set(VERDICTS) == set(Verdict) - POSTPONED - {Verdict.WORKER_LOST}
