"""Each doubt about the speaker lowers a statement's score; a plain name keeps its rule's."""

import pytest

from claims.nlp.reading import read
from claims.nlp.weighing import DOUBTS

PLAIN = "Darma Wibisa mengatakan bahwa jembatan itu ditutup."
FILL = "Air sungai naik sejak pagi dan jalan ke pasar terendam. " * 12
DOUBTFUL = [
    ("Warga kota mengatakan bahwa jembatan itu ditutup.", "described, not named"),
    ("Rumiyatun mengatakan bahwa jembatan itu ditutup.", "a person of one word"),
    (
        f"{PLAIN} Politikus itu mengatakan bahwa jembatan itu dibuka lagi.",
        "meant by a description",
    ),
    (
        f"{PLAIN}\n{FILL}\nIa mengatakan bahwa jembatan itu dibuka lagi.",
        "a pronoun far from the words before",
    ),
    (
        "Petra Sula Rindo Kavela Mirsa mengatakan bahwa jembatan itu ditutup.",
        "a long name without a role",
    ),
]


def last_score(text: str) -> float:
    return read(text).statements[-1].score


@pytest.mark.parametrize(("text", "doubt"), DOUBTFUL, ids=[doubt for _, doubt in DOUBTFUL])
def test_a_doubt_lowers_the_score_by_its_factor(text: str, doubt: str) -> None:
    assert last_score(text) == pytest.approx(last_score(PLAIN) * DOUBTS[doubt], abs=0.001)


def test_a_near_pronoun_is_not_doubted() -> None:
    assert last_score(f"{PLAIN} Ia mengatakan bahwa jembatan itu dibuka lagi.") == last_score(PLAIN)


def test_a_described_speaker_named_later_is_doubted() -> None:
    text = (
        "Seorang pejabat pelabuhan mengatakan bahwa jembatan itu ditutup.\n"
        '"Kami menutupnya pagi tadi," kata Petra Kavela.'
    )
    first, _ = read(text).statements
    assert first.speaker is not None
    assert first.speaker.name == "Petra Kavela"
    assert first.score < last_score(PLAIN) * DOUBTS["described, not named"]
