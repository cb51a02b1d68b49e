"""The reader finds in the newsroom's stories what their hand-made record says was said."""

from dataclasses import dataclass
from functools import cache

import pytest

from claims.nlp.reading import read
from claims.values import Kind, Statement
from tests.claimtrack.newsroom.test_record import CLAIMS, STORIES, text_of

KINDS = {
    "asserts": (Kind.CLAIM,),
    "accuses": (Kind.ACCUSATION,),
    "denies": (Kind.DENIAL, Kind.CLAIM),
    "partly_denies": (Kind.DENIAL,),
    "confirms": (Kind.CONFIRMATION, Kind.CLAIM),
    "neither": (Kind.NEITHER,),
    "no_comment": (Kind.NO_COMMENT,),
    "retracts": (Kind.RETRACTION, Kind.CLAIM, Kind.DENIAL),
}


@dataclass(frozen=True, slots=True)
class Expected:
    """One report of the record: who said it in which story, and what the reader found over its words."""

    speaker: str
    stance: str
    found: tuple[Statement, ...]


@cache
def statements_of(key: str) -> tuple[Statement, ...]:
    """What the reader finds in one story."""
    return read(text_of(key), published=STORIES[key].published.date()).statements


def expected_reports() -> list[Expected]:
    """Every report of the record beside the statements whose content covers part of its words."""
    return [
        Expected(utterance["speaker"], utterance["stance"], statements_over(key, words))
        for claim in CLAIMS.values()
        for utterance in claim["utterance"]
        for chain in utterance["chains"]
        for key, words in chain
    ]


def statements_over(key: str, words: str) -> tuple[Statement, ...]:
    """The statements of a story whose content, or whose cue, lies over these words."""
    start = text_of(key).index(words)
    end = start + len(words)
    return tuple(
        statement
        for statement in statements_of(key)
        for span in (statement.content, statement.cue)
        if span and span.start < end and start < span.end
    )


def names_speaker(statement: Statement, name: str) -> bool:
    """Whether the statement's speaker is this one, by full or shorter name."""
    found = statement.speaker.name if statement.speaker else ""
    return bool(found) and (found in name or name in found)


@pytest.mark.parametrize(
    ("question", "floor"),
    [("found", 0.85), ("kind", 0.80), ("speaker", 0.75)],
    ids=["found", "kind", "speaker"],
)
def test_the_reader_finds_most_of_the_record(question: str, floor: float) -> None:
    reports = expected_reports()
    answers = {
        "found": [bool(r.found) for r in reports],
        "kind": [any(s.kind in KINDS[r.stance] for s in r.found) for r in reports],
        "speaker": [any(names_speaker(s, r.speaker) for s in r.found) for r in reports],
    }
    share = sum(answers[question]) / len(reports)
    assert share >= floor, f"{question}: {share:.2f}"


def test_no_speaker_is_named_after_a_whole_headline() -> None:
    names = {s.speaker.name for key in STORIES for s in statements_of(key) if s.speaker}
    assert not [name for name in names if len(name.split()) > 7]
