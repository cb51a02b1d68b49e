"""Other words of the same meaning give the same record: the gold set reworded, a few words at a time."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from claims.linking.values import Linked, Told
from claimtrack.newsroom.stories import all_stories
from claimtrack.newsroom.values import Story
from tests.claims.linking.gold import gold_set
from tests.claims.linking.telling_stories import link_told, tell_stories
from tests.claims.linking.truth import score

GOLD = gold_set()
# Each rewording: whole words of the set and what another desk might have printed instead
REWORDINGS = {
    "cues": {
        "mengatakan": "menyatakan",
        "membantah": "menepis",
        "menuding": "menuduh",
        "kata": "ujar",
        "tuduhan": "tudingan",
    },
    "matters": {
        "terluka": "cedera",
        "warga": "penduduk",
        "bantuan": "sumbangan",
        "pekerja": "buruh",
        "naik": "meningkat",
        "memungut": "menarik",
        "bocor": "tersebar",
        "kapal": "perahu",
        "memasuki": "menerobos",
        "dijual": "diperdagangkan",
        "mengurangi": "memangkas",
        "tahun": "warsa",
    },
    "frames": {
        "sedikitnya": "paling tidak",
        "sekitar": "kurang lebih",
        "sehari sebelumnya": "kemarin",
        "karena": "lantaran",
        "ketika": "saat",
        "tetapi": "namun",
        "sejak": "mulai",
        "sampai": "hingga",
        "kepada": "pada",
        "masih": "tetap",
    },
}


def _reword(text: str, swaps: dict[str, str]) -> str:
    """The text with whole words swapped, capitals at their beginning kept."""

    def swap(match: re.Match[str]) -> str:
        word = swaps[match.group().lower()]
        return word[:1].upper() + word[1:] if match.group()[0].isupper() else word

    return re.sub(rf"\b(?:{'|'.join(map(re.escape, swaps))})\b", swap, text, flags=re.IGNORECASE)


def _story(story: Story, swaps: dict[str, str]) -> Story:
    paragraphs = tuple(_reword(paragraph, swaps) for paragraph in story.paragraphs)
    return replace(story, title=_reword(story.title, swaps), paragraphs=paragraphs)


def _record(swaps: dict[str, str]) -> dict[str, Any]:
    """The hand-made record, its quoted words reworded as the articles are; ids and names stay."""
    record: dict[str, Any] = json.loads(json.dumps(GOLD.record))
    for claim in record["claim"]:
        for utterance in claim["utterance"]:
            utterance["chains"] = [[[key, _reword(w, swaps)] for key, w in c] for c in utterance["chains"]]
    return record


ARMY = "Belantara memiliki sekitar 480.000 tentara aktif"
ARMIES = (
    ARMY,
    "jumlah tentara aktif Belantara sekitar 480.000 orang",
    "sekitar 480.000 tentara aktif dimiliki Belantara",
    "kekuatan militer Belantara mencapai 480.000 personel aktif",
    "Belantara menyiapkan 480.000 tentara aktif",
)


@pytest.mark.parametrize("words", ARMIES)
def test_the_size_of_an_army_is_no_claim_of_its_sending_however_it_is_worded(words: str) -> None:
    stories = [
        replace(story, paragraphs=tuple(text.replace(ARMY, words) for text in story.paragraphs))
        for story in all_stories()
    ]
    linked = link_told(tell_stories(stories))
    (size,) = [claim for claim in linked.claims if any(report.text in words for report in claim.told)]
    assert not any("dikirim" in report.text for report in size.told)


@pytest.mark.parametrize("name", REWORDINGS)
def test_a_reworded_set_gives_the_same_record_and_no_wrong_denial(name: str) -> None:
    swaps = REWORDINGS[name]
    stories = [_story(story, swaps) for story in GOLD.stories]
    changed = sum(one != other for one, other in zip(stories, GOLD.stories, strict=True))
    assert changed >= 10
    told: list[Told] = tell_stories(stories)
    linked: Linked = link_told(told)
    texts = {story.key: "\n".join((story.title, *story.paragraphs)) for story in stories}
    scores = score(_record(swaps), told, texts, linked)
    assert scores.found >= 0.9, scores
    assert scores.claims.f1 >= 0.88, scores
    assert scores.answers.f1 >= 0.88, scores
    assert scores.answers.wrong == 0, scores
