"""Words that markup glued together are read apart; what is found stands where it stands in the text."""

import pytest

from claims.nlp.gluing import loosen
from claims.nlp.reading import read

SEEN = "Nama lain: Laras Ayu, Wira Sentosa, Ombra, Sekar, Trans. "


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("kata Laras Ayumengatakan begitu", "kata Laras Ayu mengatakan begitu"),
        ("Teluk Ombramelalui kantornya", "Teluk Ombra melalui kantornya"),
        ("JakartaLaras berkata", "Jakarta Laras berkata"),
        ("bertemu denganSekar di", "bertemu dengan Sekar di"),
        ("seranganOmbraterhadapSekar", "serangan Ombra terhadap Sekar"),
        ("Wira Sentosajustru pergi", "Wira Sentosa justru pergi"),
    ],
)
def test_glued_words_are_parted_where_both_are_known(glued: str, parted: str) -> None:
    assert loosen(SEEN + glued).string == SEEN + parted


@pytest.mark.parametrize(
    "whole",
    [
        "WhatsApp",
        "iPhone",
        "TransJakarta",
        "Sundari",
        "Adapun",
        "Ramadan",
        "Setiawan",
        "MotoGP",
        "McKinley",
        "Transmigrasi",
    ],
)
def test_names_that_are_one_word_stay_whole(whole: str) -> None:
    assert loosen(f"{SEEN}Kabar {whole} hari ini").spaces == ()


def test_a_speaker_glued_to_his_verb_is_found_and_every_span_lies_in_the_text_as_printed() -> None:
    text = (
        "Pasar Randu Alas penuh\n"
        "JakartaKetua Serikat Pedagang Wira Sentosamengatakan seratus kios sudah terisi sejak Senin.\n"
        "“Semua kios ramai,” kata Wira Sentosa."
    )
    first, second = read(text).statements
    for statement in (first, second):
        assert statement.speaker is not None
        assert statement.speaker.name == "Wira Sentosa"
        assert statement.speaker.span is not None
        assert statement.speaker.span.of(text) == "Wira Sentosa"
    assert first.cue is not None
    assert first.cue.of(text) == "mengatakan"
    assert first.content.of(text) == "seratus kios sudah terisi sejak Senin"
    assert second.content.of(text) == "“Semua kios ramai,”"
