"""viva.co.id: the page prints the minute of publication, its metas a second that differs."""

from datetime import date

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="viva",
    name="VIVA.co.id",
    hosts=("viva.co.id",),
    # Feed, index and the layout of 2021 are from public scrapers; they were not checked on a page.
    feeds=("https://www.viva.co.id/get/all",),
    index_pages=("https://www.viva.co.id/indeks?page={page}",),
    layouts=(
        Layout(
            name="2021",
            body=("div.main-content-detail",),
            published=("div.main-content-date",),
        ),
        Layout(
            name="2015",
            until=date(2020, 12, 31),
            body=("#article-content [itemprop=articleBody]",),
            published=("div[itemprop=datePublished]",),
        ),
    ),
    urls=UrlRules(article=r"/\d{5,8}-", one_page="?page=all", trailing_slash=False),
)
