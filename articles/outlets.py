"""Finds the declaration of an outlet: the registry's, or one that the settings bring along."""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.text import slugify

from articles.publishers import registry
from articles.publishers.base import Publisher

LONGEST_SLUG = 50


def publisher_of(url: str) -> Publisher | None:
    """The declared outlet an address belongs to; those of the settings are told by host and port."""
    netloc = urlsplit(url).netloc.lower()
    ours = (publisher for publisher in extra() if netloc in publisher.hosts)
    return next(ours, None) or registry.publisher_for(url)


def publisher_named(slug: str) -> Publisher | None:
    """The declared outlet with this slug."""
    ours = (publisher for publisher in extra() if publisher.slug == slug)
    return next(ours, None) or registry.publisher_named(slug)


def slug_of_host(host: str) -> str:
    """The short name of an outlet that is known by its host (and port) alone."""
    return slugify(host.replace(".", "-").replace(":", "-"))[:LONGEST_SLUG]


def extra() -> tuple[Publisher, ...]:
    """Declarations beside the registry's, such as the demo's."""
    publishers: tuple[Publisher, ...] = settings.EXTRA_PUBLISHERS
    return publishers
