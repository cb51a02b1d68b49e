"""The stories are whole, lie in their days, and tell their fiction apart from their text."""

from collections import Counter
from datetime import date, timedelta

import pytest

from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.stories import all_stories, stories_of
from claimtrack.newsroom.values import Edition, Story
from claimtrack.newsroom.wording import initials, long_date, short_date, slugify

EACH_STORY = pytest.mark.parametrize("story", all_stories(), ids=[story.key for story in all_stories()])
WIRE_COPIES = (
    "belantara-06-kawat-kabar-pagi",
    "belantara-07-kawat-warta-nusa",
    "belantara-08-kawat-suara-kota",
)


def story_named(key: str) -> Story:
    """The story with this key."""
    return next(story for story in all_stories() if story.key == key)


def test_three_outlets_share_about_forty_stories() -> None:
    counts = Counter(story.outlet for story in all_stories())
    assert set(counts) == {outlet.slug for outlet in OUTLETS}
    assert sum(counts.values()) >= 40


@EACH_STORY
def test_a_story_is_whole_and_lies_in_its_week(story: Story) -> None:
    assert 4 <= len(story.paragraphs) <= 9
    assert date(2024, 10, 14) <= story.published.date() <= date(2024, 10, 18)
    assert story.published.utcoffset() == timedelta(hours=7)
    assert all((story.title, story.section, story.byline, story.editor, story.dateline, story.caption))


@EACH_STORY
def test_the_paragraphs_hold_clean_sentences_and_no_label(story: Story) -> None:
    for paragraph in story.paragraphs:
        assert paragraph == " ".join(paragraph.split())
        assert paragraph[-1] in '."”'
        assert "fiksi" not in paragraph.lower()
        assert paragraph.count('"') % 2 == 0
        assert paragraph.count("“") == paragraph.count("”")


@EACH_STORY
def test_a_weekday_in_the_text_belongs_to_its_date(story: Story) -> None:
    weekday = long_date(story.published).split(",")[0]
    days = {"Senin": 14, "Selasa": 15, "Rabu": 16, "Kamis": 17, "Jumat": 18}
    assert days[weekday] == story.published.day
    for name, day in days.items():
        for other in set(days.values()) - {day}:
            assert f"{name} ({other}/10" not in "\n".join(story.paragraphs)


@EACH_STORY
def test_links_lead_to_earlier_stories_of_the_same_outlet(story: Story) -> None:
    for key in story.read_also:
        other = story_named(key)
        assert other.outlet == story.outlet
        assert other.published < story.published


def test_addresses_are_unique_within_an_outlet() -> None:
    for outlet in OUTLETS:
        stories = stories_of(outlet.slug, Edition.FIRST)
        assert len({outlet.story_path(story) for story in stories}) == len(stories)


def test_the_wire_copy_stands_in_three_outlets_and_one_hides_its_source() -> None:
    copies = [story_named(key) for key in WIRE_COPIES]
    assert len({story.outlet for story in copies}) == 3
    assert [story.wire for story in copies] == ["Kantor Berita Samudra", "Kantor Berita Samudra", ""]
    assert copies[0].paragraphs == copies[1].paragraphs
    assert copies[2].paragraphs[:3] == copies[0].paragraphs[:3]


def test_dates_and_signatures_are_written_as_the_sites_write_them() -> None:
    story = story_named("belantara-01-tiga-ribu-dilatih")
    assert long_date(story.published) == "Senin, 14 Oktober 2024 08:15 WIB"
    assert short_date(story.published) == "Senin, 14 Okt 2024 08:15 WIB"
    assert initials("Lintang Arwendo") == "lar"
    assert slugify("Menhan: 40 Instruktur, Bukan Tentara?") == "menhan-40-instruktur-bukan-tentara"
