"""Statements that answer, charge, demand or pledge: X membantah C, X menuduh Y C, X mendesak Y C."""

from claims.nlp.clause import is_name_word, is_verb_form
from claims.nlp.complement import CLAUSE_LINKS, Opening
from claims.nlp.lexicon import WORD_CLASSES, Verb
from claims.nlp.matcher import Draft, Rule, Unit
from claims.nlp.statements.complements import after_verb, draft_at

SPORT_OBJECTS = WORD_CLASSES["sport-objects"]
PURPOSE = frozenset(("agar", "supaya"))


DEED = frozenset(
    ("agar", "supaya", "untuk", "segera", "tidak", "jangan", "menghentikan", "akan", "bisa", "dapat")
)


ACCUSED = WORD_CLASSES["accused"]


def find_answer(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X membantah / membenarkan (bahwa C | NP)."""
    opening = after_verb(unit, at, verb)
    if opening.at < len(unit.lows) and unit.lows[opening.at] in SPORT_OBJECTS:
        return None
    if unit.lows[opening.at : opening.at + 1] and unit.lows[opening.at] in CLAUSE_LINKS:
        opening = Opening(opening.at + 1, "that", opening.audience)
    return draft_at(unit, at, verb, opening, 0.96)


def find_refusal(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X menolak tuduhan ...: a denial only where an accusation or criticism is refused."""
    opening = after_verb(unit, at, verb)
    if opening.at >= len(unit.lows) or unit.lows[opening.at] not in ACCUSED:
        return None
    return draft_at(unit, at, verb, opening, 0.92)


def find_charge(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X menuduh Y (telah) C; X mengecam act."""
    opening = after_verb(unit, at, verb)
    if opening.at >= len(unit.lows):
        return None
    score = 0.95 if verb.frame == "accuse" else 0.88
    return draft_at(unit, at, verb, opening, score)


def find_demand(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X mendesak Y (agar/untuk) C; X menyerukan C; X meminta agar C."""
    opening = after_verb(unit, at, verb)
    first = opening.at
    if first >= len(unit.lows):
        return None
    if unit.lows[first] in PURPOSE:
        opening = Opening(first + 1, "that", opening.audience)
    elif verb.frame == "agar" or (verb.form in ("meminta", "memohon") and not asks_deed(unit, first)):
        return None
    return draft_at(unit, at, verb, opening, 0.92)


def asks_deed(unit: Unit, first: int) -> bool:
    """Whether somebody is asked to do something, not asked for a thing."""
    for here in range(first, min(first + 24, len(unit.lows))):
        low = unit.lows[here]
        if low in DEED or (here > first and is_verb_form(low)):
            return True
        if low in (".", ";"):
            return False
    return is_name_word(unit.words[first])


def find_pledge(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X berjanji (akan) C; X mengancam akan C."""
    opening = after_verb(unit, at, verb)
    first = opening.at
    if first >= len(unit.lows):
        return None
    deed = unit.lows[first] in DEED or is_verb_form(unit.lows[first]) or opening.mark == "that"
    if (verb.form == "mengancam" and not deed) or unit.lows[first] == "yang":
        return None
    if unit.lows[first] == "untuk":
        opening = Opening(first + 1, opening.mark, opening.audience)
    return draft_at(unit, at, verb, opening, 0.93)


def find_own(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X mengaku / mengklaim / berharap C, with or without a subject of its own."""
    opening = after_verb(unit, at, verb)
    if opening.at >= len(unit.lows) or unit.lows[opening.at] in (".", "sebagai"):
        return None
    if unit.lows[opening.at] in PURPOSE:
        opening = Opening(opening.at + 1, "that", opening.audience)
    return draft_at(unit, at, verb, opening, 0.91)


def find_retraction(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X menarik kembali / mencabut pernyataannya."""
    first = at + len(verb.form.split())
    if not any(
        low.startswith(("pernyataan", "tuduhan", "klaim", "ucapan", "keterangan"))
        for low in unit.lows[at : first + 1]
    ):
        return None
    start = first if unit.lows[first - 1] == "kembali" or len(verb.form.split()) == 1 else first - 1
    return draft_at(unit, at, verb, Opening(start, ""), 0.85)


RULES = (
    Rule(
        "verb-answer",
        frozenset(("deny", "confirm")),
        find_answer,
        "Darma Wibisa membantah laporan adanya retakan pada jembatan.",
        "Kabar itu belum bisa membantah apa pun.",
    ),
    Rule(
        "refuse-charge",
        frozenset(("refuse",)),
        find_refusal,
        "Darma Wibisa menolak tuduhan menerima uang dari kontraktor.",
        "Darma Wibisa menolak undangan makan malam.",
    ),
    Rule(
        "verb-charge",
        frozenset(("accuse", "condemn")),
        find_charge,
        "Darma Wibisa menuduh kontraktor mengurangi besi jembatan.",
        "Orang yang dituduh itu pergi.",
    ),
    Rule(
        "verb-demand",
        frozenset(("ask", "agar")),
        find_demand,
        "Darma Wibisa mendesak kontraktor memperbaiki jembatan.",
        "Darma Wibisa meminta maaf kepada warga.",
    ),
    Rule(
        "verb-pledge",
        frozenset(("pledge",)),
        find_pledge,
        "Darma Wibisa berjanji akan membangun jembatan baru.",
        "Banjir mengancam kota itu.",
    ),
    Rule(
        "verb-own",
        frozenset(("own",)),
        find_own,
        "Darma Wibisa mengaku tidak menerima uang.",
        "Klub itu tidak mengaku kalah.",
    ),
    Rule(
        "verb-retract",
        frozenset(("retract",)),
        find_retraction,
        "Darma Wibisa mencabut pernyataannya tentang jembatan itu.",
        "Darma Wibisa mencabut rumput di halaman.",
    ),
)
