"""Speakers as the wires print them: offices, initials, parties and openings are told from names."""

import pytest

from claims.nlp.reading import read
from claims.values import Sort

# one sentence each, the speaker's name and role
OFFICES = [
    (
        "Sekretaris Jenderal Partai Rakyat Taluna Tantowi Sarwa mengatakan partainya siap.",
        ("Tantowi Sarwa", "Sekretaris Jenderal Partai Rakyat Taluna"),
    ),
    (
        "Wakil Sekretaris Jenderal PDI Perjuangan Hastoro Wibisa menegaskan, rapat ditunda.",
        ("Hastoro Wibisa", "Wakil Sekretaris Jenderal PDI Perjuangan"),
    ),
    ("Inspektur Jenderal Darma Wibisa mengatakan jalan dibuka.", ("Darma Wibisa", None)),
    (
        "Anggota Dewan Syuro PKS Refrizal Sarwa mengatakan ia akan hadir.",
        ("Refrizal Sarwa", "Anggota Dewan Syuro PKS"),
    ),
    (
        "Anggota Fraksi Demokrat TB Sarwana mengingatkan, rapat dibuka.",
        ("TB Sarwana", "Anggota Fraksi Demokrat"),
    ),
    (
        "Menteri Kelautan dan Perikanan Sarif Wibisa mengatakan pasar dibuka.",
        ("Sarif Wibisa", "Menteri Kelautan dan Perikanan"),
    ),
    (
        "Menteri Hukum dan HAM Budi H Sarwana mengaku telah hadir.",
        ("Budi H Sarwana", "Menteri Hukum dan HAM"),
    ),
    ("Presiden Sarwo Budi Wibisa menyatakan kekecewaannya.", ("Sarwo Budi Wibisa", "Presiden")),
    ("Mahrus Sidika Wasekjen Partai Taluna menilai rapat itu sah.", ("Mahrus Sidika", None)),
    ("Secara khusus Candra mengatakan, rapat itu sah.", ("Candra", None)),
    ("Darma Wibisa yang merupakan juru tulis desa ini mengatakan rapat itu sah.", ("Darma Wibisa", None)),
    ('"Saya tidak akan datang," kata Gus Wira.', ("Gus Wira", None)),
    (
        "Sarwani, seorang tokoh petani yang baru pulang kampung, berjanji untuk hadir.",
        ("Sarwani", "tokoh petani"),
    ),
]


@pytest.mark.parametrize(("sentence", "speaker"), OFFICES)
def test_an_office_is_no_part_of_a_name(sentence: str, speaker: tuple[str, str | None]) -> None:
    found = read(sentence).statements[0].speaker
    assert found is not None
    assert (found.name, found.role) == speaker


# one sentence each, the words that name the speaker
SPANS = [
    ("Juru bicara militer kepada ANP mengatakan tidak tahu siapa yang menembak.", "Juru bicara militer"),
    ("Polisi dalam suatu pernyataan mengatakan gudang itu kosong.", "Polisi"),
    ("Menteri Kelautan dan Perikanan juga menilai, kawasan itu luas.", "Menteri Kelautan dan Perikanan"),
    (
        "Ditanya kemarin, kementerian pertanian menolak untuk berkomentar tentang gudang itu.",
        "kementerian pertanian",
    ),
    (
        "Koran itu mengutip kementerian pertanian yang menegaskan bahwa gudang beras penuh.",
        "kementerian pertanian",
    ),
    ("Anggota Komisi I DPR menilai rapat itu sah.", "Anggota Komisi I DPR"),
]


@pytest.mark.parametrize(("sentence", "words"), SPANS)
def test_a_described_speaker_ends_where_the_description_ends(sentence: str, words: str) -> None:
    found = read(sentence).statements[0].speaker
    assert found is not None
    assert found.span is not None
    assert found.span.of(sentence) == words
    assert found.sort in (Sort.UNNAMED, Sort.ORGANISATION)


VOICELESS = [
    "Menurut dia, kritik yang ditujukan kepada Partai Taluna tidak adil.",
    "Wira menuliskan kata jujur, adil, tegas dengan cat merah di tembok dewan.",
    "Sejauh ini belum ada pihak menyatakan bertanggung jawab.",
    "Ini soal gudang beras. Ukuran itu harus menjadi pertimbangan, ujarnya.",
    "Wira risau dengan pertanyaan apakah dia akan memerintahkan penutupan pasar.",
    "Rencananya malam ini rapat digelar, ujarnya.",
]


@pytest.mark.parametrize("sentence", VOICELESS)
def test_words_that_name_nobody_are_no_speaker(sentence: str) -> None:
    assert [one.speaker.name for one in read(sentence).statements if one.speaker] == []


@pytest.mark.parametrize(
    ("sentence", "sort"),
    [
        ("Republik Demokratik Osmeria mengkonfirmasi penyebaran demam.", Sort.GOVERNMENT),
        ("Kontingen dari Provinsi Taluna memprotes keputusan panitia.", Sort.ORGANISATION),
        ("Sarwoto Inc. mengatakan pabrik barunya dibuka bulan depan.", Sort.ORGANISATION),
        ("Departemen Luar Negeri Osmeria mengatakan pihaknya memantau.", Sort.ORGANISATION),
        ("Dua kapal telah tenggelam, demikian dilaporkan surat kabar itu.", Sort.OUTLET),
        ("Pasukannya menyatakan siap menjaga jembatan itu.", Sort.UNNAMED),
    ],
)
def test_not_every_capital_is_a_person(sentence: str, sort: Sort) -> None:
    found = read(sentence).statements[0].speaker
    assert found is not None
    assert found.sort is sort
