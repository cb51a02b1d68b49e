"""Compares wordings word by word: what outlets say differently, and what an edit changed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from claims.timeline.values import Piece, Rendering

WORD = re.compile(r"\s+|\w+(?:[-.,]\w+)*|[^\w\s]")
ALIKE = 0.34  # below this two sentences share too little for marks to help the eye
AROUND = 12  # words of context on either side of an edit
COMPARED = 8  # other wordings before and after it that a wording is held against
LONGEST = 6_000  # words; a text longer than this is compared by paragraphs alone


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of an edited text: "same", "gone" (old words), "new" (new words) or "cut" (left out)."""

    kind: str
    words: str


def with_differences(renderings: Sequence[Rendering]) -> tuple[Rendering, ...]:
    """Each rendering in pieces, the words marked that its nearest other rendering does not have."""
    exacts = list(dict.fromkeys(rendering.exact for rendering in renderings))
    if len(exacts) == 1:
        return tuple(replace(one, pieces=_marked([Piece(one.exact)], one.marks)) for one in renderings)
    texts = [words_of(exact) for exact in exacts]
    pieces = {
        exact: tuple(_pieces(words, texts[max(0, place - COMPARED) : place + COMPARED]))
        for place, (exact, words) in enumerate(zip(exacts, texts, strict=True))
    }
    return tuple(replace(one, pieces=_marked(pieces[one.exact], one.marks)) for one in renderings)


def _marked(pieces: Iterable[Piece], marks: Sequence[tuple[int, int, str]]) -> tuple[Piece, ...]:
    """The pieces cut where hedges and figures begin and end, each with its sort."""
    cuts = {edge for start, end, _ in marks for edge in (start, end)}
    found: list[Piece] = []
    at = 0
    for piece in pieces:
        edges = sorted({0, len(piece.words), *(cut - at for cut in cuts if 0 < cut - at < len(piece.words))})
        for left, right in pairwise(edges):
            sort = next((sort for start, end, sort in marks if start <= at + left and at + right <= end), "")
            found.append(replace(piece, words=piece.words[left:right], sort=sort))
        at += len(piece.words)
    return tuple(found)


def words_of(text: str) -> list[str]:
    """Words, blanks and marks of a text, in order; joined they give it back."""
    return WORD.findall(text)


def _pieces(words: list[str], others: list[list[str]]) -> Iterator[Piece]:
    different = [other for other in others if other != words]
    matchers = [SequenceMatcher(None, _fold(other), _fold(words), autojunk=False) for other in different]
    nearest = max(matchers, key=SequenceMatcher.ratio, default=None)
    if nearest is None or nearest.ratio() < ALIKE:
        yield Piece("".join(words))
        return
    for tag, _, _, start, end in nearest.get_opcodes():
        if start < end:
            yield Piece("".join(words[start:end]), differs=tag != "equal")


def _fold(words: list[str]) -> list[str]:
    return [word.casefold() if not word.isspace() else " " for word in words]


def differences(before: str, after: str) -> tuple[Change, ...]:
    """What an edit changed, in reading order, with a dozen words of context on either side."""
    old, new = _units(before, after)
    changes: list[Change] = []
    for tag, i, j, k, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            changes.append(Change("same", "".join(old[i:j])))
            continue
        changes += [Change("gone", "".join(old[i:j]))] if i < j else []
        changes += [Change("new", "".join(new[k:n]))] if k < n else []
    return tuple(_shortened(changes))


def _units(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = words_of(before), words_of(after)
    if max(len(old), len(new)) > LONGEST:
        return before.splitlines(keepends=True), after.splitlines(keepends=True)
    return old, new


def _shortened(changes: Sequence[Change]) -> Iterator[Change]:
    last = len(changes) - 1
    for place, change in enumerate(changes):
        if change.kind != "same":
            yield change
            continue
        words = words_of(change.words)
        keep = AROUND * 2  # a blank stands beside each word
        head = "" if place == 0 else "".join(words[:keep])
        tail = "" if place == last else "".join(words[-keep:])
        if len(words) <= keep * 2 and place not in {0, last}:
            yield change
            continue
        yield from (Change("same", head),) if head else ()
        yield from (Change("cut", ""),) if len(words) > keep else ()
        yield from (Change("same", tail),) if tail else ()
