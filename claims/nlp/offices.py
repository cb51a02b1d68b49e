"""Finds the office that a text gives a person anywhere beside the name: before it, or between commas."""

import re

from claims.nlp.clause import is_verb_form
from claims.nlp.lexicon import (
    BARE_TITLES,
    GIVEN_NAMES,
    PEOPLE,
    ROLE_CLASSES,
    ROLE_HEADS,
    ROLE_TAILS,
    VERBS,
    WORD_CLASSES,
)
from claims.nlp.matcher import Hints
from claims.nlp.naming import BODY_CALLING, find_name_start
from claims.nlp.titles import RANK_TAILS
from claims.values import Span

REACH = 240
LONGEST = 24
KIN = WORD_CLASSES["kin"] | WORD_CLASSES["crowds"] | WORD_CLASSES["fellows"]
BREAK = re.compile(r"[.;:!?\n\"“”\[\]—–]|\((?![^()\n]{2,40}\))|(?<!\w)\)")
WORD = re.compile(r"[^\s,-][^\s,]*")
PREPOSITION = re.compile(
    r"(?:kepada|dengan|dari|untuk|bagi|terhadap|bersama|menurut|pada|para|majelis) $", re.IGNORECASE
)
ASIDE = re.compile(r", (?:kata|ujar|tutur|ucap|ungkap|lanjut|tambah|menurut) $")
SERVED = re.compile(  # "kuasa hukum Sarwa Wibisa, Darma"
    r"(?<!\w)((?:[Tt]im )?"
    r"(?:[Kk]uasa [Hh]ukum|[Pp]engacara|[Pp]enasihat [Hh]ukum|[Mm]anajer|[Aa]sisten|[Aa]judan)"
    r"(?: [A-Z][\w.'-]*){1,4})$"
)
NEXT = re.compile(r" (?:juga |kemudian |lalu |pun )?([a-z]+)")
BEHIND = re.compile(
    r"(?: \([^()\n]{1,30}\))?, (?:yang juga |selaku |seorang |salah seorang |salah satu )?"
    r"(?=([^\n,.;:()\"“”]{4,90})(?:[,.(]| dan ))"
)


def find_office(string: str, name: Span, hints: Hints) -> Span | None:
    """The office that stands before the name at `name`, or behind it between commas."""
    before = find_before(string, name, hints)
    if before is not None or ASIDE.search(string, max(0, name.start - 12), name.start):
        return before  # ", kata Darma Wibisa, ketua ..." goes on with what Darma says
    return find_behind(string, name.end, hints)


def find_before(string: str, name: Span, hints: Hints) -> Span | None:
    """The office right before a name, or before the comma that opens it: "Ketua DPRD, Darma Wibisa, ..."."""
    begin = max(0, name.start - REACH)
    for mark in BREAK.finditer(string, begin, name.start):
        begin = mark.end()
    apposed = string.endswith(", ", begin, name.start)
    if apposed and not closes_aside(string, name.end):
        return None
    served = SERVED.search(string, begin, name.start - 2) if apposed else None
    if served is not None:
        return Span(served.start(1), served.end(1))
    comma = string.rfind(",", begin, name.start - 2 * apposed)
    if comma >= 0 and string.startswith((" dan ", " serta "), comma + 1):
        comma = -1  # "Menteri Riset, Seni, dan Olahraga"
    words = list(WORD.finditer(string, max(begin, comma + 1), name.start))
    office = join_office(words[-LONGEST:], hints)
    cut = begin == name.start - REACH or len(words) > LONGEST
    if cut and office is not None and office.start == words[-LONGEST:][0].start():
        return None  # half an office may be another's: "Menteri Air" of "Wakil Menteri Air"
    spoken_to = apposed and office is not None and PREPOSITION.search(string, begin, office.start)
    if spoken_to and not string.startswith((",", " (", "."), name.end):  # "Kepada hakim, Wira mengatakan"
        return None
    return None if office is not None and calls_for_body(string, office, name, hints) else office


def calls_for_body(string: str, office: Span, name: Span, hints: Hints) -> bool:
    """Whether the name may be the body that a bare office calls for: "pelatih Sarwa Muda"."""
    if office.of(string).lower() not in BODY_CALLING:
        return False
    return not any(word in hints.alone or word.lower() in GIVEN_NAMES for word in name.of(string).split())


def closes_aside(string: str, end: int) -> bool:
    """Whether a name that ends at `end` is no part of a list: a comma or a verb follows."""
    if string.startswith((",", " (", "."), end):
        return True
    word = NEXT.match(string, end)
    return word is not None and (word.group(1) in VERBS or is_verb_form(word.group(1)))


def join_office(words: list[re.Match[str]], hints: Hints) -> Span | None:
    """The office at the end of the words: its first head to its last word that is no bare title."""
    first = last = len(words)
    while last and (is_title(words, last - 1) or words[last - 1].group()[0] == "("):
        last -= 1
    for at in range(last - 1, -1, -1):
        if not (goes_on_office(words[at].group(), hints) or (at and is_head(words, at - 1))):
            break
        low = words[at].group().lower()
        if low in KIN:
            break
        first = at if ROLE_CLASSES.get(low) == "head" or is_head(words, at) else first
    if first >= last:
        return None
    return Span(words[first].start(), words[last - 1].end())


def is_head(words: list[re.Match[str]], at: int) -> bool:
    """Whether two words open an office: "juru bicara", "tokoh kuat"."""
    pair = " ".join(word.group().lower() for word in words[at : at + 2])
    return ROLE_CLASSES.get(pair) == "head"


def is_title(words: list[re.Match[str]], at: int) -> bool:
    """Whether a word is a rank or honorific, or goes on one."""
    word = words[at].group().rstrip(".")
    return word.lower() in BARE_TITLES or (word in RANK_TAILS and at > 0 and is_title(words, at - 1))


def goes_on_office(word: str, hints: Hints) -> bool:
    """Whether a word can stand inside an office: a name of a body or place, no person's, no verb."""
    low = word.lower()
    if word[0] == "(" and word[-1] == ")":
        return True
    if low in ROLE_TAILS or low in ROLE_HEADS or low in PEOPLE or low == "sekaligus":
        return True
    return word[0].isupper() and word not in hints.alone and low not in GIVEN_NAMES and low not in VERBS


def find_behind(string: str, end: int, hints: Hints) -> Span | None:
    """The office between commas behind a name that ends at `end`: "Darma Wibisa, ketua DPRD Taluna, ..."."""
    opens = BEHIND.match(string, end)
    if opens is None:
        return None
    words = list(WORD.finditer(string, opens.end(), opens.end(1)))
    joined = [at for at, word in enumerate(words) if word.group() in ("dan", "yang")]
    words = words[: joined[0]] if joined else words
    lows = [word.group().lower() for word in words]
    if not 1 < len(words) <= LONGEST or lows[0] not in ROLE_HEADS or lows[0] in KIN | BARE_TITLES:
        return None
    if any((is_verb_form(low) and low not in ROLE_TAILS) or low in VERBS for low in lows[1:]):
        return None
    rest = find_name_start([word.group() for word in words], hints)
    return Span(words[0].start(), words[-1].end()) if len(words) - rest < 2 else None
