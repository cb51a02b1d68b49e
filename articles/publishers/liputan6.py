"""liputan6.com: all pages of a story in one HTML; the time that visitors see is that of the last update."""

from datetime import date

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="liputan6",
    name="Liputan6.com",
    hosts=("liputan6.com",),
    # The feed is from public scrapers; that it still answers was not checked.
    feeds=("https://feed.liputan6.com/rss",),
    index_pages=("https://www.liputan6.com/indeks/{date:%Y/%m/%d}?page={page}",),
    layouts=(
        # Selectors from public scrapers, not checked on a page.
        Layout(
            name="2017",
            body=("div.article-content-body__item-content",),
        ),
        Layout(name="2015", until=date(2016, 12, 31), body=("div.read-page__content-body",)),
    ),
    urls=UrlRules(article=r"/read/\d+/", trailing_slash=False),
)
