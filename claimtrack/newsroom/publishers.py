"""Declares the three fictional outlets as publishers, so that ClaimTrack knows them as it knows real ones."""

from collections.abc import Sequence
from dataclasses import replace

from articles.publishers import antara, detik, kompas
from articles.publishers.base import Publisher
from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.serving import LOOPBACK
from claimtrack.newsroom.values import Outlet

# Whose markup and addresses each outlet has: it is read as the real one is.
MODELS = {"kabar-pagi": detik.PUBLISHER, "warta-nusa": kompas.PUBLISHER, "suara-kota": antara.PUBLISHER}


def newsroom_publishers(ports: Sequence[int]) -> tuple[Publisher, ...]:
    """The declarations of the outlets as served on these ports of 127.0.0.1, in the order of OUTLETS.

    Their only host is "127.0.0.1:PORT" and their addresses are plain http.
    """
    return tuple(
        declaration(outlet, f"{LOOPBACK}:{port}") for outlet, port in zip(OUTLETS, ports, strict=True)
    )


def declaration(outlet: Outlet, host: str) -> Publisher:
    """One outlet's declaration at `host` ("127.0.0.1:8101")."""
    base, model = f"http://{host}", MODELS[outlet.slug]
    return Publisher(
        slug=outlet.slug,
        name=outlet.name,
        hosts=(host,),
        feeds=(base + outlet.feed,),
        sitemaps=(base + outlet.sitemap,),
        index_pages=(base + outlet.index + "?date={date:%Y-%m-%d}&page={page}",),
        layouts=model.layouts[:1],
        urls=replace(model.urls, bare_host=True, scheme="http"),
    )
