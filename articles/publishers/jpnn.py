"""jpnn.com: stories of several pages have no address that shows them all."""

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="jpnn",
    name="JPNN.com",
    hosts=("jpnn.com",),
    # The feed is from public scrapers; that it still answers was not checked.
    feeds=("https://www.jpnn.com/rss",),
    index_pages=("https://www.jpnn.com/indeks?d={date:%d}&m={date:%m}&y={date:%Y}&page={page}",),
    layouts=(Layout(name="2020", body=("[itemprop=articleBody]",)),),
    urls=UrlRules(article=r"/news/", trailing_slash=False),
)
