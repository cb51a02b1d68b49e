"""Reads the noun phrase at a cue: name apart from title, role, sort of speaker, joint speakers."""

from claims.nlp.appositions import apposed_role, doubtful_name, named_apposition, precedes_name
from claims.nlp.joint import is_joint_list, read_joint
from claims.nlp.matcher import Unit
from claims.nlp.phrases import (
    Phrase,
    skip_articles,
    split_segments,
)
from claims.nlp.segments import (
    read_segment,
)
from claims.values import Span


def read_phrase(unit: Unit, first: int, last: int) -> Phrase | None:
    """The reading of the words [first, last)."""
    first = skip_articles(unit, first, last)
    segments = split_segments(unit, first, last)
    if not segments:
        return None
    head = segments[0]
    if len(segments) > 1 and is_joint_list(unit, segments):
        return read_joint(unit, first, last)
    phrase = read_segment(unit, *head)
    if phrase is None:
        return None
    if len(segments) > 1 and (
        phrase.kind in ("described", "definite", "role")
        or doubtful_name(unit, phrase)
        or precedes_name(unit, phrase, segments[1])
    ):
        named = named_apposition(unit, segments[1], phrase)
        if named is not None:
            return named
    if phrase.kind == "role":
        phrase = phrase._replace(kind="described")
    if phrase.kind == "name" and phrase.role is None and len(segments) > 1:
        phrase = phrase._replace(role=apposed_role(unit, segments[1]))
    return phrase


def words_span(unit: Unit, phrase: Phrase) -> Span:
    """The characters of the words that name the speaker."""
    return unit.span(phrase.first, phrase.last)
