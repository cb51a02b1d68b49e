"""Offices are read whole and apart from names, wherever a text gives them; invented people throughout."""

import pytest

from claims.nlp.reading import read

# text, the name and the office of the speaker of its last statement
OFFICES = [
    (
        "Kepala Pusat Penerangan TNI, Mayjen TNI Krisna Sarwono, membantah tuduhan itu.",
        "Krisna Sarwono",
        "Kepala Pusat Penerangan TNI",
    ),
    ("Kapolri Jenderal Polisi Listya Sigarda mengatakan pelaku ditangkap.", "Listya Sigarda", "Kapolri"),
    (
        '"Tidak," ujar Kabid Humas Polda Taluna Kombes Pol. Drs. Wirya Danantyo, S.H., M.Si., Selasa (3/6).',
        "Wirya Danantyo",
        "Kabid Humas Polda Taluna",
    ),
    (
        "Spesialis anak dr Reza Palwana, Sp.A(K) menjelaskan, demam itu turun.",
        "Reza Palwana",
        "Spesialis anak",
    ),
    (
        '"Kami siap," kata Dirjen Penyelenggaraan Pasar dan Bazar Kemenag, Hilmar Lasifa.',
        "Hilmar Lasifa",
        "Dirjen Penyelenggaraan Pasar dan Bazar Kemenag",
    ),
    (
        '"Kami siap," kata Kepala Divisi Haji dan Umroh PT Manda Wisanta, H. Sarif Makmuran.',
        "Sarif Makmuran",
        "Kepala Divisi Haji dan Umroh PT Manda Wisanta",
    ),
    (
        "Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi Nadira Makarin mengatakan anggaran cukup.",
        "Nadira Makarin",
        "Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi",
    ),
    (
        '"Cukup," kata Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi Nadira Makarin, Senin (3/6).',
        "Nadira Makarin",
        "Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi",
    ),
    (
        "Menteri Pendidikan, Kebudayaan, dan Olahraga, Nadira Makarin, mengatakan anggaran cukup.",
        "Nadira Makarin",
        "Menteri Pendidikan, Kebudayaan, dan Olahraga",
    ),
    (
        "Kepala Departemen Tabungan, Inklusi Desa dan Penyuluhan M. Ismar Riyanu mengatakan itu penting.",
        "M. Ismar Riyanu",
        "Kepala Departemen Tabungan, Inklusi Desa dan Penyuluhan",
    ),
    (
        '"Kami kaget," ujar East Java (North) Market Manager Rokata Apel, Stefani Widyana.',
        "Stefani Widyana",
        "East Java (North) Market Manager Rokata Apel",
    ),
    (
        'Rapat dihadiri Menteri Perikanan Rina Widyanta. "Kami hadir," kata Rina.',
        "Rina Widyanta",
        "Menteri Perikanan",
    ),
    (
        'Desainer sekaligus presenter Ivana Gunarsa pulang. "Saya pulang," kata Ivana Gunarsa.',
        "Ivana Gunarsa",
        "Desainer sekaligus presenter",
    ),
    (
        'Massa menuduh Dalman Osmari, pemimpin berpengaruh Sarwa dan pedagang. "Bohong," kata Osmari.',
        "Dalman Osmari",
        "pemimpin berpengaruh Sarwa",
    ),
    (
        "Demikian disampaikan Kepala Bidang Jembatan, Engga Sarwan, terkait jalan itu.\n"
        '"Jalan itu akan dibangun," katanya.',
        "Engga Sarwan",
        "Kepala Bidang Jembatan",
    ),
    (
        "Wakil Menteri Air dan Tata Ruang (Wamen Air), Ossa Dermana, mengatakan izin terbit.\n"
        "Wamen Air juga menekankan pentingnya musyawarah.",
        "Ossa Dermana",
        "Wakil Menteri Air dan Tata Ruang",
    ),
    (
        '"Aman," kata Kasatgas Pangan Polri Brigjen Helyo Asegara.',
        "Helyo Asegara",
        "Kasatgas Pangan Polri",
    ),
    (
        '"Tiga orang ditahan," terang Kasi Intelijen Kejaksaan Negeri Jombara I Made Dewana Putra.',
        "I Made Dewana Putra",
        "Kasi Intelijen Kejaksaan Negeri Jombara",
    ),
    (
        "Wakil Ketua Komisi I Wayan Subagra mengatakan rapat ditunda.",
        "Wayan Subagra",
        "Wakil Ketua Komisi I",
    ),
    (
        '"Batunya retak," kata ketua tim pemugaran Ni Wayan Karolita di Kananga.\nKarolita menutup situs. '
        '"Tutup," kata Karolita.',
        "Ni Wayan Karolita",
        "ketua tim pemugaran",
    ),
    ('"Aman," kata Ketua RT 05 RW 09 Imam Subekta.', "Imam Subekta", "Ketua RT 05 RW 09"),
    (
        "Satu dari 15 kuasa hukum Vidora Aldana, Yakara Hasaran, menyebut proses itu berat.",
        "Yakara Hasaran",
        "kuasa hukum Vidora Aldana",
    ),
    (
        "Pengasuh Nilo, instruktur anjing bernama Migela Sancara, 45 tahun, mengatakan anjing itu sehat.",
        "Migela Sancara",
        "Pengasuh Nilo",
    ),
    (
        '"Kami selidiki," kata Inspektur Jenderal Pasar dan Ketertiban Taluna Nilesha Bharana. '
        "Rapat digelar di Taluna.",
        "Nilesha Bharana",
        "Inspektur Jenderal Pasar dan Ketertiban Taluna",
    ),
    (
        "Menurut dokter spesialis anak, Profesor Harapan Parlina, sayur itu baik.",
        "Harapan Parlina",
        "dokter spesialis anak",
    ),
    (
        "Menteri Sekretaris Negara (Mensesneg) Prasetya Hadira tiba.\nPrasetya Hadira menjelaskan, dana ada.",
        "Prasetya Hadira",
        "Menteri Sekretaris Negara",
    ),
    (
        'Direktur Utama PT Arkana Media Tbk, Suwarjana menyampaikan ini.\n"Laba naik," ungkap Suwarjana.',
        "Suwarjana",
        "Direktur Utama PT Arkana Media Tbk",
    ),
]

# text, the names of its speakers in order
NAMES = [
    ("Darma Wibisa (Wisa) melaut. Menurut Wisa, ombak tinggi.", ["Darma Wibisa"]),
    (
        "Deputi Bidang Perizinan dan Tata Laksana Kementerian Pasar Nanika Murwana mengatakan itu baru.\n"
        "Kementerian Pasar berharap semua paham.",
        ["Nanika Murwana", "Kementerian Pasar"],
    ),
    (
        "Sekretaris Pers Gedung Biru, Karola Levita, menjawab. Gedung Biru mendesak pendukung bersabar.",
        ["Gedung Biru"],
    ),
    (
        "Bupati Muara Sardi Wiranta mengatakan jalan rusak. Dinas Jalan Muara mengatakan dana sudah ada.\n"
        "Ia menambahkan, dananya cukup.",
        ["Sardi Wiranta", "Dinas Jalan Muara", "Sardi Wiranta"],
    ),
    (
        '"Perahu siap," kata Ketua Fraksi Partai Gelombang, Jaza Juwana.\n'
        "Partai Gelombang mendesak pemerintah menolong nelayan.\n"
        '"Jangan sampai terlambat," pungkasnya.',
        ["Jaza Juwana", "Partai Gelombang", "Jaza Juwana"],
    ),
    ("Sardi Wiranta merupakan warga yang sempat berujar enggan memilih lagi.", ["Sardi Wiranta"]),
    ("Dengan begitu, kegiatan itu menunjukkan bahwa warga peduli.", []),
    ("Nolara dan Baldi sebagai wali murid mengaku senang melihat anak itu.", ["Nolara dan Baldi"]),
    (
        "Menteri Pangan Brenda Kuswala hadir di rapat tentang sapi yang akan diimpor tahun ini.\n"
        '"Kita buka impor sapi," kata pria yang akrab disapa Brenkus.\nBrenkus menjelaskan, harga turun.',
        ["Brenda Kuswala", "Brenda Kuswala"],
    ),
    (
        "Menko Perekonomian Tina Sanja Wirobumi rapat.\nPria yang akrab disapa TSW itu mengatakan dana ada.",
        ["Tina Sanja Wirobumi"],
    ),
    (
        '"Daya tampung cukup," tambah Gogara Suharwa.\n'
        "Keberhasilan itu diungkap oleh Kepala Dinas Pendidikan Taluna, Sadimara.\n"
        "Ia mengungkapkan bahwa murid bertambah.",
        ["Gogara Suharwa", "Sadimara"],
    ),
    (
        "Menurut remaja yang tamat dari Sekolah Menengah Kejuruan (SMK) itu, berjualan sate berat.",
        ["remaja yang tamat dari Sekolah Menengah Kejuruan (SMK) itu"],
    ),
    (
        "Lembaga penyiaran milik negara, Radio Sarwa Raya (RSR), mendesak warga pulang.",
        ["Radio Sarwa Raya"],
    ),
    ("Air mata Yulia Persana jatuh. Warga itu melaporkan Nungara Tejana, yang dianggap ibu, ke polisi.", []),
    (
        "Analis memperkirakan harga ikan naik.\n"
        "Salah satu pendiri dan kepala pemasaran di Merana, Marsina Kazmera menyebut pasar kaget.",
        ["Analis", "Marsina Kazmera"],
    ),
    (
        '"Kami latihan," kata Reza Palwana.\nKim/Seo mengalahkan Fajar/Rian. "Kami kalah," ujarnya.',
        ["Reza Palwana", "Reza Palwana"],
    ),
]


@pytest.mark.parametrize(("text", "name", "office"), OFFICES, ids=[text[:40] for text, *_ in OFFICES])
def test_an_office_is_whole_and_no_part_of_the_name(text: str, name: str, office: str) -> None:
    speaker = read(text).statements[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.role) == (name, office)


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[text[:40] for text, _ in NAMES])
def test_a_name_is_the_right_ones_in_its_fullest_form(text: str, names: list[str]) -> None:
    assert [one.speaker.name if one.speaker else None for one in read(text).statements] == names


@pytest.mark.parametrize(
    "day", ["dikutip Selasa (3/8/2023)", "kepada wartawan Kamis (10/8/2023) malam", "dikutip Jumat"]
)
def test_a_day_is_no_outlet(day: str) -> None:
    assert read(f'"Semua lancar," kata Darma Wibisa {day}.').statements[0].via == ()


def test_who_does_not_deny_concedes() -> None:
    statement = read("Darma Wibisa tidak menampik bila jembatan itu retak.").statements[0]
    assert (
        statement.kind.value,
        statement.content.of("Darma Wibisa tidak menampik bila jembatan itu retak."),
    ) == (
        "confirmation",
        "jembatan itu retak",
    )


def test_degrees_behind_a_name_are_not_said() -> None:
    text = "Menurut Prof. Dr. H. Sumarna Wiratama, S.H., M.Si., jembatan itu aman."
    statement = read(text).statements[0]
    assert statement.content.of(text) == "jembatan itu aman"


# text, what is said in it, its cue
SAID = [
    (
        '"Klub kami meminta maaf," begitu isi pernyataan resmi Klub Fenara.',
        '"Klub kami meminta maaf,"',
        "begitu",
    ),
    ('"Rudal itu tiba," demikian bunyi pernyataan Garda Taluna.', '"Rudal itu tiba,"', "demikian"),
    ('"Selamat ya," komentar Anisara Azara.', '"Selamat ya,"', "komentar"),
    ('"Saya harap tim siap," ia melanjutkan.', '"Saya harap tim siap,"', "melanjutkan"),
    (
        "Menurut Egalo, salah satu model yang laku adalah perahu kecil.",
        "salah satu model yang laku adalah perahu kecil",
        "Menurut",
    ),
    (
        "Menurut Solfana Efendra, yang rumahnya dekat, warga itu selalu sopan.",
        "warga itu selalu sopan",
        "Menurut",
    ),
    (
        "Temuan itu sejalan dengan riset lama, menurut Bertila Fredha, yang meneliti kopi di Karolina.",
        "Temuan itu sejalan dengan riset lama",
        "menurut",
    ),
    ("Ditegaskan Levitara bahwa rencana itu tetap berjalan.", "rencana itu tetap berjalan", "Ditegaskan"),
    (
        "Darma Wibisa menekankan terkait hasil rapat tahunan, yakni terkait tambang di hutan.",
        "terkait hasil rapat tahunan, yakni terkait tambang di hutan",
        "menekankan",
    ),
]


@pytest.mark.parametrize(("text", "words", "cue"), SAID, ids=[text[:40] for text, *_ in SAID])
def test_what_is_said_is_whole_and_nothing_else(text: str, words: str, cue: str) -> None:
    statement = read(text).statements[0]
    assert statement.cue is not None
    assert (statement.content.of(text), statement.cue.of(text)) == (words, cue)
