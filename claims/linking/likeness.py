"""How alike two reports are: rare words, names and figures count, not raw overlap."""

import math

from claims.linking.figures import compare_figures, is_telling, share_figure
from claims.linking.gist import ANSWERS
from claims.linking.values import Gist, Likeness, Told

FIGURES_AGREE = 1.12
FIGURES_SAME = 1.35
FIGURES_DIFFER = 0.4
VAGUE_ANSWER = 0.88
WORDS_IN_SHINGLE = 4
SHOWN_TERMS = 6


def compare(one: Told, other: Told) -> Likeness:
    """The likeness of what two reports are about, 0 (nothing shared) to 1 (the same)."""
    score, shared = compare_words(one, other)
    agree, differ = compare_figures(one.figures, other.figures)
    if agree and score > 0:
        same = share_figure(one.figures, other.figures)
        score = min(1.0, score * (FIGURES_SAME if same else FIGURES_AGREE))
    if differ:
        score *= FIGURES_DIFFER
    if is_vague_answer(one, other) or is_vague_answer(other, one):
        score *= VAGUE_ANSWER
    return Likeness(round(score, 4), shared, agree, differ)


def is_vague_answer(answer: Told, source: Told) -> bool:
    """Whether an answer without figures meets a statement whose point is one."""
    if answer.kind not in ANSWERS or source.kind in ANSWERS or answer.figures:
        return False
    return any(is_telling(amount) for amount in source.figures)


def compare_words(one: Told, other: Told) -> tuple[float, tuple[str, ...]]:
    """The terms of two reports compared.

    One man's two statements share his name and office: that says nothing of what they are about, except
    where both answer or negate, for who denies goes on denying.
    """
    return compare_terms(one.gist, other.gist, lent=answers_or_negates(one) and answers_or_negates(other))


def answers_or_negates(report: Told) -> bool:
    """Whether the words answer something or negate."""
    return report.kind in ANSWERS or report.gist.negated


def compare_terms(one: Gist, other: Gist, *, lent: bool) -> tuple[float, tuple[str, ...]]:
    """Half cosine, half containment, of weighted terms; and the heaviest shared ones.

    With `lent` those count too that both have of their speakers' names and offices alone.
    """
    shared = one.terms.keys() & other.terms.keys()
    if not lent:
        shared -= set(one.lent) & set(other.lent)
    if not shared:
        return 0.0, ()
    # fsum: the sum is the same whatever order the terms come in
    dot = math.fsum(one.terms[term] * other.terms[term] for term in shared)
    cosine = dot / (length(one) * length(other))
    held = math.fsum(min(one.terms[term], other.terms[term]) for term in shared)
    contained = held / min(math.fsum(one.terms.values()), math.fsum(other.terms.values()))
    # One shared word is no evidence, however rare: two short reports may share just a name.
    trust = min(1.0, held / 1.8)
    order = sorted(shared, key=lambda term: (-one.terms[term] * other.terms[term], term))
    return min(1.0, (cosine + contained) / 2) * trust, tuple(order[:SHOWN_TERMS])


def length(gist: Gist) -> float:
    """Euclidean length of a gist's weights."""
    return math.sqrt(math.fsum(weight * weight for weight in gist.terms.values())) or 1.0


def shingles(text: str) -> frozenset[str]:
    """Runs of four words, in lower case, punctuation gone; a shorter text is one shingle."""
    words = "".join(char.lower() if char.isalnum() else " " for char in text).split()
    if len(words) <= WORDS_IN_SHINGLE:
        return frozenset({" ".join(words)}) if words else frozenset()
    return frozenset(
        " ".join(words[i : i + WORDS_IN_SHINGLE]) for i in range(len(words) - WORDS_IN_SHINGLE + 1)
    )


def wording_shared(one: str, other: str) -> float:
    """How much of the shorter text's wording stands in the longer one, 0 to 1."""
    few, many = sorted((shingles(one), shingles(other)), key=len)
    return len(few & many) / len(few) if few else 0.0
