"""tribunnews.com and its dozens of regional hosts, which share one template."""

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="tribunnews",
    name="Tribunnews",
    hosts=("tribunnews.com",),
    # Sitemap and feed are from public scrapers; that they still answer was not checked.
    feeds=("https://www.tribunnews.com/rss",),
    sitemaps=("https://www.tribunnews.com/nasional/sitemap-news.xml",),
    index_pages=("https://www.tribunnews.com/index-news/news?date={date:%Y-%m-%d}&page={page}",),
    layouts=(
        Layout(
            name="2018",
            body=("div.side-article.txt-article",),
            authors=("#penulis",),
            editors=("#editor",),
        ),
    ),
    urls=UrlRules(
        article=r"/\d{4}/\d\d/\d\d/",
        one_page="?page=all",
        rewrites=((r"^m\.tribunnews\.com/", "www.tribunnews.com/"),),
        trailing_slash=False,
    ),
)
