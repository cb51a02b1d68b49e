"""Finds the address of an article's next page, on sites that split stories and have no all-in-one form."""

from urllib.parse import parse_qsl, urlsplit

from articles.parsing.blocks import absolute
from articles.parsing.markup import Markup
from articles.publishers.addresses import canonical_address
from articles.publishers.base import Publisher

PAGE_PARAMETERS = frozenset({"page", "halaman", "hal", "p"})


def find_next_page(markup: Markup, url: str, publisher: Publisher | None) -> str | None:
    """The link to the same article with the next page's number; None on the last page or an only one.

    Outlets that show the whole story at one address are asked for that instead.
    """
    if publisher and publisher.urls.one_page:
        return None
    wanted = page_number(url) + 1
    here = canonical_address(url, publisher)
    for link in (*markup.tags.get("a", ()), *markup.tags.get("link", ())):
        target = link.get("href") or ""
        if f"={wanted}" not in target:
            continue
        address = absolute(target, url)
        if page_number(address) == wanted and is_same(address, here, publisher):
            return address
    return None


def page_number(url: str) -> int:
    """The page an address asks for; 1 where it says none."""
    try:
        pairs = parse_qsl(urlsplit(url).query)
    except ValueError:
        return 1
    numbers = (value for name, value in pairs if name.lower() in PAGE_PARAMETERS)
    return next((int(value) for value in numbers if value.isdecimal() and len(value) < 3), 1)


def is_same(address: str, here: str, publisher: Publisher | None) -> bool:
    """Whether an address is another page of the article at `here`."""
    try:
        return canonical_address(address, publisher) == here
    except ValueError:
        return False
