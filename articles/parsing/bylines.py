"""Finds who wrote and who edited an article, from every place where pages name them."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.parsing.body import Body
from articles.parsing.evidence import PageEvidence, selected_values
from articles.parsing.headline import plain_letters, title_place
from articles.parsing.markup import plain_text
from articles.parsing.people import LABEL, People, names_in, read_byline, unique_names

AUTHOR_METAS = (
    "content_author",
    "dtk:author",
    "jpnncom_news_author",
    "author",
    "article:author_name",
    "dc.creator",
    "reporter",
)
EDITOR_METAS = ("content_editor", "dtk:editor", "editor", "article:editor")
COMMON_AUTHORS = (
    *("[itemprop=author]", "a[rel=author]", ".author", ".byline", ".author-name", ".penulis", ".reporter"),
)
COMMON_EDITORS = ("[itemprop=editor]", ".editor")
LONGEST_BYLINE, NEAR = 200, 40


@dataclass(frozen=True, slots=True)
class Credits:
    """Authors and editors, each once, in the page's order; editors may be initials as printed."""

    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()


def find_people(evidence: PageEvidence, body: Body, title: str) -> Credits:
    """The people of an article; the outlet's own name is nobody's."""
    visible = visible_people(evidence, title)
    outlet = plain_letters(evidence.outlet_name)
    authors = unique_names(own_names(outlet, first_names(author_sources(evidence, body, visible))))
    editors = first_names(editor_sources(evidence, body, visible))
    initials = [token for one in body.people.editors for token in one.split("/") if is_initials_token(one)]
    known = [*authors, *editors]
    named = [one for one in editors if not is_initials_token(one)]
    rest = [token.strip() for token in initials if not any(stands_for(token, name) for name in known)]
    return Credits(authors, unique_names(own_names(outlet, [*named, *rest])))


def author_sources(evidence: PageEvidence, body: Body, visible: People) -> Iterable[list[str]]:
    """Lists of authors, most trustworthy first."""
    yield declared_people(evidence, evidence.layout.authors).authors
    yield all_names(evidence.metas.all("content_author", "dtk:author", "jpnncom_news_author"))
    yield all_names([*evidence.linked.names("author"), *evidence.linked.names("creator")])
    yield body.people.authors
    yield visible.authors
    yield all_names(evidence.metas.all(*AUTHOR_METAS))


def editor_sources(evidence: PageEvidence, body: Body, visible: People) -> Iterable[list[str]]:
    """Lists of editors, most trustworthy first."""
    yield declared_people(evidence, evidence.layout.editors).editors
    yield all_names(evidence.metas.all(*EDITOR_METAS))
    yield all_names(evidence.linked.names("editor"))
    keywords = evidence.linked.names("keywords")
    yield all_names(word.partition(":")[2] for word in keywords if word.lower().startswith("editor:"))
    yield [name for name in body.people.editors if not is_initials_token(name)]
    yield visible.editors


def declared_people(evidence: PageEvidence, selectors: tuple[str, ...]) -> People:
    """The people in the elements that a layout names; words without a label are names of either sort."""
    people = People()
    for value in selected_values(evidence.markup, selectors):
        if not read_byline(people, value):
            names = names_in(value)
            people.authors += names
            people.editors += names
    return people


def visible_people(evidence: PageEvidence, title: str) -> People:
    """The people named in elements that pages commonly use for them."""
    people = People()
    for selectors, found in ((COMMON_AUTHORS, people.authors), (COMMON_EDITORS, people.editors)):
        elements = (one for selector in selectors for one in evidence.markup.select(selector)[:3])
        for element in elements:
            text = element.get("content") or plain_text(element)
            if not found and len(text) <= LONGEST_BYLINE and not read_byline(people, text):
                found.extend(names_in(text))
    return people if people.authors else people.merged(people_near_title(evidence, title))


def people_near_title(evidence: PageEvidence, title: str) -> People:
    """The people of bylines with labels ("Reporter: A | Editor: B") that stand around the headline."""
    people = People()
    place = title_place(evidence, title)
    if place is not None:
        for element in evidence.markup.elements[max(0, place - NEAR) : place + NEAR]:
            own = (element.text or "") + (element[0].tail or "" if len(element) else "")
            if LABEL.match(own.strip()):
                read_byline(people, plain_text(element)[:LONGEST_BYLINE])
    return people


def all_names(values: Iterable[str]) -> list[str]:
    """The names in all values."""
    return [name for value in values for name in names_in(value)]


def first_names(sources: Iterable[list[str]]) -> list[str]:
    """The first list that names anybody."""
    return next((names for names in sources if names), [])


def own_names(outlet: str, names: Iterable[str]) -> list[str]:
    """The names that are not the outlet's."""
    return [name for name in names if not outlet or plain_letters(name) not in (outlet, outlet + "com")]


def is_initials_token(name: str) -> bool:
    """Whether an editor is printed as initials: "abc/def", "E-2"."""
    return "/" in name or (" " not in name and len(name) <= 5) or name[-1:].isdigit()


def stands_for(token: str, name: str) -> bool:
    """Whether initials can be those of a name, letters in order from the first: "skj" for Sekar Anjani."""
    letters = iter(name.casefold())
    wanted = token.strip().casefold()
    return len(wanted) > 1 and name.casefold().startswith(wanted[0]) and all(one in letters for one in wanted)
