"""Who speaks is found in long and crowded sentences, and nobody speaks who cannot; all invented."""

import pytest

from claims.nlp.reading import read

# text, the name and the office of the speaker of its last statement
WHO = [
    (
        "Menteri Pasar (Menpas) sekaligus Juru Bicara Presiden Prasetya Hadira mengatakan dana ada.",
        "Prasetya Hadira",
        "Menteri Pasar (Menpas) sekaligus Juru Bicara Presiden",
    ),
    (
        '"Ia keliru," kata Profesor Ilmu Hukum di Universitas Culara Thitina Pongsara.',
        "Thitina Pongsara",
        "Profesor Ilmu Hukum di Universitas Culara",
    ),
    (
        '"Kami siap," kata Wakil Ketua Komisi VI DPR RI dari Fraksi Partai Gelombang Andra Rosada.',
        "Andra Rosada",
        "Wakil Ketua Komisi VI DPR RI dari Fraksi Partai Gelombang",
    ),
    (
        '"Harga naik," tulis Osfara Economics Chief Economist Riana Swetara.',
        "Riana Swetara",
        "Osfara Economics Chief Economist",
    ),
    ('"Saya ikhlas," kata Sukarjo, 45 tahun, warga Desa Muara.', "Sukarjo", "warga Desa Muara"),
    ('"Aman," kata Danramil 05/Muara Kapten Inf Suparna.', "Suparna", "Danramil 05/Muara"),
    (
        'Kuasa hukum Hastara, Ronara Talapa menanyakan surat itu. "Mana suratnya?" tanya Ronara Talapa.',
        "Ronara Talapa",
        "Kuasa hukum Hastara",
    ),
    (
        "Menteri Dalam Negeri (Mendagri) Tita Karnava memutuskan pulau itu milik Taluna.\n"
        "Namun Mendagri mengatakan keputusan itu bisa berubah.",
        "Tita Karnava",
        "Menteri Dalam Negeri (Mendagri)",
    ),
    (
        '"Marah dia," tutur pengacara korban, Ichwara Tuanka. '
        "Bahkan, sambung Ichwara, Habib Sarwa sempat datang.",
        "Ichwara Tuanka",
        "pengacara korban",
    ),
    (
        "Seorang warga bernama Darma Wibisa mengatakan jalan itu rusak.",
        "Darma Wibisa",
        "warga",
    ),
    ("Salah satu pengunjung bernama Sita Wonara mengaku antre lama.", "Sita Wonara", "pengunjung"),
    (
        "Felisa Sarwana, MD, ahli gizi di New Taluna Hospital juga mengungkapkan susu itu aman.",
        "Felisa Sarwana",
        "ahli gizi di New Taluna Hospital",
    ),
    (
        '"Utang aman," kata Direktur Jenderal Pengelolaan Kas dan Risiko Kementerian Keuangan Luka Wonara.',
        "Luka Wonara",
        "Direktur Jenderal Pengelolaan Kas dan Risiko Kementerian Keuangan",
    ),
    (
        '"Kamar penuh," kata Director of Sales and Marketing Division PT Mara, Irwara Kuncara.',
        "Irwara Kuncara",
        "Director of Sales and Marketing Division PT Mara",
    ),
    (
        '"Tiket habis," kata GM Sarwa Rana Cabang Makara, Agra Wonara.',
        "Agra Wonara",
        "GM Sarwa Rana Cabang Makara",
    ),
    (
        '"Peta itu tua," ujar kurator Museum Taluna, Giuna Wonara, seperti dikutip dari Pos Taluna.',
        "Giuna Wonara",
        "kurator Museum Taluna",
    ),
    (
        '"Peta itu tua," ujar salah satu pesilat asal Taluna, Giuna Wonara.',
        "Giuna Wonara",
        "pesilat asal Taluna",
    ),
    ('"Peta itu tua," ujar seorang teman, Giuna pergi.', "seorang teman", None),
    (
        "Menurut Gita Wonara selaku Dosen Hukum dan Ekonomi Universitas Taluna, magang berhak atas gaji.",
        "Gita Wonara",
        "Dosen Hukum dan Ekonomi Universitas Taluna",
    ),
    (
        "Gita Wonara, dosen Universitas Taluna dan Ketua Ikatan Rana, mengatakan magang berhak atas gaji.",
        "Gita Wonara",
        "dosen Universitas Taluna",
    ),
]

# text, the names of its speakers in order
NAMES = [
    (
        "Surat bocor yang beredar di kota itu memicu protes dan para lawannya menuduh ia berbohong.",
        ["para lawannya"],
    ),
    (
        "Dalam rekaman itu, yang beredar Senin, Patara Sinara menyapa lawannya dan mengkritik tentaranya.",
        ["Patara Sinara"],
    ),
    (
        '"Kami sedih," kata Hidaya Nurani.\nHal itu menurutnya, membuat relawan bertekad untuk berangkat.\n'
        '"Kami berangkat," ucapnya.',
        ["Hidaya Nurani", "Hidaya Nurani"],
    ),
    (
        '"Harusnya Menteri Fadlan diam," kata Muktara. Menteri Seni Fadlan Zonara tersenyum.\n'
        '"Saya diam," kata Fadlan.',
        ["Muktara", "Fadlan Zonara"],
    ),
    (
        '"Pelaku lari," kata Kabid Humas Polda Metro Taluna Komisaris Besar Polisi Adera Aryata Syamsa.\n'
        '"Ia membawa pisau," terang Adera Aryata.',
        ["Adera Aryata Syamsa", "Adera Aryata Syamsa"],
    ),
    (
        "Perusahaan riset Canala membenarkan pencurian itu. Kelompok peretas Gonja Daran mengaku pelakunya.\n"
        "Kelompok itu terkenal. Mereka mengancam akan menyerang lagi.",
        ["Perusahaan riset Canala", "Kelompok peretas Gonja Daran", "Kelompok peretas Gonja Daran"],
    ),
    (
        "Menteri Agama Sarwa Dharmala dalam jawaban tertulis kepada Pos Taluna menyatakan dana aman.\n"
        "Menurut dia, perintah pencairan itu hanya memperbarui administrasi.",
        ["Sarwa Dharmala", "Sarwa Dharmala"],
    ),
    (
        '"Bukan waralaba," kata Sukoyara. "Bagus," kata pensiunan TNI Angkatan Udara itu.',
        ["Sukoyara", "Sukoyara"],
    ),
    (
        "Rano Sarwita pulang. Menurut seorang teman dekatnya di akademi itu, Rano tidak bekerja.",
        ["seorang teman dekatnya di akademi itu"],
    ),
    ("Secara berkelakar, Anggita menyebut mereka sebagai tim sapu.", ["Anggita"]),
    ('Lagunya terkenal, seperti "Matahari Kita", begitu pun duetnya dengan Fariza Rama.', []),
    ("PM Osmeria Minta Maaf dan Didesak Mundur\nIa pulang.", []),
    ("Osmeria melancarkan serangan yang menurut mereka menyasar gudang.", []),
    ("Jika hasilnya tak ada, maka Darma Wibisa meminta gubernur membentuk tim.", ["Darma Wibisa"]),
    ("Perusahaan akan memberi tahu apa hak dan kewajiban magang, sehingga tak ada salah paham.", []),
    ('"Beta," kata Juru Bicara Munas Golkar Christa Aryana.', ["Christa Aryana"]),
    ("Kemarin Bu Menteri sudah menyampaikan aturan itu akan dibahas.", ["Menteri"]),
    ("Sutradara memuji, aku jadi malu.", []),
    ("Anak dapat membaca, menulis, dan berhitung.", []),
    ("Pelatih itu kepincut dengan talenta menjanjikan yang ditunjukkan Rama.", []),
]


@pytest.mark.parametrize(("text", "name", "office"), WHO, ids=[text[:40] for text, *_ in WHO])
def test_the_speaker_is_named_with_the_office(text: str, name: str, office: str) -> None:
    speaker = read(text).statements[-1].speaker
    assert speaker is not None
    assert (speaker.name, speaker.role) == (name, office)


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[text[:40] for text, _ in NAMES])
def test_nobody_else_speaks(text: str, names: list[str]) -> None:
    assert [one.speaker.name if one.speaker else None for one in read(text).statements] == names


def test_a_headline_denial_behind_a_link_is_not_the_first_speakers() -> None:
    text = (
        "Aktivis Minta Menteri Fadlan Dipecat Buntut Sangkal Kabar\nAktivis menuntut Fadlan Zonara dipecat."
    )
    assert "denial" not in [one.kind.value for one in read(text).statements]


def test_the_body_that_told_is_no_outlet() -> None:
    text = "Imbauan itu disampaikan oleh Kantor Pelabuhan Kelas II Taluna setelah gunung itu meletus."
    assert read(text).statements[0].via == ()


def test_what_people_are_told_to_do_stands_without_agar() -> None:
    text = "Darma Wibisa berpesan agar peserta tidak lelah."
    statement = read(text).statements[0]
    assert (statement.kind.value, statement.content.of(text)) == ("demand", "peserta tidak lelah")


@pytest.mark.parametrize("verb", ["berharap", "mengharapkan"])
def test_what_people_hope_stands_without_agar(verb: str) -> None:
    text = f"Darma Wibisa {verb} agar koperasi memakai teknologi."
    assert read(text).statements[0].content.of(text) == "koperasi memakai teknologi"


@pytest.mark.parametrize("body", ["The Fed", "American Autoimmune Association"])
def test_an_english_body_is_no_person(body: str) -> None:
    statements = read(f"{body} menegaskan vaksin aman. Menurut dia, stok cukup.").statements
    assert statements[0].speaker is not None
    assert (statements[0].speaker.name, statements[0].speaker.sort.value) == (body, "organisation")


OPENINGS = [
    "Dilansir Pos Taluna",
    "Seperti dikutip Pos Taluna, Senin (3/4)",
    "Mengutip Rana Digest",
    "Sependapat dengan Rana Kuntala",
    "Mewakili Rana Kuntala",
    "Terpisah",
]


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("subject", ["pelatih Taluna, Vicka Hora,", "dokter anak Vicka Hora"])
def test_who_opens_the_sentence_is_not_who_speaks(opening: str, subject: str) -> None:
    speaker = read(f"{opening}, {subject} mengatakan pemain muda itu cedera.").statements[-1].speaker
    assert speaker is not None
    assert speaker.name == "Vicka Hora"
    assert speaker.role in ("pelatih Taluna", "dokter anak")


def test_more_of_something_is_part_of_what_is_said() -> None:
    text = "Rama mengaku lebih memilih desa, meski jalannya rusak."
    assert read(text).statements[0].content.of(text) == "lebih memilih desa, meski jalannya rusak"
