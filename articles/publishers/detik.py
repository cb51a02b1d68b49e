"""detik.com: all subdomains share one template; photo and video pages have their own."""

from datetime import date

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="detik",
    name="detikcom",
    hosts=("detik.com",),
    # Feeds, sitemap and index are from public scrapers; that they still answer was not checked.
    feeds=("https://rss.detik.com/index.php/detikcom",),
    sitemaps=("https://news.detik.com/berita/sitemap_news.xml",),
    index_pages=("https://news.detik.com/indeks?page={page}&date={date:%m/%d/%Y}",),
    layouts=(
        Layout(name="2019", body=(".itp_bodycontent",)),
        Layout(
            name="2015",
            until=date(2018, 12, 31),
            body=("div.text_detail",),
            read_also=("#bacajugabox .baca_juga2",),
        ),
    ),
    urls=UrlRules(
        article=r"/d-\d{6,9}/|/read/\d{4}/\d\d/\d\d/",
        one_page="?single=1",
        rewrites=((r"^m\.detik\.com/(?!read/)(\w+)/", r"\1.detik.com/"), (r"(/d-\d+/[^/]+)/.*$", r"\1")),
        trailing_slash=False,
    ),
)
