"""Matches what linking found to the rows that stand: by content key first, then by the reports they share."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


Pins = Sequence[tuple[int, Collection[Thing]]]


def match_rows(
    members: Mapping[str, Sequence[Thing]],
    standing: Mapping[Thing, int],
    keys: Mapping[str, int],
    retired: Collection[int] = (),
    pins: Pins[Thing] = (),
) -> dict[str, int]:
    """The row that each new thing continues; things without one are new.

    `members` are the things' parts by key in order, `standing` the row each part hung on so far,
    `keys` the rows by their keys. A row continues once: in the thing that took most of its parts, of
    equals the first. A row that was `retired` comes back only where no other goes on. `pins` are rows
    with the parts that a person wants them to go on in; they come before all.
    """
    matched = match_pins(members, pins)
    current = {key: row for key, row in keys.items() if row not in retired}
    match_keys(matched, members, current)
    shares = [
        (-count, place, key, row)
        for place, (key, parts) in enumerate(members.items())
        for row, count in Counter(standing[part] for part in parts if part in standing).items()
    ]
    taken = set(matched.values())
    for _, _, key, row in sorted(shares):
        if key not in matched and row not in taken:
            matched[key] = row
            taken.add(row)
    match_keys(matched, members, keys)
    return matched


def match_pins(members: Mapping[str, Sequence[Thing]], pins: Pins[Thing]) -> dict[str, int]:
    """Each pinned row with the thing that holds most of its parts; earlier pins win, a row goes on once."""
    matched: dict[str, int] = {}
    for row, parts in pins:
        wanted = set(parts)
        counts = {key: sum(part in wanted for part in held) for key, held in members.items()}
        best = max(counts, key=lambda key: counts[key], default="")
        if best and counts[best] and best not in matched and row not in matched.values():
            matched[best] = row
    return matched


def match_keys(matched: dict[str, int], members: Iterable[str], keys: Mapping[str, int]) -> None:
    """Let rows go on in the things of the same key, where both are still free."""
    taken = set(matched.values())
    found = {key: keys[key] for key in members if key in keys and key not in matched}
    matched.update({key: row for key, row in found.items() if row not in taken})


def find_displaced(matched: Mapping[str, int], members: Iterable[str], keys: Mapping[str, int]) -> list[int]:
    """Rows whose key another row takes over: they must let go of it first."""
    return sorted(keys[key] for key in members if key in keys and matched.get(key) != keys[key])


def find_heirs(
    members: Mapping[str, Iterable[Thing]],
    standing: Mapping[Thing, int],
    rows: Mapping[str, int],
    merged: Pins[Thing] = (),
) -> dict[int, int]:
    """For each row that nothing continues: the row that took most of its parts.

    `merged` are rows that a person ended, with the parts they had then.
    """
    counts: dict[int, Counter[int]] = {}
    holder = {part: rows[key] for key, parts in members.items() for part in parts}
    for gone, held in merged:
        counts[gone] = Counter(holder[part] for part in held if part in holder)
    ended = {gone for gone, _ in merged}
    for part, heir in holder.items():
        if part in standing and standing[part] not in ended:
            counts.setdefault(standing[part], Counter())[heir] += 1
    kept = set(rows.values())
    return {
        gone: min(heirs.items(), key=lambda entry: (-entry[1], entry[0]))[0]
        for gone, heirs in counts.items()
        if gone not in kept and heirs
    }
