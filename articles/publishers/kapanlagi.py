"""kapanlagi.com: entertainment; the first paragraph stands bare before those in tags."""

from datetime import date

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="kapanlagi",
    name="KapanLagi.com",
    hosts=("kapanlagi.com",),
    # The feed is from public lists; that it still answers was not checked.
    feeds=("https://www.kapanlagi.com/feed/",),
    layouts=(
        Layout(
            name="2015",
            until=date(2018, 12, 31),
            body=("div.entertainment-detail-news",),
            caption=("div.entertainment-newsdetail-headlineimg",),
        ),
    ),
    urls=UrlRules(article=r"\.html$", trailing_slash=False),
)
