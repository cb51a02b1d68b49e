"""Fetches a few articles of an outlet and shows them as they would be kept, without keeping them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from articles.desk.asking import Asking
from articles.desk.values import Announced, Preview, Site
from articles.fetching.verdicts import FetchError, Verdict
from articles.parsing.verdicts import ParseError
from articles.publishers.addresses import canonical_address
from articles.values import Listing, ParsedArticle
from articles.visits import one_page, parse_story

WANTED = 5
MOST_TRIES = 8
LONG_AGO = datetime.min.replace(tzinfo=UTC)


def find_previews(asking: Asking, site: Site, lists: Sequence[Announced]) -> Iterator[Preview]:
    """Up to five articles: the typed one first, then the newest; addresses that give none with their verdict.

    Raises Enough.
    """
    good = 0
    for url in find_addresses(site, lists)[:MOST_TRIES]:
        preview = look_at(asking, url)
        yield preview
        good += not preview.verdict
        if good == WANTED:
            return


def find_addresses(site: Site, lists: Sequence[Announced]) -> list[str]:
    """Addresses of articles, each once: of the advised lists first, newest first."""
    typed = [Listing(site.article)] if site.article else []
    advised = newest_first(story for one in lists if one.found.chosen for story in one.listings)
    others = newest_first(story for one in lists if not one.found.chosen for story in one.listings)
    urls = {canonical_address(story.url, site.publisher): None for story in (*typed, *advised, *others)}
    return list(urls)


def newest_first(stories: Iterable[Listing]) -> list[Listing]:
    """Stories by their time of publication, those without one in their own order at the end."""
    return sorted(stories, key=lambda story: story.published or LONG_AGO, reverse=True)


def look_at(asking: Asking, url: str) -> Preview:
    """One article as it would be kept; nothing is kept."""
    try:
        return preview_of(parse_story(asking.article(one_page(url)), asking.article))
    except FetchError as error:
        return Preview(url, verdict=error.verdict.value)
    except ParseError:
        return Preview(url, verdict=Verdict.NOT_AN_ARTICLE.value)


def preview_of(parsed: ParsedArticle) -> Preview:
    """What of an article a curator judges a source by."""
    return Preview(
        url=parsed.canonical_url,
        title=parsed.title,
        paragraphs=parsed.paragraphs,
        authors=parsed.authors,
        published=parsed.published.isoformat() if parsed.published else "",
        kind=parsed.kind,
        language=parsed.language or "",
        truncated=parsed.truncated,
    )
