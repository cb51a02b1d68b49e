"""Reads a text: composes the stages and gives every statement with who, what, how, when, through whom."""

from datetime import date

from claims.nlp.attribution import attribute
from claims.nlp.circumstances import Printing
from claims.nlp.doubled import without_doubled
from claims.nlp.gluing import loosen
from claims.nlp.quotes import find_quotes
from claims.nlp.sentences import find_paragraphs, split_text
from claims.nlp.units import make_units
from claims.nlp.version import READER_VERSION
from claims.values import Findings, Mention, Speaker, Statement

__all__ = ["READER_VERSION", "read"]


def read(text: str, *, published: date | None = None, outlet: str | None = None) -> Findings:
    """Everything said in `text` (one paragraph a line, the first may be the title), in text order.

    `published` resolves weekdays and days without a year; `outlet` is the outlet that printed the text.
    Any string is read without error; every span lies inside it.
    """
    loosened = loosen(text)
    findings = read_loose(loosened.string, Printing(published, outlet))
    return loosened.back(findings, text) if loosened.spaces else findings


def read_loose(string: str, printing: Printing) -> Findings:
    """Everything said in a text whose words stand apart."""
    whole = split_text(string, without_doubled(string, find_paragraphs(string)))
    quotes = find_quotes(string, whole.paragraphs)
    statements = attribute(string, make_units(whole, quotes), printing)
    return Findings(whole, tuple(statements), collect_mentions(statements))


def collect_mentions(statements: list[Statement]) -> tuple[Mention, ...]:
    """The mentions of speakers behind the statements, each place once, in text order."""
    found = {}
    for statement in statements:
        speaker = statement.speaker
        if speaker is not None and speaker.span is not None:
            found[speaker.span] = make_mention(speaker)
    return tuple(mention for _, mention in sorted(found.items()) if mention is not None)


def make_mention(speaker: Speaker) -> Mention | None:
    """The mention at which a speaker is named."""
    if speaker.span is None:
        return None
    return Mention(
        speaker.span,
        speaker.name,
        speaker.sort,
        speaker.name_span,
        speaker.role,
        speaker.role_span,
        speaker.on_behalf_of,
    )
