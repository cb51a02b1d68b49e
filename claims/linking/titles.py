"""Words a claim's title: its earliest plain wording, cut to a clause, speaker and cue removed."""

import re
from collections.abc import Sequence

from claims.linking.gist import ANSWERS
from claims.linking.stems import find_stem
from claims.linking.values import Told
from claims.linking.vocabulary import CHARGE
from claims.values import Kind, QuoteForm

LONGEST = 160
WITHHELD = "Bunyinya dicabut atas permintaan media"
SHORTEST = 30
ENOUGH_WORDS = 4
# "laporan adanya ribuan tentara ...", "tudingan bahwa perusahaan itu ...": what is denied begins after this
OPENING = re.compile(
    rf"^(?:(?:semua |segala )?(?:{CHARGE})(?: miring)?"
    r"(?: (?:yang )?(?:beredar|menyebut(?:kan)?|menyatakan|mengatakan))?"
    r"(?: (?:bahwa|adanya|tentang|soal|mengenai|terkait|jika|kalau|ada))?|bahwa|adanya|telah|pernah) +",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(
    r"[.!?;] |, (?:tetapi|namun|sementara|sedangkan|karena|sehingga|kata|ujar|menurut|padahal|meski)\b| — "
)
VERB = re.compile(
    r"^(?:me|ber|di|ter|lalai|sengaja|ikut|turut|tidak|bukan)\w*$|^(?:lalai|sengaja|ikut|turut|sudah|akan)$",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r", (?:kata|ujar|tutur|ucap|jelas|ungkap|lanjut|tambah|papar|terang|imbuh|sebut|tegas|kilah|sambung|klaim"
    r"|menurut)(?:nya)?\b[^,.;]{0,60}, ",
)
# "Dinas X yang dinilainya lalai": what somebody thinks of it is the claim
JUDGED = re.compile(r" yang (?:dinilai|dianggap|dituding|dituduh|disebut|diduga)nya\b ")
QUOTES = {"“": "”", '"': '"'}
MARKS = "\"“”'‘’ "


def make_title(told: Sequence[Told]) -> str:
    """The title of the claim behind reports in order of publication."""
    best = min(told, key=lambda report: (not report.text, plainness(report), report.order))
    if not best.text:
        return WITHHELD
    words = cut_clause(drop_asides(best.text.strip(MARKS)))
    if best.kind in ANSWERS:
        words = strip_opening(words)
    if best.gist.thin and len(words.split()) < ENOUGH_WORDS:
        words = best.title
    subject = missing_subject(best, words)
    title = f"{subject} {words}" if subject else words
    return shorten(title[:1].upper() + title[1:])


def plainness(report: Told) -> int:
    """0 for a claim in the outlet's plain words, more for what makes a worse title."""
    short = len(report.text.split()) < ENOUGH_WORDS
    answering = report.kind in ANSWERS
    return (
        4 * (report.gist.thin or short)
        + 2 * (answering or report.gist.negated)
        + (report.quote is QuoteForm.DIRECT)
    )


def cut_clause(text: str) -> str:
    """The first clause, where something follows that is none of it."""
    match = CLAUSE_END.search(text, SHORTEST)
    return balance((text[: match.start()] if match else text).strip(MARKS + ".,;"))


def balance(text: str) -> str:
    """The words with a quotation mark closed that was opened among them."""
    for opened, closed in QUOTES.items():
        inner = text.count(opened) if opened == closed else text.count(opened) - text.count(closed)
        if inner % 2 if opened == closed else inner > 0:
            return text + closed
    return text


def drop_asides(text: str) -> str:
    """The sentence without who says so in its midst: "Penyebabnya, ujar Sinta, belum dapat dipastikan"."""
    return JUDGED.sub(" ", ASIDE.sub(" ", text))


def strip_opening(text: str) -> str:
    """What is denied without the words that name it a report or charge."""
    while (match := OPENING.match(text)) and len(text[match.end() :].split()) >= ENOUGH_WORDS - 1:
        text = text[match.end() :]
    return text


def missing_subject(report: Told, words: str) -> str:
    """Who is meant where the content begins with its verb: the accused, or the one who denies."""
    first = words.split(maxsplit=1)[0] if words else ""
    if not VERB.match(first) or (
        find_stem(first.lower()) == first.lower() and first.lower() not in ("lalai", "sengaja")
    ):
        return ""
    if report.kind is Kind.ACCUSATION:
        return "" if report.target.lower() in words.lower() else report.target
    return report.speaker if report.kind is Kind.DENIAL else ""


def shorten(title: str) -> str:
    """At most 160 characters, cut between words."""
    if len(title) <= LONGEST:
        return title
    return title[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " ..."
