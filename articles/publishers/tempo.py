"""tempo.co: numbered addresses until 2024, slugs since; many stories are for subscribers."""

from datetime import date

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="tempo",
    name="Tempo",
    hosts=("tempo.co",),
    # Feed, index and the layout of 2024 are from public scrapers; they were not checked on a page.
    feeds=("https://rss.tempo.co/nasional",),
    index_pages=("https://www.tempo.co/indeks?page={page}&category=newsAccess&access=FREE",),
    layouts=(
        Layout(name="2024", body=("#content-wrapper",)),
        Layout(name="2018", until=date(2024, 12, 31), body=("div.detail-in",)),
        Layout(name="2015", until=date(2017, 12, 31), body=("div.artikel > p",), caption=("div.deskripsi",)),
    ),
    urls=UrlRules(
        article=r"/read/|-\d{5,9}$", rewrites=((r"^m\.tempo\.co/", "www.tempo.co/"),), trailing_slash=False
    ),
)
