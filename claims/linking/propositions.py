"""Gathers the reports of one topic that put forward, or answer, the same proposition."""

import math
from collections.abc import Callable, Sequence

from claims.linking.certain import certain_edges, same_side
from claims.linking.figures import compare_figures, share_figure
from claims.linking.gist import ANSWERED_HEAD, ANSWERS, text_terms
from claims.linking.joining import Bind, find_clusters, find_sets_apart
from claims.linking.known import find_known
from claims.linking.likeness import compare
from claims.linking.names import normal_name
from claims.linking.namesakes import plain_key
from claims.linking.rulings import Bonds, Rulings, move_accepted
from claims.linking.values import Told, Voice
from claims.values import Kind

TAKEN = 0.42
SUGGESTED = 0.3
BEST_SHARE = 0.5
FIGURES_APART = 0.6
OTHER_TARGET = 0.4
TARGET_MISSED = 0.75
TARGET_NAMED = 0.5
ACCUSED_ANSWERS = 0.15
NAMES_SOURCE = 0.12
SAME_SIDE_SAME_FIGURE = 0.15
BESIDE = frozenset({Kind.DEMAND, Kind.PLEDGE})

Alike = Callable[[str, str], float]


def find_propositions(
    told: Sequence[Told], voices: dict[str, Voice], alike: Alike, rulings: Rulings
) -> list[list[Told]]:
    """The clusters of reports about one proposition each, demands and pledges left out."""
    return cluster([report for report in told if report.kind not in BESIDE], voices, alike, rulings)


def find_remarks(
    told: Sequence[Told], voices: dict[str, Voice], alike: Alike, rulings: Rulings
) -> list[list[Told]]:
    """Demands and pledges that say the same; they make no claim."""
    return cluster([report for report in told if report.kind in BESIDE], voices, alike, rulings)


def cluster(
    nodes: Sequence[Told], voices: dict[str, Voice], alike: Alike, rulings: Rulings
) -> list[list[Told]]:
    """Join what people decided, then what must stand together, then what is alike enough."""
    by_key = {report.key: report for report in nodes}
    ties = [edge for edge in rulings.claims.ties() if by_key.keys() >= set(edge)]
    edges = [*ties, *certain_edges(nodes, voices)]
    sets = find_sets_apart(list(by_key), edges, rulings.claims.divide)
    groups = find_clusters(sets, make_bind(by_key, alike, rulings.claims), TAKEN)
    groups = move_accepted(groups, rulings)
    return [sorted((by_key[key] for key in group), key=lambda report: report.order) for group in groups]


def make_bind(by_key: dict[str, Told], alike: Alike, bonds: Bonds) -> Bind[str]:
    """How two groups hang together: between their average and their best pair.

    The average alone would keep a short wording out of a large group, the best alone would chain.
    Groups whose figures never agree are held apart, and those that a person parted do not join.
    """

    def bind(one: list[str], other: list[str]) -> float:
        if bonds.divide(one, other):
            return 0.0
        scores = [alike(a, b) for a in one for b in other]
        average = math.fsum(scores) / len(scores)
        strength = BEST_SHARE * max(scores) + (1 - BEST_SHARE) * average
        return strength * FIGURES_APART if figures_part(one, other, by_key) else strength

    return bind


def figures_part(one: list[str], other: list[str], by_key: dict[str, Told]) -> bool:
    """Whether two groups give figures of the same thing and none of them agree."""
    figures = [amount for key in one for amount in by_key[key].figures]
    rivals = [amount for key in other for amount in by_key[key].figures]
    return compare_figures(figures, rivals)[1]


def measure(told: Sequence[Told], voices: dict[str, Voice], targets: dict[str, str]) -> Alike:
    """The likeness of two reports by their keys, remembered; voices and targets add to that of the words."""
    by_key = {report.key: report for report in told}
    known: dict[tuple[str, str], float] = {}

    def alike(one: str, other: str) -> float:
        pair = (one, other) if one < other else (other, one)
        if pair not in known:
            known[pair] = likeness(by_key[pair[0]], by_key[pair[1]], voices, targets)
        return known[pair]

    return alike


def likeness(one: Told, other: Told, voices: dict[str, Voice], targets: dict[str, str]) -> float:
    """How likely it is that two reports are about one proposition, 0 to 1."""
    score = compare(one, other).score
    if score == 0:
        return 0.0
    if accused_answers(one, other, voices, targets) or accused_answers(other, one, voices, targets):
        score += ACCUSED_ANSWERS
    elif misses_target(one, other) or misses_target(other, one):
        score *= TARGET_MISSED
    if names_source(one, other, voices) or names_source(other, one, voices):
        score += NAMES_SOURCE
    if share_figure(one.figures, other.figures) and are_one_side(one, other, voices):
        score += SAME_SIDE_SAME_FIGURE
    if targets.get(one.key, "") != targets.get(other.key, "") and one.key in targets and other.key in targets:
        score *= OTHER_TARGET
    return min(score, 1.0)


def are_one_side(one: Told, other: Told, voices: dict[str, Voice]) -> bool:
    """Whether the speakers of two reports are one actor, or one speaks for the other."""
    return one.key in voices and other.key in voices and same_side(voices[one.key], voices[other.key])


def accused_answers(
    accusation: Told, answer: Told, voices: dict[str, Voice], targets: dict[str, str]
) -> bool:
    """Whether one report accuses exactly the actor who answers in the other."""
    if accusation.kind is not Kind.ACCUSATION or answer.kind not in ANSWERS:
        return False
    voice, target = voices.get(answer.key), targets.get(accusation.key, "")
    return bool(target) and voice is not None and target in (plain_key(voice.actor), voice.on_behalf_of)


def misses_target(accusation: Told, other: Told) -> bool:
    """Whether the accused of one report is not even named in what the other is about."""
    if accusation.kind is not Kind.ACCUSATION or not accusation.target:
        return False
    target = text_terms(f". {accusation.target}")
    named = math.fsum(weight for term, weight in target.items() if term in other.gist.terms)
    return named < TARGET_NAMED * math.fsum(target.values())


def names_source(answer: Told, source: Told, voices: dict[str, Voice]) -> bool:
    """Whether an answer names the one it answers: "membantah pernyataan Presiden X soal ..."."""
    head = ANSWERED_HEAD.match(answer.text) if answer.kind in ANSWERS else None
    voice = voices.get(source.key)
    if head is None or voice is None or source.kind in ANSWERS:
        return False
    named = f" {normal_name(head.group())} "
    by_name = any(f" {key} " in named for key in (plain_key(voice.actor), voice.on_behalf_of) if key)
    return by_name or find_known(head.group()) == voice.actor
