"""Statements whose verb of saying stands beside a quotation: "...," kata X; X berkata: "..."."""

from claims.nlp.clause import CIRCUMSTANCE, skip_openers
from claims.nlp.days import is_day_word
from claims.nlp.lexicon import ROLE_HEADS, Verb
from claims.nlp.matcher import Draft, Rule, Subject, Unit, make_draft
from claims.nlp.right_subjects import find_right_subject
from claims.nlp.subjects import find_left_subject
from claims.values import Quote, QuoteForm, Span

NO_SUBJECT = Subject()


def quote_before(unit: Unit, at: int) -> Quote | None:
    """The quotation that ends right before word `at`, a comma between allowed."""
    here = at - 1
    if here >= 0 and unit.lows[here] in (",", ".", "?", "!") and unit.inside[here] < 0:
        here -= 1
    return unit.quotes[unit.inside[here]] if here >= 0 and unit.inside[here] >= 0 else None


def quote_after(unit: Unit, at: int) -> Quote | None:
    """The quotation that begins at word `at`, a comma or colon before it allowed."""
    while at < len(unit.lows) and unit.lows[at] in (",", ":", "bahwa") and unit.inside[at] < 0:
        at += 1
    return unit.quotes[unit.inside[at]] if at < len(unit.lows) and unit.inside[at] >= 0 else None


def clitic_span(unit: Unit, at: int) -> Span:
    """The "nya" at the end of word `at`."""
    return Span(unit.ends[at] - 3, unit.ends[at])


def with_front(unit: Unit, quote: Quote) -> tuple[Span, QuoteForm]:
    """The content with the unquoted words of its clause before it: "mixed" when there are any."""
    first = skip_openers(unit, 0, unit.at_char(quote.outer.start))
    start = unit.starts[first] if first < len(unit.starts) else quote.outer.start
    plain = unit.at_char(quote.outer.start) - first
    if plain < 2 or unit.lows[first + plain - 1] in (":", ".") or unit.inside[first] >= 0:
        return joined_quotes(unit, quote), QuoteForm.DIRECT
    return Span(start, quote.outer.end), QuoteForm.MIXED


def joined_quotes(unit: Unit, quote: Quote) -> Span:
    """The quotation together with quotations that stand right before it."""
    start = quote.outer.start
    for other in reversed(unit.quotes):
        if other.outer.end <= start and not unit.string[other.outer.end : start].strip(" ,."):
            start = other.outer.start
    return Span(start, quote.outer.end)


def with_second_half(unit: Unit, content: Span, at: int) -> Span:
    """The content up to a second quotation in the same sentence: "A," kata X, "B."."""
    for quote in unit.quotes:
        if quote.outer.start >= unit.starts[min(at, len(unit.starts) - 1)] and len(quote.inner) > 8:
            return Span(content.start, quote.outer.end)
    return content


def find_quote_verb(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """ "...," kata X: the quotation stands before the verb, its speaker after it."""
    quote = quote_before(unit, at)
    if quote is None:
        return None
    content, form = with_front(unit, quote)
    if verb.frame in ("nya", "passive-nya"):
        subject, end = Subject(clitic=clitic_span(unit, at)), at + 1
    else:
        found, end = find_right_subject(unit, at + 1)
        if found is None:
            return None
        subject = found
    content = with_second_half(unit, content, end)
    return make_draft(unit, at, verb, content, subject, score=0.97, quote=form)


def find_verb_quote(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """Kata X, "...": the verb and its speaker stand before the quotation."""
    if verb.frame == "nya":
        subject: Subject | None = Subject(clitic=clitic_span(unit, at))
        end = at + 1
    else:
        subject, end = find_right_subject(unit, at + 1)
    quote = quote_after(unit, end)
    if subject is None or quote is None or len(quote.inner) < 8:
        return None
    return make_draft(unit, at, verb, quote.outer, subject, score=0.92, quote=QuoteForm.DIRECT)


def find_quote_subject_verb(unit: Unit, at: int, verb: Verb) -> Draft | None:
    """ "...," X mengatakan: speaker and active verb stand after the quotation."""
    if at + 1 < len(unit.lows) and not closes_clause(unit, at + 1):
        return None
    subject = find_left_subject(unit, at)
    if subject is None or subject.first < 1:
        return None
    quote = quote_before(unit, subject.first)
    if quote is None:
        return None
    content, form = with_front(unit, quote)
    return make_draft(unit, at, verb, content, subject, score=0.93, quote=form)


def closes_clause(unit: Unit, at: int) -> bool:
    """Whether nothing said can begin at `at`: a stop, a day, a circumstance."""
    low = unit.lows[at]
    return (
        low in (".", ",", "(")
        or low in CIRCUMSTANCE
        or is_day_word(unit, at)
        or (low in ROLE_HEADS and False)
    )


AFTER = frozenset(("bare", "both", "nya", "passive-nya"))
BEHIND = AFTER | {"comment"}
ACTIVE = frozenset(("say", "tell", "report", "label", "own", "quote", "warn", "comment", "mark"))
RULES = (
    Rule(
        "quote-verb",
        BEHIND,
        find_quote_verb,
        '"Jembatan itu sudah kami tutup sejak pagi," kata Wali Kota Taluna Darma Wibisa.',
        'Ia memakai kata "jembatan" dalam sajaknya.',
    ),
    Rule(
        "verb-quote",
        AFTER,
        find_verb_quote,
        'Kata Darma Wibisa, "Jembatan itu sudah kami tutup."',
        "Kata Darma Wibisa itu tertulis di papan.",
    ),
    Rule(
        "quote-subject-verb",
        ACTIVE,
        find_quote_subject_verb,
        '"Jembatan itu sudah kami tutup," Darma Wibisa menegaskan.',
        'Papan bertuliskan "Jembatan" dan Darma Wibisa menegaskan jalan itu aman.',
    ),
)
