"""okezone.com: stories of several pages have no address that shows them all."""

from datetime import date

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="okezone",
    name="Okezone",
    hosts=("okezone.com",),
    # Feeds and the layout of 2023 are from public scrapers; they were not checked on a page.
    feeds=(
        "https://sindikasi.okezone.com/index.php/rss/0/RSS2.0",
        "https://sindikasi.okezone.com/index.php/rss/1/RSS2.0",
    ),
    index_pages=("https://index.okezone.com/bydate/index/{date:%Y/%m/%d}",),
    layouts=(
        Layout(name="2023", body=("div.c-detail.read",), authors=(".journalist a",)),
        Layout(
            name="2015",
            until=date(2022, 12, 31),
            body=("#contentx",),
            authors=("div.nmreporter div",),
        ),
    ),
    urls=UrlRules(article=r"/read/\d{4}/\d\d/\d\d/", trailing_slash=False),
)
