"""sindonews.com: day names with an apostrophe ("Jum'at")."""

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="sindonews",
    name="SINDOnews",
    hosts=("sindonews.com",),
    # Feed and layout are from public scrapers; they were not checked on a page.
    feeds=("https://www.sindonews.com/feed",),
    index_pages=("https://index.sindonews.com/index/0?t={date:%Y-%m-%d}",),
    layouts=(Layout(name="2022", body=("#detail-desc",)),),
    urls=UrlRules(article=r"/(?:read|berita)/\d+", trailing_slash=False),
)
