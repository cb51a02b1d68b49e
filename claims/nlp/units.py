"""Groups sentences into units of attribution: a quotation is never cut, a dateline is left out."""

import re
from collections.abc import Iterator

from claims.nlp.lexicon import OUTLETS, read_rows
from claims.nlp.matcher import Unit
from claims.values import Quote, Span, Text

DATELINE = re.compile(
    r"(?:[A-Z][\w.,'/ ]{1,40}? ?(?:\([^)\n]{2,40}\)|, [A-Z][\w.]{2,30}) ?(?:--?|–|—) ?"
    r"|[A-Z][A-Za-z ]{2,24}(?:, [A-Z][A-Za-z ]{2,20})?(?: --? ?| ?[–—] ?)"
    r"|[A-Z]{4,}(?: [A-Z]{3,})*(?:, [A-Z][\w.]+(?: com)?)? ?[-–—] ?"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)?: (?=[A-Z]))"
)
JUNK = re.compile("|".join(re.escape(opening) for (opening,) in read_rows("junk_openings")), re.IGNORECASE)
LONGEST = 4000


def skip_dateline(string: str, span: Span) -> Span:
    """The span without "Jakarta (ANTARA) - ", "JAKARTA, KOMPAS.com - ", "Moskow: "."""
    match = DATELINE.match(string, span.start, min(span.end, span.start + 90))
    if match is None or match.end() >= span.end:
        return span
    if match.group().rstrip().endswith(":") and match.group().split(":")[0].lower() in OUTLETS:
        return span
    return Span(match.end(), span.end)


def merge_over_quotes(
    sentences: tuple[Span, ...], quotes: tuple[Quote, ...]
) -> list[tuple[Span, list[Quote]]]:
    """Sentences joined so that no quotation is cut, each with its quotations."""
    merged: list[tuple[Span, list[Quote]]] = []
    at, start = 0, -1
    own: list[Quote] = []
    for sentence in sentences:
        start = sentence.start if start < 0 else start
        while at < len(quotes) and quotes[at].outer.start < sentence.end:
            own.append(quotes[at])
            at += 1
        if own and own[-1].outer.end > sentence.end:
            continue
        merged.append((Span(start, sentence.end), own))
        start, own = -1, []
    return merged


def cut_long(string: str, merged: list[tuple[Span, list[Quote]]]) -> Iterator[tuple[Span, list[Quote]]]:
    """Stretches without a full stop are cut at white space, so that the work on one unit stays bounded."""
    for span, own in merged:
        start, at = span.start, 0
        while span.end - start > LONGEST:
            space = string.rfind(" ", start + LONGEST // 2, start + LONGEST)
            end = space + 1 if space > 0 else start + LONGEST
            at, inside = take_quotes(own, at, Span(start, end))
            yield Span(start, end), inside
            start = end
        yield Span(start, span.end), take_quotes(own, at, Span(start, span.end))[1]


def take_quotes(own: list[Quote], at: int, span: Span) -> tuple[int, list[Quote]]:
    """The quotations from `at` on that lie wholly in the span, and where the next ones begin."""
    inside = []
    while at < len(own) and own[at].outer.start < span.end:
        if span.covers(own[at].outer):
            inside.append(own[at])
        at += 1
    return at, inside


def make_units(text: Text, quotes: tuple[Quote, ...]) -> list[Unit]:
    """The units of a text in order; lines that are no part of the story are left out."""
    units = []
    lines = iter(text.paragraphs)
    line = next(lines, None)
    for span, own in cut_long(text.string, merge_over_quotes(text.sentences, quotes)):
        while line is not None and line.end < span.end:
            line = next(lines, None)
        if JUNK.match(text.string, span.start):
            continue
        opens = line is not None and span.start == line.start
        body = (
            skip_dateline(text.string, span)
            if opens and not (own and own[0].outer.start == span.start)
            else span
        )
        unit = Unit(text.string, body, tuple(own))
        unit.first_of_line = opens
        unit.last_of_line = line is not None and span.end >= line.end
        unit.lost = not quotes
        units.append(unit)
    mark_headline(text, units)
    return units


def mark_headline(text: Text, units: list[Unit]) -> None:
    """The first line is a headline when it ends without a full stop and more follows."""
    if (
        len(text.paragraphs) > 1
        and units
        and units[0].first_of_line
        and units[0].start == text.paragraphs[0].start
    ):
        line = text.paragraphs[0]
        if units[0].end == line.end and text.string[line.end - 1] not in '.:"”' and len(line) < 160:
            units[0].headline = True
