"""The hand-made record of the newsroom fits its stories word by word."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claims.values import Kind, Sort, StanceKind
from claimtrack.newsroom.stories import all_stories

RECORD = Path(__file__).parents[2] / "texts" / "newsroom" / "record.toml"
STORIES = {story.key: story for story in all_stories()}
TRUTH: dict[str, Any] = tomllib.loads(RECORD.read_text("utf-8"))
CLAIMS = {claim["id"]: claim for claim in TRUTH["claim"]}
UTTERANCES = [
    pytest.param(utterance, id=f"{claim['id']}-{utterance['speaker']}-{utterance['stance']}")
    for claim in TRUTH["claim"]
    for utterance in claim["utterance"]
]


def text_of(key: str) -> str:
    """Title and paragraphs of a story."""
    return "\n".join((STORIES[key].title, *STORIES[key].paragraphs))


@pytest.mark.parametrize("utterance", UTTERANCES)
def test_every_report_stands_once_in_its_article(utterance: dict[str, Any]) -> None:
    for key, words in (report for chain in utterance["chains"] for report in chain):
        assert text_of(key).count(words) == 1, (key, words)


@pytest.mark.parametrize("utterance", UTTERANCES)
def test_every_speaker_is_named_where_it_speaks(utterance: dict[str, Any]) -> None:
    Sort(utterance["sort"])
    StanceKind(utterance["stance"])
    names = utterance["speaker"].split()
    for key in (report[0] for chain in utterance["chains"] for report in chain):
        assert any(name in text_of(key) for name in names), (key, names)
    assert all(relay in text_of(utterance["chains"][0][0][0]) for relay in utterance.get("via", []))


@pytest.mark.parametrize("utterance", UTTERANCES)
def test_nothing_is_said_after_it_was_printed(utterance: dict[str, Any]) -> None:
    first = min(STORIES[key].published.date() for chain in utterance["chains"] for key, _ in chain)
    assert isinstance(utterance["said_on"], date)
    assert utterance["said_on"] <= first
    if utterance.get("stated", True) is False and not utterance.get("via"):
        assert utterance["said_on"] == first


def test_the_title_of_a_claim_is_its_earliest_wording() -> None:
    for claim in CLAIMS.values():
        told = " ".join(text_of(r[0]) for u in claim["utterance"] for chain in u["chains"] for r in chain)
        words = [word for word in claim["title"].split() if len(word) > 3]
        assert sum(word in told for word in words) >= 0.7 * len(words), claim["id"]


def test_claims_to_keep_apart_and_undisputed_statements_are_known() -> None:
    for pair in TRUTH["apart"]:
        assert set(pair["claims"]) <= set(CLAIMS)
    for statement in TRUTH["undisputed"]:
        key, words = statement["report"]
        assert Kind(statement["kind"]) in (Kind.DEMAND, Kind.PLEDGE)
        assert text_of(key).count(words) == 1


def test_a_credited_wire_is_one_chain_over_three_outlets() -> None:
    wired = [u for claim in CLAIMS.values() for u in claim["utterance"] if "wire" in u]
    assert wired
    for utterance in wired:
        chain = [STORIES[key] for key, _ in utterance["chains"][0]]
        assert utterance["wire"] in {story.wire for story in chain}
        assert len({story.outlet for story in chain}) == 3


def test_every_stance_and_an_unanswered_accusation_occur() -> None:
    stances = {utterance["stance"] for claim in CLAIMS.values() for utterance in claim["utterance"]}
    assert stances == {str(stance) for stance in StanceKind}
    assert CLAIMS["paspor-sipil"]["unanswered"] == "Kementerian Luar Negeri Belantara"
