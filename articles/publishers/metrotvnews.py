"""metrotvnews.com: author and time stand in one line; "Baca juga" sits in a table cell."""

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="metrotvnews",
    name="Metrotvnews.com",
    hosts=("metrotvnews.com",),
    # Feed and layout are from public scrapers; they were not checked on a page.
    feeds=("https://www.metrotvnews.com/rss",),
    layouts=(Layout(name="2023", body=("div.news-text",), authors=("p.pt-20.date",)),),
    urls=UrlRules(article=r"/(?:read|play)/", trailing_slash=False),
)
