"""Gives a speaker the fullest name of the text: short names, short forms, capitals that mean a government."""

from claims.nlp.lexicon import COUNTRIES, GIVEN_NAMES, ORGANISATIONS, OUTLETS
from claims.nlp.matcher import Unit
from claims.nlp.mentions import read_phrase
from claims.nlp.names import Names
from claims.nlp.phrases import Phrase
from claims.values import Sort, Span, Speaker


def find_full_name(names: Names, text: str, span: Span, sort: Sort) -> tuple[str, Span, Sort]:
    """The fullest name, where it stands, and its sort."""
    country = COUNTRIES.get(text)
    if country is not None:
        return name_country(names, text, span, country)
    if sort in (Sort.PERSON, Sort.ORGANISATION, Sort.OUTLET):
        found = names.resolve(text, span.start)
        plain_outlet = (
            text.lower() in OUTLETS and found is not None and found.words[0].lower() not in ORGANISATIONS
        )
        if found is not None and len(found.text) >= len(text) and not plain_outlet:
            initials = sort is Sort.ORGANISATION and found.words[0].lower() in GIVEN_NAMES
            return found.text, found.span, Sort.PERSON if initials else sort
    return text, span, sort


def part_role(role: Span, name: Span) -> Span:
    """The role up to the fullest name, where that begins inside it: "ketua tim Ni Wayan Wibisa"."""
    return Span(role.start, name.start - 1) if role.start < name.start - 1 and name.start < role.end else role


def name_country(names: Names, text: str, span: Span, country: tuple[str, str]) -> tuple[str, Span, Sort]:
    """A country, or a capital that stands for its government when the text names the country."""
    full = country[1]
    if full != text:
        place = names.place_of(full)
        if place is not None:
            return full, place, Sort.GOVERNMENT
    return text, span, Sort.GOVERNMENT


def name_joint(names: Names, unit: Unit, phrase: Phrase, span: Span) -> Speaker:
    """Several speakers under one statement."""
    members = []
    for first, last in phrase.parts:
        part = read_phrase(unit, first, last)
        place = unit.span(part.first, part.last) if part else unit.span(first, last)
        members.append(
            find_full_name(names, place.of(unit.string), place, part.sort if part else Sort.PERSON)
        )
    name = (
        " dan ".join((", ".join(item[0] for item in members[:-1]), members[-1][0]))
        if len(members) > 1
        else members[0][0]
    )
    return Speaker(name, members[0][2], span, span, members=tuple(item[0] for item in members))


def at_span(speaker: Speaker, span: Span) -> Speaker:
    """The same speaker, mentioned at `span`."""
    return Speaker(
        speaker.name,
        speaker.sort,
        span,
        speaker.name_span,
        speaker.role,
        speaker.role_span,
        speaker.on_behalf_of,
        speaker.members,
    )


def behalf(role: str | None) -> str | None:
    """On whose behalf a spokesperson speaks: the words after "juru bicara"."""
    if role is None:
        return None
    low = role.lower()
    for head in ("juru bicara ", "jubir "):
        at = low.find(head)
        if at >= 0:
            return role[at + len(head) :].strip(" ,") or None
    return None


def strip_article(text: str) -> str:
    """A description without its article: "seorang pejabat" is the role "pejabat"."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in ("seorang", "sang") else text
