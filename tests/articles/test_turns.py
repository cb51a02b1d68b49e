"""Each row goes to one worker at a time; what a dead worker held comes back; no outlet fills the queue."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from articles.models import Article, Lead, Source
from articles.tasks import PASSED_OVER, fetch_article, fetch_lead
from articles.turns import MOST_LOST, queue_articles, queue_leads, take_article, take_lead
from tests.rows import make_source

pytestmark = pytest.mark.django_db
NOW = timezone.now()
LATER = NOW + settings.LEASE + timedelta(seconds=1)


def source_with_leads(count: int, pace: float = 5.0) -> Source:
    source = make_source(enabled=True, pace=pace)
    for number in range(count):
        Lead.objects.create(source=source, url=f"{source.home}{number}", next_try=NOW)
    return source


def make_due_article() -> Article:
    source = make_source(enabled=True)
    return Article.objects.create(source=source, url=f"{source.home}artikel", next_visit=NOW)


def test_a_lead_on_the_queue_is_not_put_there_again() -> None:
    source_with_leads(3)
    assert len(queue_leads(NOW)) == 3
    assert queue_leads(NOW) == []


def test_a_ticket_is_good_once() -> None:
    source_with_leads(1)
    (ticket,) = queue_leads(NOW)
    assert take_lead(ticket.pk, ticket.turn, NOW) is not None
    assert take_lead(ticket.pk, ticket.turn, NOW) is None
    assert fetch_lead(ticket.pk, ticket.turn) == PASSED_OVER


def test_a_ticket_that_the_broker_brings_late_is_passed_over() -> None:
    source_with_leads(1)
    (old,) = queue_leads(NOW)
    (new,) = queue_leads(LATER)
    assert take_lead(old.pk, old.turn, LATER) is None
    assert take_lead(new.pk, new.turn, LATER) is not None


def test_what_was_never_taken_up_is_no_loss() -> None:
    source_with_leads(1)
    queue_leads(NOW)
    queue_leads(LATER)
    assert Lead.objects.get().lost == 0


def test_a_dead_workers_lead_comes_back_after_all_others() -> None:
    source = source_with_leads(1, pace=0.0)
    (ticket,) = queue_leads(NOW)
    take_lead(ticket.pk, ticket.turn, NOW)
    assert queue_leads(NOW) == []
    Lead.objects.create(source=source, url=f"{source.home}baru", next_try=LATER)
    assert [found.pk for found in queue_leads(LATER)] == [Lead.objects.latest("pk").pk, ticket.pk]
    assert Lead.objects.get(pk=ticket.pk).lost == 1


def test_a_page_on_which_workers_die_again_and_again_is_given_up_by_name() -> None:
    source_with_leads(1)
    now = NOW
    for _ in range(MOST_LOST + 1):
        (ticket,) = queue_leads(now)
        assert take_lead(ticket.pk, ticket.turn, now) is not None
        now += settings.LEASE + timedelta(seconds=1)
    assert queue_leads(now) == []
    lead = Lead.objects.get()
    assert (lead.next_try, lead.verdict) == (None, "worker_lost")


def test_an_article_is_looked_at_by_one_worker_at_a_time() -> None:
    article = make_due_article()
    (ticket,) = queue_articles(NOW)
    assert take_article(ticket.pk, ticket.turn, NOW) == article
    assert take_article(ticket.pk, None, NOW) is None
    assert fetch_article(article.pk) == PASSED_OVER
    assert take_article(article.pk, None, LATER) == article


def test_an_article_on_which_workers_die_is_left_alone_and_stays() -> None:
    article = make_due_article()
    now = NOW
    for _ in range(MOST_LOST + 1):
        (ticket,) = queue_articles(now)
        take_article(ticket.pk, ticket.turn, now)
        now += settings.LEASE + timedelta(seconds=1)
    assert queue_articles(now) == []
    article.refresh_from_db()
    assert article.next_visit is None


def test_an_outlet_gets_no_more_of_the_queue_than_its_pace_allows() -> None:
    slow = source_with_leads(30, pace=5.0)
    quick = make_source("Suara Kota", enabled=True, pace=0.0)
    Lead.objects.create(source=quick, url=f"{quick.home}satu", next_try=NOW)
    found = Lead.objects.filter(pk__in=[ticket.pk for ticket in queue_leads(NOW)])
    assert found.filter(source=slow).count() == settings.FETCH_TICK / 5 + 1
    assert found.filter(source=quick).count() == 1


def test_the_leads_of_a_source_that_is_switched_off_wait() -> None:
    source_with_leads(2)
    Source.objects.update(enabled=False)
    assert queue_leads(NOW) == []
