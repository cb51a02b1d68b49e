"""What the linker alone says of links that people decided on: shown beside their word, never in its place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claims.linking.propositions import Alike
from claims.linking.rulings import Rulings
from claims.linking.stances import link_stances, split_sides
from claims.linking.values import LinkedStance, LinkedUtterance, Told
from claims.values import StanceKind

Words = Mapping[str, tuple[int, StanceKind]]
UNRULED = Rulings()


def find_words(groups: Iterable[Sequence[LinkedUtterance]], alike: Alike) -> Words:
    """The number of its group and its stance for each report, in groups that heed no decision on links."""
    words: dict[str, tuple[int, StanceKind]] = {}
    for number, group in enumerate(groups):
        stances = link_stances(split_sides("", group, UNRULED), alike)
        kinds = {stance.utterance: stance.kind for stance in stances}
        words |= {report.key: (number, kinds[one.key]) for one in group for report in one.told}
    return words


def find_word(reports: Iterable[str], others: Iterable[str], words: Words) -> StanceKind | None:
    """How the linker alone lets these reports stand to a claim of those others; None where it does not."""
    groups = {words[key][0] for key in others if key in words}
    return next((words[key][1] for key in reports if key in words and words[key][0] in groups), None)


def with_machine(
    stances: Sequence[LinkedStance], utterances: Iterable[LinkedUtterance], rulings: Rulings, words: Words
) -> list[LinkedStance]:
    """Accepted stances with the linker's own word on each."""
    told = {utterance.key: [report.key for report in utterance.told] for utterance in utterances}
    return [
        replace(stance, machine=accepted_word(told[stance.utterance], rulings, words))
        if stance.accepted
        else stance
        for stance in stances
    ]


def accepted_word(reports: Sequence[str], rulings: Rulings, words: Words) -> StanceKind | None:
    """The linker's own word on what people accepted of these reports."""
    ruling = next(rulings.stances[key] for key in reports if key in rulings.stances)
    return find_word(reports, ruling.others or ruling.reports, words)


def find_refused(told: Iterable[Told], rulings: Rulings, words: Words) -> dict[int, StanceKind | None]:
    """The linker's own word on the refused links of a topic's reports, by the links' rows."""
    keys = {report.key for report in told}
    return {
        ruling.row: find_word(sorted(ruling.reports), ruling.others, words)
        for ruling in rulings.refusals
        if ruling.reports & keys
    }
