"""Statements that answer without answering: neither confirms nor denies, and no comment."""

from claims.nlp.complement import CLAUSE_LINKS, find_opening
from claims.nlp.endings import content_end
from claims.nlp.lexicon import WORD_CLASSES, Verb
from claims.nlp.matcher import Draft, Rule, Unit
from claims.nlp.subjects import find_left_subject
from claims.values import Kind

NEGATIONS = WORD_CLASSES["negations"]
REFUSALS = WORD_CLASSES["refusals"]
UNWILLING = WORD_CLASSES["unwilling"]
ANSWERS = WORD_CLASSES["answers"]
OR = WORD_CLASSES["or"]
COMMENTS = WORD_CLASSES["comments"]
GIVING = WORD_CLASSES["giving"]


def find_neither(unit: Unit, at: int, _verb: Verb) -> Draft | None:
    """X tidak membenarkan maupun membantah NP."""
    lows, size = unit.lows, len(unit.lows)
    if at == 0 or lows[at - 1] not in NEGATIONS or lows[at] not in ANSWERS:
        return None
    here = at + 1
    while here < size and (lows[here] in OR or lows[here] in ("tidak", "tak")):
        here += 1
    if here == at + 1 or here >= size or lows[here] not in ANSWERS:
        return None
    return draft_of(unit, at, here + 1, here + 1, Kind.NEITHER)


def find_concession(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X tak menampik (bahwa) C: who does not deny a thing concedes it."""
    if at == 0 or unit.lows[at - 1] not in NOT or verb.kind is not Kind.DENIAL:
        return None
    end = at + len(verb.form.split())
    first = find_opening(unit, end, len(unit.lows)).at
    first += unit.lows[first : first + 1] != [] and unit.lows[first] in CLAUSE_LINKS
    if first >= len(unit.lows) or unit.lows[first] in (".", ",", *OR):
        return None
    return draft_of(unit, at, end, first, Kind.CONFIRMATION)


def find_no_comment(unit: Unit, at: int, _verb: Verb) -> Draft | None:
    """X enggan berkomentar (mengenai NP); X tidak mau menanggapi NP."""
    lows, size = unit.lows, len(unit.lows)
    start = at
    if at > 0 and lows[at - 1] in GIVING:
        start -= 1
    if start > 0 and (lows[start - 1] in UNWILLING or lows[start - 1] == "untuk"):
        start -= 1
    refused = start > 0 and (lows[start - 1] in REFUSALS or (lows[start - 1] in NEGATIONS and start < at))
    if not refused:
        return None
    first = at + 1
    while first < size and lows[first] in (
        "lebih",
        "jauh",
        "banyak",
        "atas",
        "mengenai",
        "soal",
        "tentang",
        "terkait",
        "ihwal",
        "apa",
        "pun",
    ):
        first += 1
    return draft_of(unit, start, at + 1, first, Kind.NO_COMMENT)


def draft_of(unit: Unit, start: int, cue_end: int, first: int, kind: Kind) -> Draft | None:
    """The draft with its cue from before `start` on; content is what stays unanswered, or the cue itself."""
    subject = find_left_subject(unit, start - 1)
    if subject is None:
        return None
    last = content_end(unit, first) if first < len(unit.lows) else first
    content = unit.span(first, last) if last > first else unit.span(start, cue_end)
    return Draft(content, kind, 0.85, subject, unit.span(start - 1, cue_end), None, start)


NOT = NEGATIONS - {"belum", "bukan", "enggan", "menolak", "ogah"}
FRAMES = frozenset(("confirm", "deny", "say"))
RULES = (
    Rule(
        "neither",
        FRAMES,
        find_neither,
        "Darma Wibisa tidak membenarkan maupun membantah laporan itu.",
        "Darma Wibisa tidak membantah laporan itu.",
    ),
    Rule(
        "concession",
        frozenset(("deny",)),
        find_concession,
        "Darma Wibisa tak menampik adanya retakan pada jembatan.",
        "Darma Wibisa menampik adanya retakan pada jembatan.",
    ),
    Rule(
        "no-comment",
        frozenset(("comment",)),
        find_no_comment,
        "Darma Wibisa enggan berkomentar mengenai laporan itu.",
        "Darma Wibisa sedang menanggapi surat warga.",
    ),
)
