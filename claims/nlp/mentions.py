"""Reads the noun phrase at a cue: name apart from title, role, sort of speaker, joint speakers."""

from claims.nlp.appositions import (
    apposed_role,
    doubtful_name,
    named_apposition,
    precedes_name,
    serves_another,
)
from claims.nlp.joint import is_joint_list, read_joint
from claims.nlp.lexicon import GIVEN_NAMES, ROLE_CLASSES, ROLE_TAILS
from claims.nlp.matcher import Unit
from claims.nlp.phrases import (
    Phrase,
    skip_articles,
    split_segments,
)
from claims.nlp.segments import read_segment
from claims.nlp.titles import ENGLISH_HEADS, is_degree_run
from claims.values import Sort, Span

LONGEST_NAME = 4


def read_phrase(unit: Unit, first: int, last: int) -> Phrase | None:
    """The reading of the words [first, last)."""
    first = skip_articles(unit, first, last)
    parts = [
        part
        for part in split_segments(unit, first, last)
        if part[0] == first or not tells_little(unit.words[part[0] : part[1]])
    ]
    if not parts:
        return None
    segments = merge_office(unit, parts)
    if len(segments) > 1 and is_joint_list(unit, segments):
        return read_joint(unit, first, last)
    phrase = read_segment(unit, *segments[0])
    if phrase is None:
        return None
    beside = read_beside(unit, phrase, segments) if len(segments) > 1 else None
    if beside is not None:
        return beside
    if phrase.kind == "role":
        phrase = phrase._replace(kind="described")
    if phrase.kind == "name" and phrase.role is None:
        serving = (phrase.last, segments[0][1])
        apposed = serving if unit.lows[phrase.last : phrase.last + 1] == ["selaku"] else None
        apposed = segments[1] if apposed is None and len(segments) > 1 else apposed
        phrase = phrase._replace(role=apposed_role(unit, apposed) if apposed is not None else None)
    return phrase


def tells_little(words: list[str]) -> bool:
    """Whether words between commas are only degrees or an age: "S.H., M.Si.", "45 tahun"."""
    return is_degree_run(words) or (words[0].isdigit() and words[1:] in ([], ["tahun"]))


def read_beside(unit: Unit, phrase: Phrase, segments: list[tuple[int, int]]) -> Phrase | None:
    """The name on the other side of the first comma, when what stands before it is no name."""
    if (
        phrase.kind in ("described", "definite", "role")
        or "bernama" in unit.lows[slice(*segments[1])]
        or doubtful_name(unit, phrase)
        or precedes_name(unit, phrase, segments[1])
        or serves_another(unit, phrase, segments[1])
    ):
        named = named_apposition(unit, segments[1], phrase)
        if named is not None:
            return named
    if is_described_body(unit, phrase, segments[1]):
        named = read_segment(unit, *segments[1])
        return named._replace(sort=Sort.ORGANISATION) if named is not None else None
    if is_english_office(unit, phrase, segments):
        named = read_segment(unit, *segments[1])
        return named._replace(role=segments[0]) if named is not None and named.kind == "name" else None
    return None


def is_described_body(unit: Unit, phrase: Phrase, segment: tuple[int, int]) -> bool:
    """Whether a body is described before its name: "lembaga negara itu, Radio Sarwa (RS), ..."."""
    words = unit.words[segment[0] : segment[1]]
    short = words[-3:-2] == ["("] and words[-1] == ")" and words[-2].isupper()
    described = phrase.sort is Sort.ORGANISATION and unit.words[phrase.first + 1 : phrase.first + 2] != []
    lower = described and unit.words[phrase.first + 1][0].islower()
    return lower and short and all(word[0].isupper() or word == "of" for word in words[:-3])


def is_english_office(unit: Unit, phrase: Phrase, segments: list[tuple[int, int]]) -> bool:
    """Whether an office in English, its head not first, stands before a name: "Market Manager Sarwa, X"."""
    first, last = segments[0]
    follows = unit.words[segments[1][0] : segments[1][1]]
    names = 1 < len(follows) <= LONGEST_NAME and all(word[0].isupper() for word in follows)
    return phrase.kind == "name" and names and not ENGLISH_HEADS.isdisjoint(unit.lows[first:last])


def merge_office(unit: Unit, segments: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The segments with an office of several fields in one: "Menteri Riset, Seni, dan Olahraga"."""
    if ROLE_CLASSES.get(unit.lows[segments[0][0]]) != "head":
        return segments
    for place in range(len(segments) - 1, 0, -1):
        first, last = segments[0][0], segments[place][1]
        joined = [at for at in range(segments[place][0], last) if unit.lows[at] in ("dan", "serta")]
        if joined and is_office_list(unit, first, joined[-1]):
            return [(first, last), *segments[place + 1 :]]
    return segments


def is_office_list(unit: Unit, first: int, last: int) -> bool:
    """Whether the words, all but the commas printed as names, go on a role and are nobody's name."""
    return unit.lows[first + 1] in ROLE_TAILS and all(
        unit.words[at] == "," or (unit.words[at][0].isupper() and not is_person_word(unit, at))
        for at in range(first + 1, last)
        if unit.lows[at] not in ("dan", "serta")
    )


def is_person_word(unit: Unit, at: int) -> bool:
    """Whether a word is known to be a person's name and goes on no role."""
    if unit.lows[at] in ROLE_TAILS:
        return False
    return unit.words[at] in unit.hints.alone or unit.lows[at] in GIVEN_NAMES


def words_span(unit: Unit, phrase: Phrase) -> Span:
    """The characters of the words that name the speaker."""
    return unit.span(phrase.first, phrase.last)
