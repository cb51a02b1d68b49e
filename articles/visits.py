"""One address through fetch, parse and keep; every end of it is an outcome with a verdict and a line."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from urllib.parse import urlsplit

from django.utils import timezone

from articles.agent import allowed, fetcher_for
from articles.fetching.address import parse_address
from articles.fetching.client import NotModified
from articles.fetching.verdicts import POSTPONED, FetchError, Verdict
from articles.models import Article, Lead, Revision, Source
from articles.outlets import publisher_of, slug_of_host
from articles.parsing.article import parse_article
from articles.parsing.verdicts import NotAnArticle, ParseError
from articles.publishers.addresses import one_page_address
from articles.store import (
    save_answer,
    save_article,
    save_failed_lead,
    save_failed_visit,
    save_failure,
    save_removed,
    save_unchanged,
)
from articles.values import Page, ParsedArticle

GONE = {404, 410}
MOST_PAGES = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one visit ended: its verdict, a line for people, and the rows it left."""

    url: str
    verdict: Verdict
    line: str
    article: Article | None = None
    revision: Revision | None = None
    temporary: bool = False
    retry_after: float | None = None


def visit_address(url: str, source: Source | None = None) -> Outcome:
    """Fetch one address never seen before, parse it and keep it; never raises for what a site does."""
    started = timezone.now()
    try:
        parse_address(url, allowed())
        source = source or find_source(url)
        return _keep(source, fetcher_for(source).fetch(one_page(url)))
    except FetchError as error:
        return _refused(url, source, error, started)


def visit_lead(lead: Lead) -> Outcome:
    """Follow a lead; where it gives no article it is pushed into the future or given up."""
    outcome = visit_address(lead.url, lead.source)
    if outcome.article is None:
        save_failed_lead(lead, outcome.verdict, temporary=outcome.temporary, wait=outcome.retry_after)
    else:
        Lead.objects.filter(pk=lead.pk).delete()
    return outcome


def visit_article(article: Article) -> Outcome:
    """Look at a known article again: the same, changed, or taken away."""
    started, source = timezone.now(), article.source
    try:
        page = fetcher_for(source).fetch(
            one_page(article.url), etag=article.etag, last_modified=article.last_modified
        )
        outcome = _unchanged(article, page) if isinstance(page, NotModified) else _keep(source, page)
    except FetchError as error:
        if error.status in GONE:
            save_removed(article, started)
        save_failed_visit(article, error.retry_after, counts=error.verdict not in POSTPONED)
        return _refused(article.url, source, error, started, article)
    if outcome.article != article:
        # Its address leads to another story by now: that one was kept, this one's next visit is still owed.
        save_unchanged(article, page.fetched_at)
    return outcome


def one_page(url: str) -> str:
    """The address that shows all pages of an article at once, where its outlet has one."""
    publisher = publisher_of(url)
    return one_page_address(url, publisher) if publisher else url


def find_source(url: str) -> Source | None:
    """The registered source an address belongs to, by its declaration or by its host."""
    publisher, host = publisher_of(url), urlsplit(url).netloc.lower()
    if publisher is not None:
        return Source.objects.filter(slug=publisher.slug).first()
    return Source.objects.filter(home__in=[f"http://{host}/", f"https://{host}/"]).first()


def save_stranger(url: str) -> Source:
    """Register the source of an address that belongs to none yet; it stays switched off."""
    publisher, parts = publisher_of(url), urlsplit(url)
    host = parts.netloc.lower()
    slug = publisher.slug if publisher else slug_of_host(host)
    name = publisher.name if publisher else host
    defaults = {"name": name[:120], "home": f"{parts.scheme}://{host}/"[:300]}
    return Source.objects.get_or_create(slug=slug, defaults=defaults)[0]


def _unchanged(article: Article, answer: NotModified) -> Outcome:
    save_unchanged(article, answer.fetched_at)
    save_answer(article.source, article.url, answer)
    return Outcome(article.url, Verdict.NOT_MODIFIED, "not modified", article)


def _keep(source: Source | None, page: Page | NotModified) -> Outcome:
    if isinstance(page, NotModified):
        raise FetchError(Verdict.BROKEN_ANSWER, f"{page.url} says 'not modified' unasked; try again later")
    try:
        parsed = parse_story(page, partial(_ask, source))
    except ParseError as error:
        raise FetchError(Verdict.NOT_AN_ARTICLE, str(error), temporary=False, status=page.status) from error
    source = source or save_stranger(page.url)
    kept = save_article(source, page, parsed)
    save_answer(source, page.requested_url or page.url, page, lacks=list(parsed.lacks))
    line = "new article" if kept.is_new else "new revision" if kept.revision else "known, unchanged"
    return Outcome(page.url, Verdict.OK, line, kept.article, kept.revision)


def parse_story(first: Page, fetch: Callable[[str], Page | NotModified]) -> ParsedArticle:
    """The whole story on a page: of a site that splits it, the later pages' paragraphs after the first one's.

    Raises ParseError, and FetchError for a later page that cannot be had.
    """
    story = last = parse_article(first, publisher=publisher_of(first.url))
    paragraphs = list(story.paragraphs)
    for _ in range(MOST_PAGES - 1):
        page = fetch(last.next_page) if last.next_page else None
        if not isinstance(page, Page):
            break
        last = parse_article(page, publisher=publisher_of(page.url))
        paragraphs += [words for words in last.paragraphs if words not in paragraphs]
    return replace(story, paragraphs=tuple(paragraphs))


def _ask(source: Source | None, url: str) -> Page | NotModified:
    answer = fetcher_for(source).fetch(url)
    save_answer(source, url, answer)
    return answer


def _refused(
    url: str, source: Source | None, error: FetchError, started: datetime, article: Article | None = None
) -> Outcome:
    cause, wait = error.__cause__, error.retry_after
    lacks = list(cause.lacks) or None if isinstance(cause, NotAnArticle) else None
    save_failure(source, url, error, started, lacks=lacks)
    return Outcome(url, error.verdict, str(error), article, temporary=error.temporary, retry_after=wait)
