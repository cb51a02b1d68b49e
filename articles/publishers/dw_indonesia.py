"""dw.com/id, the Indonesian service of Deutsche Welle: not verified; the defaults read it."""

from articles.publishers.base import Group, Publisher, UrlRules

PUBLISHER = Publisher(
    slug="dw-indonesia",
    name="DW Indonesia",
    hosts=("dw.com/id",),
    group=Group.FOREIGN,
    # The feed follows the form of other languages; neither it nor any layout was checked.
    feeds=("https://rss.dw.com/rdf/rss-id-all",),
    urls=UrlRules(article=r"/id/[^/]+/a-\d+", trailing_slash=False),
    timezone="UTC",
)
