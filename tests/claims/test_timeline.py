"""Days, answers, silence, word differences and lanes, where pages do not show the whole of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.timeline.article_page import segments_of
from claims.timeline.entries import tallies_of, with_answers
from claims.timeline.lanes import LEFT, RIGHT, picture_of
from claims.timeline.notes import Note
from claims.timeline.values import Entry, Party
from claims.timeline.wording import differences, words_of
from tests.rows import wib

SEKAR, BRAM = Party("Sekar Wangi", "sekar-wangi"), Party("Bram Kusnadi", "bram-kusnadi")


def entry(number: int, kind: str, party: Party, day: int, hour: int = 9) -> Entry:
    """An utterance of October 2024."""
    return Entry(
        utterance=number,
        kind=kind,
        speaker=party,
        behalf=None,
        role="",
        day=date(2024, 10, day),
        stated=True,
        moment=wib(day, hour),
        place="",
        audience="",
        lead=None,
    )


def note(start: int, end: int, report: int = 1) -> Note:
    """A span with nothing but its place."""
    party = Party("")
    return Note(report, 1, "claim", "", party, "", "", "", "direct", 0, "", start, end)


def test_nobody_answers_himself() -> None:
    said, again = with_answers((entry(1, "asserts", SEKAR, 16), entry(2, "retracts", SEKAR, 17)))
    assert said.answers == again.answers == ()


def test_a_reply_names_the_two_latest_statements() -> None:
    said = [entry(n, "asserts", Party(f"Warga {n}"), 10 + n) for n in range(3)]
    *_, reply = with_answers((*said, entry(9, "denies", BRAM, 15)))
    assert [answered.anchor for answered in reply.answers] == ["ujaran-1", "ujaran-2"]
    assert reply.delay is not None
    assert reply.delay.days == 3


def test_a_party_that_speaks_twice_counts_once() -> None:
    (tally,) = tallies_of([("denies", BRAM), ("denies", BRAM)])
    assert tally.parties == (BRAM,)


def test_a_long_quiet_time_leaves_the_busy_days_their_room() -> None:
    days = [entry(1, "asserts", SEKAR, 1), entry(2, "denies", BRAM, 2), entry(3, "denies", BRAM, 30)]
    first, second, third = (tick.x for tick in picture_of(days).ticks)
    assert second - first > 100
    assert third - second < 6 * (second - first)


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(0, 23)), max_size=30))
def test_every_mark_stands_within_the_picture(moments: list[tuple[int, int]]) -> None:
    told = sorted(moments)
    picture = picture_of([entry(n, "asserts", SEKAR, day, hour) for n, (day, hour) in enumerate(told)])
    marks = [mark for lane in picture.lanes for mark in lane.marks]
    assert len(marks) == len(told)
    assert all(LEFT <= mark.x <= RIGHT for mark in marks)


@given(st.text())
def test_words_of_a_text_joined_give_it_back(text: str) -> None:
    assert "".join(words_of(text)) == text


def test_an_edit_shows_old_and_new_words_and_leaves_the_rest_out() -> None:
    rest = " ".join(f"kata{n}" for n in range(80))
    changes = differences(f"Gudang itu kosong. {rest}", f"Gudang itu hampir kosong. {rest}")
    assert [change.kind for change in changes] == ["same", "new", "same", "cut"]
    assert changes[1].words.strip() == "hampir"


@pytest.mark.parametrize("text", ["", "sama saja", "satu\ndua"])
def test_an_unchanged_text_has_no_difference(text: str) -> None:
    assert {change.kind for change in differences(text, text)} <= {"same", "cut"}


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), max_size=6))
def test_segments_joined_give_the_text_back(text: str, spans: list[tuple[int, int]]) -> None:
    notes = [note(start, start + length, n) for n, (start, length) in enumerate(spans)]
    segments = list(segments_of(text, 0, len(text), notes))
    assert "".join(segment.words for segment in segments) == text
    opened = [report for segment in segments for report in segment.opens]
    assert sorted(opened) == [n for n, (start, _) in enumerate(spans) if start < len(text)]
