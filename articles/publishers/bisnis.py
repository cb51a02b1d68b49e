"""bisnis.com: one template for its subdomains; infographics, photos and e-papers are another."""

from articles.publishers.base import Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="bisnis",
    name="Bisnis.com",
    hosts=("bisnis.com",),
    # Layout and index are from public scrapers; they were not checked on a page, and no feed was found.
    index_pages=("https://www.bisnis.com/index?date={date:%Y-%m-%d}&page={page}",),
    layouts=(
        Layout(
            name="2023",
            body=(".detailsContent",),
            authors=(".authorName",),
        ),
    ),
    urls=UrlRules(article=r"/read/\d{8}/", trailing_slash=False),
)
