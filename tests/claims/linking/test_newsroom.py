"""The demo newsroom, read and linked, gives the record that was written by hand beside it."""

import random
import tomllib
from pathlib import Path
from typing import Any

import pytest

from claims.linking.values import Linked, Told
from claims.values import Kind, StanceKind
from claimtrack.newsroom.stories import all_stories
from tests.claims.linking.telling_stories import link_told, tell_stories
from tests.claims.linking.truth import find_reports, score

RECORD = Path(__file__).parents[2] / "texts" / "newsroom" / "record.toml"
TRUTH: dict[str, Any] = tomllib.loads(RECORD.read_text("utf-8"))
TEXTS = {story.key: "\n".join((story.title, *story.paragraphs)) for story in all_stories()}
# Floors a little below what was measured: a worse linker fails, and they rise with a better one.
CLAIMS, UTTERANCES, STANCES, ACTORS = 0.87, 0.92, 0.92, 0.97


@pytest.fixture(scope="module")
def told() -> list[Told]:
    """Every report of the newsroom."""
    return tell_stories(all_stories())


@pytest.fixture(scope="module")
def linked(told: list[Told]) -> Linked:
    """Their record."""
    return link_told(told)


def test_the_record_fits_the_one_written_by_hand(told: list[Told], linked: Linked) -> None:
    scores = score(TRUTH, told, TEXTS, linked)
    assert scores.claims.f1 >= CLAIMS, scores
    assert scores.utterances.f1 >= UTTERANCES, scores
    assert scores.stances >= STANCES, scores
    assert scores.actors >= ACTORS, scores


@pytest.mark.parametrize("pair", TRUTH["apart"], ids=lambda pair: "-".join(pair["claims"]))
def test_claims_that_look_alike_stay_apart(pair: dict[str, Any], told: list[Told], linked: Linked) -> None:
    rights = find_reports(TRUTH, told, TEXTS)
    claim_of = {report.key: claim.key for claim in linked.claims for report in claim.told}
    one, other = (
        {claim_of[key] for key, right in rights.items() if right.claim == name and key in claim_of}
        for name in pair["claims"]
    )
    assert not one & other, pair["why"]


def test_one_dispute_runs_through_all_three_outlets(linked: Linked) -> None:
    claim = max(linked.claims, key=lambda claim: len(claim.told))
    kinds = {stance.kind for stance in linked.stances if stance.claim == claim.key and stance.taken}
    assert {report.outlet for report in claim.told} == {"kabar-pagi", "suara-kota", "warta-nusa"}
    assert {StanceKind.ASSERTS, StanceKind.DENIES, StanceKind.NEITHER} <= kinds


def test_copies_of_a_wire_story_are_one_chain(told: list[Told], linked: Linked) -> None:
    copies = {report.key for report in told if "kawat" in report.article}
    assert len({report.outlet for report in told if report.key in copies}) == 3
    assert {linked.chains[key] for key in copies} == {"agensi:kantor berita samudra"}


def test_every_stance_says_why_in_both_languages(linked: Linked) -> None:
    for stance in linked.stances:
        assert stance.reason.indonesian.endswith("."), stance
        assert stance.reason.english.endswith("."), stance
        assert 0 <= stance.score <= 1


def test_any_order_gives_the_same_record(told: list[Told], linked: Linked) -> None:
    for seed in range(20):
        shuffled = list(told)
        random.Random(seed).shuffle(shuffled)  # noqa: S311
        again = link_told(shuffled)
        assert sorted(again.claims, key=lambda claim: claim.key) == sorted(
            linked.claims, key=lambda claim: claim.key
        )
        assert {(s.utterance, s.claim): s for s in again.stances} == {
            (s.utterance, s.claim): s for s in linked.stances
        }
        assert again.chains == linked.chains


def test_plain_words_printed_before_a_claim_do_not_deny_it(linked: Linked) -> None:
    told = {claim.key: claim.told for claim in linked.claims}
    for stance in linked.stances:
        utterance = next(one for one in linked.utterances if one.key == stance.utterance)
        if stance.kind is StanceKind.DENIES and {report.kind for report in utterance.told} == {Kind.CLAIM}:
            others = [one.moment for one in told[stance.claim] if one not in utterance.told]
            assert min(others) <= min(report.moment for report in utterance.told)
