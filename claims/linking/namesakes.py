"""Tells namesakes apart: one name with offices that cannot be one person's is two actors."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claims.linking.joining import find_sets
from claims.linking.known import BY_KEY
from claims.linking.names import split_words
from claims.linking.values import Told, Voice
from claims.linking.vocabulary import FOLDER, read_rows
from claims.values import Sort

# For each name that several actors bear: the key of the actor by the kind of office.
Namesakes = Mapping[str, Mapping[str, str]]

OFFICES = {tuple(office.split()): kind for kind, office in read_rows(FOLDER / "offices.txt")}
KINDS = tuple(sorted(set(OFFICES.values())))
LONGEST = max(map(len, OFFICES))
# Kinds whose offices belong to bodies of their own, so that a place named in both proves nothing.
OWN_BODIES = frozenset({"politik", "olahraga", "aparat", "hukum"})
ACTING = frozenset({"wakil", "penjabat", "pejabat", "pj", "plt", "pelaksana", "tugas", "sementara"})
# Words that name no body: a role of these alone may be anybody's
VAGUE = frozenset(row[0] for row in read_rows(FOLDER / "vague_bodies.txt"))


@dataclass(frozen=True, slots=True)
class Office:
    """What a role says clearly: its kind, and the words that name its body."""

    kind: str
    body: frozenset[str]


def parse_office(role: str) -> Office | None:
    """The office of a role as stated; None where kind or body are not clear, or it is held no more."""
    words = split_words(role)
    while words and words[0] in ACTING:
        words = words[1:]
    length = next((n for n in range(LONGEST, 0, -1) if tuple(words[:n]) in OFFICES), 0)
    body = frozenset(words[length:]) - VAGUE
    return Office(OFFICES[tuple(words[:length])], body) if length and body else None


def find_roles_of_names(told: Iterable[Told], voices: Mapping[str, Voice]) -> dict[str, set[str]]:
    """The roles stated of each person the registry does not know, by key."""
    roles: dict[str, set[str]] = defaultdict(set)
    for report in told:
        voice = voices.get(report.key)
        if voice is not None and report.sort is Sort.PERSON and voice.actor not in BY_KEY:
            roles[voice.actor].add(report.role)
    return dict(roles)


def find_namesakes(roles: Mapping[str, Iterable[str]]) -> dict[str, dict[str, str]]:
    """The names that more than one actor bears: kind of office to key, by name."""
    parted = {name: part_name(name, stated) for name, stated in roles.items()}
    return {name: parts for name, parts in parted.items() if len(set(parts.values())) > 1}


def part_name(name: str, roles: Iterable[str]) -> dict[str, str]:
    """The kinds of office stated of a name, each to the key of the actor who holds it."""
    bodies: dict[str, set[str]] = defaultdict(set)
    for office in map(parse_office, roles):
        if office is not None:
            bodies[office.kind] |= office.body
    pairs = combinations(sorted(bodies), 2)
    edges = [pair for pair in pairs if not OWN_BODIES & set(pair) and bodies[pair[0]] & bodies[pair[1]]]
    sets = find_sets(sorted(bodies), edges)
    return {kind: parted_key(name, min(kinds)) for kinds in sets for kind in kinds}


def parted_key(name: str, kind: str) -> str:
    """The key of the bearer of a name who holds an office of this kind."""
    return f"{name} ({kind})"


def split_key(name: str, mark: str) -> str:
    """The key of a bearer of a name whom a person told apart, by a mark of its own."""
    return f"{name} #{mark}"


def plain_key(key: str) -> str:
    """The name in a key, whether namesakes were told apart or not."""
    key = key.partition(" #")[0]
    name, mark, kind = key.removesuffix(")").rpartition(" (")
    return name if mark and kind in KINDS else key


def keys_of_name(name: str) -> list[str]:
    """All keys that bearers of a name may have."""
    return [name, *(parted_key(name, kind) for kind in KINDS)]


def part_voices(
    told: Sequence[Told], voices: Mapping[str, Voice], namesakes: Namesakes
) -> tuple[dict[str, Voice], dict[str, tuple[str, ...]]]:
    """The voices with namesakes told apart; and, by report, the actors whom an undecided name fits.

    A role decides, or one of the same name elsewhere in the article. What fits two is nobody's voice.
    """
    kinds: dict[tuple[str, int, str], set[str]] = defaultdict(set)
    for report in told:
        office = parse_office(report.role)
        if report.key in voices and office is not None:
            kinds[report.article, report.revision, voices[report.key].actor].add(office.kind)
    parted, undecided = dict(voices), {}
    for report in told:
        voice = voices.get(report.key)
        if voice is None or voice.actor not in namesakes:
            continue
        parts, office = namesakes[voice.actor], parse_office(report.role)
        near = {office.kind} if office else kinds[report.article, report.revision, voice.actor]
        fits = {parts[kind] for kind in near if kind in parts}
        if len(fits) == 1:
            parted[report.key] = Voice(min(fits), voice.on_behalf_of)
        else:
            del parted[report.key]
            undecided[report.key] = tuple(sorted(fits or set(parts.values())))
    return parted, undecided
