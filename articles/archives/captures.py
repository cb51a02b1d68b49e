"""Takes one capture of an archive through judging, parsing and keeping; every end of it has a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from articles.agent import allowed
from articles.archives.records import REVISIT, Capture
from articles.fetching.address import parse_address
from articles.fetching.verdicts import FetchError, Verdict
from articles.models import Article, Revision
from articles.outlets import publisher_of
from articles.parsing.article import parse_article
from articles.parsing.listing import LIKELY_ARTICLE, fits
from articles.parsing.paging import page_number
from articles.parsing.verdicts import ParseError
from articles.publishers.addresses import canonical_address
from articles.store import save_capture, save_removed
from articles.values import Page, ParsedArticle
from articles.visits import find_source, save_stranger

NEW_ARTICLE, NEW_REVISION, KNOWN = "new_article", "new_revision", "known"
KEPT = (NEW_ARTICLE, NEW_REVISION, KNOWN)


@dataclass(frozen=True, slots=True)
class Keeping:
    """What came of one capture: one of KEPT with its article, or the name of what kept it out."""

    outcome: str
    article: Article | None = None
    revision: Revision | None = None


def keep_capture(capture: Capture, *, known_only: bool = False) -> Keeping:
    """Keep what the capture shows; `known_only` leaves out sites that are neither declared nor registered."""
    why = why_left_out(capture, known_only=known_only)
    if capture.kind == REVISIT and not why:
        return _keep_again(capture)
    if capture.skipped == Verdict.GONE.value and not why:
        _note_gone(capture)
    if why or capture.skipped:
        return Keeping(why or capture.skipped)
    return _keep(capture)


def why_left_out(capture: Capture, *, known_only: bool) -> str:
    """What keeps an address out before its page is looked at; empty where nothing does."""
    if not capture.url or capture.at is None:
        return capture.skipped
    try:
        parse_address(capture.url, allowed())
    except FetchError as error:
        return error.verdict.value
    publisher = publisher_of(capture.url)
    if known_only and publisher is None and find_source(capture.url) is None:
        return "unknown_host"
    pattern = publisher.urls.article if publisher else ""
    if not fits(capture.url, re.compile(pattern) if pattern else LIKELY_ARTICLE):
        return "no_article_address"
    return "later_page" if page_number(capture.url) > 1 else ""


def _keep(capture: Capture) -> Keeping:
    page = page_of(capture)
    try:
        parsed = parse_article(page, publisher=publisher_of(page.url))
    except ParseError:
        return Keeping(Verdict.NOT_AN_ARTICLE.value)
    parsed = replace(parsed, truncated=parsed.truncated or parsed.next_page is not None)
    if is_lesser_form(page.url, parsed) and Article.objects.filter(url=parsed.canonical_url).exists():
        return Keeping("other_form")
    source = find_source(page.url) or save_stranger(page.url)
    kept = save_capture(source, page, parsed)
    outcome = NEW_ARTICLE if kept.is_new else NEW_REVISION if kept.revision else KNOWN
    return Keeping(outcome, kept.article, kept.revision)


def page_of(capture: Capture) -> Page:
    """The capture as a page that was fetched at its own time."""
    if capture.at is None:
        raise ValueError("a capture without a time is no page")
    return Page(
        url=capture.url,
        body=capture.body,
        fetched_at=capture.at,
        status=capture.status,
        content_type=capture.content_type,
        charset=capture.charset,
    )


def is_lesser_form(url: str, parsed: ParsedArticle) -> bool:
    """Whether a page shows less than the story's own address, or other markup: a first page, a phone form.

    Beside the full page such a form would look like an edit, so it counts only where there is nothing else.
    """
    return parsed.next_page is not None or _place(url) != _place(parsed.canonical_url)


def _place(url: str) -> str:
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www.") + parts.path.rstrip("/")


def _keep_again(capture: Capture) -> Keeping:
    """A revisit: the words that stood at the time it refers to stood at its own time as well."""
    article = _article_at(capture.refers_to or capture.url)
    revision = next(_revisions_at(article, capture), None) if article else None
    if article is None or revision is None or capture.at is None:
        return Keeping("revisit_of_unknown")
    if not revision.page:
        return Keeping(KNOWN, article)
    return _keep(replace(capture, url=article.url, body=revision.page, status=200, content_type="text/html"))


def _article_at(url: str) -> Article | None:
    return Article.objects.filter(url=canonical_address(url, publisher_of(url))).first()


def _revisions_at(article: Article, capture: Capture) -> Iterator[Revision]:
    """The revision that stood at the time the capture refers to, else the first one."""
    moment = capture.refers_at or capture.at
    yield from article.revisions.filter(fetched__lte=moment).order_by("-number")[:1]
    yield from article.revisions.order_by("number")[:1]


def _note_gone(capture: Capture) -> None:
    """An archive that met 404 or 410 after the last sighting saw the article removed."""
    article = _article_at(capture.url)
    if article is not None and capture.at is not None and article.last_seen < capture.at:
        save_removed(article, capture.at)
