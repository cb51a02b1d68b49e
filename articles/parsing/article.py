"""Reads one fetched page into an article, by its outlet's declaration or by what all pages have in common."""

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from articles.parsing.blocks import Line, Walk, absolute, read_blocks
from articles.parsing.body import Body, read_body
from articles.parsing.bylines import find_people
from articles.parsing.dates import outlet_zone
from articles.parsing.evidence import PageEvidence
from articles.parsing.generic import find_article_nodes
from articles.parsing.headline import find_title
from articles.parsing.hygiene import clean_text
from articles.parsing.kinds import find_kind, is_truncated, refuse_other_pages
from articles.parsing.language import find_language
from articles.parsing.layouts import body_nodes, choose_layout, fits
from articles.parsing.linked_data import parse_linked_data
from articles.parsing.links import find_read_also, find_related
from articles.parsing.markup import Markup, parse_markup
from articles.parsing.metas import parse_metas
from articles.parsing.paging import find_next_page
from articles.parsing.pictures import find_caption, find_image
from articles.parsing.times import find_times
from articles.parsing.topics import find_section, find_tags
from articles.parsing.verdicts import LayoutMismatch
from articles.publishers.addresses import canonical_address
from articles.publishers.base import Layout, Publisher
from articles.publishers.registry import publisher_for
from articles.values import Page, ParsedArticle

ENOUGH_TEXT = 300
LINE_BREAK = re.compile(r"(?:\r?\n)+|<br\s{0,3}/?>|</p>", re.IGNORECASE)


def parse_article(
    page: Page, layout: Layout | None = None, *, publisher: Publisher | None = None
) -> ParsedArticle:
    """The article on a page; its kind says what it is where it is a story of another make.

    Without `publisher` the outlet is told by the address, without `layout` the layout by the day in it and
    by what the page has. Raises a ParseError: UnreadablePage, NotAnArticle, or LayoutMismatch for a given
    layout.
    """
    markup = parse_markup(page)
    publisher = publisher or publisher_for(page.url)
    chosen = layout or choose_layout(publisher, markup, page.url)
    if layout and not fits(layout, markup):
        raise LayoutMismatch(f"layout {layout.name} does not fit the page: it lacks {', '.join(layout.body)}")
    return assemble(gather(page, markup, publisher, chosen))


def gather(page: Page, markup: Markup, publisher: Publisher | None, layout: Layout) -> PageEvidence:
    """The evidence that fields are read from."""
    return PageEvidence(
        page=page,
        markup=markup,
        linked=parse_linked_data(markup),
        metas=parse_metas(markup),
        publisher=publisher,
        layout=layout,
        zone=outlet_zone(publisher.timezone if publisher else "Asia/Jakarta"),
    )


def assemble(evidence: PageEvidence) -> ParsedArticle:
    """The article that the evidence shows. Raises NotAnArticle."""
    title = find_title(evidence)
    body = find_body(evidence, title)
    refuse_other_pages(evidence, title, body)
    published, modified = find_times(evidence, title, body.printed_times)
    people = find_people(evidence, body, title)
    section = find_section(evidence, title)
    read_also = find_read_also(evidence, body, title)
    return ParsedArticle(
        url=evidence.page.url,
        canonical_url=find_canonical(evidence),
        publisher=outlet_slug(evidence),
        title=title,
        paragraphs=tuple(body.paragraphs),
        authors=people.authors,
        editors=people.editors,
        published=published,
        modified=modified,
        dateline=body.dateline,
        section=section,
        tags=find_tags(evidence),
        caption=find_caption(evidence, body),
        image=find_image(evidence),
        read_also=read_also,
        related=find_related(evidence, body, title, read_also),
        language=find_language(body.paragraphs, declared_language(evidence)),
        source_credit=body.source_credit,
        kind=find_kind(evidence, section, body),
        truncated=is_truncated(evidence, body),
        next_page=find_next_page(evidence.markup, evidence.page.url, evidence.publisher),
    )


def find_body(evidence: PageEvidence, title: str) -> Body:
    """The text as the layout marks it; where that gives little, as density or linked data give it."""
    layout, markup = evidence.layout, evidence.markup
    if layout.text_reader:
        return read_body(spoken_walk(evidence, layout.text_reader(markup.tree)), title)
    declared = read_nodes(evidence, title, layout) if layout.body else Body()
    if declared.size >= ENOUGH_TEXT:
        return declared
    found = read_nodes(evidence, title, replace(layout, body=()))
    best = max(declared, found, key=lambda body: body.size * (2 if body is declared else 1))
    return (
        best
        if best.size >= ENOUGH_TEXT
        else max(best, linked_body(evidence, title), key=lambda body: body.size)
    )


def read_nodes(evidence: PageEvidence, title: str, layout: Layout) -> Body:
    """The body under the declared elements, or under those where most prose is."""
    markup = evidence.markup
    nodes = body_nodes(layout, markup) if layout.body else find_article_nodes(markup)
    drop = [element for selector in layout.drop for element in markup.select(selector)]
    read_also = [element for selector in layout.read_also for element in markup.select(selector)]
    return read_body(read_blocks(nodes, evidence.page.url, drop, read_also), title)


def linked_body(evidence: PageEvidence, title: str) -> Body:
    """The text that linked data carry, for pages that are built by script."""
    text = evidence.linked.article.get("articleBody")
    return (
        read_body(spoken_walk(evidence, LINE_BREAK.split(text)), title) if isinstance(text, str) else Body()
    )


def spoken_walk(evidence: PageEvidence, texts: Iterable[str]) -> Walk:
    """A walk over paragraphs that come as plain strings."""
    walk = Walk(evidence.page.url, 0.0, frozenset(), frozenset(), frozenset())
    walk.lines = [Line("p", text) for raw in texts if (text := clean_text(raw))]
    return walk


def find_canonical(evidence: PageEvidence) -> str:
    """The canonical address: as the page states it, when it speaks of its own site and of one article."""
    url = evidence.page.url
    for stated in (*canonical_links(evidence.markup), evidence.metas.first("og:url")):
        address = absolute(stated, url)
        if address and is_same_story(address, url, evidence.publisher):
            return canonical_address(address, evidence.publisher)
    return canonical_address(url, evidence.publisher)


def canonical_links(markup: Markup) -> list[str]:
    """What link elements call canonical."""
    links = markup.tags.get("link", [])
    return [link.get("href") or "" for link in links if (link.get("rel") or "").lower() == "canonical"]


def is_same_story(address: str, url: str, publisher: Publisher | None) -> bool:
    """Whether a stated address can be that of this page: same outlet, and no front page."""
    try:
        there, here = urlsplit(address), urlsplit(url)
        _ = there.port  # a broken one raises
        same_site = there.hostname == here.hostname or (publisher and publisher_for(address) is publisher)
    except ValueError:
        return False
    return bool(same_site) and len(there.path) > 1


def outlet_slug(evidence: PageEvidence) -> str:
    """The outlet's slug, or the host of an unknown one."""
    if evidence.publisher:
        return evidence.publisher.slug
    return (urlsplit(evidence.page.url).hostname or "").removeprefix("www.")


def declared_language(evidence: PageEvidence) -> str:
    """What the page or its outlet says its language is."""
    root = evidence.markup.tree.get("lang") or evidence.metas.first(
        "og:locale", "content-language", "language"
    )
    return root or (evidence.publisher.language if evidence.publisher else "")
