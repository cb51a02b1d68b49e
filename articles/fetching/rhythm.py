"""When to ask again: back-off with jitter, intervals learnt from what rounds gave, quiet hours."""

import random
from datetime import datetime, time, timedelta

JITTER = 0.2
QUICKER = 0.7
SLOWER = 1.3
MOST_DOUBLINGS = 16


def back_off(failures: int, first: timedelta, longest: timedelta) -> timedelta:
    """The pause after so many failures in a row: doubled each time, with jitter, up to `longest`."""
    doubled = first * (1 << min(max(failures, 1) - 1, MOST_DOUBLINGS))
    return min(with_jitter(doubled), longest)


def with_jitter(pause: timedelta) -> timedelta:
    """The pause, up to a fifth longer or shorter, so that sources do not fall into step."""
    return pause * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 - no secret


def adapted(interval: timedelta, fresh: int, shortest: timedelta, longest: timedelta) -> timedelta:
    """The next interval of a source: shorter after a round with several fresh stories, longer after none.

    One fresh story is what a well-chosen interval gives, so it changes nothing.
    """
    if fresh == 1:
        return min(max(interval, shortest), longest)
    return min(max(interval * (QUICKER if fresh else SLOWER), shortest), longest)


def after_quiet_hours(moment: datetime, begin: time, end: time) -> datetime:
    """`moment`, or the end of the quiet hours it falls into; `begin` and `end` are in its zone.

    Hours may run over midnight (22:00 to 05:00); equal times mean that there are none.
    """
    clock = moment.timetz().replace(tzinfo=None)
    quiet = begin <= clock < end if begin <= end else clock >= begin or clock < end
    if not quiet:
        return moment
    over = moment.replace(hour=end.hour, minute=end.minute, second=end.second, microsecond=0)
    return over if over > moment else over + timedelta(days=1)
