"""Gathers the reports of one topic that put forward, or answer, the same proposition."""

import re
from collections.abc import Callable, Sequence

from claims.linking.figures import compare_figures
from claims.linking.gist import ANSWERED_HEAD, ANSWERS
from claims.linking.joining import find_clusters, find_sets
from claims.linking.known import find_known
from claims.linking.likeness import compare, compare_terms, wording_shared
from claims.linking.names import normal_name
from claims.linking.values import Told, Voice
from claims.linking.vocabulary import CHARGE
from claims.values import Kind

TAKEN = 0.44
SUGGESTED = 0.3
SAME_WORDS = 0.7
ANSWERED_ELSEWHERE = 0.1
ACCUSED_ANSWERS = 0.15
NAMES_SOURCE = 0.12
BESIDE = frozenset({Kind.DEMAND, Kind.PLEDGE})

# Words that point back: what they are about was said before
POINTING = re.compile(
    rf"^\W*(?:itu|ini|hal (?:itu|ini|tersebut)|(?:{CHARGE}) (?:itu|ini|tersebut))\b", re.IGNORECASE
)

Alike = Callable[[str, str], float]


def find_propositions(told: Sequence[Told], voices: dict[str, Voice]) -> list[list[Told]]:
    """The clusters of reports about one proposition each, demands and pledges left out."""
    nodes = [report for report in told if report.kind not in BESIDE]
    return cluster(nodes, voices)


def find_remarks(told: Sequence[Told], voices: dict[str, Voice]) -> list[list[Told]]:
    """Demands and pledges that say the same; they make no claim."""
    return cluster([report for report in told if report.kind in BESIDE], voices)


def cluster(nodes: Sequence[Told], voices: dict[str, Voice]) -> list[list[Told]]:
    """Join what must stand together, then what is alike enough."""
    by_key = {report.key: report for report in nodes}
    sets = find_sets(list(by_key), [*certain_edges(nodes), *continuing_edges(nodes, voices)])
    groups = find_clusters(sets, measure(by_key, voices), TAKEN)
    return [sorted((by_key[key] for key in group), key=lambda report: report.order) for group in groups]


def certain_edges(nodes: Sequence[Told]) -> list[tuple[str, str]]:
    """Pairs joined by more than likeness: the article says it answers, or the words are the same."""
    by_place = {(report.article, report.revision, report.ordinal): report for report in nodes}
    edges = []
    for at, report in enumerate(nodes):
        answered = by_place.get((report.article, report.revision, report.answers or 0))
        if report.answers is not None and answered is not None and answers_it(report, answered):
            edges.append((report.key, answered.key))
        edges += [(other.key, report.key) for other in nodes[:at] if is_same_wording(other, report)]
    return edges


def continuing_edges(nodes: Sequence[Told], voices: dict[str, Voice]) -> list[tuple[str, str]]:
    """Thin words joined to what the same side said last in the article: "Itu tidak benar," kata X."""
    edges = []
    for at, report in enumerate(nodes):
        if (
            report.key in voices
            and (report.gist.thin or POINTING.match(report.text))
            and report.answers is None
        ):
            before = [
                other
                for other in nodes[:at]
                if is_same_text(other, report)
                and other.key in voices
                and same_side(voices[other.key], voices[report.key])
            ]
            edges += [(before[-1].key, report.key)] if before else []
    return edges


def is_same_text(one: Told, other: Told) -> bool:
    """Whether two reports stand in the same revision of an article."""
    return (one.article, one.revision) == (other.article, other.revision)


def same_side(one: Voice, other: Voice) -> bool:
    """Whether two voices are one actor, or one speaks for the other or for the same body."""
    return bool({one.actor, one.on_behalf_of} & {other.actor, other.on_behalf_of} - {""})


def answers_it(report: Told, answered: Told) -> bool:
    """Whether the reader's link within the article is borne out: full contents must share something."""
    if report.gist.thin or answered.gist.thin:
        return True
    if compare_figures(report.figures, answered.figures)[1]:
        return False
    return compare_terms(report.gist, answered.gist)[0] >= ANSWERED_ELSEWHERE


def is_same_wording(one: Told, other: Told) -> bool:
    """Whether two reports give the same words: a copy, a later revision, the same quote elsewhere."""
    if abs(len(one.text) - len(other.text)) > max(len(one.text), len(other.text)) * 0.6:
        return False
    long_enough = min(len(one.text.split()), len(other.text.split())) >= 5
    return long_enough and wording_shared(one.text, other.text) >= SAME_WORDS


def measure(by_key: dict[str, Told], voices: dict[str, Voice]) -> Alike:
    """The likeness of two reports, remembered, with what the voices add."""
    known: dict[tuple[str, str], float] = {}

    def alike(one: str, other: str) -> float:
        pair = (one, other) if one < other else (other, one)
        if pair not in known:
            known[pair] = likeness(by_key[pair[0]], by_key[pair[1]], voices)
        return known[pair]

    return alike


def likeness(one: Told, other: Told, voices: dict[str, Voice]) -> float:
    """How likely it is that two reports are about one proposition, 0 to 1."""
    score = compare(one, other).score
    if score > 0 and (accused_answers(one, other, voices) or accused_answers(other, one, voices)):
        score += ACCUSED_ANSWERS
    if score > 0 and (names_source(one, other, voices) or names_source(other, one, voices)):
        score += NAMES_SOURCE
    return min(score, 1.0)


def accused_answers(accusation: Told, answer: Told, voices: dict[str, Voice]) -> bool:
    """Whether one report accuses exactly the actor who answers in the other."""
    if accusation.kind is not Kind.ACCUSATION or answer.kind not in ANSWERS or not accusation.target:
        return False
    voice = voices.get(answer.key)
    target = find_known(accusation.target) or normal_name(accusation.target)
    return voice is not None and target in (voice.actor, voice.on_behalf_of)


def names_source(answer: Told, source: Told, voices: dict[str, Voice]) -> bool:
    """Whether an answer names the one it answers: "membantah pernyataan Presiden X soal ..."."""
    head = ANSWERED_HEAD.match(answer.text) if answer.kind in ANSWERS else None
    voice = voices.get(source.key)
    if head is None or voice is None or source.kind in ANSWERS:
        return False
    named = f" {normal_name(head.group())} "
    return f" {voice.actor} " in named or (bool(voice.on_behalf_of) and f" {voice.on_behalf_of} " in named)
