"""Tells by the same text's other lines where a place or body ends and a person's name begins."""

from collections.abc import Callable

from claims.nlp.lexicon import GIVEN_NAMES
from claims.nlp.matcher import Hints

LONGEST_NAME = 4


def find_boundary(
    words: list[str], hints: Hints, is_material: Callable[[str, Hints], bool], expected: bool
) -> int:
    """Where a person's name of two words or more begins behind words that stand elsewhere alone; 0 if not.

    "Rawa Taluna Darma Wibisa" is cut when "Rawa Taluna" ends another run of capitals. `expected` says that a
    person's role stands before; without one the name itself must begin a run elsewhere.
    """
    for at in range(len(words) - 2, 0, -1):
        if words[at - 1] in hints.ends and not holds_person(words[:at], hints):
            rest = words[at:]
            if is_person(rest, hints, is_material) and (expected or stands_first(rest[0], hints)):
                return at
    return 0


def holds_person(words: list[str], hints: Hints) -> bool:
    """Whether one of the words is a person's: used alone as a speaker, or a known given name."""
    return any(
        word in hints.alone or (word.lower() in GIVEN_NAMES and word not in hints.places) for word in words
    )


def is_person(words: list[str], hints: Hints, is_material: Callable[[str, Hints], bool]) -> bool:
    """Whether words can be a person's whole name: none goes on a role, nothing else follows the last."""
    if len(words) > LONGEST_NAME or any(is_material(word, hints) for word in words):
        return False
    if any(word in hints.alone for word in words[1:-1]) and words[0] not in hints.alone:
        return False
    return words[-1] in hints.alone or words[-1] not in hints.loose


def stands_first(word: str, hints: Hints) -> bool:
    """Whether a word begins a name elsewhere, or is a person's by itself."""
    return word in hints.begins or word in hints.alone or word.lower() in GIVEN_NAMES
