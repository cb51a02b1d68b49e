"""Counts sources, not copies: names the independent chain that each report of a topic belongs to."""

import hashlib
from collections.abc import Sequence

from claims.linking.joining import find_sets
from claims.linking.names import normal_name
from claims.linking.sketches import resemble
from claims.linking.values import Told

COPIED = 0.45
LONGEST = 64


def find_chains(told: Sequence[Told]) -> dict[str, str]:
    """The name of each report's chain, by the report's key.

    A report relayed through an outlet belongs to that outlet's chain, a credited wire story and its
    uncredited copies to the agency's, anything else to its own article's (copies to the earliest).
    """
    first = {report.article: report for report in sorted(told, key=lambda report: report.order, reverse=True)}
    articles = sorted(first.values(), key=lambda report: report.order)
    labels = {}
    for copies in find_sets([report.article for report in articles], copy_edges(articles)):
        label = chain_label([first[article] for article in copies])
        labels.update(dict.fromkeys(copies, label))
    return {report.key: relay_label(report) or labels[report.article] for report in told}


def copy_edges(articles: Sequence[Told]) -> list[tuple[str, str]]:
    """Pairs of articles whose wording says that one copies the other or both one source."""
    return [
        (one.article, other.article)
        for at, one in enumerate(articles)
        for other in articles[at + 1 :]
        if resemble(one.sketch, other.sketch) >= COPIED
    ]


def chain_label(copies: Sequence[Told]) -> str:
    """The name of the chain that articles of the same wording share."""
    agencies = sorted({normal_name(report.credit) for report in copies if report.credit})
    if agencies:
        return f"agensi:{agencies[0]}"[:LONGEST]
    return f"artikel:{hashlib.sha256(copies[0].article.encode()).hexdigest()[:16]}"


def relay_label(report: Told) -> str:
    """The name of the chain of words that came through another outlet: the relay nearest the speaker."""
    return f"lewat:{normal_name(report.via[-1])}"[:LONGEST] if report.via else ""
