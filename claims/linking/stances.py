"""Decides how each utterance stands to its claim, and which claim elsewhere a lone answer may answer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from claims.linking.accepted import accepted_kinds
from claims.linking.gist import ANSWERS
from claims.linking.likeness import compare
from claims.linking.propositions import Alike
from claims.linking.reasons import give_reason
from claims.linking.rulings import Rulings
from claims.linking.values import Likeness, LinkedStance, LinkedUtterance, Told
from claims.values import Kind, StanceKind

BY_KIND = {
    Kind.CLAIM: StanceKind.ASSERTS,
    Kind.ACCUSATION: StanceKind.ACCUSES,
    Kind.DENIAL: StanceKind.DENIES,
    Kind.CONFIRMATION: StanceKind.CONFIRMS,
    Kind.NEITHER: StanceKind.NEITHER,
    Kind.NO_COMMENT: StanceKind.NO_COMMENT,
    Kind.RETRACTION: StanceKind.RETRACTS,
}
# Of all one actor says of one claim on one occasion, the strongest answer is the stance.
STRENGTH = (
    Kind.RETRACTION,
    Kind.DENIAL,
    Kind.CONFIRMATION,
    Kind.NEITHER,
    Kind.ACCUSATION,
    Kind.NO_COMMENT,
    Kind.CLAIM,
)
KIND_OF = {stance: kind for kind, stance in BY_KIND.items()} | {StanceKind.PARTLY_DENIES: Kind.DENIAL}
IN_ARTICLE = 0.95
SOURCE = 0.9
PLAIN_NO = 0.5
# An answer may be printed a little before the first outlet that we see tells what it answers
EARLY = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Dispute:
    """The utterances about one proposition: those that put it forward, and those that answer it.

    `kinds` is the kind of statement by which each stands to the claim, by the utterance's key.
    """

    claim: str
    sources: tuple[LinkedUtterance, ...]
    answers: tuple[LinkedUtterance, ...]
    kinds: dict[str, Kind]


def split_sides(claim: str, utterances: Sequence[LinkedUtterance], rulings: Rulings) -> Dispute:
    """Who puts it forward, who answers; what a person said of it wins."""
    kinds = {utterance.key: standing_kind(utterance, utterances) for utterance in utterances}
    kinds |= {key: KIND_OF[kind] for key, kind in accepted_kinds(utterances, rulings.stances).items()}
    answering = tuple(utterance for utterance in utterances if kinds[utterance.key] in ANSWERS)
    sources = tuple(utterance for utterance in utterances if kinds[utterance.key] not in ANSWERS)
    return Dispute(claim, sources, answering, kinds)


def standing_kind(utterance: LinkedUtterance, utterances: Sequence[LinkedUtterance]) -> Kind:
    """The kind by which an utterance stands to its claim.

    Whoever speaks in an article for a side that answers there answers too: after "PT X membantah ...",
    the words of its spokesman are part of the denial.
    """
    kind = leading_kind(utterance)
    if kind is not Kind.CLAIM:
        return kind
    articles = {report.article for report in utterance.told}
    return next(
        (
            leading_kind(other)
            for other in utterances
            if leading_kind(other) in ANSWERS
            and sides(other) & sides(utterance)
            and articles & {report.article for report in other.told}
        ),
        kind,
    )


def leading_kind(utterance: LinkedUtterance) -> Kind:
    """The kind of statement by which the utterance stands to its claim."""
    kinds = {report.kind for report in utterance.told}
    return next((kind for kind in STRENGTH if kind in kinds), Kind.CLAIM)


def link_stances(dispute: Dispute, alike: Alike) -> list[LinkedStance]:
    """The stances of all utterances of a dispute to its claim."""
    stances = [source_stance(utterance, dispute) for utterance in dispute.sources]
    plain = [report for utterance in dispute.sources for report in utterance.told]
    return stances + [
        answer_stance(utterance, dispute.kinds[utterance.key], dispute.claim, plain, alike)
        for utterance in dispute.answers
    ]


def source_stance(utterance: LinkedUtterance, dispute: Dispute) -> LinkedStance:
    """Puts the claim forward - or plainly says no to it while others put it forward."""
    kind = BY_KIND[dispute.kinds[utterance.key]]
    rivals = [
        report
        for other in dispute.sources
        if other.voice.actor != utterance.voice.actor
        for report in other.told
        if not report.gist.negated
    ]
    if rivals and says_no(utterance, dispute, rivals):
        kind = StanceKind.DENIES
    best = nearest(utterance.told[0], rivals)
    score = max(report.score for report in utterance.told) * SOURCE
    reason = give_reason(utterance.told[0], best[0], best[1], kind)
    return LinkedStance(utterance.key, dispute.claim, kind, clamp(score), reason)


def says_no(utterance: LinkedUtterance, dispute: Dispute, rivals: Sequence[Told]) -> bool:
    """Whether an utterance without a denying cue denies: its words negate, and it stands with the deniers.

    Words printed before anybody put the claim forward deny nothing.
    """
    first = min(rival.moment for rival in rivals)
    if not all(report.gist.negated and report.moment >= first for report in utterance.told):
        return False
    bodies = {
        body
        for answer in dispute.answers
        if dispute.kinds[answer.key] is Kind.DENIAL
        for body in sides(answer)
    }
    if bodies & sides(utterance):
        return True
    return max(compare(report, rival).score for report in utterance.told for rival in rivals) >= PLAIN_NO


def sides(utterance: LinkedUtterance) -> set[str]:
    """The actors behind an utterance."""
    return {utterance.voice.actor, utterance.voice.on_behalf_of} - {""}


def answer_stance(
    utterance: LinkedUtterance, kind: Kind, claim: str, plain: Sequence[Told], alike: Alike
) -> LinkedStance:
    """Answers the claim, by the article's own word or by likeness."""
    told = [report for report in utterance.told if report.kind is kind] or list(utterance.told)
    partial = kind is Kind.DENIAL and any(report.partial for report in told)
    stance = StanceKind.PARTLY_DENIES if partial else BY_KIND[kind]
    answered, told_best = find_answered(told, plain)
    if answered is not None:
        reason = give_reason(told_best, answered, compare(told_best, answered), stance, in_article=True)
        return LinkedStance(utterance.key, claim, stance, clamp(IN_ARTICLE * told_best.score), reason)
    rival, likeness = nearest(told_best, plain)
    score = alike(told_best.key, rival.key) if rival else told_best.score * 0.5
    reason = give_reason(told_best, rival, likeness, stance)
    return LinkedStance(utterance.key, claim, stance, clamp(0.4 + score * 0.55), reason)


def find_answered(told: Sequence[Told], plain: Sequence[Told]) -> tuple[Told | None, Told]:
    """The statement that the same article says is answered, and the report that answers it."""
    by_place = {(report.article, report.revision, report.ordinal): report for report in plain}
    for report in told:
        answered = by_place.get(
            (report.article, report.revision, -1 if report.answers is None else report.answers)
        )
        if answered is not None:
            return answered, report
    return None, told[0]


def nearest(report: Told, others: Sequence[Told]) -> tuple[Told | None, Likeness]:
    """The most alike of other reports, with the likeness; equal ones by order of publication."""
    found = [(compare(report, other), other) for other in others if other.key != report.key]
    if not found:
        return None, Likeness(0.0)
    likeness, other = min(found, key=lambda pair: (-pair[0].score, pair[1].order))
    return other, likeness


def suggest_stances(
    lone: Dispute, others: Sequence[Dispute], alike: Alike, least: float, rulings: Rulings
) -> list[LinkedStance]:
    """For answers whose claim was not seen: the likeliest claim, suggested only and never once refused."""
    best: tuple[float, str, Dispute | None] = (least, "", None)
    own = [report for answer in lone.answers for report in answer.told]
    own_sides = {side for answer in lone.answers for side in sides(answer)}
    for other in others:
        if all(sides(source) & own_sides for source in other.sources):
            continue
        told = [report for source in other.sources for report in source.told]
        if min(one.moment for one in told) > max(one.moment for one in own) + EARLY:
            continue
        if rulings.claims.divide(keys_of(own), keys_of(told)):
            continue
        score = max((alike(one.key, rival.key) for one in own for rival in told), default=0.0)
        best = max(best, (score, other.claim, other), key=lambda entry: (entry[0], entry[1]))
    if best[2] is None:
        return []
    told = [report for source in best[2].sources for report in source.told]
    stances = (answer_stance(answer, lone.kinds[answer.key], best[1], told, alike) for answer in lone.answers)
    return [
        LinkedStance(s.utterance, s.claim, s.kind, round(best[0], 3), s.reason, taken=False) for s in stances
    ]


def keys_of(told: Sequence[Told]) -> Collection[str]:
    """The keys of reports."""
    return [report.key for report in told]


def clamp(score: float) -> float:
    """A score kept between nothing and certainty."""
    return round(min(max(score, 0.0), 0.99), 3)
