"""MinHash sketches of whole articles, by which copies of one wire story are known."""

from collections.abc import Sequence
from zlib import crc32

from claims.linking.likeness import shingles

SIZE = 48


def find_sketch(text: str) -> tuple[int, ...]:
    """The least hashes of a text's shingles: signed 32-bit numbers, in order."""
    numbers = sorted({crc32(shingle.encode()) for shingle in shingles(text)})[:SIZE]
    return tuple(number - (1 << 31) for number in numbers)


def resemble(one: Sequence[int], other: Sequence[int]) -> float:
    """The estimated resemblance (Jaccard) of two articles' wording, 0 to 1."""
    if not one or not other:
        return 0.0
    least = sorted(set(one) | set(other))[:SIZE]
    both = set(one) & set(other)
    return sum(number in both for number in least) / len(least)
