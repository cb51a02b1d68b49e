"""Every dateline goes into its field, and no beginning of a sentence with it."""

import pytest

from articles.parsing.dateline import has_outlet_dateline, is_bare_dateline, split_dateline


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("JAKARTA, KOMPAS.com - ", "JAKARTA"),
        ("JAKARTA, KOMPAS.com – ", "JAKARTA"),
        ("JAKARTA, KOMPAS — ", "JAKARTA"),
        ("Liputan6.com, Jakarta - ", "Jakarta"),
        ("Liputan6.com, Jakarta ", "Jakarta"),
        ("TEMPO.CO, Jakarta - ", "Jakarta"),
        ("REPUBLIKA.CO.ID, BANDUNG -- ", "BANDUNG"),
        ("REPUBLIKA.CO.ID,BANDUNG -- ", "BANDUNG"),
        ("JAKARTA – ", "JAKARTA"),
        ("Jakarta - ", "Jakarta"),
        ("Jakarta (ANTARA) - ", "Jakarta"),
        ("Sukaraya, NTB (ANTARA News) - ", "Sukaraya, NTB"),
        ("London (ANTARA/Reuters) - ", "London"),
        ("Bandarlampung (ANTARA) - ", "Bandarlampung"),
        ("INDRAMAYU, (PR).- ", "INDRAMAYU"),
        ("Jakarta, CNN Indonesia -- ", "Jakarta"),
        ("Jakarta, CNBC Indonesia - ", "Jakarta"),
        ("TRIBUNNEWS.COM, SOLO - ", "SOLO"),
        ("TRIBUNNEWS.COM - ", None),
        ("jpnn.com, JAKARTA - ", "JAKARTA"),
        ("VIVA.co.id - ", None),
        ("Suara.com - ", None),
        ("KONTAN.CO.ID - JAKARTA. ", "JAKARTA"),
        ("Bisnis.com, JAKARTA — ", "JAKARTA"),
        ("JAKARTA- ", "JAKARTA"),
        ("JAKARTA-", "JAKARTA"),
        ("HO CHI MINH– ", "HO CHI MINH"),
        ("Liputan6.com, Jakarta Selatan ", "Jakarta Selatan"),
        ("Liputan6.com, Bandar Lampung ", "Bandar Lampung"),
        ("Moskow: ", "Moskow"),
        ("New York: ", "New York"),
    ],
)
def test_takes_the_dateline_off(opening: str, place: str | None) -> None:
    assert split_dateline(opening + "Warga menolak jembatan baru.") == (place, "Warga menolak jembatan baru.")


@pytest.mark.parametrize(
    "paragraph",
    [
        "BANJIR rob kembali merendam kampung itu.",
        "Presiden - yang hadir terlambat - menolak.",
        "Catatan: Warga menolak jembatan.",
        "Warga Desa Contoh - yang berjumlah ratusan - menolak.",
        "Senin - Warga menolak jembatan.",
        "Warga: kami menolak.",
        "",
        "Jakarta - ",
    ],
)
def test_leaves_sentences_alone(paragraph: str) -> None:
    assert split_dateline(paragraph) == (None, paragraph)


def test_a_dateline_without_a_dash_takes_no_word_of_the_sentence() -> None:
    text = "Liputan6.com, Jakarta Dewan Nelayan Indonesia menolak."
    assert split_dateline(text) == ("Jakarta", "Dewan Nelayan Indonesia menolak.")
    assert split_dateline("OPEC-Rusia sepakat.") == (None, "OPEC-Rusia sepakat.")


def test_datelines_that_stand_alone() -> None:
    assert is_bare_dateline("Jakarta -")
    assert is_bare_dateline("Suara.com")
    assert not is_bare_dateline("Jakarta macet - lagi")
    assert has_outlet_dateline("TEMPO.CO, Jakarta - Warga menolak.")
    assert not has_outlet_dateline("Jakarta - Warga menolak.")
