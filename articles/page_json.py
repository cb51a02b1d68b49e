"""The JSON form of a parsed article, as `parse_page` prints it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from articles.values import PageLink, ParsedArticle


def page_json(article: ParsedArticle) -> dict[str, Any]:
    """Field by field; times in ISO 8601 with offset, what the page does not say null or empty."""
    return {
        "url": article.url,
        "canonical_url": article.canonical_url,
        "publisher": article.publisher,
        "title": article.title,
        "authors": list(article.authors),
        "editors": list(article.editors),
        "published": time_json(article.published),
        "modified": time_json(article.modified),
        "dateline": article.dateline,
        "section": article.section,
        "tags": list(article.tags),
        "paragraphs": list(article.paragraphs),
        "caption": article.caption,
        "image": article.image,
        "read_also": links_json(article.read_also),
        "related": links_json(article.related),
        "language": article.language,
        "source_credit": article.source_credit,
        "kind": article.kind,
        "truncated": article.truncated,
    }


def time_json(moment: datetime | None) -> str | None:
    """ISO 8601 with offset."""
    return moment.isoformat() if moment else None


def links_json(links: Iterable[PageLink]) -> list[dict[str, str]]:
    """Links with their words and addresses."""
    return [{"title": link.title, "url": link.url} for link in links]
