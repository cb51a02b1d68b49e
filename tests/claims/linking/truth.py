"""Compares a record with one written by hand, report by report."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from claims.linking.values import Linked, LinkedUtterance, Told
from tests.claims.linking.pairs import Pairs, score_pairs

PUT_FORWARD = frozenset({"asserts", "accuses"})


@dataclass(frozen=True, slots=True)
class Right:
    """What a hand-made record says of one report: its claim, utterance, stance and speaker."""

    claim: str
    utterance: str
    stance: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Scores:
    """How well a record fits: pairs of reports in one claim and in one utterance, and shares of 0 to 1."""

    claims: Pairs
    utterances: Pairs
    answers: Pairs
    stances: float
    actors: float
    found: float


def expected(record: Mapping[str, Any]) -> Iterator[tuple[str, str, Right]]:
    """Each report of a hand-made record: article, words, and what is right of it."""
    for claim in record["claim"]:
        for number, utterance in enumerate(claim["utterance"]):
            right = Right(claim["id"], f"{claim['id']}/{number}", utterance["stance"], utterance["speaker"])
            for article, words in (report for chain in utterance["chains"] for report in chain):
                yield article, words, right


def find_reports(
    record: Mapping[str, Any], told: Iterable[Told], texts: Mapping[str, str]
) -> dict[str, Right]:
    """The reports, by key, that stand where the hand-made record says one stands."""
    by_article: dict[str, list[Told]] = {}
    for report in told:
        by_article.setdefault(report.article, []).append(report)
    rights: dict[str, Right] = {}
    for article, words, right in expected(record):
        start = texts[article].index(words)
        for report in by_article.get(article, ()):
            if report.start < start + len(words) and start < report.start + len(report.text):
                rights.setdefault(report.key, right)
                break
    return rights


def score(record: Mapping[str, Any], told: list[Told], texts: Mapping[str, str], linked: Linked) -> Scores:
    """Score a record against the hand-made one, over the reports the reader found."""
    rights = find_reports(record, told, texts)
    utterance_of = {report.key: utterance for utterance in linked.utterances for report in utterance.told}
    stance_of = {stance.utterance: stance for stance in linked.stances if stance.taken}
    claims = {key: stance_of[u.key].claim for key, u in utterance_of.items() if u.key in stance_of}
    kinds = {key: stance_of[u.key].kind.value for key, u in utterance_of.items() if u.key in stance_of}
    return Scores(
        claims=score_pairs({key: right.claim for key, right in rights.items()}, claims),
        utterances=score_pairs(
            {key: right.utterance for key, right in rights.items()},
            {key: utterance.key for key, utterance in utterance_of.items()},
        ),
        answers=score_answers(rights, claims),
        stances=share(kinds.get(key) == right.stance for key, right in rights.items()),
        actors=share(is_actor(utterance_of.get(key), right.speaker) for key, right in rights.items()),
        found=len(rights) / sum(1 for _ in expected(record)),
    )


def score_answers(rights: Mapping[str, Right], claims: Mapping[str, str]) -> Pairs:
    """Answers tied to the claim they answer: right, tied to another, tied to none that was put forward."""
    sources: dict[str, set[str]] = {}
    for key, right in rights.items():
        if right.stance in PUT_FORWARD and key in claims:
            sources.setdefault(claims[key], set()).add(right.claim)
    known = {right.claim for right in rights.values() if right.stance in PUT_FORWARD}
    counts = [0, 0, 0]
    for key, right in rights.items():
        if right.stance not in PUT_FORWARD and right.claim in known:
            tied = sources.get(claims.get(key, ""), set())
            counts[0] += right.claim in tied
            counts[1] += bool(tied) and right.claim not in tied
            counts[2] += right.claim not in tied
    return Pairs(*counts)


def is_actor(utterance: LinkedUtterance | None, speaker: str) -> bool:
    """Whether an utterance is put under the speaker that the hand-made record names."""
    if utterance is None:
        return False
    found, right = utterance.voice.actor.strip("?"), speaker.lower()
    return bool(found) and (found in right or right in found or found.split()[-1] == right.split()[-1])


def share(hits: Iterable[bool]) -> float:
    """The share of hits."""
    marks = list(hits)
    return sum(marks) / len(marks) if marks else 1.0
