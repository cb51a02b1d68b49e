"""Finds what stands between quotation marks: straight, curly, doubled, unclosed, one for both ends."""

import re

from claims.values import Quote, Span

MARK = re.compile(r"[\"“”„‟«»]|''|‘‘|’’|‘’|``")
SINGLE = re.compile(r"(?<!\w)['‘’](?=\w)[^'‘’\n]{1,300}(?<=[\w.,!?])['’](?!\w)")
CUE_AFTER = re.compile(
    r"[,.?!] ?(?:kata|ujar|ucap|tutur|jelas|tegas|ungkap|terang|imbuh|tambah|lanjut|papar)(?:nya)?\b"
)


def is_opening(string: str, start: int, end: int, mark: re.Match[str]) -> bool:
    """Whether a mark looks like an opening one: white space before it, a word after it."""
    before = string[mark.start() - 1] if mark.start() > start else " "
    after = string[mark.end()] if mark.end() < end else " "
    if mark.group() in ("“", "„", "«") and not after.isspace():
        return True
    return (before.isspace() or before in "([—–-:") and not after.isspace() and after not in ",.;:)"


def make_quote(opening: re.Match[str], end: int, inner_end: int) -> Quote:
    """A closed quote from its opening mark to `end`."""
    return Quote(Span(opening.start(), end), Span(opening.end(), max(opening.end(), inner_end)))


def close_open_quote(string: str, opening: re.Match[str], limit: int) -> Quote:
    """An unclosed quote ends before the verb of saying, or with its line."""
    cue = CUE_AFTER.search(string, opening.end(), limit)
    end = cue.start() + 1 if cue else limit
    span = Span(opening.start(), end)
    return Quote(span, Span(opening.end(), max(opening.end(), end)), closed=False)


def pair_marks(string: str, paragraph: Span, marks: list[re.Match[str]]) -> list[Quote]:
    """Pairs the marks of one paragraph from left to right."""
    quotes: list[Quote] = []
    opening: re.Match[str] | None = None
    for mark in marks:
        looks_open = is_opening(string, paragraph.start, paragraph.end, mark)
        if opening is None:
            opening = mark if looks_open else None
        elif looks_open and mark.group() in ("“", "„", "«") and mark.start() - opening.end() > 3:
            quotes.append(close_open_quote(string, opening, mark.start()))
            opening = mark
        else:
            quotes.append(make_quote(opening, mark.end(), mark.start()))
            opening = None
    if opening is not None:
        quotes.append(close_open_quote(string, opening, paragraph.end))
    return quotes


def find_quotes(string: str, paragraphs: tuple[Span, ...]) -> tuple[Quote, ...]:
    """Every quotation between double marks, in text order."""
    quotes: list[Quote] = []
    marks = list(MARK.finditer(string))
    at = 0
    for paragraph in paragraphs:
        own = []
        while at < len(marks) and marks[at].start() < paragraph.end:
            own.append(marks[at])
            at += 1
        if own:
            quotes.extend(pair_marks(string, paragraph, own))
        else:
            quotes.extend(find_spoken_singles(string, paragraph))
    return tuple(quotes)


def find_spoken_singles(string: str, paragraph: Span) -> list[Quote]:
    """Speech between single marks, told by the stop inside them: 'Jalan rusak, Pak,' tulis akun itu."""
    if (
        "'" not in string[paragraph.start : paragraph.end]
        and "‘" not in string[paragraph.start : paragraph.end]
    ):
        return []
    found = find_single_quotes(string, paragraph)
    return [quote for quote in found if len(quote.inner) > 8 and string[quote.inner.end - 1] in ",.?!"]


def find_single_quotes(string: str, span: Span) -> list[Quote]:
    """Quotations between single marks inside `span`: 'pahlawan'."""
    return [
        Quote(Span(match.start(), match.end()), Span(match.start() + 1, match.end() - 1))
        for match in SINGLE.finditer(string, span.start, span.end)
    ]
