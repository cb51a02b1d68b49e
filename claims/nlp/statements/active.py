"""Statements of a subject and an active verb: X mengatakan (bahwa) ..., X membantah ..., X mendesak Y ...."""

from dataclasses import replace

from claims.nlp.clause import is_clause, is_name_word
from claims.nlp.complement import Opening
from claims.nlp.endings import content_end, is_circumstance, strip_tail
from claims.nlp.lexicon import GIVEN_NAMES, ORGANISATIONS, Verb
from claims.nlp.matcher import Draft, Rule, Unit, make_draft
from claims.nlp.statements.complements import NOT_SAID, after_verb, draft_at
from claims.nlp.subjects import find_left_subject
from claims.nlp.voices import ADVERBIAL_STARTS
from claims.values import Kind


def find_verb_content(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X mengatakan (kepada Y) (, Senin,) (bahwa) C."""
    opening = after_verb(unit, at, verb)
    if opening.at >= len(unit.lows) or unit.lows[opening.at] in (".", ")"):
        return None
    if verb.frame == "inform" and opening.mark != "that":
        opening = find_that(unit, opening.at)
    if opening.at < 0 or not takes_complement(unit, verb, opening):
        return None
    wished = verb.kind is Kind.DEMAND or verb.form == "mengharapkan"
    if wished and unit.lows[opening.at] in PURPOSE:
        opening = Opening(opening.at + 1, "that", opening.audience)
    plain = 0.93 if verb.frame == "say" else 0.9
    return draft_at(
        unit, at, verb, opening, {"that": 0.97, "colon": 0.95, "comma": 0.95}.get(opening.mark, plain)
    )


AFTER_CHARGED = frozenset(("ke", "kepada", "atas", "terkait", "karena"))
POINTING = (["itu"], ["ini"], ["tersebut"])


def takes_complement(unit: Unit, verb: Verb, opening: Opening) -> bool:
    """Whether the verb's frame takes what follows: a quotation, a clause, a noun phrase, only "bahwa"."""
    first = opening.at
    quoted = unit.inside[first] >= 0
    if verb.frame == "quote":
        return quoted
    if verb.frame == "bahwa" and verb.form != "memutuskan":
        return opening.mark == "that"
    if opening.mark or quoted:
        return True
    if unit.lows[first] in NOT_SAID and unit.lows[first + 1 : first + 2] not in POINTING:
        return False
    if verb.frame == "report":
        return is_reported(unit, first) and not (
            names_person(unit, first) and not is_clause(unit, first, len(unit.lows))
        )
    clause = verb.frame not in ("tell", "label", "warn", "bahwa") or is_clause(unit, first, len(unit.lows))
    return clause and verb.frame != "mark"


def names_person(unit: Unit, first: int) -> bool:
    """Whether a bare complement is a person: "melaporkan Darma Wibisa ke polisi" reports nothing said."""
    if not is_name_word(unit.words[first]):
        return False
    last = first
    while last < len(unit.lows) and is_name_word(unit.words[last]):
        last += 1
    charged = last - first > 1 and unit.lows[first] not in ORGANISATIONS
    follows = unit.lows[last : last + 2]
    charged = charged and (not AFTER_CHARGED.isdisjoint(follows[:1]) or follows == [",", "yang"])
    return charged or unit.lows[first] in GIVEN_NAMES or unit.words[first] in unit.hints.alone


def is_reported(unit: Unit, first: int) -> bool:
    """Whether a bare complement of "mengungkapkan" is worth a statement: more than two words."""
    return len([word for word in unit.lows[first:] if word not in ".,"]) > 2


def find_that(unit: Unit, first: int) -> Opening:
    """The "bahwa" after an addressee: "memberi tahu anggota dewan bahwa C"."""
    for here in range(first, min(first + 14, len(unit.lows))):
        if unit.lows[here] in ("bahwa", ":"):
            return Opening(here + 1, "that", (first, here))
        if unit.lows[here] == "," and unit.inside[here] < 0:
            if unit.lows[here + 1 : here + 2] in (["sehingga"], ["lalu"], ["kemudian"], ["karena"]):
                break
            return Opening(here + 1, "comma", (first, here))
    return Opening(-1, "")


def bare_opening(unit: Unit, at: int, verb: Verb) -> int:
    """The first word of a complement that no comma or "bahwa" marks; -1 where one does."""
    opening = after_verb(unit, at, verb)
    return opening.at if not opening.mark and opening.at < len(unit.lows) else -1


def find_word(unit: Unit, first: int, words: frozenset[str]) -> int:
    """The next of some words within twenty words, or -1."""
    for here in range(first, min(first + 20, len(unit.lows))):
        if unit.lows[here] in words:
            return here
    return -1


def find_warn_that(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X mengingatkan Y bahwa C."""
    first = bare_opening(unit, at, verb)
    that = find_word(unit, first, WARNED | {"bahwa"}) if first >= 0 else -1
    if that < 0 or unit.lows[that] != "bahwa":
        return None
    return draft_at(unit, at, verb, Opening(that + 1, "that"), 0.93)


def find_warn_deed(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X memperingatkan Y agar C: a demand."""
    first = bare_opening(unit, at, verb)
    deed = find_word(unit, first, WARNED | {"bahwa"}) if first >= 0 else -1
    if deed < 0 or unit.lows[deed] == "bahwa":
        return None
    draft = draft_at(unit, at, verb, Opening(first + (deed == first), ""), 0.85)
    return replace(draft, kind=Kind.DEMAND) if draft is not None else None


def find_warn_of(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X memperingatkan Y dari C, in a noun phrase."""
    first = bare_opening(unit, at, verb)
    if first < 0 or is_clause(unit, first, len(unit.lows)):
        return None
    return draft_at(unit, at, verb, Opening(first, ""), 0.75)


def find_label(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """X menyebut Y sebagai Z; X menyebut Y "Z"."""
    first = after_verb(unit, at, verb).at
    last = content_end(unit, first)
    if last <= first or unit.inside[first] >= 0:
        return None
    named = "sebagai" in unit.lows[first:last]
    quoted = any(number >= 0 for number in unit.inside[first:last])
    if not named and not quoted:
        return None
    return draft_at(unit, at, verb, Opening(first, ""), 0.9)


def goes_on(unit: Unit, at: int) -> bool:
    """Whether a clause is said after the circumstances that begin at `at`."""
    lows = unit.lows[at:]
    if "bahwa" in lows or ":" in lows or any(unit.inside[here] >= 0 for here in range(at, len(unit.lows))):
        return True
    if "," not in lows:
        return len(lows) > 12 and "yang" not in lows
    comma = len(unit.lows) - 1 - lows[::-1].index(",")
    return not is_circumstance(unit, comma + 1, len(unit.lows) - 1)


def find_left_only(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """C, X mengatakan.: the clause stands before speaker and verb."""
    subject = find_left_subject(unit, at)
    if subject is None or subject.first < 4 or unit.lows[subject.first - 1] != ",":
        return None
    nxt = at + 1
    if nxt < len(unit.lows) and (
        unit.lows[nxt] not in (".", ",", "pada", "kepada", "dalam", "(") or goes_on(unit, nxt)
    ):
        return None
    last = strip_tail(unit, 0, subject.first - 1)
    if (
        any(number >= 0 for number in unit.inside[:last])
        or not is_clause(unit, 0, last)
        or unit.lows[0] in ADVERBIAL_STARTS
    ):
        return None
    return make_draft(unit, at, verb, unit.span(0, last), subject, score=0.8)


PURPOSE = frozenset(("agar", "supaya"))
WARNED = frozenset(("agar", "supaya", "untuk", "akan"))
WARN = frozenset(("warn",))
SAYING = frozenset(
    ("say", "tell", "report", "label", "warn", "inform", "bahwa", "rate", "quote", "both", "mark")
)
RULES = (
    Rule(
        "verb-label",
        frozenset(("label", "rate")),
        find_label,
        "Darma Wibisa menyebut rencana itu sebagai pemborosan.",
        "Darma Wibisa menyebut nama adiknya.",
    ),
    Rule(
        "warn-that",
        WARN,
        find_warn_that,
        "Darma Wibisa mengingatkan warga bahwa bendungan itu retak.",
        "Papan itu mengingatkan warga.",
    ),
    Rule(
        "warn-deed",
        WARN,
        find_warn_deed,
        "Darma Wibisa memperingatkan warga agar menjauhi bendungan.",
        "Darma Wibisa memperingatkan warga bahwa bendungan itu retak.",
    ),
    Rule(
        "warn-of",
        WARN,
        find_warn_of,
        "Darma Wibisa memperingatkan warga dari bahaya bendungan tua.",
        "Papan itu mengingatkan.",
    ),
    Rule(
        "content-subject-verb",
        frozenset(("say", "report", "tell")),
        find_left_only,
        "Jembatan itu akan ditutup sampai Senin, Darma Wibisa mengatakan.",
        "Pada hari yang cerah, Darma Wibisa mengatakan.",
    ),
    Rule(
        "verb-content",
        SAYING,
        find_verb_content,
        "Darma Wibisa mengatakan bahwa jembatan itu sudah ditutup.",
        "Darma Wibisa tidak mengatakan apa yang terjadi.",
    ),
)
