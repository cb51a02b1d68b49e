"""Names are cut where the text itself shows that a place, a body or a headline's verb is no part of them."""

from datetime import date

import pytest

from claims.nlp.reading import read
from claims.values import Kind

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
        "Kepala Desa Ujung Wening, Ujang Sarkanda, mengatakan warganya sakit. Air Sungai Wening keruh.",
        ["Ujang Sarkanda"],
    ),
    (
        "Wali Kota Karsa Lihat Truk\nWali Kota Karsa Pello Ostran mengatakan truk itu lewat.\n"
        '"Benar," kata Ostran.',
        ["Pello Ostran", "Pello Ostran"],
    ),
    (
        "Seorang pejabat pelabuhan mengatakan jembatan itu dijaga.\nJembatan Karsa sudah tua.",
        ["Seorang pejabat pelabuhan"],
    ),
    ('Kementerian itu menyebut klaim Osmeria "isapan jempol".', ["Kementerian itu"]),
    ("Warga mendesak Dinas Perikanan menjawab tuduhan itu.", ["Warga"]),
    (
        "Dinas Perikanan Kabupaten Lembah Taluna menutup pasar.\n"
        "Dinas Perikanan mengatakan ikan di pasar itu busuk.",
        ["Dinas Perikanan Kabupaten Lembah Taluna"],
    ),
]


def speakers(text: str) -> list[str | None]:
    return [one.speaker.name if one.speaker else None for one in read(text).statements]


@pytest.mark.parametrize(("text", "names"), CUTS, ids=[text[:40] for text, _ in CUTS])
def test_a_name_is_cut_where_the_text_shows_it(text: str, names: list[str]) -> None:
    assert speakers(text) == names


STORY = "\nPT Tirta Sarwa mengakui salurannya bocor.\nBupati Rawa Taluna Wirna Dasmaya diam."
HEADLINES = [
    ("PT Tirta Sarwa Akui Saluran Bocor, Bantah Sengaja Buang Limbah", ["PT Tirta Sarwa"] * 3),
    ("Di Depan Warga, PT Tirta Sarwa Akui Saluran Bocor", ["PT Tirta Sarwa"] * 2),
    ("PT Tirta Sarwa Lepas Tangan Bantah Buang Limbah", ["PT Tirta Sarwa"]),
    ("Direktur Tirta Sarwa Tepis Kabar Limbah", ["PT Tirta Sarwa"]),
    ("Kabar Limbah Disebut Isapan Jempol", ["PT Tirta Sarwa"]),
]


@pytest.mark.parametrize(("headline", "names"), HEADLINES, ids=[headline for headline, _ in HEADLINES])
def test_no_verb_of_a_headline_is_part_of_a_name(headline: str, names: list[str]) -> None:
    assert speakers(headline + STORY) == names


def test_a_headline_accuses_only_whom_the_story_names() -> None:
    story = "\nWarga menuding PT Tirta Sarwa membuang limbah."
    accused = [one.target for one in read("Warga Tuding PT Tirta Sarwa Buang Limbah" + story).statements]
    assert [target.name if target else None for target in accused] == ["PT Tirta Sarwa"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Penyebab gatal itu, ujar Darma Wibisa, belum dapat dipastikan.",
        "Pihaknya, lanjut Darma Wibisa, meminta warga menyerahkan rekaman.",
    ],
)
def test_a_cue_between_subject_and_predicate_stands_inside_what_is_said(text: str) -> None:
    assert [one.content.of(text) for one in read(text).statements] == [text[:-1]]


def test_a_day_inside_another_statement_is_no_day_of_saying() -> None:
    text = "Darma Wibisa mengakui pipa bocor pada 9 Oktober, tetapi membantah sengaja membuang limbah."
    assert [one.said_on for one in read(text, published=date(2018, 10, 12)).statements] == [None, None]


def test_a_day_outside_is_the_day_of_saying_for_both() -> None:
    text = "Darma Wibisa pada Selasa mengakui pipa bocor, tetapi membantah sengaja membuang limbah."
    found = [one.said_on for one in read(text, published=date(2018, 10, 12)).statements]
    assert found == [date(2018, 10, 9)] * 2


def test_an_adverb_is_no_part_of_the_accused() -> None:
    (one,) = read("Darma Wibisa menuding Osmeria sengaja membesar-besarkan angka.").statements
    assert one.target is not None
    assert one.target.name == "Osmeria"


@pytest.mark.parametrize(
    "opening",
    [
        "Kepala Humas PT Angkasa (BIL), Eka Sukmana, saat dihubungi melalui telepon dari Tirtapura, Kamis, ",
        "Kepala Humas, Eka Sukmana saat dihubungi dari Tirtapura, Kamis, ",
        "Kepala Humas Eka Sukmana, ketika ditemui di Tirtapura, ",
    ],
)
def test_how_a_speaker_was_reached_is_no_speaker(opening: str) -> None:
    [statement] = read(f"{opening}mengatakan jalan itu ditutup.").statements
    assert statement.speaker is not None
    assert statement.speaker.name == "Eka Sukmana"


def test_a_conjunction_that_opens_a_sentence_is_no_name() -> None:
    text = (
        "Brama Salindra rupanya semakin mantap. Setelah jadi pemeran utama, kini ia juga bakal muncul lagi.\n"
        '"Di sini sebagai Lido," jelasnya, Rabu.'
    )
    [statement] = read(text).statements
    assert statement.speaker is not None
    assert statement.speaker.name == "Brama Salindra"


def test_ia_is_the_person_named_behind_the_office_before() -> None:
    text = (
        "Menurut Bima Valdasa, pengiriman itu tidak mungkin terjadi.\n"
        "Anggota parlemen dari kubu oposisi, Jora Elbrin, meragukan angka itu. Ia menilai buktinya belum ada."
    )
    assert [s.speaker and s.speaker.name for s in read(text).statements] == ["Bima Valdasa", "Jora Elbrin"]


def test_to_call_it_a_rumour_is_a_denial() -> None:
    text = "Juru bicara istana Oskar Menta menyebut cerita tentang pengiriman itu sebagai “kabar burung”."
    assert [statement.kind for statement in read(text).statements] == [Kind.DENIAL]


def test_a_place_has_no_nickname() -> None:
    text = (
        "Hal itu diungkapkan Eka Sukmana saat berkunjung ke kantor redaksi di Menara Tirta, Jumat. "
        "Pria yang akrab disapa Bani ini menjelaskan rencananya.\n"
        '"Semua sudah siap," ucap Bani.'
    )
    assert "Menara Tirta" not in [s.speaker.name for s in read(text).statements if s.speaker]


def test_what_somebody_is_challenged_to_say_is_not_said() -> None:
    text = "Ratna Sekarlaut menantang juru bicara PT LSR Damar Koestriono menyebutkan nama perusahaan itu."
    assert [s.speaker and s.speaker.name for s in read(text).statements] == ["Ratna Sekarlaut"]
