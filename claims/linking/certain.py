"""Joins reports by more than likeness: the article says so, the words are the same, or one goes on."""

from collections import defaultdict
from collections.abc import Sequence

from claims.linking.figures import compare_figures
from claims.linking.gist import ANSWERS, POINTING, joined_denial
from claims.linking.likeness import compare_words, wording_shared
from claims.linking.values import Told, Voice
from claims.values import Kind, QuoteForm

SAME_WORDS = 0.7
ANSWERED_ELSEWHERE = 0.1
ENOUGH_WORDS = 5
LENGTHS_APART = 0.6


def certain_edges(nodes: Sequence[Told], voices: dict[str, Voice]) -> list[tuple[str, str]]:
    """The pairs of keys that are joined before anything is measured, the same words before all."""
    return [*wording_edges(nodes), *answering_edges(nodes), *continuing_edges(nodes, voices)]


def answering_edges(nodes: Sequence[Told]) -> list[tuple[str, str]]:
    """Answers with what their own article says they answer."""
    by_place = {(report.article, report.revision, report.ordinal): report for report in nodes}
    edges = []
    for report in nodes:
        answered = by_place.get((report.article, report.revision, report.answers or 0))
        if report.answers is None or answered is None or not answers_it(report, answered):
            continue
        joined = joined_denial(report, nodes) if report.gist.thin else None
        edges.append((report.key, (joined or answered).key))
    return edges


def answers_it(report: Told, answered: Told) -> bool:
    """Whether the reader's link within the article is borne out: full contents must share something."""
    if report.gist.thin or answered.gist.thin:
        return True
    if compare_figures(report.figures, answered.figures)[1]:
        return False
    return compare_words(report, answered)[0] >= ANSWERED_ELSEWHERE


def wording_edges(nodes: Sequence[Told]) -> list[tuple[str, str]]:
    """Reports of the same words: a copy, a later revision, the same quote elsewhere."""
    return [
        (other.key, report.key)
        for at, report in enumerate(nodes)
        for other in nodes[:at]
        if is_same_wording(other, report)
    ]


def is_same_wording(one: Told, other: Told) -> bool:
    """Whether most of the shorter wording stands in the longer, both being more than a few words."""
    shorter, longer = sorted((len(one.text.split()), len(other.text.split())))
    if shorter < ENOUGH_WORDS or shorter < longer * (1 - LENGTHS_APART):
        return False
    if compare_figures(one.figures, other.figures)[1]:
        return False
    return wording_shared(one.text, other.text) >= SAME_WORDS


def continuing_edges(nodes: Sequence[Told], voices: dict[str, Voice]) -> list[tuple[str, str]]:
    """Words that go on from what the same side said last in the article: "Itu tidak benar," kata X."""
    edges = []
    said: dict[tuple[str, int], list[Told]] = defaultdict(list)
    for report in nodes:
        if report.key not in voices:
            continue
        before = said[report.article, report.revision]
        own = [other for other in before if same_side(voices[other.key], voices[report.key])]
        if own and (points_back(report) or elaborates(report, own[-1])):
            edges.append((meant(report, own).key, report.key))
        before.append(report)
    return edges


def points_back(report: Told) -> bool:
    """Whether the words alone say nothing of what they are about, and the reader tied them to nothing."""
    return report.answers is None and (report.gist.thin or POINTING.match(report.text) is not None)


def meant(report: Told, own: Sequence[Told]) -> Told:
    """What words that point back go on from: a denial from the last denial, else from what was said last.

    "X membantah tuduhan bahwa ... 'Dana kami dari iuran.' Ia menyebut tuduhan tersebut jurus lama."
    """
    denials = [other for other in own if other.kind is Kind.DENIAL] if report.kind is Kind.DENIAL else []
    return (denials or own)[-1]


def elaborates(report: Told, before: Told) -> bool:
    """Whether a quote follows straight on an answer of the same side, as news tells denials."""
    follows = report.ordinal == before.ordinal + 1 and report.quote is QuoteForm.DIRECT
    return follows and before.kind in ANSWERS and (report.kind is Kind.CLAIM or report.kind in ANSWERS)


def same_side(one: Voice, other: Voice) -> bool:
    """Whether two voices are one actor, or one speaks for the other or for the same body."""
    return bool({one.actor, one.on_behalf_of} & {other.actor, other.on_behalf_of} - {""})
