"""The whole route in one process: what the workers do in turns, `ingest` and `crawl` do at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils import timezone

from articles.models import Article, Lead, Source
from articles.rounds import discover
from articles.visits import Outcome, visit_address, visit_article, visit_lead
from claims.desk import read_and_link
from claims.store import waiting


@dataclass(frozen=True, slots=True)
class Tally:
    """How far one crawl has come and what it found."""

    planned: int = 0
    visited: int = 0
    articles: int = 0
    revisions: int = 0
    unchanged: int = 0
    lists_unchanged: int = 0
    errors: tuple[str, ...] = ()
    all_lists_failed: bool = False

    def line(self) -> str:
        """The tally in one line."""
        return (
            f"{self.articles} new articles, {self.revisions} new revisions, {self.unchanged} unchanged, "
            f"{self.lists_unchanged} lists unchanged, {len(self.errors)} errors"
        )


def ingest(url: str) -> Outcome:
    """Take one address through fetch, parse, keep, read, link, keep."""
    outcome = visit_address(url)
    if outcome.article is None:
        return outcome
    statements = read_article(outcome.article)
    return replace(outcome, line=f"{outcome.line}, {statements} statements")


def crawl(source: Source) -> Iterator[Tally]:
    """One round of a source; yields the tally after each step, the last one whole."""
    result = discover(source)
    leads = list(Lead.objects.filter(source=source, next_try__isnull=False).order_by("found", "pk"))
    known = list(Article.objects.filter(source=source, next_visit__lte=timezone.now()))
    failed = bool(result.errors) and not result.unchanged and len(result.errors) == source.feeds.count()
    tally = Tally(
        planned=len(leads) + len(known),
        lists_unchanged=result.unchanged,
        errors=result.errors,
        all_lists_failed=failed,
    )
    yield tally
    for outcome in _visits(leads, known):
        if outcome.article is not None:
            read_article(outcome.article)
        tally = _count(tally, outcome)
        yield tally


def _visits(leads: Iterable[Lead], known: Iterable[Article]) -> Iterator[Outcome]:
    """Each row in its turn; what a worker took up meanwhile is left to it."""
    for lead in leads:
        if Lead.objects.begin(lead.pk, lead.turn, timezone.now()):
            yield visit_lead(lead)
    for article in known:
        if Article.objects.begin(article.pk, article.turn, timezone.now()):
            yield visit_article(article)


def _count(tally: Tally, outcome: Outcome) -> Tally:
    changed = outcome.revision is not None
    first = changed and outcome.revision is not None and outcome.revision.number == 1
    failed = outcome.article is None
    return replace(
        tally,
        visited=tally.visited + 1,
        articles=tally.articles + first,
        revisions=tally.revisions + (changed and not first),
        unchanged=tally.unchanged + (not changed and not failed),
        errors=(*tally.errors, f"{outcome.url}: {outcome.line}") if failed else tally.errors,
    )


def read_article(article: Article) -> int:
    """Read and link what is unread of an article; how many statements its latest text has."""
    for revision in waiting().filter(article=article):
        read_and_link(revision.pk)
    return article.reports.filter(superseded=None, revision=article.latest()).count()
