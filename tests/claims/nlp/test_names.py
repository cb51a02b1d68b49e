"""Names are cut where the text itself shows that a place, a body or a headline's verb is no part of them."""

import pytest

from claims.nlp.reading import read

# text, the speakers of its statements in order
CUTS = [
    (
        "Rapat digelar di gedung DPRD Lembah Taluna.\n"
        "Bupati Lembah Taluna Wirna Dasmaya mengatakan, jalan itu ditutup.",
        ["Wirna Dasmaya"],
    ),
    (
        "Intelijen Osmeria belum menjawab.\n"
        "Juru bicara Intelijen Osmeria Velka Dornin mengatakan, jembatan itu dijaga.\n"
        '"Kami di sana," kata Dornin.',
        ["Velka Dornin", "Velka Dornin"],
    ),
    ("Asisten pelatih timnas voli putra Indonesia Edwar Rusmin menyatakan tim siap.", ["Edwar Rusmin"]),
    (
        "Komisaris Utama Stevan Kurnia Sulastra hadir. Stevan mengatakan, laba naik.",
        ["Stevan Kurnia Sulastra"],
    ),
    ("Dwinda Sulastra, petani Desa Juwana mengatakan, desanya sering kering.", ["Dwinda Sulastra"]),
    ("Bekta Brinda, kuasa hukum sang penyanyi mengatakan, kliennya sakit.", ["Bekta Brinda"]),
    (
        "Dinas Perikanan Kabupaten Lembah Taluna menutup pasar.\n"
        "Dinas Perikanan mengatakan ikan di pasar itu busuk.",
        ["Dinas Perikanan Kabupaten Lembah Taluna"],
    ),
]


def speakers(text: str) -> list[str | None]:
    return [one.speaker.name if one.speaker else None for one in read(text).statements]


@pytest.mark.parametrize(("text", "names"), CUTS, ids=[names[0] for _, names in CUTS])
def test_a_name_is_cut_where_the_text_shows_it(text: str, names: list[str]) -> None:
    assert speakers(text) == names


STORY = "\nPT Tirta Sarwa mengakui salurannya bocor.\nBupati Rawa Taluna Wirna Dasmaya diam."
HEADLINES = [
    ("PT Tirta Sarwa Akui Saluran Bocor, Bantah Sengaja Buang Limbah", ["PT Tirta Sarwa"] * 3),
    ("Di Depan Warga, PT Tirta Sarwa Akui Saluran Bocor", ["PT Tirta Sarwa"] * 2),
    ("PT Tirta Sarwa Lepas Tangan Bantah Buang Limbah", ["PT Tirta Sarwa"]),
    ("Kabar Limbah Disebut Isapan Jempol", ["PT Tirta Sarwa"]),
]


@pytest.mark.parametrize(("headline", "names"), HEADLINES, ids=[headline for headline, _ in HEADLINES])
def test_no_verb_of_a_headline_is_part_of_a_name(headline: str, names: list[str]) -> None:
    assert speakers(headline + STORY) == names


def test_a_headline_accuses_only_whom_the_story_names() -> None:
    story = "\nWarga menuding PT Tirta Sarwa membuang limbah."
    accused = [one.target for one in read("Warga Tuding PT Tirta Sarwa Buang Limbah" + story).statements]
    assert [target.name if target else None for target in accused] == ["PT Tirta Sarwa"] * 2
