"""Finds the section and the tags of an article."""

import re
from collections.abc import Iterable

from articles.parsing.evidence import PageEvidence, selected_values
from articles.parsing.headline import plain_letters
from articles.parsing.hygiene import clean_text
from articles.parsing.markup import plain_text

HOME_WORDS = re.compile(
    r"(?:home|beranda|halaman depan|index|indeks|depan)$|^[\w.-]+\.(?:com|co\.id|id|net)$", re.IGNORECASE
)
TAG_METAS = ("article:tag", "content_tags", "dtk:keywords", "news_keywords", "keywords")
SECTION_METAS = (
    "article:section",
    "content_category",
    "content_subcategory",
    "dtk:kanal",
    "articlesection",
    "cxenseparse:category",
)
LONGEST_TAG, MOST_TAGS = 60, 15


def find_section(evidence: PageEvidence, title: str) -> str | None:
    """The section as the page's data name it, or the narrowest step of the way to the article."""
    declared = selected_values(evidence.markup, evidence.layout.section)
    stated = [*declared[-1:], evidence.linked.text("articleSection"), evidence.metas.first(*SECTION_METAS)]
    crumbs = [*evidence.linked.crumbs, *visible_crumbs(evidence)]
    candidates = [*stated, *reversed(crumbs)]
    return next((name for name in map(clean_text, candidates) if is_section(name, title, evidence)), None)


def is_section(name: str, title: str, evidence: PageEvidence) -> bool:
    """Whether a word is a section: not the front page, the article, the outlet or an address."""
    if not 1 < len(name) <= LONGEST_TAG or HOME_WORDS.search(name) or "/" in name[:8]:
        return False
    letters = plain_letters(name)
    return letters not in (plain_letters(title), plain_letters(evidence.outlet_name))


def visible_crumbs(evidence: PageEvidence) -> list[str]:
    """The words of the first breadcrumb list on the page."""
    for name, elements in evidence.markup.classes.items():
        if "breadcrumb" in name.lower() and len(elements) == 1:
            words = [clean_text(anchor.text or "") for anchor in elements[0].iter("a", "span")]
            if any(words):
                return [word for word in words[:6] if word]
    return []


def find_tags(evidence: PageEvidence) -> tuple[str, ...]:
    """The tags, in the page's order, each once."""
    declared = selected_values(evidence.markup, evidence.layout.tags)
    if declared:
        return unique_tags(part for value in declared for part in value.split(","))
    for stated in stated_tags(evidence):
        tags = unique_tags(stated)
        if tags:
            return tags
    return ()


def stated_tags(evidence: PageEvidence) -> Iterable[list[str]]:
    """Lists of tags from one source after the other, most deliberate first."""
    yield [plain_text(one) for one in evidence.markup.select("a[rel=tag]")]
    for name in TAG_METAS:
        values = evidence.metas.all(name) if name == "article:tag" else [evidence.metas.first(name)]
        yield [part for value in values for part in re.split(r"[,;]", value)]
    keywords = evidence.linked.article.get("keywords")
    yield keywords.split(",") if isinstance(keywords, str) else evidence.linked.names("keywords")


def unique_tags(raw: Iterable[str]) -> tuple[str, ...]:
    """Tags without their "#", each once; many single small words are no tags but a title cut up."""
    tags: dict[str, str] = {}
    for one in raw:
        tag = clean_text(one).strip("#,. ")
        if 1 < len(tag) <= LONGEST_TAG and ":" not in tag:
            tags.setdefault(tag.casefold(), tag)
    if len(tags) > 8 and all(" " not in tag and tag.islower() for tag in tags.values()):
        return ()
    return tuple(list(tags.values())[:MOST_TAGS])
