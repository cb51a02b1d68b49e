"""Statements without a cue: a quotation that stands alone, verbatim words that go on after "..., kata X."."""

from claims.nlp.lexicon import Verb
from claims.nlp.matcher import Draft, Rule, Subject, Unit
from claims.values import Kind, QuoteForm, Span

SHORTEST = 12


def find_standing_quote(unit: Unit, _at: int, _verb: Verb) -> Draft | None:
    """A unit that is nothing but quotations: its speaker is that of the statement before."""
    if not unit.quotes:
        return None
    first, last = unit.quotes[0], unit.quotes[-1]
    if len(first.inner) < SHORTEST or outside(unit).strip(" .,-\u2013"):
        return None
    content = Span(first.outer.start, last.outer.end)
    return Draft(content, Kind.CLAIM, 0.85, Subject(same=True), None, QuoteForm.DIRECT, rule="standing-quote")


def outside(unit: Unit) -> str:
    """The characters of the unit that stand in no quotation."""
    parts, at = [], unit.start
    for quote in unit.quotes:
        parts.append(unit.string[at : quote.outer.start])
        at = quote.outer.end
    return "".join(parts) + unit.string[at : unit.end]


def find_standing_speech(unit: Unit, _at: int, _verb: Verb) -> Draft | None:
    """A sentence of a text that lost its marks, after a statement on the same line."""
    end = unit.end - (unit.string[unit.end - 1] == ".")
    if end <= unit.start:
        return None
    content = Span(unit.start, end)
    return Draft(
        content, Kind.CLAIM, 0.75, Subject(same=True), None, QuoteForm.DIRECT, rule="standing-speech"
    )


NO_CUE = frozenset(("none",))
RULES = (
    Rule(
        "standing-quote",
        NO_CUE,
        find_standing_quote,
        '"Jembatan itu aman," kata Darma Wibisa. "Kami sudah memeriksanya."',
        'Darma Wibisa menutup jembatan "Taluna".',
    ),
    Rule(
        "standing-speech",
        NO_CUE,
        find_standing_speech,
        "Air sungai itu naik.\nPerahu dagang tenggelam.\nDua orang hilang.\n"
        "Kami menutup jembatan itu, kata Darma Wibisa. Kami akan membukanya lagi bulan depan.",
        "Air sungai itu naik.\nPerahu dagang tenggelam.\nDua orang hilang.\n"
        "Jembatan itu ditutup, kata Darma Wibisa.\nSungai itu surut lagi.",
    ),
)
