"""kompas.com: a new template for all subdomains since about 2017; times in its linked data are UTC."""

from datetime import date

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="kompas",
    name="Kompas.com",
    hosts=("kompas.com",),
    # Feed and index are from public scrapers; that they still answer was not checked.
    feeds=("https://rss.kompas.com/nasional",),
    index_pages=("https://indeks.kompas.com/?site=all&date={date:%Y-%m-%d}&page={page}",),
    layouts=(
        Layout(
            name="2017",
            body=("div.read__content",),
            drop=("[class^=kompasidRec]",),
        ),
        Layout(
            name="2015",
            until=date(2017, 12, 31),
            body=("div.kcm-read-text",),
            caption=("div.kcm-read-top div.photo",),
            authors=("div.kcm-read-copy",),
            editors=("div.kcm-read-copy",),
        ),
    ),
    urls=UrlRules(
        article=r"/read/\d{4}/\d\d/\d\d/\d+",
        one_page="?page=all",
        rewrites=((r"^amp\.kompas\.com/(\w+)/read/", r"\1.kompas.com/read/"),),
        trailing_slash=False,
    ),
)
