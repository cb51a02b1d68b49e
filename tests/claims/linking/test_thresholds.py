"""A link is taken, only suggested, or none, by two thresholds; no answer comes long before its claim."""

from datetime import timedelta

import pytest

from claims.linking.propositions import SUGGESTED, TAKEN
from claims.linking.values import LinkedStance
from claims.values import StanceKind
from claimtrack.newsroom.values import Story
from tests.claims.linking.telling_stories import link_told, tell_stories
from tests.rows import wib

WELLS = "Bupati Kalingga Sarwendah Mulyoto mengatakan sedikitnya 30 sumur warga di Lembah Turi kering."
DENIALS = {
    "taken": "Juru bicara PT Tirta Bening Dimas Arunika membantah 30 sumur warga di Lembah Turi kering.",
    "suggested": "Dimas Arunika membantah kabar bahwa warga Kampung Jati menutup sumur yang kering.",
    "none": "Dimas Arunika membantah kabar bahwa jembatan Sungai Loreng dijual kepada PT Tirta Bening.",
}


def _story(key: str, text: str, hours: int) -> Story:
    at = wib(14, 8) + timedelta(hours=hours)
    return Story(
        key=key,
        outlet="Kabar Pagi",
        title="Kabar Daerah",
        paragraphs=(text,),
        published=at,
        changed=at,
        section="",
        byline="",
        editor="",
        dateline="",
        caption="",
    )


def _denials(text: str, hours: int) -> list[LinkedStance]:
    """The denials that are linked, or suggested, to the claim of the wells."""
    linked = link_told(tell_stories([_story("sumur", WELLS, 0), _story("bantah", text, hours)]))
    wells = {claim.key for claim in linked.claims if any(r.article == "sumur" for r in claim.told)}
    return [s for s in linked.stances if s.claim in wells and s.kind is StanceKind.DENIES]


def test_more_likeness_is_asked_of_a_taken_link_than_of_a_suggested_one() -> None:
    assert 0 < SUGGESTED < TAKEN < 1


@pytest.mark.parametrize("name", DENIALS)
def test_a_link_is_taken_suggested_or_none(name: str) -> None:
    found = [stance.taken for stance in _denials(DENIALS[name], 10)]
    assert found == {"taken": [True], "suggested": [False], "none": []}[name]


def test_an_answer_printed_long_before_is_not_even_suggested() -> None:
    assert _denials(DENIALS["suggested"], -3)
    assert not _denials(DENIALS["suggested"], -20)
