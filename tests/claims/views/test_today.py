"""The first page tells what moved: figures, silence by target and by outlet, edits and removals."""

from collections.abc import Callable
from html import unescape
from re import sub

import pytest

from articles.models import Article
from claims.models import Claim, Utterance
from tests import rows
from tests.scenes import make_accusation, make_dispute

Words = Callable[[str], str]
pytestmark = pytest.mark.django_db


def plain(page: str) -> str:
    """The page's words without its tags."""
    return " ".join(unescape(sub(r"<[^>]+>", " ", page)).split())


def figured(claim: Claim, speaker: str, day: int, value: int, unit: str = "ton") -> None:
    """A statement that gives a figure."""
    figure = {"value": value, "upper": None, "approximate": False, "unit": unit}
    text = f"Judul\nBerasnya {value} {unit}, kata {speaker} pada hari ke-{day}."
    rows.make_words(claim, speaker, "asserts", text, rows.wib(day), figures=[figure])


def test_a_number_that_its_speaker_changed_has_moved(words: Words) -> None:
    claim = rows.make_claim("gudang itu penuh", rows.wib(3))
    figured(claim, "Bram Kusnadi", 3, 3000)
    figured(claim, "Dewi Arum", 4, 5000)
    figured(claim, "Bram Kusnadi", 9, 9000)
    page = plain(words("/"))
    assert "Angka yang bergeser 3.000 ton Bram Kusnadi , 3 Okt 2024 → 9.000 ton Bram Kusnadi" in page
    assert "angkanya berubah, tentang Gudang itu penuh" in page


def test_two_parties_that_differ_are_told_apart_from_one_that_changed(words: Words) -> None:
    claim = rows.make_claim("gudang itu penuh", rows.wib(3))
    figured(claim, "Bram Kusnadi", 3, 3000)
    figured(claim, "Dewi Arum", 4, 5000)
    assert "angka dua pihak berbeda, tentang Gudang itu penuh" in plain(words("/"))


@pytest.mark.parametrize(("value", "unit"), [(3000, "ton"), (9000, "hari")])
def test_figures_that_agree_or_count_other_things_did_not_move(words: Words, value: int, unit: str) -> None:
    claim = rows.make_claim("gudang itu penuh", rows.wib(3))
    figured(claim, "Bram Kusnadi", 3, 3000)
    figured(claim, "Dewi Arum", 4, value, unit)
    assert "Angka yang bergeser" not in words("/")


def test_silence_is_told_once_for_each_target_with_its_outlets(words: Words) -> None:
    make_accusation()
    make_accusation()
    page = words("/")
    assert page.count('<b lang="id">PT Lintang Rawa</b>') == 1
    assert "PT Lintang Rawa menimbun pupuk dimuat Kabar Pagi" in plain(page)
    assert "Kabar Pagi 2 tuduhan dimuat yang belum dijawab" in plain(page)


def test_an_outlet_that_ran_the_accusation_but_not_the_denial_is_named(words: Words) -> None:
    claim = make_accusation()
    text = "Perusahaan\nPT Lintang Rawa menepis tuduhan itu."
    rows.make_words(claim, "PT Lintang Rawa", "denies", text, rows.wib(18), outlet="Suara Kota")
    page = plain(words("/"))
    assert "Kabar Pagi 1 tuduhan dimuat tanpa bantahannya: PT Lintang Rawa menimbun pupuk" in page
    assert "Tidak ada tuduhan yang menunggu jawaban." in page
    rows.make_words(claim, "PT Lintang Rawa", "denies", text, rows.wib(19))
    assert "tanpa bantahannya" not in words("/")


def test_edits_and_removals_stand_together_newest_first(words: Words) -> None:
    dispute = make_dispute()
    Article.objects.filter(pk=dispute.denied.article_id).update(removed=rows.wib(20))
    page = plain(words("/"))
    assert page.index("hilang 20 Okt 2024") < page.index("diubah 17 Okt 2024")


def test_undated_denials_come_last(words: Words) -> None:
    claim = make_dispute().claim
    text = "Judul\nItu tidak benar, kata Dewi Arum."
    undated = rows.make_words(claim, "Dewi Arum", "denies", text, rows.wib(19))
    Utterance.objects.filter(reports=undated).update(not_later_than=None, said_on=None)
    page = words("/")
    assert page.index("Bram Kusnadi</a></b>") < page.index("Tanpa tanggal")
