"""Cuts the reports nearby into topics: sets within which alone anything can be linked."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from zlib import crc32

from claims.linking.certain import continuing_edges
from claims.linking.joining import find_sets
from claims.linking.likeness import compare_terms
from claims.linking.values import Gist, Told, Voice
from claims.linking.voices import body_key, speaker_key

WINDOW = timedelta(days=30)
NEAR = 0.24


def find_topics(told: Sequence[Told], ties: Iterable[tuple[str, str]] = ()) -> list[list[Told]]:
    """The topics, each in order of publication.

    Whether two reports are near depends on the two alone, so the topics are the same in whatever
    order the reports came. `ties` are the pairs of keys that people put together.
    """
    ordered = sorted(told, key=lambda report: report.order)
    by_key = {report.key: report for report in ordered}
    tied = [edge for edge in ties if by_key.keys() >= set(edge)]
    sets = find_sets(list(by_key), [*find_edges(ordered), *tied])
    return [[by_key[key] for key in keys] for keys in sets]


def find_edges(told: Sequence[Told]) -> Iterator[tuple[str, str]]:
    """Pairs of reports that are near: by their words, or because one answers the other in its article."""
    yield from continuing_edges(told, own_voices(told))
    by_pair: dict[int, list[Told]] = defaultdict(list)
    by_place = {(report.article, report.revision, report.ordinal): report for report in told}
    seen: set[tuple[str, str]] = set()
    for report in told:
        answered = by_place.get((report.article, report.revision, report.answers or 0))
        if report.answers is not None and answered is not None:
            yield report.key, answered.key
        for pair in report.gist.pairs:
            for other in by_pair[pair]:
                edge = (other.key, report.key)
                if edge not in seen:
                    seen.add(edge)
                    if are_near(other, report):
                        yield edge
            by_pair[pair].append(report)


def own_voices(told: Sequence[Told]) -> dict[str, Voice]:
    """The voices as each report's own words name them."""
    voices = {report.key: Voice(speaker_key(report), body_key(report)) for report in told}
    return {key: voice for key, voice in voices.items() if voice.actor}


def are_near(one: Told, other: Told) -> bool:
    """Whether two reports with a pair of heavy terms in common are alike and near in time."""
    return gists_near(one.gist, one.moment, other.gist, other.moment)


def gists_near(one: Gist, at: datetime, other: Gist, then: datetime) -> bool:
    """The same of two gists, each with its time."""
    return abs(at - then) <= WINDOW and compare_terms(one, other, lent=True)[0] >= NEAR


def index_numbers(pairs: Iterable[int], moment: datetime) -> set[int]:
    """The numbers by which an index keeps a report: its pairs of terms, each with its stretch of time."""
    return {number_at(pair, stretch_of(moment)) for pair in pairs}


def search_numbers(pairs: Iterable[int], moment: datetime) -> set[int]:
    """The numbers to ask an index for, so that every report that can be near is found."""
    stretch = stretch_of(moment)
    return {number_at(pair, near) for pair in pairs for near in (stretch - 1, stretch, stretch + 1)}


def stretch_of(moment: datetime) -> int:
    """Which window's length of time, counted from 1970, a moment falls in."""
    return int(moment.timestamp() // WINDOW.total_seconds())


def number_at(pair: int, stretch: int) -> int:
    """A pair in one stretch of time as a signed 32-bit number."""
    return crc32(f"{pair}@{stretch}".encode()) - (1 << 31)


def topic_name(told: Sequence[Told]) -> str:
    """A topic is named by its first report: 64 hexadecimal digits."""
    first = min(told, key=lambda report: report.order)
    return hashlib.sha256(f"topic {first.key}".encode()).hexdigest()
