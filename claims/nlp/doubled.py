"""Passes over paragraphs that a scraped text prints twice, so that nothing is heard twice."""

from collections.abc import Sequence

from claims.values import Span

LONG = 60  # a shorter line may well stand twice


def without_doubled(string: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """The paragraphs that are to be read: each long one once, and none that only strings others together.

    Broken markup (a paragraph left open) gives every paragraph followed by all the rest of the article,
    glued; the paragraphs themselves stand between.
    """
    words = ["".join(span.of(string).split()) for span in paragraphs]
    seen: set[str] = set()
    kept = []
    for at, span in enumerate(paragraphs):
        if is_strung(words, at) or is_beginning(words, at) or words[at] in seen:
            continue
        if len(words[at]) >= LONG:
            seen.add(words[at])
        kept.append(span)
    return tuple(kept)


def is_strung(words: Sequence[str], at: int) -> bool:
    """Whether a paragraph is the next one with the one after that glued to it."""
    if at + 2 >= len(words) or len(words[at + 1]) < LONG or len(words[at + 2]) < LONG:
        return False
    return words[at].startswith(words[at + 1]) and words[at].startswith(words[at + 2], len(words[at + 1]))


def is_beginning(words: Sequence[str], at: int) -> bool:
    """Whether a paragraph only begins the one before it once more."""
    return (
        at > 0
        and len(words[at]) >= LONG
        and words[at - 1].startswith(words[at])
        and not is_strung(words, at - 1)
    )
