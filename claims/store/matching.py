"""Matches what linking found to the rows that stand: by content key first, then by the reports they share."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


def match_rows(
    members: Mapping[str, Iterable[Thing]], standing: Mapping[Thing, int], keys: Mapping[str, int]
) -> dict[str, int]:
    """The row that each new thing continues; things without one are new.

    `members` are the things' parts by key in order, `standing` the row each part hung on so far,
    `keys` the rows by their keys. A row continues once: in the thing that took most of its parts, of
    equals the first.
    """
    matched = {key: keys[key] for key in members if key in keys}
    taken = set(matched.values())
    shares = [
        (-count, place, key, row)
        for place, (key, parts) in enumerate(members.items())
        if key not in matched
        for row, count in Counter(standing[part] for part in parts if part in standing).items()
    ]
    for _, _, key, row in sorted(shares):
        if key not in matched and row not in taken:
            matched[key] = row
            taken.add(row)
    return matched


def find_heirs(
    members: Mapping[str, Iterable[Thing]], standing: Mapping[Thing, int], rows: Mapping[str, int]
) -> dict[int, int]:
    """For each row that nothing continues: the row that took most of its parts."""
    counts: dict[int, Counter[int]] = {}
    for key, parts in members.items():
        for part in parts:
            if part in standing:
                counts.setdefault(standing[part], Counter())[rows[key]] += 1
    kept = set(rows.values())
    return {
        gone: min(heirs.items(), key=lambda entry: (-entry[1], entry[0]))[0]
        for gone, heirs in counts.items()
        if gone not in kept
    }
