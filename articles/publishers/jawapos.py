"""jawapos.com: today's pages are built by script, whose state the defaults do not read; older markup is."""

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="jawapos",
    name="JawaPos.com",
    hosts=("jawapos.com",),
    # Layout from public scrapers, not checked on a page; no feed could be verified.
    index_pages=("https://www.jawapos.com/indeks-berita?daterange={date:%d %b %Y}&page={page}",),
    layouts=(
        Layout(
            name="2022",
            body=(".read__content",),
        ),
    ),
    urls=UrlRules(article=r"/\d{8,12}/", one_page="?page=all", trailing_slash=False),
)
