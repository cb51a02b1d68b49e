"""The names a text gives: where each stands, its fullest form, and what a short form stands for."""

import re
from bisect import bisect_left
from typing import NamedTuple

from claims.nlp.lexicon import (
    ADVERBS,
    BARE_TITLES,
    COUNTRIES,
    COUNTRY_WORDS,
    GIVEN_NAMES,
    MONTHS,
    OPENERS,
    ORGANISATIONS,
    OUTLETS,
    PLACES,
    ROLE_HEADS,
    ROLE_TAILS,
    VERBS,
    WEEKDAYS,
)
from claims.nlp.matcher import NO_HINTS, Hints
from claims.values import Span

PARTICLE = r"(?:(?:bin|binti|van|von|de|der|da|dos|del|el|ibn|du|la|al|of|the) )?"
CAPITAL = r"(?:(?:al|el|as|ad|ash)-)?[A-ZÀ-ÖØ-Þ][\w'’]*(?:-[\w'’]+)*(?:(?<=\b[A-Z])\.)?"
RUN = re.compile(rf"(?<![\w-]){CAPITAL}(?: {PARTICLE}{CAPITAL})*")
SHORT = re.compile(r" \(([A-Z][\w-]{1,14})\)")
NICKNAME = re.compile(
    r"(?:atau|alias|,? (?:sapaan akrab|yang akrab disapa|akrab disapa|biasa disapa|yang biasa disapa|disapa))$"
)
POST_DEGREES = frozenset(
    "SH MH MHum MSi SE MM MBA PhD ST MT SSos SPd MPd SAg MAg SIP SIK SKM MKes SKom MKom SPsi SPi SP MP SpOG SpPD SpA MSc "
    "MA BA LLM CN SHI MHI SThI STP SSi MSn SSn AMd SFarm Apt".split()
)
FUNCTION = frozenset(OPENERS) | frozenset(
    "menurut namun tetapi tapi kata ujar pada di dalam dari saat ketika setelah sebelum sementara sedangkan adapun bahkan "
    "hal kabar dan atau jika kalau karena untuk dengan oleh selain bagi kepada ini itu ia dia mereka kami kita saya para "
    "sejumlah beberapa seorang sebuah sebagai meski walau sejak usai sang si bila demikian baca lalu kemudian apakah apa "
    "mengapa kenapa siapa bagaimana tak tidak bukan ada juga masih akan telah sudah lewat melalui terkait soal serta pun "
    "bapak ibu hari tanggal antara seperti hingga sampai tadi kini lantas lebih salah".split()
)
WIDE_HEADS = frozenset(
    "kota kabupaten universitas institut partai pt bank polres polresta polsek polda kecamatan kelurahan desa sekolah fakultas "
    "klub perusahaan yayasan lembaga politeknik stasiun bandara gubernur bupati kapolres kapolsek camat lurah sma smp sman rsud "
    "kejari kodim korem kodam rs rt dusun kampung pesantren ponpes band grup".split()
)
STRONG_TAILS = frozenset(
    "united indonesia group grup tbk persero fc institute university center centre foundation ri".split()
)


INSIDE = frozenset("of the de van bin binti".split())


class Name(NamedTuple):
    """One printed name: its words, where it stands, and its words as a tuple."""

    text: str
    span: Span
    words: tuple[str, ...]


def is_material(word: str, hints: Hints = NO_HINTS) -> bool:
    """Whether a word can go on a role before a name: "Luar Negeri", "DPR", "Jawa"."""
    low = word.lower()
    if word in hints.alone:
        return False
    if (
        word[0].islower()
        or word[0].isdigit()
        or low in ROLE_TAILS
        or low in ROLE_HEADS
        or low in COUNTRY_WORDS
    ):
        return True
    if word in hints.places or (low in hints.common and low not in GIVEN_NAMES):
        return True
    return (
        low in PLACES or low in ORGANISATIONS or (len(word) > 1 and word.isupper()) or not word[0].isalpha()
    )


def find_title_end(words: list[str]) -> int:
    """The place after the last rank, honorific or degree that a word still follows, or -1."""
    for at in range(len(words) - 2, -1, -1):
        low = words[at].lower().rstrip(".")
        if low in BARE_TITLES and words[at][0].isupper() and low not in GIVEN_NAMES:
            return at + 1
    return -1


def find_name_start(words: list[str], hints: Hints = NO_HINTS) -> int:
    """Where the name begins in words that open with a role; their number when no name follows."""
    size = len(words)
    titled = find_title_end(words)
    if titled > 0:
        return titled
    at = 1
    while at < size and is_material(words[at], hints) and not begins_name(words, at):
        at += 1
    if at >= size:
        return initials_at_end(words)
    strong = max((i for i in range(at, size - 1) if ends_body(words[i])), default=-1)
    if strong >= 0:
        at = strong + 1
        while at < size - 1 and is_material(words[at], hints) and not begins_name(words, at):
            at += 1
    rest = words[at:]
    alone = next((i for i, word in enumerate(rest) if word in hints.alone), -1)
    if alone >= 0:
        return at + settle_alone(rest, alone, any(word.lower() in LOCAL for word in words[:at]), hints.loose)
    if len(rest) > 2 and rest[0] in hints.loose and rest[0].lower() not in GIVEN_NAMES:
        return at + 1
    place = max((i for i in range(len(rest) - 1) if rest[i] in hints.places), default=-1)
    if place >= 0:
        return at + place + 1
    if words[at - 1].lower() in WIDE_HEADS and rest[0].lower() not in GIVEN_NAMES and len(rest) > 1:
        given = next((i for i, word in enumerate(rest) if word.lower() in GIVEN_NAMES), -1)
        return at + (given if given > 0 else len(rest) > 2)
    return at


def ends_body(word: str) -> bool:
    """Whether a word inside a run of names belongs to a body, not to a person: "Samudra Sekuritas Fransiska Lie"."""
    low = word.lower()
    return low in STRONG_TAILS or (low in ROLE_TAILS and low not in NAME_TAILS and low not in GIVEN_NAMES)


NAME_TAILS = frozenset("agung jaya raya muda besar baru timur barat putra utama anak negara raja desa bumi putih darat laut terang".split())


LOCAL = frozenset(
    "dinas desa polres polresta polsek kecamatan dprd pdam bpbd puskesmas rsud satpol pemkab pemkot kabupaten kota kelurahan "
    "kejari kodim dukuh dusun pemda disdik dinkes kapolres kapolsek camat lurah kades kadis kadinkes".split()
)


def settle_alone(rest: list[str], alone: int, wide: bool, loose: frozenset[str] = frozenset()) -> int:
    """Where the name begins when one of its words is used alone elsewhere: at it, or at the given name before it."""
    if alone == 0:
        return 0
    if alone == len(rest) - 1 and rest[alone - 1] in loose:
        return alone
    if alone == len(rest) - 1 and alone == 1:
        return int(wide)
    if alone == len(rest) - 1:
        return alone - 1
    return alone


def begins_name(words: list[str], at: int) -> bool:
    """Whether a word that could go on a role is rather a given name: "Menteri Agama Imam Suryadi"."""
    low = words[at].lower()
    return (
        low in GIVEN_NAMES and words[at][0].isupper() and low not in ROLE_TAILS and low not in COUNTRY_WORDS
    )


def initials_at_end(words: list[str]) -> int:
    """A role may end in a person's initials ("Presiden SBY"); otherwise no name follows."""
    last = words[-1]
    if (
        len(words) == 2
        and last.isupper()
        and 2 <= len(last) <= 4
        and last.lower() not in ORGANISATIONS
        and last not in COUNTRIES
    ):
        return 1 if last not in ("RI", "AS", "TNI") else 2
    return len(words)


def strip_role(words: list[str], hints: Hints) -> int:
    """Where the name proper begins in a run of capitals."""
    size = len(words)
    at = 0
    while at < size - 1 and words[at].lower() in FUNCTION:
        at += 1
    while at < size - 1 and (words[at].lower() in WEEKDAYS or words[at].lower() in MONTHS):
        at += 1
    titled = find_title_end(words)
    if titled > 0:
        return titled
    if at < size and words[at].lower() in ROLE_HEADS:
        start = at + find_name_start(words[at:], hints)
        return start if start < size else at
    if at < size and words[at].lower().rstrip(".") in BARE_TITLES and at + 1 < size:
        return at + 1
    if at < size and (words[at].lower() in ORGANISATIONS or words[at].lower() in ROLE_TAILS):
        alone = next((i for i in range(at + 2, size) if words[i] in hints.alone or words[i].lower() in GIVEN_NAMES), -1)
        return alone if 0 < alone and size - alone <= 3 and not words[alone - 1].lower() in INSIDE else at
    lead = words[at]
    if size - at > 2 and (lead.isupper() or lead in COUNTRIES or lead.lower() in PLACES or lead in hints.places) and (
        words[at + 1].lower() in GIVEN_NAMES or words[at + 1] in hints.alone
    ):
        return at + 1
    if at == 0 and size > 1 and (words[0].lower() in VERBS or words[0].lower() in ADVERBS):
        return 1
    return at


def word_offsets(text: str) -> list[int]:
    """The offset of each word of a run."""
    offsets, at = [], 0
    for word in text.split(" "):
        offsets.append(at)
        at += len(word) + 1
    return offsets


SPEAKS_BEFORE = frozenset(form for form, verb in VERBS.items() if verb.frame in ("bare", "menurut"))
SPEAKS_AFTER = frozenset(form for form, verb in VERBS.items() if verb.frame not in ("bare", "menurut", "passive", "nya"))
PLACE_BEFORE = frozenset(
    "di ke dari asal warga kota kabupaten desa kecamatan provinsi pemkot pemkab pemprov polres polresta pemerintah negara "
    "ibu pulau teluk kepulauan wilayah penduduk presiden tentara pasukan militer parlemen polda distrik".split()
)
DATELINE_PLACE = re.compile(r"^([A-Z]{4,})(?=[ ,(-])", re.MULTILINE)
NEAR_WORD = re.compile(r" (?:juga |kemudian |lalu |pun |kembali |sendiri |tetap |telah |sempat |turut )?(\w+)")


def find_hints(string: str, runs: list[tuple[int, str]]) -> Hints:
    """What words before and after each run of capitals tell: "kata Sugeng" names a person, "di Randusari" a place."""
    alone, places = set(), set()
    followers: dict[str, set[str]] = {}
    for start, text in runs:
        before = string[max(0, start - 14) : start].rstrip("\"“ ,").rpartition(" ")[2].lower()
        words = text.split(" ")
        for word, follower in zip(words, [*words[1:], ""], strict=True):
            followers.setdefault(word, set()).add(follower)
        if len(words) == 1:
            after = NEAR_WORD.match(string, start + len(text))
            if before in SPEAKS_BEFORE or (after is not None and after.group(1) in SPEAKS_AFTER and text.lower() not in FUNCTION):
                alone.add(text)
        elif words[0].lower() in SPEAKS_BEFORE and len(words) == 2:
            alone.add(words[1])
        if before in PLACE_BEFORE and before not in ("presiden", "pemerintah") or (before == "pemerintah" and len(words) == 1):
            places.add(words[0])
        places.update(second for first, second in zip(words, words[1:], strict=False) if first.lower() in PLACE_HEADS)
    alone = {word for word in alone if word not in COUNTRIES and not word.isupper() and word.lower() not in ROLE_HEADS}
    places.update(match.group(1).capitalize() for match in DATELINE_PLACE.finditer(string))
    loose = {word for word, after in followers.items() if len(after) > 1 and word not in alone}
    return Hints(frozenset(alone - places), frozenset(string.split()), frozenset(loose), frozenset(places))


PLACE_HEADS = frozenset("kota kabupaten desa kecamatan provinsi pemkot pemkab pemprov polres polresta pemerintah pulau teluk".split())


def bare_word(word: str) -> str:
    """A word of a name without an article: "al-Zawahri" is met as "Zawahri" too."""
    return word[3:] if word[:3] in ("al-", "el-", "Al-", "El-") else word


def run_start(name: Name) -> int:
    """Where a name begins."""
    return name.span.start


class Names:
    """Every name of one text, found once; `resolve` gives the fullest form."""

    __slots__ = ("by_word", "headline", "hints", "long", "runs", "shorts", "string")

    def __init__(self, string: str, headline: int = 0) -> None:
        self.string = string
        self.headline = headline
        self.long: Name | None = None
        self.by_word: dict[str, list[Name]] = {}
        self.shorts: dict[str, Name] = {}
        self.runs: list[Name] = []
        found = [(match.start(), match.group()) for match in RUN.finditer(string)]
        self.hints = find_hints(string, found)
        for start, text in found:
            self.add(start, text)

    def add(self, start: int, text: str) -> None:
        """Keeps one run of capitals, its role taken off."""
        words = text.split(" ")
        while len(words) > 1 and words[-1].rstrip(".") in POST_DEGREES:
            text = text[: -len(words.pop()) - 1]
        first = strip_role(words, self.hints) if len(words) > 1 else 0
        begin = start + sum(len(word) + 1 for word in words[:first])
        name = Name(text[begin - start :], Span(begin, start + len(text)), tuple(words[first:]))
        self.runs.append(name)
        for word in name.words:
            self.by_word.setdefault(bare_word(word), []).append(name)
        if len(name.words) > 1 and name.span.start >= self.headline:
            self.long = name
        elif self.long is not None and NICKNAME.search(self.string, max(0, begin - 16), begin) and begin - self.long.span.end < 150:
            self.shorts.setdefault(name.text, self.long)
        short = SHORT.match(self.string, start + len(text))
        if short is not None and short.group(1) not in self.shorts:
            long = cut_to_initials(name, short.group(1))
            if long is not None:
                self.shorts[short.group(1)] = long

    def runs_from(self, at: int) -> list[Name]:
        """The names that stand at or right after `at` (two at most)."""
        found = bisect_left(self.runs, at, key=run_start)
        return self.runs[found : found + 2]

    def resolve(self, text: str, at: int) -> Name | None:
        """The fullest form of a name that stands at `at`; None where the text has no fuller one."""
        if text in self.shorts:
            return self.shorts[text]
        words = text.split(" ")
        wanted = {bare_word(word) for word in words}
        found = [name for name in self.by_word.get(bare_word(words[-1]), ()) if wanted <= set(map(bare_word, name.words))]
        body = [name for name in found if name.span.start >= self.headline]
        found = body or [name for name in found if len(name.words) <= len(words)]
        if not found:
            return None
        return pick_name(found, at, len(words))


def pick_name(found: list[Name], at: int, size: int) -> Name | None:
    """Among names that hold the short one, the fullest; of different people, the nearest before."""
    longer = [name for name in found if len(name.words) > size and len(name.words) <= 6]
    if not longer:
        return found[0]
    before = [name for name in longer if name.span.start <= at]
    near = before[-1] if before else longer[0]
    words = set(near.words)
    fuller = [name for name in longer if words < set(name.words)]
    best = max(fuller, key=lambda name: len(name.words)) if fuller else near
    return next(name for name in longer if name.words == best.words)


def cut_to_initials(name: Name, short: str) -> Name | None:
    """The last words of a name whose initials are the short form: "... Lembaga Survei Kita (LSK)"."""
    words = name.words
    for first in range(len(words)):
        letters = "".join(part[0] for word in words[first:] for part in word.split("-") if part).upper()
        if letters == short.upper():
            begin = name.span.start + sum(len(word) + 1 for word in words[:first])
            return Name(" ".join(words[first:]), Span(begin, name.span.end), words[first:])
    return name if is_subsequence(short.lower(), name.text.lower()) else None


def is_subsequence(short: str, long: str) -> bool:
    """Whether the letters of the short form occur in the long one in this order: "Jokowi" in "Joko Widodo"."""
    if not long.startswith(short[0]):
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def is_outlet(text: str) -> bool:
    """Whether a name is a known outlet's."""
    return text.lower() in OUTLETS
