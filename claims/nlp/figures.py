"""Reads numbers with unit, range, approximation and Indonesian scale words."""

import re

from claims.nlp.lexicon import NUMBERS, UNITS
from claims.values import Figure, Span

ABOUT = "|".join(
    sorted((re.escape(word) for word, row in NUMBERS.items() if row[0] == "about"), key=len, reverse=True)
)
SCALE = "|".join(sorted((word for word, row in NUMBERS.items() if row[0] == "scale"), key=len, reverse=True))
WORDS = "|".join(sorted((word for word, row in NUMBERS.items() if row[0] == "word"), key=len, reverse=True))
VAGUE = "|".join(sorted((word for word, row in NUMBERS.items() if row[0] == "vague"), key=len, reverse=True))
NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
FIGURE = re.compile(
    rf"(?<![\w/.,])(?:(?P<about>{ABOUT}) )?(?:(?P<money>Rp\.? ?|US\$ ?|\$ ?))?"
    rf"(?:(?P<first>{NUMBER})"
    rf"(?:(?: ?(?P<scale1>{SCALE}))?(?:-| - |–| – | hingga | sampai )(?P<second>{NUMBER}))?"
    rf"|(?P<word>{WORDS})|(?P<vague>{VAGUE}))"
    rf"(?![\d/:])(?: ?(?P<scale>{SCALE})\b)?(?: ?(?P<unit>%|[a-zA-Z]+(?: AS\b)?))?",
    re.IGNORECASE,
)
CURRENCY = {"rp": "rupiah", "us$": "dolar AS", "$": "dolar"}


def parse_number(text: str) -> float:
    """ "1.280,5" is 1280.5; the full stop groups thousands, the comma is decimal."""
    return float(text.replace(".", "").replace(",", "."))


def scale_of(word: str | None) -> float:
    """What a scale word multiplies by; 1 without one."""
    return NUMBERS[word.lower()][1] if word else 1.0


def read_figure(match: re.Match[str]) -> Figure | None:
    """The figure of one match; None for a bare number word such as "satu" without unit."""
    scale = scale_of(match["scale"])
    unit = read_unit(match)
    upper = None
    if match["first"]:
        first_scale = scale_of(match["scale1"]) if match["scale1"] else scale
        value = parse_number(match["first"]) * first_scale
        upper = parse_number(match["second"]) * scale if match["second"] else None
    else:
        value = NUMBERS[(match["word"] or match["vague"]).lower()][1] * scale
        if unit is None and match["scale"] is None:
            return None
    about = bool(match["about"] or match["vague"])
    return Figure(Span(match.start(), figure_end(match, unit)), value, upper, about, unit)


def read_unit(match: re.Match[str]) -> str | None:
    """The unit: the currency before the number, or a known word after it."""
    if match["money"]:
        return CURRENCY[match["money"].strip(" .").lower()]
    word = match["unit"]
    if word is None:
        return None
    if word in UNITS or word.lower() in UNITS:
        return word
    first = word.split(" ")[0]
    return first if first.lower() in UNITS else None


def figure_end(match: re.Match[str], unit: str | None) -> int:
    """Where the figure ends: with its unit if that stands behind it."""
    if unit is not None and not match["money"]:
        return match.start("unit") + len(unit)
    for group in ("scale", "second", "first", "word", "vague"):
        if match[group]:
            return match.end(group)
    return match.end()


def find_figures(string: str, span: Span) -> tuple[Figure, ...]:
    """Every figure within the span."""
    words = string[span.start : span.end].lower().split()
    if NUMBER_WORDS.isdisjoint(words) and not DIGIT.search(string, span.start, span.end):
        return ()
    found = (read_figure(match) for match in FIGURE.finditer(string, span.start, span.end))
    return tuple(figure for figure in found if figure is not None and figure.span.end <= span.end)


DIGIT = re.compile(r"[0-9]")
NUMBER_WORDS = frozenset(word for word, row in NUMBERS.items() if row[0] in ("vague", "word"))
