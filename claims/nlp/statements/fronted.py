"""Statements whose words come first and whose verb of saying follows: C, kata X; C, lanjutnya, D; menurut X, C."""

from claims.nlp.clause import CIRCUMSTANCE, is_clause, skip_openers
from claims.nlp.complement import find_opening
from claims.nlp.days import is_day_word, skip_day
from claims.nlp.endings import content_end, strip_tail
from claims.nlp.lexicon import ROLE_HEADS, VERBS, WORD_CLASSES, Verb
from claims.nlp.matcher import Draft, Rule, Subject, Unit
from claims.nlp.right_subjects import find_right_subject
from claims.values import QuoteForm, Span

ASIDE = WORD_CLASSES["aside"]


def clitic_span(unit: Unit, at: int) -> Span:
    """The "nya" at the end of word `at`."""
    return Span(unit.ends[at] - 3, unit.ends[at])


def subject_after(unit: Unit, at: int, verb: Verb) -> tuple[Subject | None, int]:
    """The speaker after the verb: its clitic, or the noun phrase that follows."""
    if verb.frame in ("nya", "passive-nya", "menurut-nya"):
        return Subject(clitic=clitic_span(unit, at)), at + 1
    return find_right_subject(unit, at + 1)


def second_half(unit: Unit, at: int) -> bool:
    """Whether what is said goes on after the speaker: "Jumlah korban, lanjutnya, mencapai 40 orang"."""
    lows, size = unit.lows, len(unit.lows)
    if at + 2 >= size or lows[at] != ",":
        return False
    nxt = at + 1
    if unit.inside[nxt] >= 0 or is_day_word(unit, nxt) or skip_day(unit, nxt) > nxt:
        return False
    if lows[nxt] in CIRCUMSTANCE or lows[nxt] in ASIDE or lows[nxt] in ROLE_HEADS or lows[nxt] in VERBS:
        return False
    return size - nxt > 2


def find_content_verb(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """C, kata X: the clause stands before the verb."""
    stop = at - 2 if unit.lows[at - 1] in ("demikian", "begitu") else at - 1
    if stop < 1 or (unit.lows[stop] != "," and not closes_question(unit, stop)) or unit.inside[stop] >= 0:
        return None
    subject, end = subject_after(unit, at, verb)
    if subject is None:
        return None
    if second_half(unit, end):
        return split_draft(unit, at, verb, subject, end)
    last = strip_tail(unit, 0, stop)
    if closes_question(unit, stop):
        last = stop + 1
    if last < 1:
        return None
    content = outer_span(unit, 0, last)
    cue = unit.span(at, at + 1)
    return Draft(
        content, verb.kind, "content-verb", 0.95, subject, cue, None, (end, len(unit.lows)), verb.frame, at
    )


def closes_question(unit: Unit, at: int) -> bool:
    """Whether a question or shout ends at the word: "Siapa yang datang? tanya X"."""
    return unit.lows[at] in ("?", "!")


def outer_span(unit: Unit, first: int, last: int) -> Span:
    """The span of the words, with the marks of a quotation at its end."""
    span = unit.span(first, last)
    number = unit.inside[last - 1]
    end = max(span.end, unit.quotes[number].outer.end) if number >= 0 else span.end
    return Span(span.start, end)


def split_draft(unit: Unit, at: int, verb: Verb, subject: Subject, end: int) -> Draft | None:
    """The draft of a clause with the verb of saying inside it."""
    first = (
        skip_openers(unit, 0, at) if unit.lows[0] in ("namun", "tetapi", "tapi", "sementara", "adapun") else 0
    )
    last = content_end(unit, end + 1)
    cue = unit.span(at, at + 1)
    if first >= at - 1:
        first, last_word = end + 1, last
        return Draft(
            unit.span(first, last_word),
            verb.kind,
            "split-content",
            0.85,
            subject,
            cue,
            None,
            (at + 1, at + 1),
            verb.frame,
            at,
        )
    content = outer_span(unit, first, last)
    return Draft(
        content, verb.kind, "split-content", 0.88, subject, cue, None, (at + 1, at + 1), verb.frame, at
    )


OPENING_VERBS = frozenset(("kata", "ujar", "tutur", "ucap", "ungkap", "sebut"))


def find_verb_clause(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """Kata dia, C; Ditambahkannya, C; Menurutnya, C: verb and speaker first, then the clause."""
    if (
        at > 0
        and skip_openers(unit, 0, at) < at
        and not unit.lows[at - 1] in (",", "dan", "lalu", "kemudian")
    ):
        return None
    if verb.frame == "bare" and verb.form not in OPENING_VERBS:
        return None
    subject, end = subject_after(unit, at, verb)
    if subject is None or end >= len(unit.lows):
        return None
    opening = find_opening(unit, end, len(unit.lows))
    if not opening.mark and verb.frame not in ("menurut-nya", "passive-nya"):
        return None
    if opening.at >= len(unit.lows):
        return None
    last = content_end(unit, opening.at)
    if last - opening.at < 2:
        return None
    content = outer_span(unit, opening.at, last)
    return Draft(
        content,
        verb.kind,
        "verb-clause",
        0.93,
        subject,
        unit.span(at, at + 1),
        None,
        (end, opening.at),
        verb.frame,
        at,
    )


def find_menurut(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """Menurut X, C; C, menurut X; A, menurut X, B; C menurut X."""
    if at and unit.lows[at - 1] in ("dan", "tata") and unit.lows[at - 1] != ",":
        return None
    subject, end = subject_after(unit, at, verb)
    if subject is None:
        return None
    cue = unit.span(at, at + 1)
    start = skip_openers(unit, 0, at)
    if start >= at:
        return find_verb_clause(unit, at, verb) or unmarked_clause(unit, at, verb, subject, end)
    if second_half(unit, end):
        return split_draft(unit, at, verb, subject, end)
    last = strip_tail(unit, 0, at)
    if not is_clause(unit, start, last) or last - start < 3:
        return None
    content = outer_span(unit, start, last)
    return Draft(
        content, verb.kind, "content-menurut", 0.9, subject, cue, None, (end, len(unit.lows)), verb.frame, at
    )


def unmarked_clause(unit: Unit, at: int, verb: Verb, subject: Subject, end: int) -> Draft | None:
    """Menurut dia harga naik: no comma between a pronoun and the clause."""
    if verb.frame == "menurut" and not (
        subject.last - subject.first == 1
        and unit.lows[subject.first] in ("dia", "ia", "mereka", "beliau", "saya")
    ):
        return None
    last = content_end(unit, end)
    if last - end < 2:
        return None
    return Draft(
        outer_span(unit, end, last),
        verb.kind,
        "verb-clause",
        0.88,
        subject,
        unit.span(at, at + 1),
        None,
        (end, end),
        verb.frame,
        at,
    )


def find_demikian(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """C, demikian (laporan) X: only where no verb of saying follows."""
    if at < 3 or unit.lows[at - 1] != "," or at + 1 >= len(unit.lows):
        return None
    first = at + 1
    if unit.lows[first] in VERBS and VERBS[unit.lows[first]].frame in ("bare", "nya", "menurut"):
        return None
    while first < len(unit.lows) and unit.lows[first] in ("laporan", "antara", "lain", "isi"):
        first += 1
    subject, end = find_right_subject(unit, first)
    if subject is None:
        return None
    content = outer_span(unit, 0, strip_tail(unit, 0, at - 1))
    return Draft(
        content,
        verb.kind,
        "content-demikian",
        0.8,
        subject,
        unit.span(at, at + 1),
        None,
        (end, len(unit.lows)),
        verb.frame,
        at,
    )


AFTER = frozenset(("bare", "both", "nya", "passive-nya"))
RULES = (
    Rule(
        "content-verb",
        AFTER,
        find_content_verb,
        "Jembatan itu akan ditutup sampai Senin, kata Wali Kota Taluna Darma Wibisa.",
        "Ia memilih kata yang lembut.",
    ),
    Rule(
        "verb-clause",
        AFTER,
        find_verb_clause,
        "Ditambahkannya, jembatan baru akan selesai tahun depan.",
        "Kata itu pendek.",
    ),
    Rule(
        "menurut",
        frozenset(("menurut", "menurut-nya")),
        find_menurut,
        "Menurut Darma Wibisa, jembatan itu akan ditutup.",
        "Barang disusun menurut warna.",
    ),
    Rule(
        "content-demikian",
        frozenset(("demikian",)),
        find_demikian,
        "Dua kapal tenggelam di Teluk Sarwa, demikian laporan Radio Taluna.",
        "Keadaannya memang demikian.",
    ),
)
FORMS = QuoteForm
