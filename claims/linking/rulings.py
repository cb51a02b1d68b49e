"""Human decisions as linking heeds them: what stands together or apart, who speaks, and how it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from claims.values import StanceKind


class What(Enum):
    """What a decision settles."""

    ONE_CLAIM = "one claim"
    CLAIMS_APART = "claims apart"
    ONE_UTTERANCE = "one utterance"
    UTTERANCES_APART = "utterances apart"
    SPEAKER = "speaker"
    STANCE = "stance"


JOINING = (What.ONE_CLAIM, What.ONE_UTTERANCE, What.STANCE)
ON_CLAIMS = (What.ONE_CLAIM, What.CLAIMS_APART, What.STANCE)
ON_UTTERANCES = (What.ONE_UTTERANCE, What.UTTERANCES_APART)


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision on reports, by their keys; `others` is the other side of a merge or split, or the claim.

    `actor` is the key of the speaker decided on, `kind` the stance. `row` is the row that a
    merge ended, or that of a refused link.
    """

    what: What
    reports: frozenset[str]
    others: frozenset[str] = frozenset()
    actor: str = ""
    kind: StanceKind | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class Bonds:
    """Which reports stand together, by one label, and the pairs of labels that stand apart."""

    labels: dict[str, int] = field(default_factory=dict)
    apart: set[tuple[int, int]] = field(default_factory=set)

    def ties(self) -> list[tuple[str, str]]:
        """Pairs of reports that stand together, enough of them to hold each set."""
        first: dict[int, str] = {}
        return [(first.setdefault(label, key), key) for key, label in sorted(self.labels.items())]

    def divide(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether a decision holds these two groups apart."""
        if not self.apart:
            return False
        here, there = self.labels_of(one), self.labels_of(other)
        return any((a, b) in self.apart for a in here for b in there)

    def labels_of(self, keys: Iterable[str]) -> set[int]:
        """The labels that these reports bear."""
        return {self.labels[key] for key in keys if key in self.labels}


@dataclass(frozen=True, slots=True)
class Rulings:
    """All decisions on the reports of a topic; `stances` maps a report to what was accepted of it.

    `edges` are pairs of reports that some decision puts into one topic, `merges` the decisions that
    ended a row, `refusals` those that refused a link.
    """

    claims: Bonds = field(default_factory=Bonds)
    utterances: Bonds = field(default_factory=Bonds)
    speakers: Mapping[str, str] = field(default_factory=dict)
    stances: Mapping[str, Ruling] = field(default_factory=dict)
    edges: tuple[tuple[str, str], ...] = ()
    merges: tuple[Ruling, ...] = ()
    refusals: tuple[Ruling, ...] = ()

    @property
    def refused(self) -> frozenset[int]:
        """The rows of refused links."""
        return frozenset(ruling.row for ruling in self.refusals)


def find_rulings_of(decisions: Sequence[Ruling]) -> Rulings:
    """What decisions, in the order in which they were made, say together: the later one wins."""
    speakers = {k: r.actor for r in decisions if r.what is What.SPEAKER for k in sorted(r.reports)}
    stances = {k: r for r in decisions if r.what is What.STANCE for k in sorted(r.reports)}
    return Rulings(
        claims=find_bonds([r for r in decisions if r.what in ON_CLAIMS]),
        utterances=find_bonds([r for r in decisions if r.what in ON_UTTERANCES]),
        speakers=speakers,
        stances=stances,
        edges=tuple(edge for r in decisions if r.what in JOINING for edge in edges_of(r)),
        merges=tuple(r for r in decisions if r.row and r.what in JOINING),
        refusals=tuple(r for r in decisions if r.row and r.what is What.CLAIMS_APART),
    )


def edges_of(ruling: Ruling) -> list[tuple[str, str]]:
    """Pairs that hold all reports of a decision together."""
    keys = sorted(ruling.reports | ruling.others)
    return [(keys[0], key) for key in keys[1:]]


def find_bonds(decisions: Iterable[Ruling]) -> Bonds:
    """The bonds that merges and splits of one sort leave, the later ones winning."""
    bonds = Bonds()
    for label, ruling in enumerate(decisions):
        if ruling.what is What.STANCE:
            allow(bonds, ruling.reports, ruling.others, label)
        elif ruling.what in JOINING:
            tie(bonds, ruling.reports | ruling.others, label)
        else:
            part(bonds, ruling.reports, ruling.others - ruling.reports, label)
    return bonds


def tie(bonds: Bonds, reports: frozenset[str], number: int) -> None:
    """Give these reports, and whatever stood with any of them, one new label."""
    old = bonds.labels_of(reports)
    label = new_label(number, 0)
    joined = {key for key, known in bonds.labels.items() if known in old} | reports
    bonds.labels.update(dict.fromkeys(sorted(joined), label))
    inherit(bonds, old, label)


def part(bonds: Bonds, reports: frozenset[str], others: frozenset[str], number: int) -> None:
    """Hold these reports together, and apart from each of the others, which are not tied to each other."""
    old = bonds.labels_of(reports)
    label = new_label(number, 0)
    bonds.labels.update(dict.fromkeys(sorted(reports), label))
    inherit(bonds, old, label)
    for at, key in enumerate(sorted(others), start=1):
        rival = bonds.labels.setdefault(key, new_label(number, at))
        bonds.apart.update({(label, rival), (rival, label)})


def allow(bonds: Bonds, reports: frozenset[str], others: frozenset[str], number: int) -> None:
    """Let these reports stand with the others again, whatever was decided of them before."""
    allowed = bonds.labels_of(others)
    rivals = {b for a, b in bonds.apart if a in bonds.labels_of(reports) and b not in allowed}
    label = new_label(number, 0)
    bonds.labels.update(dict.fromkeys(sorted(reports), label))
    bonds.apart.update({(label, rival) for rival in rivals} | {(rival, label) for rival in rivals})


def inherit(bonds: Bonds, old: set[int], label: int) -> None:
    """Hold a new label apart from whatever its reports were held apart from."""
    rivals = {b for a, b in bonds.apart if a in old and b not in old}
    bonds.apart.update({(label, rival) for rival in rivals} | {(rival, label) for rival in rivals})


def new_label(decision: int, place: int) -> int:
    """A label of its own for a place in a decision."""
    return (decision << 20) + place


def move_accepted(groups: Sequence[Sequence[str]], rulings: Rulings) -> list[list[str]]:
    """The groups of keys with accepted reports put where a person accepted them, unless parted since."""
    found = [list(group) for group in groups]
    for ruling in dict.fromkeys(rulings.stances[key] for key in sorted(rulings.stances)):
        counts = [sum(key in ruling.others for key in group) for group in found]
        at = max(range(len(found)), key=lambda place: counts[place], default=0)
        moved = {key for key in ruling.reports if rulings.stances[key] is ruling}
        if not found or not counts[at] or rulings.claims.divide(moved, set(found[at]) - moved):
            continue
        stray = sorted(moved & {key for group in found for key in group} - set(found[at]))
        found = [[key for key in group if key not in stray] for group in found]
        found[at] += stray
    return [group for group in found if group]
