"""Sentences in every outlet's style give who, what, how, when, through whom."""

from datetime import date

import pytest

from claims.nlp.reading import READER_VERSION, read
from claims.values import Kind, QuoteForm, Statement

MONDAY = date(2018, 3, 12)


def only(text: str) -> Statement:
    (statement,) = read(text, published=MONDAY).statements
    return statement


def who(statement: Statement) -> str | None:
    return statement.speaker.name if statement.speaker else None


# text, content, cue, speaker, kind, quote
SENTENCES = [
    (
        'TALUNA, PEWARTA.COM - "Jembatan itu aman," kata Kepala Dinas Pekerjaan Umum Kota Taluna '
        "Darma Wibisa saat ditemui, Senin (12/3/2018).",
        '"Jembatan itu aman,"',
        "kata",
        "Darma Wibisa",
        Kind.CLAIM,
        QuoteForm.DIRECT,
    ),
    (
        "Taluna (PEWARTA) - Gubernur Sarwa Rahmat Prasetya mengatakan, "
        "pihaknya menyiapkan dana Rp2,5 miliar untuk jembatan itu.",
        "pihaknya menyiapkan dana Rp2,5 miliar untuk jembatan itu",
        "mengatakan",
        "Rahmat Prasetya",
        Kind.CLAIM,
        QuoteForm.INDIRECT,
    ),
    (
        "Kapolres Taluna AKBP Bagas Sunarya, S.I.K., M.H., membenarkan penangkapan dua orang itu.",
        "penangkapan dua orang itu",
        "membenarkan",
        "Bagas Sunarya",
        Kind.CONFIRMATION,
        QuoteForm.INDIRECT,
    ),
    (
        'Juru bicara Kementerian Perikanan, Retno Palupi, menyebut kabar impor itu sebagai "isapan jempol".',
        'kabar impor itu sebagai "isapan jempol"',
        "menyebut",
        "Retno Palupi",
        Kind.DENIAL,
        QuoteForm.MIXED,
    ),
    (
        "Sejumlah pedagang mengaku belum menerima ganti rugi.",
        "belum menerima ganti rugi",
        "mengaku",
        "Sejumlah pedagang",
        Kind.CLAIM,
        QuoteForm.INDIRECT,
    ),
    (
        "Serikat Nelayan Sarwa mendesak pemerintah agar menghentikan izin tambang pasir.",
        "pemerintah agar menghentikan izin tambang pasir",
        "mendesak",
        "Serikat Nelayan Sarwa",
        Kind.DEMAND,
        QuoteForm.INDIRECT,
    ),
    (
        "Ketua Umum Partai Fajar, Wening Asri, berjanji akan mengembalikan uang itu.",
        "akan mengembalikan uang itu",
        "berjanji",
        "Wening Asri",
        Kind.PLEDGE,
        QuoteForm.INDIRECT,
    ),
    (
        "Menurut ekonom Bank Sarwa, Satrio Utomo, harga beras akan turun bulan depan.",
        "harga beras akan turun bulan depan",
        "Menurut",
        "Satrio Utomo",
        Kind.CLAIM,
        QuoteForm.INDIRECT,
    ),
    (
        "Harga beras, kata Satrio Utomo, akan turun bulan depan.",
        "Harga beras, kata Satrio Utomo, akan turun bulan depan",
        "kata",
        "Satrio Utomo",
        Kind.CLAIM,
        QuoteForm.INDIRECT,
    ),
    (
        "Kabar itu dibantah oleh Wali Kota Taluna Darma Wibisa.",
        "Kabar itu",
        "dibantah",
        "Darma Wibisa",
        Kind.DENIAL,
        QuoteForm.INDIRECT,
    ),
    (
        "Darma Wibisa menegaskan kabar penutupan jembatan itu tidak benar.",
        "kabar penutupan jembatan itu tidak benar",
        "menegaskan",
        "Darma Wibisa",
        Kind.DENIAL,
        QuoteForm.INDIRECT,
    ),
    (
        "Darma Wibisa tidak membenarkan maupun membantah laporan tersebut.",
        "laporan tersebut",
        "tidak membenarkan maupun membantah",
        "Darma Wibisa",
        Kind.NEITHER,
        QuoteForm.INDIRECT,
    ),
    (
        "Darma Wibisa enggan berkomentar mengenai penangkapan itu.",
        "penangkapan itu",
        "enggan berkomentar",
        "Darma Wibisa",
        Kind.NO_COMMENT,
        QuoteForm.INDIRECT,
    ),
    (
        "Darma Wibisa mencabut pernyataannya tentang jembatan itu.",
        "pernyataannya tentang jembatan itu",
        "mencabut",
        "Darma Wibisa",
        Kind.RETRACTION,
        QuoteForm.INDIRECT,
    ),
    (
        "”Kami siap diperiksa,” ujar Direktur Utama PT Sarwa Energi Bimo Laksana.",
        "”Kami siap diperiksa,”",
        "ujar",
        "Bimo Laksana",
        Kind.CLAIM,
        QuoteForm.DIRECT,
    ),
    (
        "''Kami siap diperiksa,'' ujar Bimo Laksana.",
        "''Kami siap diperiksa,''",
        "ujar",
        "Bimo Laksana",
        Kind.CLAIM,
        QuoteForm.DIRECT,
    ),
    (
        '"Kami siap," kata Bimo Laksana, "asal semua pihak diperiksa."',
        '"Kami siap," kata Bimo Laksana, "asal semua pihak diperiksa."',
        "kata",
        "Bimo Laksana",
        Kind.CLAIM,
        QuoteForm.DIRECT,
    ),
    (
        "Dua kapal tenggelam, kata Antara mengutip seorang perwira pelabuhan.",
        "Dua kapal tenggelam",
        "kata",
        "seorang perwira pelabuhan",
        Kind.CLAIM,
        QuoteForm.INDIRECT,
    ),
]


@pytest.mark.parametrize("row", SENTENCES, ids=[row[0][:40] for row in SENTENCES])
def test_a_sentence_gives_its_statement(row: tuple[str, str, str, str, Kind, QuoteForm]) -> None:
    text, content, cue, speaker, kind, quote = row
    found = only(text)
    assert found.content.of(text) == content
    assert found.cue is not None
    assert found.cue.of(text) == cue
    assert (who(found), found.kind, found.quote) == (speaker, kind, quote)


SILENT = [
    "Darma Wibisa tidak menyebut nama adiknya.",
    "Baca juga: Wali Kota Bantah Jembatan Retak, Kata Warga",
    "Jumlah penumpang umumnya naik pada hari libur.",
    "Kiper itu menepis tendangan penalti pada menit ke-80.",
    "Nilai tukar naik, kata kuncinya ialah sabar.",
    "Dengan kata lain, harga itu terlalu mahal.",
    "Menurut rencana, jembatan dibuka bulan depan.",
    "Warga percaya jembatan itu angker.",
    "Ia menolak undangan makan malam dari tetangganya.",
    "Banjir mengancam keselamatan warga kota itu.",
]


@pytest.mark.parametrize("text", SILENT)
def test_a_sentence_that_reports_nothing_gives_none(text: str) -> None:
    assert read(text, published=MONDAY).statements == ()


# text, speakers in order
PASSAGES = [
    (
        'Wali Kota Taluna Darma Wibisa menutup jembatan itu.\n"Besinya berkarat," katanya.\n'
        "Ia menambahkan, jembatan baru akan dibangun.",
        ["Darma Wibisa", "Darma Wibisa"],
    ),
    (
        '"Besinya berkarat," kata Darma Wibisa, Senin. "Kami akan menggantinya."',
        ["Darma Wibisa", "Darma Wibisa"],
    ),
    (
        "Darma Wibisa menyatakan jembatan itu aman dan membantah laporan adanya retakan.",
        ["Darma Wibisa", "Darma Wibisa"],
    ),
    (
        "Kontraktor PT Sarwa Beton menuduh Darma Wibisa meminta uang, namun ia membantah tuduhan tersebut.",
        ["PT Sarwa Beton", "Darma Wibisa"],
    ),
    (
        'Penyanyi Melati Rana menikah pekan lalu.\n"Saya bahagia," ujar perempuan 29 tahun itu.\n'
        "Pelantun lagu Ombak itu mengaku tidak sabar.",
        ["Melati Rana", "Melati Rana"],
    ),
    (
        "Serikat Buruh Sungai (SBS) menolak tuduhan itu.\nSBS mengatakan anggotanya tidak terlibat.",
        ["Serikat Buruh Sungai", "Serikat Buruh Sungai"],
    ),
    (
        "Pemerintah Turki menolak laporan itu.\nAnkara menyatakan tidak ada tentara yang dikirim.",
        ["Turki"],
    ),
]


@pytest.mark.parametrize("row", PASSAGES, ids=[row[0][:40] for row in PASSAGES])
def test_a_passage_names_its_speakers(row: tuple[str, list[str]]) -> None:
    text, speakers = row
    assert [who(one) for one in read(text, published=MONDAY).statements] == speakers


def test_a_denial_answers_the_accusation_before_it() -> None:
    text = "Osmeria menuduh Karvelia menempatkan rudal di Pulau Vis.\nKarvelia membantah tuduhan itu."
    accusation, denial = read(text).statements
    assert (accusation.kind, denial.kind, denial.denies) == (Kind.ACCUSATION, Kind.DENIAL, 0)
    assert accusation.target is not None
    assert accusation.target.name == "Karvelia"


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ('"Kami aman," kata Darma Wibisa kepada Reuters, Senin.', ["Reuters"]),
        ('"Kami aman," kata Darma Wibisa, seperti dikutip kantor berita Yonhap.', ["Yonhap"]),
        (
            "Intelijen Karvelia mengatakan rudal itu palsu, The Washington Post melaporkan pada 9 Maret.",
            ["The Washington Post"],
        ),
        ('"Kami aman," kata Darma Wibisa kepada wartawan.', []),
        ('"Kami aman," tulis Darma Wibisa, dikutip dari akun Instagram miliknya.', []),
    ],
)
def test_the_outlet_between_is_named(text: str, via: list[str]) -> None:
    assert [relay.name for relay in only(text).via] == via


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ('"Kami aman," kata Darma Wibisa, Senin.', date(2018, 3, 12)),
        ('"Kami aman," kata Darma Wibisa, Jumat (9/3/2018).', date(2018, 3, 9)),
        ('"Kami aman," kata Darma Wibisa pada 5 Maret.', date(2018, 3, 5)),
        ('"Kami aman," kata Darma Wibisa kemarin.', date(2018, 3, 11)),
        ('"Jembatan itu runtuh Sabtu," kata Darma Wibisa.', None),
    ],
)
def test_the_day_of_saying_is_resolved(text: str, day: date | None) -> None:
    assert only(text).said_on == day


def test_a_spokesperson_speaks_for_somebody() -> None:
    speaker = only("Juru bicara Kementerian Perikanan Retno Palupi membantah kabar itu.").speaker
    assert speaker is not None
    assert speaker.on_behalf_of == "Kementerian Perikanan"


def test_joint_speakers_are_named_each() -> None:
    speaker = only("Osmeria, Karvelia dan Tarmenia menyatakan perundingan itu gagal.").speaker
    assert speaker is not None
    assert speaker.members == ("Osmeria", "Karvelia", "Tarmenia")


def test_between_two_equal_candidates_nobody_is_named() -> None:
    text = "Darma Wibisa dan Wening Asri bertemu di Taluna.\nIa mengatakan jembatan itu aman."
    found = only(text)
    assert found.speaker is None
    assert "Darma Wibisa" in found.reason
    assert "Wening Asri" in found.reason


def test_figures_and_hedges_stand_in_the_content() -> None:
    text = "Darma Wibisa mengatakan sekitar 1,28 juta warga diduga terdampak banjir."
    found = only(text)
    (figure,) = found.figures
    assert (figure.value, figure.approximate, figure.unit) == (1_280_000, True, "warga")
    assert [hedge.of(text) for hedge in found.hedges] == ["diduga"]


def test_a_quotation_over_two_lines_is_one_statement() -> None:
    text = '"Kami sudah memeriksa besi jembatan itu.\n"Semuanya aman," kata Darma Wibisa.'
    assert only(text).content.of(text) == text[: text.index(" kata")]


def test_words_that_lost_their_marks_are_direct_when_they_show_it() -> None:
    text = "Dua perahu hilang.\nCuaca buruk.\nLaut tinggi.\nKami akan mencari mereka, kata Darma Wibisa."
    assert only(text).quote is QuoteForm.DIRECT


def test_the_reader_has_a_version() -> None:
    assert READER_VERSION >= 1
