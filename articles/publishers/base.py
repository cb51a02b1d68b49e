"""What a publisher declaration can say: its addresses, its lists, and how its pages are laid out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lxml.etree import _Element as HtmlElement


class Group(StrEnum):
    """Where an outlet stands: national, regional, a news agency, or an Indonesian service abroad."""

    NATIONAL = "national"
    REGIONAL = "regional"
    WIRE = "wire"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Layout:
    """How one generation of a site's pages is built: only what differs from the defaults.

    Fields named like those of ParsedArticle hold CSS selectors, tried in order; the first that gives
    a value wins, and the defaults (linked data, Open Graph, meta, common markup) come after them.
    `body` marks the elements that hold the paragraphs (every match is joined: multi-page articles),
    `drop` what is cut out of them, `read_also` the boxes whose links are "Baca juga".
    `until` is the last day a superseded layout was seen. `text_reader` serves pages that keep their
    text in a script: it takes the whole tree and returns the paragraphs.
    """

    name: str
    until: date | None = None
    body: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    image: tuple[str, ...] = ()
    read_also: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    text_reader: Callable[[HtmlElement], Sequence[str]] | None = None


@dataclass(frozen=True, slots=True)
class UrlRules:
    """What the addresses of one site mean.

    `article` is a pattern searched in "host/path"; it matches addresses of articles and no others
    (empty: not known). `one_page` is the query or path suffix that puts all pages of an article on
    one, such as "?page=all". `keep` names the query parameters that tell articles apart. `rewrites`
    are (pattern, replacement) pairs applied to "host/path" for the canonical form. `trailing_slash`
    None leaves the path as it came. `lower_path` says that the site reads paths in any case.
    `bare_host` says that the site itself writes no "www.". `scheme` is what the canonical address
    begins with.
    """

    article: str = ""
    one_page: str = ""
    keep: tuple[str, ...] = ()
    rewrites: tuple[tuple[str, str], ...] = ()
    trailing_slash: bool | None = None
    lower_path: bool = False
    bare_host: bool = False
    scheme: str = "https"


@dataclass(frozen=True, slots=True)
class Publisher:
    """One outlet as code knows it; what it does while it runs is a Source row.

    `hosts` cover their subdomains; an entry may carry a path ("bbc.com/indonesia"). `index_pages` are
    format strings over `date` (a datetime.date) and `page` (from 1), such as
    "https://site/indeks?date={date:%m/%d/%Y}&page={page}". `timezone` is the IANA name of the zone
    in which times without a zone are printed. `layouts` stand newest first.
    """

    slug: str
    name: str
    hosts: tuple[str, ...]
    group: Group = Group.NATIONAL
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    index_pages: tuple[str, ...] = ()
    layouts: tuple[Layout, ...] = ()
    urls: UrlRules = UrlRules()
    timezone: str = "Asia/Jakarta"
    language: str = "id"
