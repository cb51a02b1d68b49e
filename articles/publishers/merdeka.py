"""merdeka.com: its structure could not be verified, so that beside the older body the defaults read it."""

from datetime import date

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="merdeka",
    name="Merdeka.com",
    hosts=("merdeka.com",),
    # Feed and layout are from public scrapers of 2018; they were not checked on a page.
    feeds=("https://www.merdeka.com/feed/",),
    layouts=(
        Layout(
            name="2018",
            until=date(2023, 12, 31),
            body=("div.mdk-body-paragpraph",),
        ),
    ),
    urls=UrlRules(article=r"\.html$|-\d+-mvk", trailing_slash=False),
)
