"""Where an actor's word on a claim turned is proposed; where it stood firm nothing is."""

from dataclasses import replace
from datetime import date

import pytest

from claims.timeline.positions import positions_of, turn_of
from claims.timeline.values import Entry, Number, Party, Rendering
from tests.rows import wib

BRAM = Party("Bram Kusnadi", "bram-kusnadi")


def number(
    value: float, upper: float | None = None, *, approximate: bool = False, unit: str = "ton"
) -> Number:
    """A figure."""
    return Number(value, upper, approximate, unit)


def entry(place: int, kind: str, *figures: Number, claim: int = 1) -> Entry:
    """What Bram said on the so-many-eth of October 2024, in one article."""
    told = Rendering(
        report=place,
        article=place,
        number=1,
        newest=True,
        outlet="Kabar Pagi",
        demo=True,
        cue="kata",
        exact="Gudang itu kosong",
        quote="indirect",
        kind="claim",
        published=wib(place),
        chain=str(place),
        via=(),
        hedges=(),
        figures=figures,
        role="",
        place="",
        audience="",
        said_on_words="",
    )
    return Entry(
        utterance=place,
        kind=kind,
        speaker=BRAM,
        behalf=None,
        role="",
        day=date(2024, 10, place),
        stated=True,
        moment=wib(place),
        place="",
        audience="",
        lead=told,
        renderings=(told,),
        claim=claim,
        title="gudang itu kosong",
    )


@pytest.mark.parametrize(
    ("kinds", "turn"),
    [
        (("asserts", "denies"), "denied"),
        (("confirms", "partly_denies"), "denied"),
        (("denies", "asserts"), "stated"),
        (("accuses", "retracts"), "withdrawn"),
        (("asserts", "no_comment", "denies"), "denied"),
        (("denies", "asserts", "asserts"), "stated"),
        (("asserts", "confirms"), None),
        (("denies", "no_comment"), None),
        (("retracts", "denies"), None),
    ],
)
def test_a_turn_is_seen_and_a_firm_word_is_none(kinds: tuple[str, ...], turn: str | None) -> None:
    found = turn_of([entry(place, kind) for place, kind in enumerate(kinds, 1)])
    assert (found.kind if found else None) == turn


def test_differing_figures_of_one_unit_are_a_turn() -> None:
    before, after = entry(1, "asserts", number(3000)), entry(3, "asserts", number(10_000, 12_000))
    turn = turn_of([before, after])
    assert turn is not None
    assert turn.kind == "figures"
    assert turn.numbers == (number(3000), number(10_000, 12_000))


def test_figures_of_other_units_or_within_about_are_no_turn() -> None:
    said = entry(1, "asserts", number(3000, approximate=True), number(40, unit="truk"))
    assert turn_of([said, entry(2, "asserts", number(3200))]) is None
    assert turn_of([said, entry(2, "asserts", number(5, unit="hari"))]) is None
    assert turn_of([said, entry(2, "asserts", number(3000, unit="Ton"), number(9000))]) is None
    assert turn_of([entry(1, "asserts", number(7, unit="")), entry(2, "asserts", number(9, unit=""))]) is None


def test_a_claim_with_one_utterance_has_no_history() -> None:
    assert positions_of([entry(1, "asserts"), replace(entry(1, "denies"), claim=2)]) == ()


def test_turns_come_first_and_long_histories_show_their_latest_steps() -> None:
    firm = [entry(place, "asserts", claim=2) for place in range(10, 22)]
    turned = [entry(1, "asserts"), entry(2, "denies")]
    first, second = positions_of([*turned, *firm])
    assert first.turn is not None
    assert (len(second.steps), second.older) == (8, 4)
    assert second.steps[-1].utterance == 21
