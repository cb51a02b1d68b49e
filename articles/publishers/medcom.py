"""medcom.id: its structure could not be verified; dateline "Moskow:" and the defaults read it."""

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="medcom",
    name="Medcom.id",
    hosts=("medcom.id",),
    # Feeds are from public lists and the body is what scrapers guess; neither was checked.
    feeds=("https://www.medcom.id/rss", "https://www.medcom.id/internasional/rss"),
    layouts=(Layout(name="2020", body=("div.article-content",)),),
    urls=UrlRules(article=r"/\w{8}-[\w-]+$", trailing_slash=False),
)
