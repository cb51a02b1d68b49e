"""Days are counted from the rows: again without harm, after a pause, beside what others wrote on them."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from articles.health.store import save_days
from articles.models import Article, Fetch, Revision, Source, SourceDay
from tests import rows
from tests.articles.health.days import NOW, TODAY

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def fetch(source: Source, at: datetime, verdict: str = "ok", **fields: object) -> None:
    """One exchange of a source."""
    number = Fetch.objects.count()
    values: dict[str, Any] = {
        "url": f"{source.home}{number}",
        "size": 1000,
        "took": timedelta(seconds=1),
        **fields,
    }
    Fetch.objects.create(source=source, at=at, verdict=verdict, **values)


def on(day: date) -> SourceDay:
    """The row of the only source on a day."""
    return SourceDay.objects.get(day=day)


def test_counting_twice_gives_the_same() -> None:
    source = rows.make_source()
    for verdict in ("ok", "ok", "timed_out", "refused_by_robots"):
        fetch(source, NOW, verdict)
    save_days(NOW)
    save_days(NOW)
    day = on(TODAY)
    assert (day.answered, day.failed, day.size) == (2, 1, 4000)
    assert day.verdicts == {"ok": 2, "timed_out": 1, "refused_by_robots": 1}


def test_a_day_begins_at_midnight_in_jakarta() -> None:
    source = rows.make_source()
    midnight = NOW.replace(hour=0)
    fetch(source, midnight - timedelta(seconds=1))
    fetch(source, midnight)
    save_days(NOW)
    assert on(TODAY).answered == on(TODAY - timedelta(days=1)).answered == 1


def test_the_latency_is_the_median_of_answers() -> None:
    source = rows.make_source()
    for seconds in (0.2, 0.4, 9):
        fetch(source, NOW, took=timedelta(seconds=seconds))
    fetch(source, NOW, "timed_out", took=timedelta(seconds=30))
    save_days(NOW)
    assert on(TODAY).latency == 0.4


def test_a_page_seen_several_times_a_day_counts_once() -> None:
    source = rows.make_source()
    for at in (NOW, NOW - HOUR):
        fetch(source, at, url="https://a.example/1", lacks=["author"])
    fetch(source, NOW, lacks=[])
    fetch(source, NOW)
    save_days(NOW)
    assert (on(TODAY).pages, on(TODAY).lacks) == (2, {"author": 1})


def test_days_missed_while_nothing_ran_are_counted_later() -> None:
    source = rows.make_source()
    for ago in range(6):
        fetch(source, NOW - timedelta(days=ago))
        if ago == 5:
            save_days(NOW - timedelta(days=5))
    save_days(NOW)
    assert [day.answered for day in SourceDay.objects.order_by("day")] == [1] * 6


def test_pruned_fetches_leave_their_days_standing() -> None:
    source = rows.make_source()
    for ago in (40, 0):
        fetch(source, NOW - timedelta(days=ago))
        save_days(NOW - timedelta(days=ago))
    Fetch.objects.filter(at__lt=NOW - timedelta(days=30)).delete()
    save_days(NOW)
    assert SourceDay.objects.filter(answered=1).count() == 2


def test_what_others_wrote_on_a_day_stands() -> None:
    source = rows.make_source()
    SourceDay.objects.create(source=source, day=TODAY, asked=7, read=3, statements=9, named=6)
    fetch(source, NOW)
    save_days(NOW)
    day = on(TODAY)
    assert (day.asked, day.read, day.statements, day.named, day.answered) == (7, 3, 9, 6, 1)


def test_old_stories_that_are_found_late_are_no_news() -> None:
    for published in (NOW - timedelta(days=400), NOW - HOUR):
        revision = rows.make_revision("Panen jagung\nWarga memanen jagung.", at=NOW)
        Revision.objects.filter(pk=revision.pk).update(published=published)
    save_days(NOW)
    assert on(TODAY).articles == 1


def test_an_edit_counts_on_its_own_day() -> None:
    first = rows.make_revision("Panen jagung\nWarga memanen jagung.", at=NOW - timedelta(days=1))
    rows.make_revision("Panen jagung\nWarga memanen padi.", at=NOW, article=first.article)
    assert Article.objects.count() == 1
    save_days(NOW)
    assert (on(TODAY).articles, on(TODAY).edits) == (0, 1)
    assert on(TODAY - timedelta(days=1)).articles == 1


def test_a_stranger_has_no_day() -> None:
    Fetch.objects.create(url="https://a.example/", at=NOW, verdict="ok")
    assert save_days(NOW) == 0
