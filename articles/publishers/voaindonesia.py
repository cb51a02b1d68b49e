"""voaindonesia.com, the Indonesian service of Voice of America."""

from articles.publishers.base import Group, Layout, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="voaindonesia",
    name="VOA Indonesia",
    hosts=("voaindonesia.com",),
    group=Group.FOREIGN,
    # Feed and layout are from public scrapers; they were not checked on a page.
    feeds=("https://www.voaindonesia.com/api/zmgqoe$moi",),
    layouts=(Layout(name="2020", body=("div.body-container",)),),
    urls=UrlRules(article=r"/a/", trailing_slash=False),
)
