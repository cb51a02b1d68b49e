"""Names are matched by a normal form in which case, titles, short forms and transliterations fold away."""

import pytest

from claims.linking.known import KNOWN, find_known
from claims.linking.names import initials, normal_name, sound, unnamed_form
from claims.linking.vocabulary import weigh


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("H. Budi Santoso, S.H., M.H.", "budi santoso"),
        ("Letjen (Purn) Wiryo Atmaja", "wiryo atmaja"),
        ("Prof. Dr. Ir. Lestari Wibowo", "lestari wibowo"),
        ("Kemhan Belantara", "kementerian pertahanan belantara"),
        ("Polres Tanjung Ampar", "kepolisian resor tanjung ampar"),
        ("José Ramos", "jose ramos"),
        ("Ma'ruf Hidayat", "maruf hidayat"),
        ("Haji", "haji"),
    ],
)
def test_a_printed_name_has_one_normal_form(printed: str, normal: str) -> None:
    assert normal_name(printed) == normal


@pytest.mark.parametrize(
    "spelling", ["Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "Volodimir Zelensky"]
)
def test_transliterations_of_one_name_find_one_actor(spelling: str) -> None:
    assert find_known(spelling) == "volodymyr zelensky"


def test_the_sound_of_a_name_is_the_same_in_every_transliteration() -> None:
    assert len({sound(form) for form in ("zelensky", "zelenskyy", "zelenskiy", "zelenskij")}) == 1
    assert sound("sergey lavrov") == sound("sergei lavrov")
    assert sound("budi") != sound("dudi")


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("Moskow", "rusia"),
        ("Kyiv", "ukraina"),
        ("Korut", "korea utara"),
        ("Pemerintah AS", "amerika serikat"),
        ("kepresidenan Rusia", "kremlin"),
        ("PBB", "perserikatan bangsa-bangsa"),
        ("KPK", "komisi pemberantasan korupsi"),
        ("Washington Post", "the washington post"),
        ("Jokowi", "joko widodo"),
        ("Orang Tak Dikenal", ""),
    ],
)
def test_metonyms_and_abbreviations_find_their_actor(spelling: str, key: str) -> None:
    assert find_known(spelling) == key


def test_the_registry_is_large_and_no_key_stands_twice() -> None:
    assert len(KNOWN) >= 400
    assert len({actor.key for actor in KNOWN}) == len(KNOWN)
    assert len({actor.wikidata for actor in KNOWN if actor.wikidata}) == sum(bool(a.wikidata) for a in KNOWN)


def test_an_unnamed_speaker_is_called_by_role_and_body() -> None:
    assert (
        unnamed_form("Seorang pejabat intelijen Astara yang enggan disebut namanya")
        == "pejabat intelijen astara"
    )
    assert unnamed_form("salah satu warga") == "warga"


def test_initials_are_those_of_the_words() -> None:
    assert initials(normal_name("Jaring Sungai Kencana")) == "jsk"


def test_rare_words_weigh_more_than_common_ones_and_saying_weighs_nothing() -> None:
    assert weigh("merkuri") > weigh("uang") > weigh("kata") == 0
