"""The articles side on the demo newsroom: discovered, fetched, parsed, kept - and every bad end of it."""

from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from pytest_django import Settings

from articles.fetching.verdicts import Verdict
from articles.models import Article, Fetch, Lead, Revision, Source
from articles.rounds import discover, feed_address, take_due
from articles.store import LEAD_PAUSES, save_failed_lead
from articles.visits import visit_address, visit_article, visit_lead
from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.serving import Newsroom
from claimtrack.seeding import seed_newsroom

pytestmark = pytest.mark.django_db


def seeded(newsroom: Newsroom) -> list[Source]:
    return seed_newsroom((outlet, newsroom.addresses[outlet.slug]) for outlet in OUTLETS)


def crawl(newsroom: Newsroom) -> None:
    for source in seeded(newsroom):
        assert discover(source).errors == ()
    for lead in Lead.objects.select_related("source"):
        visit_lead(lead)


def test_each_list_of_an_outlet_announces_its_stories(newsroom: Newsroom) -> None:
    for source in seeded(newsroom):
        stories = newsroom.desk(source.slug).stories
        assert discover(source).leads == len(stories)
        assert set(source.leads.values_list("url", flat=True)) == {
            newsroom.desk(source.slug).address(story) for story in stories
        }


def test_stories_are_kept_word_for_word(newsroom: Newsroom) -> None:
    crawl(newsroom)
    assert not Lead.objects.exists()
    for outlet in OUTLETS:
        desk = newsroom.desk(outlet.slug)
        for story in desk.stories:
            revision = Revision.objects.get(article__url=desk.address(story))
            assert revision.title == story.title
            assert revision.paragraphs == list(story.paragraphs)
            assert revision.published == story.published


def test_a_second_visit_to_an_unchanged_article_is_a_304_and_no_revision(newsroom: Newsroom) -> None:
    crawl(newsroom)
    for article in Article.objects.select_related("source"):
        assert visit_article(article).verdict is Verdict.NOT_MODIFIED
    assert Revision.objects.count() == Article.objects.count()
    assert set(Article.objects.values_list("visits", flat=True)) == {2}


def test_a_silent_edit_is_one_revision_and_a_vanished_article_is_removed(newsroom: Newsroom) -> None:
    crawl(newsroom)
    articles = Article.objects.count()
    newsroom.later()
    for article in Article.objects.select_related("source"):
        visit_article(article)
    assert Article.objects.count() == articles
    assert Revision.objects.filter(number=2).count() == 1
    assert Article.objects.exclude(removed=None).count() == 1
    assert Revision.objects.filter(article__removed__isnull=False).exists()


def test_a_story_on_several_pages_is_kept_whole_where_no_address_shows_it_at_once(
    newsroom: Newsroom, settings: Settings
) -> None:
    settings.EXTRA_PUBLISHERS = ()
    desk = newsroom.desk("warta-nusa")
    story = desk.story("lain-08-festival-perahu")
    outcome = visit_address(desk.address(story))
    assert outcome.revision is not None
    assert outcome.revision.paragraphs == list(story.paragraphs)
    asked = [request.target for request in newsroom.requests if "festival" in request.target]
    assert len(asked) > 1
    assert all("page=all" not in target for target in asked)


def test_what_robots_txt_forbids_is_never_asked(newsroom: Newsroom) -> None:
    source = seeded(newsroom)[0]
    outcome = visit_address(f"{newsroom.addresses[source.slug]}/cari?q=beras", source)
    assert outcome.verdict is Verdict.REFUSED_BY_ROBOTS
    assert not [request for request in newsroom.requests if request.target.startswith("/cari")]


@pytest.mark.parametrize(
    ("url", "verdict"),
    [
        ("bukan alamat", Verdict.BAD_ADDRESS),
        ("ftp://kabar.example/a", Verdict.BAD_ADDRESS),
        ("http://127.0.0.1:1/a", Verdict.BLOCKED_ADDRESS),
        ("http://tidak-ada.invalid/a", Verdict.UNRESOLVED),
    ],
)
def test_a_bad_address_leaves_a_verdict_and_nothing_else(url: str, verdict: Verdict) -> None:
    outcome = visit_address(url)
    assert outcome.verdict is verdict
    assert Fetch.objects.get().verdict == verdict.value
    assert not Article.objects.exists()
    assert not Source.objects.exists()


def test_a_missing_page_leaves_a_verdict_and_nothing_else(newsroom: Newsroom) -> None:
    outcome = visit_address(f"{newsroom.addresses['kabar-pagi']}/tidak/ada")
    assert outcome.article is None
    assert "404" in outcome.line
    assert Fetch.objects.get().status == 404
    assert not Source.objects.exists()


def test_a_list_is_no_article(newsroom: Newsroom) -> None:
    outcome = visit_address(f"{newsroom.addresses['suara-kota']}/terkini")
    assert outcome.verdict is Verdict.NOT_AN_ARTICLE
    assert not Article.objects.exists()


def test_a_stranger_is_registered_switched_off_when_its_article_is_kept(newsroom: Newsroom) -> None:
    desk = newsroom.desk("suara-kota")
    outcome = visit_address(desk.address(desk.stories[0]))
    assert outcome.verdict is Verdict.OK
    assert not Source.objects.get(slug="suara-kota").enabled


def test_a_lead_that_fails_for_now_waits_longer_each_time_and_is_then_given_up() -> None:
    source = Source.objects.create(slug="s", name="S", home="https://s.example/")
    lead = Lead.objects.create(source=source, url="https://s.example/a")
    for pause in LEAD_PAUSES:
        lead.refresh_from_db()
        save_failed_lead(lead, Verdict.TIMED_OUT, temporary=True)
        lead.refresh_from_db()
        assert lead.next_try is not None
        assert timedelta(0) <= pause - (lead.next_try - timezone.now()) < timedelta(seconds=30)
    save_failed_lead(lead, Verdict.TIMED_OUT, temporary=True)
    lead.refresh_from_db()
    assert (lead.next_try, lead.verdict, lead.tries) == (None, "timed_out", len(LEAD_PAUSES) + 1)


def test_waiting_for_a_turn_is_no_try() -> None:
    source = Source.objects.create(slug="s", name="S", home="https://s.example/")
    lead = Lead.objects.create(source=source, url="https://s.example/a")
    save_failed_lead(lead, Verdict.NOT_OUR_TURN, temporary=True, wait=3.0)
    lead.refresh_from_db()
    assert lead.tries == 0
    assert lead.next_try is not None
    assert lead.next_try - timezone.now() <= timedelta(seconds=3)


def test_a_due_source_is_claimed_once_and_comes_back_by_itself() -> None:
    now = timezone.now()
    source = Source.objects.create(slug="s", name="S", home="https://s.example/", enabled=True)
    Source.objects.create(slug="off", name="Off", home="https://off.example/")
    assert take_due(now) == [source.pk]
    assert take_due(now) == []
    assert take_due(now + timedelta(hours=1)) == [source.pk]


def test_index_pages_are_asked_for_today() -> None:
    today = timezone.localdate()
    pattern = "https://s.example/indeks?date={date:%d-%m-%Y}&page={page}"
    assert feed_address(pattern, today) == f"https://s.example/indeks?date={today:%d-%m-%Y}&page=1"
    assert feed_address("https://s.example/{date", today) == "https://s.example/{date"


def test_a_source_that_gives_nothing_is_asked_less_often(newsroom: Newsroom) -> None:
    source = seeded(newsroom)[0]
    discover(source)
    source.refresh_from_db()
    busy = source.learnt
    discover(source)
    source.refresh_from_db()
    assert busy is not None
    assert source.learnt is not None
    assert source.learnt > busy >= source.interval


def test_no_round_falls_into_quiet_hours(newsroom: Newsroom) -> None:
    source = seeded(newsroom)[0]
    source.quiet_from, source.quiet_until = time(0, 0), time(23, 59)
    source.save()
    discover(source)
    source.refresh_from_db()
    assert source.next_due is not None
    assert source.next_due.astimezone(ZoneInfo("Asia/Jakarta")).time() >= time(23, 59)


def test_a_source_whose_lists_all_fail_says_why_and_is_left_alone_longer() -> None:
    source = Source.objects.create(slug="s", name="S", home="https://s.invalid/", enabled=True)
    source.feeds.create(url="http://127.0.0.1:1/rss")
    assert discover(source).errors
    source.refresh_from_db()
    assert (source.failures, source.last_success) == (1, None)
    assert "127.0.0.1" in source.failure


def test_a_known_article_that_became_an_error_page_is_not_asked_again_at_once(newsroom: Newsroom) -> None:
    source = seeded(newsroom)[0]
    article = Article.objects.create(
        source=source, url=f"{newsroom.addresses['suara-kota']}/terkini", next_visit=timezone.now()
    )
    assert visit_article(article).verdict is Verdict.NOT_AN_ARTICLE
    article.refresh_from_db()
    assert article.visits == 2
    assert article.next_visit is not None
    assert article.next_visit - timezone.now() > timedelta(minutes=10)


def test_an_address_that_leads_to_another_story_by_now_keeps_its_own_schedule(newsroom: Newsroom) -> None:
    desk = newsroom.desk("suara-kota")
    source = next(source for source in seeded(newsroom) if source.slug == "suara-kota")
    moved = Article.objects.create(
        source=source, url=f"{desk.address(desk.stories[0])}?page=1", next_visit=timezone.now()
    )
    outcome = visit_article(moved)
    assert outcome.article is not None
    assert outcome.article.url == desk.address(desk.stories[0])
    moved.refresh_from_db()
    assert moved.visits == 2
    assert moved.next_visit is not None
    assert moved.next_visit - timezone.now() > timedelta(minutes=10)


def test_an_article_that_had_vanished_and_is_the_same_again_is_back(newsroom: Newsroom) -> None:
    crawl(newsroom)
    Article.objects.update(removed=timezone.now())
    for article in Article.objects.select_related("source"):
        assert visit_article(article).verdict is Verdict.NOT_MODIFIED
    assert not Article.objects.exclude(removed=None).exists()
