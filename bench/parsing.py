"""Our parser against trafilatura's fast mode on the same pages."""

from trafilatura import bare_extraction

from articles.parsing.article import parse_article
from bench.samples import pages
from bench.timing import ratio


def parser_vs_trafilatura() -> float:
    """How many times as long trafilatura takes for the same pages."""
    samples = pages()
    return ratio(
        lambda: [parse_article(page) for page in samples],
        lambda: [bare_extraction(page.body, url=page.url, fast=True, with_metadata=True) for page in samples],
    )
