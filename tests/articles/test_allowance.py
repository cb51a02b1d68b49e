"""A site is asked no more than its cap a day and never in its quiet hours, whatever Redis holds."""

import threading
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection

from articles.agent import fetcher_for
from articles.allowance import admit
from articles.fetching.verdicts import FetchError, Verdict
from articles.models import Article, Fetch, Lead, Source, SourceDay
from articles.rounds import discover
from articles.visits import visit_address, visit_article, visit_lead
from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.serving import Newsroom
from claimtrack.seeding import seed_newsroom
from tests import rows

WIB = ZoneInfo("Asia/Jakarta")
NOON = datetime(2024, 10, 18, 12, tzinfo=WIB)


@pytest.fixture
def noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=True) as clock:
        yield clock


def outlet(newsroom: Newsroom, **fields: object) -> Source:
    """The first outlet of the newsroom, with these fields."""
    source = seed_newsroom([(OUTLETS[0], newsroom.addresses[OUTLETS[0].slug])])[0]
    for name, value in fields.items():
        setattr(source, name, value)
    source.save()
    return source


@pytest.mark.django_db
def test_the_cap_counts_every_request_and_then_asks_no_more(
    newsroom: Newsroom, noon: time_machine.Traveller
) -> None:
    source = outlet(newsroom, daily_cap=6)
    discover(source)
    for lead in Lead.objects.select_related("source"):
        visit_lead(lead)
    assert len(newsroom.requests) == 6
    assert SourceDay.objects.get().asked == 6
    assert any(request.target == "/robots.txt" for request in newsroom.requests)


@pytest.mark.django_db
def test_emptying_redis_does_not_lift_the_cap(newsroom: Newsroom, noon: time_machine.Traveller) -> None:
    source = outlet(newsroom, daily_cap=4)
    discover(source)
    cache.clear()
    before = len(newsroom.requests)
    assert discover(source).errors
    assert len(newsroom.requests) == before == 4


@pytest.mark.django_db
def test_a_lead_over_the_cap_waits_for_tomorrow_and_loses_no_try(
    newsroom: Newsroom, noon: time_machine.Traveller
) -> None:
    source = outlet(newsroom, daily_cap=1)
    lead = Lead.objects.create(source=source, url=f"{newsroom.addresses[source.slug]}/a")
    assert visit_lead(lead).verdict is Verdict.DAILY_CAP
    lead.refresh_from_db()
    assert lead.tries == 0
    assert lead.next_try is not None
    assert timedelta(hours=11, minutes=59) < lead.next_try - NOON < timedelta(hours=12, minutes=1)
    assert not Fetch.objects.exists()
    noon.move_to(NOON + timedelta(hours=13))
    assert visit_lead(lead).verdict is not Verdict.DAILY_CAP


@pytest.mark.django_db
def test_a_round_over_the_cap_has_not_failed(newsroom: Newsroom, noon: time_machine.Traveller) -> None:
    source = outlet(newsroom, daily_cap=1)
    SourceDay.objects.create(source=source, day=NOON.date(), asked=1)
    discover(source)
    source.refresh_from_db()
    assert (source.failures, source.failure, source.claimed_until) == (0, "", None)
    assert source.next_due is not None
    assert source.next_due.astimezone(WIB).date() == NOON.date() + timedelta(days=1)


@pytest.mark.django_db
@pytest.mark.parametrize("hour", [23, 3])
def test_nothing_at_all_is_asked_in_quiet_hours(newsroom: Newsroom, hour: int) -> None:
    source = outlet(newsroom, quiet_from=time(22), quiet_until=time(5))
    article = Article.objects.create(source=source, url=f"{source.home}a")
    lead = Lead.objects.create(source=source, url=f"{source.home}b")
    with time_machine.travel(NOON.replace(hour=hour), tick=True):
        discover(source)
        outcomes = visit_lead(lead), visit_article(article), visit_address(f"{source.home}c", source)
        article.refresh_from_db()
        source.refresh_from_db()
    assert {outcome.verdict for outcome in outcomes} == {Verdict.QUIET_HOURS}
    assert not newsroom.requests
    assert source.failures == 0
    for moment in (source.next_due, article.next_visit):
        assert moment is not None
        assert moment.astimezone(WIB).time() >= time(5)
    assert article.visits == 1


@pytest.mark.django_db
def test_two_sources_have_two_caps(noon: time_machine.Traveller) -> None:
    for name in ("Kabar Pagi", "Suara Kota"):
        admit(rows.make_source(name, daily_cap=1))
    with pytest.raises(FetchError, match="daily cap"):
        admit(rows.make_source("Kabar Pagi"))


@pytest.mark.django_db(transaction=True)
def test_many_workers_together_keep_one_cap() -> None:
    source = rows.make_source("Kabar Pagi", daily_cap=20)
    admitted: list[bool] = []

    def work() -> None:
        try:
            admitted.extend(SourceDay.objects.spend(source, NOON.date()) for _ in range(10))
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(6)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(admitted) == 60
    assert sum(admitted) == SourceDay.objects.get().asked == 20


@pytest.mark.django_db
def test_a_stranger_has_no_cap(newsroom: Newsroom) -> None:
    fetcher_for(None).fetch(newsroom.addresses[OUTLETS[0].slug] + "/")
    assert not SourceDay.objects.exists()
