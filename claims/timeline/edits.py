"""What an edit of an article did to each claim in it: worded otherwise, dropped, added, or turned round."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from claims.timeline.notes import Note
from claims.timeline.wording import Change, differences


@dataclass(frozen=True, slots=True)
class ClaimEdit:
    """What one edit did to one claim's words; `kind` is "worded", "turned", "dropped" or "added".

    `note` is the later one where there is one; "turned" is another kind of statement in the same mouth.
    """

    kind: str
    note: Note
    changes: tuple[Change, ...]


def edits_of(before: Sequence[Note], after: Sequence[Note]) -> tuple[ClaimEdit, ...]:
    """The edits between two revisions' notes, in the order of the later text, what was dropped last."""
    old, new = _by_utterance(before), _by_utterance(after)
    found = [edit for key in new for edit in _edits(old.get(key, []), new[key])]
    found += [edit for key in old if key not in new for edit in _edits(old[key], [])]
    return tuple(found)


def _by_utterance(notes: Sequence[Note]) -> dict[int | str, list[Note]]:
    held: dict[int | str, list[Note]] = {}
    for note in notes:
        held.setdefault(note.utterance or note.exact, []).append(note)
    return held


def _edits(before: Sequence[Note], after: Sequence[Note]) -> Iterator[ClaimEdit]:
    kinds = {note.exact: note.kind for note in before}
    kept = kinds.keys() & {note.exact for note in after}
    for note in after:
        if note.exact in kept and kinds[note.exact] != note.kind:
            yield ClaimEdit("turned", note, (Change("same", note.exact),))
    lost = [note for note in before if note.exact not in kept]
    fresh = [note for note in after if note.exact not in kept]
    for was, now in zip_longest(lost, fresh):
        if was and now:
            yield ClaimEdit("worded", now, differences(was.exact, now.exact))
        elif now:
            yield ClaimEdit("added", now, (Change("new", now.exact),))
        elif was:
            yield ClaimEdit("dropped", was, (Change("gone", was.exact),))
