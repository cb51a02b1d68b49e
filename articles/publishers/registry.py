"""Every outlet that has a declaration, found by slug or by address."""

from urllib.parse import urlsplit

from articles.publishers import (
    antara,
    bbc_indonesia,
    bisnis,
    cnbcindonesia,
    cnnindonesia,
    detik,
    dw_indonesia,
    jawapos,
    jpnn,
    kapanlagi,
    kompas,
    kumparan,
    liputan6,
    medcom,
    mediaindonesia,
    merdeka,
    metrotvnews,
    okezone,
    republika,
    sindonews,
    suara,
    tempo,
    tribunnews,
    viva,
    voaindonesia,
)
from articles.publishers.base import Publisher

PUBLISHERS: tuple[Publisher, ...] = tuple(
    module.PUBLISHER
    for module in (
        antara,
        bbc_indonesia,
        bisnis,
        cnbcindonesia,
        cnnindonesia,
        detik,
        dw_indonesia,
        jawapos,
        jpnn,
        kapanlagi,
        kompas,
        kumparan,
        liputan6,
        medcom,
        mediaindonesia,
        merdeka,
        metrotvnews,
        okezone,
        republika,
        sindonews,
        suara,
        tempo,
        tribunnews,
        viva,
        voaindonesia,
    )
)

BY_SLUG = {publisher.slug: publisher for publisher in PUBLISHERS}
BY_HOST = {host: publisher for publisher in PUBLISHERS for host in publisher.hosts}


def publisher_for(url: str) -> Publisher | None:
    """The outlet whose host (and path, where it shares a host) the address stands under."""
    parts = urlsplit(url.strip())
    labels = (parts.hostname or "").rstrip(".").split(".")
    first_step = "/" + parts.path.lstrip("/").split("/", 1)[0]
    for start in range(len(labels) - 1):
        host = ".".join(labels[start:])
        found = BY_HOST.get(host + first_step) or BY_HOST.get(host)
        if found:
            return found
    return None


def publisher_named(slug: str) -> Publisher | None:
    """The declaration with this slug."""
    return BY_SLUG.get(slug)
