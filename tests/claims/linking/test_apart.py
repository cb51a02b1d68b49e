"""What one man says of two matters is two claims; what only points back belongs to what it points to."""

from datetime import datetime, timedelta

import pytest

from claims.linking.values import Linked
from claimtrack.newsroom.values import Story
from tests import rows
from tests.claims.linking.telling_stories import link_told, tell_stories


def link(*articles: str) -> Linked:
    """The record of articles, a day between them; each is a title and paragraphs, a line each."""
    return link_told(tell_stories(story(number, words) for number, words in enumerate(articles)))


def story(number: int, words: str) -> Story:
    """One invented article."""
    title, *paragraphs = (line.strip() for line in words.strip().splitlines())
    moment: datetime = rows.wib(14, 9) + timedelta(days=number)
    return Story(
        key=f"cerita-{number}",
        outlet="Kabar Pagi",
        title=title,
        paragraphs=tuple(paragraphs),
        published=moment,
        changed=moment,
        section="Daerah",
        byline="Tim",
        editor="",
        dateline="",
        caption="",
    )


def claims_of(linked: Linked) -> list[set[str]]:
    """The words of each claim with more than one report, and of each alone."""
    return [{report.text for report in claim.told} for claim in linked.claims]


def together(linked: Linked, one: str, other: str) -> bool:
    """Whether a report with the one words and one with the other stand in one claim."""
    return any(
        any(one in text for text in words) and any(other in text for text in words)
        for words in claims_of(linked)
    )


def test_two_matters_of_one_official_are_two_claims() -> None:
    linked = link(
        """Dinas Pasar Randu Alas Hitung Kios
        Kepala Dinas Pasar Randu Alas Wira Sentosa mengatakan petugasnya baru memeriksa separuh kios.""",
        """Dinas Pasar Randu Alas Kekurangan Orang
        Kepala Dinas Pasar Randu Alas Wira Sentosa mengatakan juru tagih di dinasnya tinggal empat orang.""",
    )
    assert len(linked.claims) == 2
    assert not together(linked, "separuh kios", "empat orang")


def test_a_plain_sentence_of_its_own_does_not_borrow_what_was_said_before() -> None:
    linked = link(
        """Pabrik Teh Randu Alas Ramai
        Direktur PT Teh Randu Alas Sari Melati mengatakan panen pucuk mundur karena hujan di lereng utara.
        Menurut laporan tahunan perusahaan, pabrik tersebut mempekerjakan sekitar 1.150 orang."""
    )
    assert not together(linked, "panen pucuk", "1.150 orang")


def test_a_denial_that_points_back_joins_the_denial_before_it() -> None:
    linked = link(
        """Randu Alas Bantah Tutup Pelabuhan
        Wali Kota Randu Alas Bram Kusnadi membantah laporan bahwa pelabuhan ditutup bagi kapal nelayan.
        Menurut Ketua Serikat Nelayan Galih Pratama, armada dan pasar kini bersatu.
        Dewan Kota Randu Alas juga menampik tudingan tersebut."""
    )
    assert together(linked, "pelabuhan ditutup", "tudingan tersebut")
    assert not together(linked, "armada dan pasar", "tudingan tersebut")


def test_a_denial_that_points_back_answers_the_accusation_that_stands_nearer() -> None:
    linked = link(
        """Randu Alas Ribut Soal Pasar
        Wali Kota Randu Alas Bram Kusnadi membantah laporan bahwa pelabuhan ditutup bagi kapal nelayan.
        Ketua Serikat Pedagang Galih Pratama menuduh Dewan Kota Randu Alas memungut uang keamanan di pasar.
        Dewan Kota Randu Alas menampik tudingan tersebut."""
    )
    assert together(linked, "uang keamanan", "tudingan tersebut")
    assert not together(linked, "pelabuhan ditutup", "tudingan tersebut")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "menuduh PT Emas Gorang membuang merkuri ke Danau Lindu",
            "pihaknya lalai mengawasi pembuangan merkuri",
        ),
        ("menuduh PT Emas Gorang membuang merkuri ke Danau Lindu", "pembekuan izin pembuangan merkuri"),
    ],
)
def test_a_deed_named_as_the_object_of_another_is_not_what_is_said(one: str, other: str) -> None:
    linked = link(
        f"""Danau Lindu Keruh
        Lembaga Jaga Danau {one} tanpa diolah.""",
        f"""Dinas Angkat Bicara
        Kepala Dinas Air Lindu Wira Sentosa mengatakan {other} PT Emas Gorang ke Danau Lindu.""",
    )
    assert len(linked.claims) == 2


def test_a_body_told_with_what_it_is_before_its_name_is_one_actor() -> None:
    linked = link(
        """Jaring Danau Lindu Tuding PT Emas Gorang Buang Merkuri
        Lembaga pemantau Jaring Danau Lindu (JDL) menuduh PT Emas Gorang membuang merkuri ke danau.""",
        """PT Emas Gorang Bantah Buang Merkuri
        PT Emas Gorang membantah tuduhan Jaring Danau Lindu bahwa perusahaan itu membuang merkuri ke danau.
        Jaring Danau Lindu menyatakan rekamannya utuh.""",
    )
    actors = {voice.actor for voice in linked.voices.values()}
    assert "jaring danau lindu" in actors
    assert "lembaga pemantau" not in actors


def test_a_short_name_is_whom_its_own_article_means() -> None:
    linked = link(
        """Jaring Danau Lindu Tuding PT Emas Gorang Buang Merkuri
        Lembaga pemantau Jaring Danau Lindu (JDL) menuduh PT Emas Gorang membuang merkuri ke danau.
        Direktur JDL Laras Ayu mengatakan dana lembaganya berasal dari iuran anggota.""",
        """Dinas Air Provinsi Ombra Periksa Danau
        Dinas Air Provinsi Ombra menyatakan air danau keruh sejak Senin.
        "Penyelam kami turun besok," kata kepala dinas itu, Wira Sentosa.""",
        """Menhan Ombra Bantah Kirim Kapal
        Menteri Pertahanan Ombra Galih Pratama membantah negaranya mengirim kapal ke Teluk Sekar.""",
    )
    voices = {
        report.speaker: linked.voices.get(report.key) for claim in linked.claims for report in claim.told
    }
    actors = {voice.actor for voice in voices.values() if voice} | {
        voice.on_behalf_of for voice in voices.values() if voice
    }
    assert "jdl" not in actors
    assert not any(actor.endswith(" itu") or actor.startswith("?") for actor in actors)
    laras = voices["Laras Ayu"]
    assert laras is not None
    assert laras.on_behalf_of.endswith("jaring danau lindu")
