"""Declares the three fictional outlets as publishers, so that ClaimTrack knows them as it knows real ones."""

from collections.abc import Sequence

from articles.publishers.base import Layout, Publisher, UrlRules
from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.serving import LOOPBACK
from claimtrack.newsroom.values import Outlet

LAYOUTS = {
    "kabar-pagi": Layout(
        name="kabar-pagi",
        body=("div.detail__body-text.itp_bodycontent",),
        drop=("table.linksisip", ".lihatjg", ".parallaxindetail", ".detail__body-tag"),
        title=("h1.detail__title",),
        published=("div.detail__date",),
        caption=("figcaption.detail__media-caption",),
        tags=("div.detail__body-tag a",),
        read_also=("table.linksisip",),
        related=(".cb-berita-terkait",),
    ),
    "warta-nusa": Layout(
        name="warta-nusa",
        body=("div.read__content",),
        drop=(".kompasidRec", ".inner-link-baca-juga"),
        title=("h1.read__title",),
        published=("div.read__time",),
        authors=('meta[name="content_author"]',),
        editors=('meta[name="content_editor"]',),
        caption=("div.photo__caption",),
        tags=("a.tag__article__link",),
        read_also=(".inner-link-baca-juga",),
        related=(".terkait",),
    ),
    "suara-kota": Layout(
        name="suara-kota",
        body=("div.wrap__article-detail-content.post-content",),
        drop=("span.baca-juga", ".ads-detail"),
        title=(".wrap__article-detail-title h1",),
        published=(".wrap__article-detail-info .list-inline-item.mr-2",),
        caption=("figcaption.wrap__article-detail-image-caption",),
        tags=(".blog-tags a",),
        read_also=("span.baca-juga",),
        related=(".related-article",),
    ),
}
URLS = {
    "kabar-pagi": UrlRules(article=r"/d-\d{7}/", bare_host=True, scheme="http"),
    "warta-nusa": UrlRules(
        article=r"/read/\d{4}/\d\d/\d\d/\d+/", one_page="?page=all", bare_host=True, scheme="http"
    ),
    "suara-kota": UrlRules(article=r"/berita/\d+/", bare_host=True, scheme="http"),
}


def newsroom_publishers(ports: Sequence[int]) -> tuple[Publisher, ...]:
    """The declarations of the outlets as served on these ports of 127.0.0.1, in the order of OUTLETS.

    Their only host is "127.0.0.1:PORT" and their addresses are plain http.
    """
    return tuple(
        declaration(outlet, f"{LOOPBACK}:{port}") for outlet, port in zip(OUTLETS, ports, strict=True)
    )


def declaration(outlet: Outlet, host: str) -> Publisher:
    """One outlet's declaration at `host` ("127.0.0.1:8101")."""
    base = f"http://{host}"
    return Publisher(
        slug=outlet.slug,
        name=outlet.name,
        hosts=(host,),
        feeds=(base + outlet.feed,),
        sitemaps=(base + outlet.sitemap,),
        index_pages=(base + outlet.index + "?page={page}",),
        layouts=(LAYOUTS[outlet.slug],),
        urls=URLS[outlet.slug],
    )
