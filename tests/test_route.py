"""The whole route on the demo newsroom: discovered, fetched, parsed, kept, read, linked - and again."""

import pytest

from articles.models import Article, Feed, Lead, Revision
from claims.models import Claim, Report, Stance, Utterance
from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.serving import Newsroom
from claimtrack.route import Tally, crawl
from claimtrack.seeding import seed_newsroom

pytestmark = pytest.mark.django_db


def crawl_all(newsroom: Newsroom) -> dict[str, Tally]:
    """One round of every outlet; the last tally of each."""
    sources = seed_newsroom((outlet, newsroom.addresses[outlet.slug]) for outlet in OUTLETS)
    return {source.slug: list(crawl(source))[-1] for source in sources}


def counts() -> dict[str, int]:
    """How many rows there are of what must not grow by itself."""
    tables = (Article, Revision, Lead, Feed, Report, Utterance, Claim, Stance)
    return {table.__name__: table.objects.count() for table in tables}


def test_a_crawl_keeps_every_story_and_reads_it(newsroom: Newsroom) -> None:
    tallies = crawl_all(newsroom)
    stories = sum(len(newsroom.desk(outlet.slug).stories) for outlet in OUTLETS)
    assert [tally.errors for tally in tallies.values()] == [(), (), ()]
    assert Article.objects.count() == Revision.objects.count() == stories
    assert not Lead.objects.exists()
    assert Report.objects.count() > stories
    assert Claim.objects.disputed().exists()


def test_a_second_round_of_an_unchanged_newsroom_stores_nothing(newsroom: Newsroom) -> None:
    crawl_all(newsroom)
    before, seen = counts(), len(newsroom.requests)
    crawl_all(newsroom)
    assert counts() == before
    again = newsroom.requests[seen:]
    assert again
    assert all(request.conditional and request.status == 304 for request in again)


def test_every_report_shows_its_own_words_in_the_text(newsroom: Newsroom) -> None:
    crawl_all(newsroom)
    for report in Report.objects.select_related("revision"):
        text = report.revision.text
        assert text[report.start : report.end] == report.exact
        assert text[: report.start].endswith(report.prefix)
        assert text[report.end :].startswith(report.suffix)
