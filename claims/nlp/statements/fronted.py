"""Statements whose words come before their verb of saying, or with it inside: C, kata X; A, lanjutnya, B."""

from claims.nlp.clause import CIRCUMSTANCE, is_clause, is_verb_form, skip_openers
from claims.nlp.complement import Opening, find_comma, find_opening
from claims.nlp.days import is_day_word, skip_day
from claims.nlp.endings import content_end, strip_tail
from claims.nlp.lexicon import PREDICATES, ROLE_HEADS, VERBS, WORD_CLASSES, Verb
from claims.nlp.matcher import Draft, Rule, Subject, Unit, make_draft
from claims.nlp.right_subjects import find_right_subject, find_speaker_after
from claims.nlp.statements.complements import content_span
from claims.nlp.statements.quoted import quote_before
from claims.nlp.voices import can_speak

LONGEST_SUBJECT = 8
ASIDE = WORD_CLASSES["aside"]
CONTRASTS = frozenset(("namun", "tetapi", "tapi", "sementara", "adapun"))
OPENING_VERBS = frozenset(("kata", "ujar", "tutur", "ucap", "ungkap", "sebut"))
BEFORE_VERB = frozenset((",", "dan", "lalu", "kemudian"))
SINGLE_SPEAKERS = frozenset(("dia", "ia", "mereka", "beliau"))


def goes_on_after(unit: Unit, at: int) -> bool:
    """Whether what is said goes on after the speaker: "Jumlah perahu, lanjutnya, mencapai 40 buah"."""
    lows, size = unit.lows, len(unit.lows)
    if at + 2 >= size or lows[at] != ",":
        return False
    after = at + 1
    if unit.inside[after] >= 0 or is_day_word(unit, after) or skip_day(unit, after) > after:
        return False
    aside = (CIRCUMSTANCE, ASIDE, VERBS)
    comma = lows.index(",", after) if "," in lows[after:] else size
    office = lows[after] in ROLE_HEADS and not is_clause(unit, after, comma)
    return size - after > 2 and not office and not any(lows[after] in words for words in aside)


def is_cut_clause(unit: Unit, at: int, end: int) -> bool:
    """Whether the verb stands between a clause's subject and its predicate: "Dia, lanjut X, meminta ..."."""
    lows = unit.lows
    if end + 2 >= len(lows) or lows[end] != "," or any(number >= 0 for number in unit.inside):
        return False
    predicate = lows[end + 1] in PREDICATES or is_verb_form(lows[end + 1])
    return predicate and at <= LONGEST_SUBJECT and not is_clause(unit, 0, at - 1)


def find_stop(unit: Unit, at: int) -> int:
    """The comma, question or exclamation mark that ends the clause before the verb at `at`; -1 if none."""
    if at == 0:
        return -1
    stop = at - 2 if unit.lows[at - 1] in ("demikian", "begitu") else at - 1
    return stop if stop > 0 and unit.lows[stop] in (",", "?", "!") and unit.inside[stop] < 0 else -1


def find_content_verb(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """C, kata X: the clause stands before the verb."""
    stop = find_stop(unit, at)
    if stop < 0:
        return None
    subject, _ = find_speaker_after(unit, at, verb)
    last = stop + 1 if unit.lows[stop] in "?!" else strip_tail(unit, 0, stop)
    if subject is None or last < 1 or (unit.lows[0] == "menurut" and not is_clause(unit, 1, last)):
        return None
    return make_draft(unit, at, verb, content_span(unit, 0, last), subject, score=0.95)


def find_split_content(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """A, kata X, B: the verb and its speaker stand inside the clause."""
    if find_stop(unit, at) < 0:
        return None
    subject, end = find_speaker_after(unit, at, verb)
    if subject is None or not (goes_on_after(unit, end) or is_cut_clause(unit, at, end)):
        return None
    first = skip_openers(unit, 0, at) if unit.lows[0] in CONTRASTS else 0
    last = content_end(unit, end + 1)
    if first >= at - 1:
        first = end + 1
    if last <= first:
        return None
    return make_draft(unit, at, verb, content_span(unit, first, last), subject, score=0.88)


def find_verb_clause(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """Kata dia, C; Ditambahkannya, C; Menurut X, C: verb and speaker first, then the clause."""
    if at > 0 and skip_openers(unit, 0, at) < at and unit.lows[at - 1] not in BEFORE_VERB:
        return None
    if verb.frame == "bare" and verb.form not in OPENING_VERBS:
        return None
    subject, end = find_speaker_after(unit, at, verb)
    if subject is None or end >= len(unit.lows):
        return None
    relative = end + (unit.lows[end] == ",")
    if unit.lows[relative : relative + 1] == ["yang"]:
        end = max(end, find_comma(unit, relative + 1))
    opening = find_opening(unit, end, len(unit.lows))
    if not opening.mark and "," in unit.lows[subject.first : subject.last]:
        subject, opening = without_aside(unit, subject)
    if not (opening.mark or may_omit_comma(unit, verb, subject)) or opening.at >= len(unit.lows):
        return None
    last = content_end(unit, opening.at)
    if last - opening.at < 2 or unit.lows[opening.at] == "yang":
        return None
    return make_draft(unit, at, verb, content_span(unit, opening.at, last), subject, score=0.93)


def without_aside(unit: Unit, subject: Subject) -> tuple[Subject, Opening]:
    """The subject up to its first comma, where what is said begins: "Menurut Wira, salah satu perahu ..."."""
    comma = unit.lows.index(",", subject.first)
    opening = find_opening(unit, comma, len(unit.lows))
    said = unit.lows[opening.at] == "salah" or is_clause(unit, opening.at, content_end(unit, opening.at))
    return (Subject(subject.first, comma), opening) if said else (subject, Opening(opening.at, ""))


def may_omit_comma(unit: Unit, verb: Verb, subject: Subject) -> bool:
    """Whether the clause may follow without a comma: after a clitic, or after "Menurut dia"."""
    if verb.frame in ("menurut-nya", "passive-nya"):
        return True
    single = subject.last - subject.first == 1 and unit.lows[subject.first] in SINGLE_SPEAKERS
    return verb.frame == "menurut" and single


def find_relative_clitic(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """... yang katanya C: what follows is said by the sentence's speaker."""
    if at < 1 or unit.lows[at - 1] != "yang" or verb.frame != "nya":
        return None
    last = content_end(unit, at + 1)
    if last - at < 3:
        return None
    subject, _ = find_speaker_after(unit, at, verb)
    return make_draft(
        unit, at, verb, content_span(unit, at + 1, last), subject or Subject(same=True), score=0.75
    )


def find_content_menurut(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """C, menurut X; C menurut X."""
    start = skip_openers(unit, 0, at)
    if start >= at or unit.lows[at - 1] in ("dan", "tata", "yang"):
        return None
    subject, _ = find_speaker_after(unit, at, verb)
    end = at - 1 if unit.lows[at - 1] == "demikian" else at
    last = strip_tail(unit, 0, end)
    if subject is None or last - start < 3 or not is_clause(unit, start, last):
        return None
    return make_draft(unit, at, verb, content_span(unit, start, last), subject, score=0.9)


def find_demikian(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """C, demikian (laporan) X; "...," begitu isi surat X: only where no verb of saying follows."""
    lows, size = unit.lows, len(unit.lows)
    quote = quote_before(unit, at)
    if at < 3 or at + 1 >= size or (quote is None and (lows[at - 1] != "," or lows[at] == "begitu")):
        return None
    if lows[at] == "begitu" and lows[at + 1] not in BEFORE_SOURCE | SOURCE_FORMS:
        return None
    first = at + 1
    verb_follows = lows[first] in VERBS and VERBS[lows[first]].frame in ("bare", "nya", "menurut")
    if verb_follows and not (lows[first] in SOURCE_FORMS and lows[first + 1] in SOURCE_FORMS):
        return None
    while first < size and lows[first] in BEFORE_SOURCE:
        first += 1
    named = first
    while named < size and lows[named] in SOURCE_FORMS:
        named += 1
    first = named if named < size and unit.words[named][0].isupper() else first
    subject, _ = find_right_subject(unit, first)
    last = strip_tail(unit, 0, at - 1)
    if subject is None or last < 1 or not can_speak(unit, subject.first, subject.last):
        return None
    content = quote.outer if quote is not None else content_span(unit, 0, last)
    return make_draft(unit, at, verb, content, subject, score=0.8)


SOURCE_FORMS = WORD_CLASSES["source-forms"]  # "demikian bunyi pernyataan resmi Dinas Pasar"
BEFORE_SOURCE = WORD_CLASSES["before-source"]
AFTER = frozenset(("bare", "both", "nya", "passive-nya"))
MENURUT = frozenset(("menurut", "menurut-nya"))
RULES = (
    Rule(
        "split-content",
        AFTER | MENURUT,
        find_split_content,
        "Jumlah perahu yang rusak, kata Darma Wibisa, mencapai 40 buah.",
        "Jumlah perahu yang rusak mencapai 40 buah, kata Darma Wibisa, Senin.",
    ),
    Rule(
        "content-verb",
        AFTER,
        find_content_verb,
        "Jembatan itu akan ditutup sampai Senin, kata Wali Kota Taluna Darma Wibisa.",
        "Ia memilih kata yang lembut.",
    ),
    Rule(
        "verb-clause",
        AFTER | MENURUT,
        find_verb_clause,
        "Ditambahkannya, jembatan baru akan selesai tahun depan.",
        "Kata itu pendek.",
    ),
    Rule(
        "relative-clitic",
        frozenset(("nya",)),
        find_relative_clitic,
        "Darma Wibisa mengutuk perusakan jembatan, yang katanya merupakan kejahatan besar.",
        "Darma Wibisa tahu siapa yang katanya.",
    ),
    Rule(
        "content-menurut",
        MENURUT,
        find_content_menurut,
        "Jembatan itu akan ditutup bulan depan, menurut Darma Wibisa.",
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
