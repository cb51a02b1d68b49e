"""Finds the headline: without the outlet's name, and not the channel's name that stands in many an h1."""

import re
from collections.abc import Iterable, Iterator

from lxml.etree import _Element as HtmlElement

from articles.parsing.evidence import PageEvidence, selected_values
from articles.parsing.hygiene import clean_text
from articles.parsing.markup import plain_text

SEPARATOR = re.compile(r"\s(?:[|–—»•:]{1,2}|-{1,2})\s|\s?\|\s?|::")
PREFIX = re.compile(r"^(?:\w[\w-]{1,20}\.(?:com|co\.id|id|net)|KapanLagi)\s?[:|-]\s", re.IGNORECASE)
HEADINGS = ("h1", "h2", "h3")
SHORTEST, LONGEST = 8, 400
SAME_WORDS = 0.6
SITE_WORDS = re.compile(
    r"\b(?:\w{2,20}\.(?:com|co\.id|id|net|co|tv|news)|online|news|berita|portal|indonesia|halaman|page|all|terkini|okezone|"
    r"kompas|tempo|detik\w*|antara|tribun\w*|republika|liputan6|viva|merdeka|kumparan|cnn|cnbc|bbc|voa|dw|jpnn|medcom|"
    r"metro ?tv|media)\b",
    re.IGNORECASE,
)


def find_title(evidence: PageEvidence) -> str:
    """The headline; empty where the page has none. The declared selector comes first, then agreement:
    a heading that the title of the page or its metas repeat."""
    declared = selected_values(evidence.markup, evidence.layout.title)
    if declared:
        return clean_text(declared[0])
    stated = [title for title in stated_titles(evidence) if title]
    told = (text for text in headings(evidence) if any(is_told_by(text, title) for title in stated))
    heading = next(told, "") or reworded_heading(evidence, stated)
    if heading:
        return heading
    return without_site(stated[0], evidence.outlet_name) if stated else lone_heading(evidence)


def stated_titles(evidence: PageEvidence) -> Iterator[str]:
    """The titles that machines are told, best first."""
    yield evidence.linked.text("headline")
    yield evidence.metas.first("og:title", "twitter:title", "originaltitle", "dc.title", "title")
    yield next((plain_text(title) for title in evidence.markup.tags.get("title", ())), "")


def headings(evidence: PageEvidence) -> Iterator[str]:
    """The headings of the page that are long enough, h1 first."""
    for element in heading_elements(evidence):
        text = plain_text(element)
        if SHORTEST <= len(text) <= LONGEST:
            yield text


def heading_elements(evidence: PageEvidence) -> Iterable[HtmlElement]:
    """Heading elements, those marked as headline before h1, h2 and h3; the first forty of each."""
    for tag in HEADINGS:
        yield from evidence.markup.tags.get(tag, [])[:40]


def reworded_heading(evidence: PageEvidence, stated: list[str]) -> str:
    """The only h1 of the page, where the titles for machines say the same in other words."""
    elements = evidence.markup.tags.get("h1", [])
    text = plain_text(elements[0]) if len(elements) == 1 else ""
    words = set(text.casefold().split())
    if not SHORTEST <= len(text) <= LONGEST or len(words) < 3:
        return ""
    likeness = max((len(words & set(title.casefold().split())) for title in stated), default=0)
    return text if likeness >= SAME_WORDS * len(words) else ""


def is_told_by(heading: str, title: str) -> bool:
    """Whether a stated title is this heading, alone or with the outlet's name around it."""
    left, right = plain_letters(heading), plain_letters(title)
    if left == right:
        return True
    return (
        len(left) >= 12 and 2 * len(left) >= len(right) and (right.startswith(left) or right.endswith(left))
    )


def plain_letters(text: str) -> str:
    """Letters and digits in one case, for comparing titles."""
    return "".join(filter(str.isalnum, text)).casefold()


def without_site(title: str, outlet: str) -> str:
    """The title without the outlet's name before or after it."""
    title = PREFIX.sub("", title)
    while True:
        marks = list(SEPARATOR.finditer(title))
        if not marks:
            return title.strip()
        head, tail = title[: marks[-1].start()], title[marks[-1].end() :]
        if len(head) < SHORTEST or not is_site_name(tail, outlet):
            return title.strip()
        title = head


def is_site_name(words: str, outlet: str) -> bool:
    """Whether the words behind a separator name the outlet or its channel."""
    if len(words) > 60 or len(words.split()) > 5:
        return False
    known = plain_letters(outlet)
    return bool(SITE_WORDS.search(words)) or bool(known and (known in plain_letters(words)))


def lone_heading(evidence: PageEvidence) -> str:
    """The first heading of a page that states no title elsewhere."""
    return next(headings(evidence), "")


def title_place(evidence: PageEvidence, title: str) -> int | None:
    """Where among the elements the headline stands."""
    wanted = plain_letters(title)
    tags = evidence.markup.tags
    for tag in ("h1", "h2", "h3"):
        for element in tags.get(tag, [])[:40]:
            if wanted and plain_letters(plain_text(element)) == wanted:
                return evidence.markup.elements.index(element)
    return None
