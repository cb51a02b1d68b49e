"""mediaindonesia.com: the visible time has no zone; the meta author is the site's developer."""

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="mediaindonesia",
    name="Media Indonesia",
    hosts=("mediaindonesia.com",),
    # The sitemap is from public scrapers; that it still answers was not checked.
    feeds=("https://mediaindonesia.com/feed",),
    sitemaps=("https://mediaindonesia.com/sitemap.xml",),
    layouts=(Layout(name="2023", body=("div.article",), authors=(".author-2",)),),
    urls=UrlRules(article=r"/[\w-]+/\d+/", trailing_slash=False, bare_host=True),
)
