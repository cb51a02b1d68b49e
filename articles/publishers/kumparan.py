"""kumparan.com: generated class names, so that only its data-qa-id marks can be relied on."""

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="kumparan",
    name="kumparan",
    hosts=("kumparan.com",),
    # Feed, sitemap and layout are from public scrapers; they were not checked on a page.
    feeds=("https://lapi.kumparan.com/v2.0/rss/",),
    sitemaps=("https://kumparan.com/sitemap.xml",),
    layouts=(
        Layout(
            name="2020",
            body=("[data-qa-id=story-paragraph]",),
        ),
    ),
    urls=UrlRules(
        article=r"^(?:www\.)?kumparan\.com/[^/]+/[^/]+-\w{10,}$", trailing_slash=False, bare_host=True
    ),
)
