"""cnbcindonesia.com: built like CNN Indonesia, with the second of publication in the address."""

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="cnbcindonesia",
    name="CNBC Indonesia",
    hosts=("cnbcindonesia.com",),
    # Feeds and the layout are from public scrapers; they were not checked on a page.
    feeds=("https://www.cnbcindonesia.com/rss", "https://www.cnbcindonesia.com/news/rss"),
    layouts=(
        Layout(
            name="2023",
            body=("div.detail-text",),
            authors=("div.mb-1.text-base.font-semibold",),
        ),
    ),
    urls=UrlRules(article=r"/\d{14}-\d+-\d+/", trailing_slash=False),
)
