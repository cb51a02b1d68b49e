"""`backfill` plans a walk for the workers or takes it at once, tells how far it is, names what is wrong."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Backfill, Lead, Revision
from claims.models import Reading
from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.serving import Newsroom
from claimtrack.seeding import seed_newsroom
from tests.rows import make_source

pytestmark = pytest.mark.django_db
DAYS = ("--from", "2024-10-17", "--to", "2024-10-18")


def run(*arguments: str) -> str:
    """What the command prints."""
    out = StringIO()
    call_command("backfill", *arguments, stdout=out)
    return out.getvalue()


def stories_of_days(newsroom: Newsroom, slug: str) -> set[str]:
    """The addresses of the outlet's stories of the two days."""
    desk = newsroom.desk(slug)
    return {desk.address(story) for story in desk.stories if story.published.day in (17, 18)}


def seed(newsroom: Newsroom) -> None:
    """The demo's outlets, their lists by day known from their declarations."""
    seed_newsroom((outlet, newsroom.addresses[outlet.slug]) for outlet in OUTLETS)


def test_a_walk_here_and_now_keeps_and_reads_every_story_of_the_days(newsroom: Newsroom) -> None:
    seed(newsroom)
    out = run("warta-nusa", *DAYS, "--now")
    wanted = stories_of_days(newsroom, "warta-nusa")
    assert set(Article.objects.values_list("url", flat=True)) == wanted
    assert f"finished; 4 pages asked, {len(wanted)} stories found, 0 to be fetched, 0 gaps" in out
    assert Reading.objects.count() == Revision.objects.count() == len(wanted)
    assert run("warta-nusa", *DAYS, "--now").startswith("walked before: warta-nusa 2024-10-17 to 2024-10-18")


def test_a_planned_walk_is_left_to_the_workers_and_told(newsroom: Newsroom) -> None:
    assert "no walk is planned" in run()
    seed(newsroom)
    assert "left to the workers" in run("kabar-pagi", *DAYS)
    assert run() == (
        "kabar-pagi 2024-10-17 to 2024-10-18: at 2024-10-17, page 1; 0 pages asked, 0 stories found, "
        "0 to be fetched, 0 gaps\n"
    )
    assert not newsroom.requests
    assert not Lead.objects.exists()


def test_a_planned_walk_can_be_taken_at_once(newsroom: Newsroom) -> None:
    seed(newsroom)
    run("kabar-pagi", *DAYS)
    run("kabar-pagi", *DAYS, "--now")
    assert Backfill.objects.get().finished is not None
    assert Article.objects.count() == len(stories_of_days(newsroom, "kabar-pagi"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("tiada", *DAYS), "no source 'tiada'"),
        (("kabar-uji",), "from which day"),
        (("kabar-uji", "--from", "17 Oktober"), "'17 Oktober' is no day"),
        (("kabar-uji", "--from", "2024-10-18", "--to", "2024-10-17"), "turn them round"),
        (("kabar-uji", "--from", "2024-10-18", "--to", "9999-12-31"), "has not come yet"),
        (("kabar-uji", *DAYS), "switched off"),
        (("kabar-polos", *DAYS), "no list of kabar-polos can be asked by day"),
    ],
)
def test_what_cannot_be_walked_is_told_in_one_line(arguments: tuple[str, ...], words: str) -> None:
    make_source("Kabar Uji").feeds.create(url="https://kabar-uji.example/{date:%Y-%m-%d}")
    make_source("Kabar Polos", enabled=True)
    with pytest.raises(CommandError, match=words) as caught:
        run(*arguments)
    assert "\n" not in str(caught.value)
