"""What an edit did is told for each claim that it touched."""

from dataclasses import replace

import pytest

from claims.timeline.edits import edits_of
from claims.timeline.notes import Note
from claims.timeline.values import Party


def note(exact: str, utterance: int = 1, kind: str = "claim") -> Note:
    """A statement of one utterance."""
    return Note(1, 1, kind, "", Party("Bram"), "Bram", "", "kata", "indirect", 0, "", 0, 9, utterance, exact)


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ([note("kosong")], [note("kosong")], []),
        ([note("kosong")], [note("hampir kosong")], ["worded"]),
        ([note("kosong")], [], ["dropped"]),
        ([], [note("kosong")], ["added"]),
        ([note("kosong")], [note("kosong", kind="denial")], ["turned"]),
        ([note("kosong"), note("penuh", 2)], [note("penuh", 2)], ["dropped"]),
        ([note("kosong")], [note("penuh", 2), note("kosong")], ["added"]),
        (
            [note("kosong"), note("sejak Mei")],
            [note("sejak Juni"), note("kosong"), note("baru")],
            ["worded", "added"],
        ),
        ([note("kosong", 0)], [note("penuh", 0)], ["added", "dropped"]),
    ],
)
def test_each_claim_s_edit_is_named(before: list[Note], after: list[Note], kinds: list[str]) -> None:
    assert [edit.kind for edit in edits_of(before, after)] == kinds


def test_a_wording_shows_old_and_new_words() -> None:
    (edit,) = edits_of([note("gudang itu kosong")], [note("gudang itu penuh")])
    assert [(change.kind, change.words) for change in edit.changes] == [
        ("same", "gudang itu "),
        ("gone", "kosong"),
        ("new", "penuh"),
    ]


def test_a_moved_sentence_is_no_edit() -> None:
    said = note("gudang itu kosong")
    assert edits_of([said], [replace(said, start=40, end=57)]) == ()
