"""cnnindonesia.com: the second of publication stands in the address."""

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="cnnindonesia",
    name="CNN Indonesia",
    hosts=("cnnindonesia.com",),
    # Feeds and the layout are from public scrapers; they were not checked on a page.
    feeds=("https://www.cnnindonesia.com/rss", "https://www.cnnindonesia.com/nasional/rss"),
    index_pages=("https://www.cnnindonesia.com/indeks?date={date:%Y/%m/%d}&p={page}",),
    layouts=(Layout(name="2023", body=("div.detail-text",)),),
    urls=UrlRules(article=r"/\d{14}-\d+-\d+/", one_page="?single=1", trailing_slash=False),
)
