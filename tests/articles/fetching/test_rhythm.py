"""Pauses grow, sources find their own interval, quiet hours are kept."""

from datetime import datetime, time, timedelta, timezone

import pytest

from articles.fetching.rhythm import adapted, after_quiet_hours, back_off

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
JAKARTA = timezone(timedelta(hours=7))
NOON = datetime(2024, 10, 18, 12, tzinfo=JAKARTA)


@pytest.mark.parametrize(("failures", "minutes"), [(0, 1), (1, 1), (2, 2), (3, 4), (6, 32)])
def test_pauses_double_with_jitter(failures: int, minutes: int) -> None:
    pauses = {back_off(failures, MINUTE, HOUR) for _ in range(50)}
    assert len(pauses) > 1
    assert all(minutes * MINUTE * 0.8 <= pause <= minutes * MINUTE * 1.2 for pause in pauses)


def test_pauses_have_an_end() -> None:
    assert back_off(10_000, MINUTE, HOUR) == HOUR


def test_a_busy_outlet_is_asked_every_few_minutes_and_a_sleepy_one_every_few_hours() -> None:
    busy = sleepy = HOUR
    for _ in range(30):
        busy = adapted(busy, 5, 5 * MINUTE, 6 * HOUR)
        sleepy = adapted(sleepy, 0, 5 * MINUTE, 6 * HOUR)
    assert (busy, sleepy) == (5 * MINUTE, 6 * HOUR)
    assert adapted(HOUR, 1, 5 * MINUTE, 6 * HOUR) == HOUR


@pytest.mark.parametrize(
    ("begin", "end", "hour", "expected"),
    [
        (time(22), time(5), 23, datetime(2024, 10, 19, 5, tzinfo=JAKARTA)),
        (time(22), time(5), 3, datetime(2024, 10, 18, 5, tzinfo=JAKARTA)),
        (time(22), time(5), 5, datetime(2024, 10, 18, 5, tzinfo=JAKARTA)),
        (time(22), time(5), 12, NOON),
        (time(9), time(17), 12, datetime(2024, 10, 18, 17, tzinfo=JAKARTA)),
        (time(9), time(17), 18, datetime(2024, 10, 18, 18, tzinfo=JAKARTA)),
        (time(0), time(0), 12, NOON),
    ],
)
def test_quiet_hours(begin: time, end: time, hour: int, expected: datetime) -> None:
    assert after_quiet_hours(NOON.replace(hour=hour), begin, end) == expected
