"""antaranews.com, the national agency, and its regional hosts, which use one template."""

from datetime import date

from articles.publishers.base import Group, Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="antara",
    name="ANTARA",
    hosts=("antaranews.com",),
    group=Group.WIRE,
    # Feed, index and the layout of 2019 are from public scrapers; they were not checked on a page.
    feeds=("https://www.antaranews.com/rss/terkini.xml",),
    index_pages=("https://www.antaranews.com/terkini?page={page}",),
    layouts=(
        Layout(name="2019", body=(".wrap__article-detail-content",)),
        Layout(name="2015", until=date(2018, 12, 31), body=("#content_news",)),
    ),
    urls=UrlRules(article=r"/(?:berita|foto|video)/\d+/", trailing_slash=False),
)
