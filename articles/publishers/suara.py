"""suara.com: the second of publication stands in the address; list pages need a browser."""

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="suara",
    name="Suara.com",
    hosts=("suara.com",),
    # Feeds and layout are from public scrapers; they were not checked on a page.
    feeds=("https://www.suara.com/rss", "https://www.suara.com/rss/news"),
    layouts=(Layout(name="2022", body=("div.article-content",)),),
    urls=UrlRules(article=r"/\d{4}/\d\d/\d\d/\d{6}/", one_page="?page=all", trailing_slash=False),
)
