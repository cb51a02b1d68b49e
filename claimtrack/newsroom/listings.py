"""Writes what each outlet tells crawlers: robots.txt, the RSS feed and the news sitemap."""

from datetime import datetime
from email.utils import format_datetime
from html import escape

from claimtrack.newsroom.values import Desk, Story
from claimtrack.newsroom.wording import NOTICE

FORBIDDEN = "/cari"


def robots(desk: Desk) -> str:
    """The outlet's robots.txt: one forbidden path and the way to the sitemap."""
    return f"User-agent: *\nDisallow: {FORBIDDEN}\n\nSitemap: {desk.base}{desk.outlet.sitemap}\n"


def feed(desk: Desk) -> str:
    """The outlet's RSS 2.0 feed, newest first."""
    items = "\n".join(feed_item(desk, story) for story in desk.stories)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>\n'
        f"<title>{escape(desk.outlet.name)} (contoh fiksi)</title>\n<link>{desk.base}/</link>\n"
        f"<description>{escape(NOTICE)}</description>\n<language>id</language>\n{items}\n</channel></rss>\n"
    )


def feed_item(desk: Desk, story: Story) -> str:
    """One story in the feed."""
    address = escape(desk.address(story))
    return (
        f"<item><title>{escape(story.title)}</title><link>{address}</link><guid>{address}</guid>"
        f"<pubDate>{format_datetime(story.published)}</pubDate>"
        f"<description>{escape(story.paragraphs[0])}</description></item>"
    )


def sitemap(desk: Desk) -> str:
    """The outlet's news sitemap."""
    entries = "\n".join(sitemap_entry(desk, story) for story in desk.stories)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'
        f"{entries}\n</urlset>\n"
    )


def sitemap_entry(desk: Desk, story: Story) -> str:
    """One story in the sitemap."""
    return (
        f"<url><loc>{escape(desk.address(story))}</loc><news:news><news:publication>"
        f"<news:name>{escape(desk.outlet.name)}</news:name><news:language>id</news:language>"
        f"</news:publication><news:publication_date>{iso(story.published)}</news:publication_date>"
        f"<news:title>{escape(story.title)}</news:title></news:news></url>"
    )


def iso(time: datetime) -> str:
    """The time as sitemaps write it."""
    return time.isoformat(timespec="seconds")
