"""republika.co.id: today's body selector matches nested blocks, of which the outermost counts."""

from datetime import date

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="republika",
    name="Republika",
    hosts=("republika.co.id",),
    # Feed and the layout of 2022 are from public scrapers; they were not checked on a page.
    feeds=("https://www.republika.co.id/rss",),
    index_pages=("https://www.republika.co.id/indeks/{date:%Y/%m/%d}",),
    layouts=(
        Layout(name="2022", body=("div.article-content",)),
        Layout(
            name="2015",
            until=date(2021, 12, 31),
            body=("div.content-detail",),
        ),
    ),
    urls=UrlRules(article=r"/berita/", trailing_slash=False),
)
