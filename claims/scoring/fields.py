"""Judge one matched pair field by field: who, what kind, when, through whom."""

import re
from collections.abc import Callable

from claims.scoring.gold import GoldStatement
from claims.values import Speaker, Statement

Judge = Callable[[GoldStatement, Statement], bool]

# Gold calls one agency now "Kantor Berita Fars", now "Fars": the sort of outlet is not part of its name.
_OUTLET_SORT = re.compile(
    r"^(?:(?:kantor berita|surat kabar|stasiun televisi|harian|koran|majalah|situs)\s+)+"
)


def fold(name: str | None) -> str:
    """A name without differences of case and spacing."""
    return " ".join((name or "").casefold().split())


def speaker_is_right(row: GoldStatement, statement: Statement) -> bool:
    """Whether our name is one the gold accepts; joint speakers may also be right member by member.

    The words at the cue are not enough: the guidelines ask for the fullest name in the document.
    """
    speaker = statement.speaker
    if speaker is None or not row.names:
        return speaker is None and not row.names
    return fold(speaker.name) in {fold(name) for name in row.names} or _members_are_right(row, speaker)


def via_is_right(row: GoldStatement, statement: Statement) -> bool:
    """Whether the outlets agree: one gold outlet must be in our chain, a gold chain must be equal to ours."""
    ours = [_fold_outlet(relay.name) for relay in statement.via]
    gold = [_fold_outlet(name) for name in row.via]
    return gold[0] in ours if len(gold) == 1 else sorted(gold) == sorted(ours)


def role_is_right(row: GoldStatement, statement: Statement) -> bool:
    """Whether the role is the same words."""
    return fold(row.role) == fold(statement.speaker.role if statement.speaker else None)


def speaker_span_is_right(row: GoldStatement, statement: Statement) -> bool:
    """Whether the mention at the cue is the same span, or missing in both."""
    return row.speaker_span == (statement.speaker.span if statement.speaker else None)


JUDGES: dict[str, Judge] = {
    "speaker": speaker_is_right,
    "kind": lambda row, statement: row.kind == statement.kind,
    "quote": lambda row, statement: row.quote == statement.quote,
    "said_on": lambda row, statement: row.said_on == statement.said_on,
    "via": via_is_right,
    "speaker_span": speaker_span_is_right,
    "role": role_is_right,
    "cue": lambda row, statement: row.cue == statement.cue,
}

# Most statements have no day and no outlet; these say whether one of the two sides gives the field.
GIVEN: dict[str, Judge] = {
    "said_on": lambda row, statement: bool(row.said_on or statement.said_on),
    "via": lambda row, statement: bool(row.via or statement.via),
    "role": lambda row, statement: bool(row.role or (statement.speaker and statement.speaker.role)),
}


def _members_are_right(row: GoldStatement, speaker: Speaker) -> bool:
    return bool(row.speakers) and sorted(map(fold, row.speakers)) == sorted(map(fold, speaker.members))


def _fold_outlet(name: str) -> str:
    return _OUTLET_SORT.sub("", fold(name))
