"""Where the parts of a reporting clause begin and end: subject, what is said, circumstances."""

from claims.nlp.lexicon import (
    ADVERBS,
    HEADLINE_VERBS,
    MONTHS,
    OPENERS,
    OUTLET_STARTS,
    PREDICATES,
    PRONOUNS,
    ROLE_HEADS,
    VERBS,
    WEEKDAYS,
)
from claims.nlp.matcher import Unit, find_phrase

CIRCUMSTANCE = frozenset(
    "di dalam pada kepada saat ketika usai seusai setelah sebelum seperti sebagaimana melalui lewat dikutip dilansir "
    "mengutip melansir merujuk mengacu menanggapi merespons merespon sambil seraya didampingi ditemui dihubungi "
    "dikonfirmasi disela belum baru-baru kemarin tanpa menyusul terkait soal tentang mengenai sebelumnya hari tadi "
    "malam dalam via sebagai selepas sesaat sewaktu sembari menjawab menyinggung semalam ihwal perihal ke kala "
    "usia jelang menjelang sehari sepekan".split()
)
CONJUNCTIONS = frozenset(
    "dan serta namun tetapi tapi sedangkan sementara sambil seraya lalu kemudian dengan sembari".split()
)
NEW_SUBJECT = frozenset("namun tetapi tapi sedangkan sementara dan".split())
ACTIVE_FRAMES = frozenset(
    "say tell report label warn inform own deny confirm accuse condemn ask pledge refuse bahwa agar retract rate both mark".split()
)
STRONG_FRAMES = frozenset(
    "say report label rate deny accuse confirm condemn pledge ask own inform refuse tell warn".split()
)
SAYING_SUBJECTS = frozenset(
    "hal kabar informasi pernyataan kronologi ini itu keterangan berita rencana keputusan pesan pengumuman".split()
)
BREAKS = frozenset('.;:!?"“”„«»')
CLAUSE_WORDS = frozenset(
    "akan telah sudah tidak tak bisa dapat harus adalah ada bukan belum sedang masih ingin perlu merupakan tengah "
    "mesti bakal mampu boleh siap pernah ialah yakni tetap hanya".split()
)
PERSONAL = frozenset(word for word, kind in PRONOUNS.items() if kind in ("own", "you"))


def is_quoted(unit: Unit, at: int) -> bool:
    """Whether the word stands inside a quotation."""
    return unit.inside[at] >= 0


def is_name_word(word: str) -> bool:
    """Whether a word is printed as a name."""
    return word[0].isupper()


def skip_day(unit: Unit, at: int) -> int:
    """The place after a day given at `at` ("hari Selasa (16/10/2024) malam"), or `at`."""
    lows, size = unit.lows, len(unit.lows)
    here = at
    while here < size and lows[here] in ("pada", "hari", "tanggal"):
        here += 1
    if here >= size or not is_day_word(unit, here):
        return at
    while here < size and is_day_part(unit, here):
        here += 1
    if here < size and lows[here] == "(":
        close = find_close(unit, here)
        here = close + 1 if close > 0 and lows[here + 1][0].isdigit() else here
    while here < size and lows[here] in DAY_PARTS:
        here += 1
    return here


DAY_PARTS = frozenset("lalu malam pagi siang sore petang dini kemarin ini waktu setempat wib".split())


def is_day_word(unit: Unit, at: int) -> bool:
    """Whether a day begins here: a weekday, or a number before a month."""
    low = unit.lows[at]
    if low in WEEKDAYS:
        return low != "minggu" or unit.words[at][0].isupper()
    return low.isdigit() and at + 1 < len(unit.lows) and unit.lows[at + 1] in MONTHS


def is_day_part(unit: Unit, at: int) -> bool:
    """Whether the word goes on naming a day."""
    low = unit.lows[at]
    if low == ",":
        return at + 1 < len(unit.lows) and is_day_word(unit, at + 1)
    return low in WEEKDAYS or low in MONTHS or low in DAY_PARTS or (low.isdigit() and len(low) in (1, 2, 4))


def find_close(unit: Unit, at: int) -> int:
    """The closing bracket of the one at `at`, within 25 words; 0 if none."""
    for here in range(at + 1, min(at + 25, len(unit.lows))):
        if unit.lows[here] == ")":
            return here
    return 0


def skip_adverbs_left(unit: Unit, at: int, floor: int) -> int:
    """The place after the last word before `at` that is no adverb, day or bracket."""
    while at > floor:
        low = unit.lows[at - 1]
        if low in ADVERBS:
            at -= 1
            continue
        aged = at - 3 >= floor and (unit.lows[at - 3].isdigit() or unit.lows[at - 2] == "tahun")
        if at - 2 >= floor and not aged and is_adverbial_pair(unit.lows[at - 2], low):
            at -= 2
            continue
        moved = skip_day_left(unit, at, floor)
        if moved == at:
            return at
        at = moved
    return at


PERIODS = frozenset("saat kala waktu hari kali pekan bulan minggu tahun malam pagi siang sore".split())
PERIOD_ENDS = frozenset("ini itu lalu kemarin tersebut sebelumnya silam".split())


def is_adverbial_pair(first: str, second: str) -> bool:
    """Whether two words make an adverbial: "secara tegas", "saat itu", "bulan lalu"."""
    if (first, second) == ("pertama", "kali"):
        return True
    if second == "kali":
        return first in ("sering", "berulang", "beberapa", "acap")
    if first == "secara" or (first == "dengan" and second in MANNERS):
        return True
    return first in PERIODS and second in PERIOD_ENDS


MANNERS = frozenset("tegas keras jelas lugas lantang bangga singkat tenang santai gamblang nada yakin".split())


def skip_day_left(unit: Unit, at: int, floor: int) -> int:
    """The place before a day that ends at `at` (with its commas), or `at`."""
    comma = unit.lows[at - 1] == ","
    end = at - 1 if comma else at
    for size in range(1, 11):
        start = end - size
        if start < floor:
            return at
        if skip_day(unit, start) == end and unit.lows[start] != ",":
            while start - 1 > floor and unit.lows[start - 1] in ("hari", "pada"):
                start -= 1
            return start - 1 if start > floor and unit.lows[start - 1] == "," else start
    return at


def is_clause(unit: Unit, first: int, last: int) -> bool:
    """Whether words look like a clause: they hold a verb or a modal word that is not in a relative clause."""
    lows = unit.lows
    for at in range(first, last):
        low = lows[at]
        if low in ("yang", "untuk", "dengan"):
            return False
        if low in CLAUSE_WORDS or (at > first and (is_verb_form(low) or low in PREDICATES)):
            return True
        if low in ("itu", "tersebut", "ini") and first < at < last - 2 and lows[at + 1] not in CIRCUMSTANCE and lows[at + 1].isalpha():
            return True
    return False


NOT_VERBS = frozenset(
    "direktur direksi diskon distribusi diplomat diplomasi diplomatik digital dinding diesel disiplin diskusi dividen divisi "
    "dinamika diktator dimensi dirinya distrik dialog direktorat diabetes difabel diaspora menteri mentan mental menit "
    "menantu menara menlu menhan menkeu menkes mendagri mensos mendag menhub menag menko menpora memori member "
    "memorandum merek merdeka meriah merah merpati mereka melalui melati melayu berita berbagai beragam beras berkas "
    "beranda terhadap tentang tersebut tersangka terdakwa terbaru terakhir terkait tertentu terlebih termasuk tersebut "
    "terduga teroris terorisme terminal terkini berikut berikutnya bernama berusia bersama bersih berat mengenai "
    "menjelang menurut melainkan bersangkutan berkat berdasarkan bernomor bertepatan mentega mertua terang".split()
)


def is_verb_form(low: str) -> bool:
    """A rough sign of a verb: its prefix."""
    return (
        len(low) > 5
        and low[:2] in ("me", "di", "be", "te")
        and low.startswith(("men", "mem", "ber", "ter", "mel", "mer", "di"))
        and low not in NOT_VERBS
    )


def find_active_verb(unit: Unit, at: int, limit: int) -> int:
    """The reporting verb that follows at `at` over adverbs, or -1."""
    lows = unit.lows
    while at < limit and (lows[at] in ADVERBS or lows[at] == "juga"):
        at += 1
    if at < limit and not is_quoted(unit, at):
        verb = VERBS.get(lows[at])
        if verb is not None and verb.frame in ACTIVE_FRAMES:
            return at
    return -1


def find_second_clause(unit: Unit, at: int, limit: int) -> int:
    """Where a new reporting clause begins after the conjunction at `at`: its verb, or -1.

    "... dan menyatakan", "... namun Inggris menyatakan".
    """
    verb = find_active_verb(unit, at + 1, limit)
    if verb >= 0:
        return verb
    if unit.lows[at] not in NEW_SUBJECT:
        return -1
    for here in range(at + 1, min(at + 9, limit)):
        low = unit.lows[here]
        if low in ",.;:" or low in ("yang", "untuk", "bahwa"):
            return -1
        found = VERBS.get(low)
        if found is not None and found.frame in STRONG_FRAMES and not is_quoted(unit, here):
            return here
        if is_verb_form(low) or low in ("akan", "tidak", "adalah"):
            return -1
    return -1


def ends_with_relay(unit: Unit, at: int) -> bool:
    """Whether the words after the comma at `at` name who passed the words on: ", seperti dikutip X"."""
    lows, size = unit.lows, len(unit.lows)
    if at + 1 >= size:
        return False
    low = lows[at + 1]
    if low in ("seperti", "sebagaimana", "sebagaimana"):
        return at + 2 < size and (lows[at + 2] in RELAYING or lows[at + 2] == "yang")
    if low in ("demikian", "dikutip", "dilansir", "mengutip", "melansir", "menurut", "menurutnya", "begitu"):
        return True
    verb = VERBS.get(low)
    if verb is not None and verb.frame in ("bare", "nya") and at + 2 <= size:
        return True
    return is_outlet_report(unit, at + 1)


RELAYING = frozenset(
    "dikutip dilansir dilaporkan diberitakan dimuat ditulis dikatakan disampaikan dikabarkan diwartakan disebutkan dituturkan "
    "diungkapkan dijelaskan ditegaskan dikemukakan dinyatakan tercantum tertulis disiarkan".split()
)


def is_outlet_report(unit: Unit, at: int) -> bool:
    """Whether "The Washington Post melaporkan" stands at `at`: capitals, then a verb of reporting."""
    size = len(unit.lows)
    here = at
    while here < size and here < at + 6 and is_name_word(unit.words[here]):
        here += 1
    if here == at or here >= size:
        return False
    verb = VERBS.get(unit.lows[here])
    return (
        verb is not None
        and verb.frame in ("say", "tell", "report")
        and (unit.lows[at] in OUTLET_STARTS or here + 1 >= size - 1 or unit.lows[here + 1] in CIRCUMSTANCE)
    )


def content_end(unit: Unit, first: int, limit: int | None = None) -> int:
    """The word before which the content that begins at `first` ends."""
    lows = unit.lows
    size = len(lows) if limit is None else limit
    at = first
    while at < size:
        low = lows[at]
        if unit.inside[at] >= 0:
            at += 1
            continue
        if low == "," and (ends_with_relay(unit, at) or is_comma_conjunction(unit, at, size)):
            return at
        if low in CONJUNCTIONS and at > first and find_second_clause(unit, at, size) >= 0:
            return at - 1 if lows[at - 1] == "," else at
        if low == "dalam" and at > first + 1 and lows[at + 1 : at + 2] == ["upaya"]:
            return at
        if low == "," and at + 2 < size and lows[at + 1] in SAID_NOUNS and lows[at + 2] == "yang":
            return at
        if low in (";", "—") and at > first:
            return at
        if low in ("-", "–") and at > first and is_spaced(unit, at):
            return at
        at += 1
    return strip_tail(unit, first, size)


SAID_NOUNS = frozenset("tuduhan tudingan klaim pernyataan kabar tudingan".split())


def is_spaced(unit: Unit, at: int) -> bool:
    """Whether a dash has white space before it."""
    return unit.starts[at] > unit.ends[at - 1]


def is_comma_conjunction(unit: Unit, at: int, size: int) -> bool:
    """Whether the comma is followed by a second verb of saying: ", menyatakan", ", yang menyebut"."""
    if at + 1 >= size:
        return False
    nxt = unit.lows[at + 1]
    if nxt in CONJUNCTIONS:
        return find_second_clause(unit, at + 1, size) >= 0
    verb = VERBS.get(nxt)
    return verb is not None and verb.frame in ("say", "deny", "accuse") and not is_quoted(unit, at + 1)


def strip_tail(unit: Unit, first: int, last: int) -> int:
    """The content's end without its full stop and without closing circumstances: ", di Jakarta, Senin (3/2)"."""
    lows = unit.lows
    while last > first and lows[last - 1] in (".", ",", ";"):
        last -= 1
    comma = last - 1
    steps = 0
    while comma > first and steps < 14:
        if lows[comma] == "," and is_circumstance(unit, comma + 1, last):
            return strip_tail(unit, first, comma)
        comma -= 1
        steps += 1
    return last


def is_circumstance(unit: Unit, at: int, last: int) -> bool:
    """Whether the words are nothing but a day, or a place with a day after it."""
    if skip_day(unit, at) >= last > at:
        return True
    if " ".join(unit.lows[at:last]) in (
        "belum lama ini",
        "baru-baru ini",
        "kemarin",
        "hari ini",
        "tadi malam",
    ):
        return True
    return (
        unit.lows[at] in ("saat", "ketika", "usai", "seusai")
        and last - at < 9
        and unit.lows[at + 1 : at + 2] != []
        and (
            unit.lows[at + 1]
            in ("dikonfirmasi", "dihubungi", "ditemui", "ditanya", "dimintai", "konferensi", "jumpa", "rapat")
        )
    )


def skip_openers(unit: Unit, at: int, limit: int) -> int:
    """The place after links such as "Namun," or "Sementara itu,"."""
    while at < limit:
        if unit.lows[at] == ",":
            at += 1
            continue
        found = find_phrase(OPENERS, unit.lows, at)
        if found is None:
            return at
        at = found[0]
    return at


def headline_verb(unit: Unit, at: int) -> bool:
    """Whether the word can be a headline's verb: printed with a capital, not first."""
    return unit.headline and at > 0 and unit.lows[at] in HEADLINE_VERBS


def starts_role(low: str) -> bool:
    """Whether the word opens a role."""
    return low in ROLE_HEADS
