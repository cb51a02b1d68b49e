"""`crawl` makes one round of a source now, says what came of it, and what is wrong where something is."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Source
from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.serving import Newsroom
from claimtrack.seeding import seed_newsroom

pytestmark = pytest.mark.django_db


def test_a_round_is_told_in_one_line_and_the_next_finds_nothing_new(newsroom: Newsroom) -> None:
    seed_newsroom((outlet, newsroom.addresses[outlet.slug]) for outlet in OUTLETS)
    stories = len(newsroom.desk("warta-nusa").stories)
    out = StringIO()
    call_command("crawl", "warta-nusa", stdout=out)
    assert out.getvalue().startswith(f"warta-nusa: {stories} new articles, 0 new revisions")
    again = StringIO()
    call_command("crawl", "warta-nusa", stdout=again)
    assert again.getvalue() == (
        "warta-nusa: 0 new articles, 0 new revisions, 0 unchanged, 3 lists unchanged, 0 errors\n"
    )
    assert Article.objects.count() == stories


def test_an_unknown_source_stops_it_before_anything_is_fetched() -> None:
    Source.objects.create(slug="kabar-uji", name="Kabar Uji", home="https://kabar-uji.example/")
    with pytest.raises(CommandError, match="no source 'salah-ketik'; known are: kabar-uji"):
        call_command("crawl", "kabar-uji", "salah-ketik")


def test_a_source_none_of_whose_lists_can_be_read_is_named() -> None:
    source = Source.objects.create(slug="kabar-uji", name="Kabar Uji", home="https://kabar-uji.example/")
    source.feeds.create(url="http://10.0.0.1/rss")
    error = StringIO()
    with pytest.raises(CommandError, match="no list of kabar-uji could be read"):
        call_command("crawl", "kabar-uji", stdout=StringIO(), stderr=error)
    assert "10.0.0.1" in error.getvalue()
