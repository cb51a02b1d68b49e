"""Writes dates, addresses and markup the way Indonesian sites do."""

import html
import json
import re
from datetime import UTC, datetime

from claimtrack.newsroom.values import Desk, Story

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
FICTION = "Contoh fiksi"
NOTICE = (
    "Contoh fiksi: media, tokoh, tempat, dan peristiwa di halaman ini rekaan, "
    "dibuat untuk peragaan ClaimTrack. Kesamaan nama hanyalah kebetulan."
)


def slugify(title: str) -> str:
    """The title as the last step of an address: small letters, figures and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def long_date(time: datetime) -> str:
    """ "Senin, 14 Oktober 2024 16:40 WIB"."""
    return f"{DAYS[time.weekday()]}, {time.day} {MONTHS[time.month - 1]} {time.year} {time:%H:%M} WIB"


def short_date(time: datetime) -> str:
    """ "Senin, 14 Okt 2024 08:15 WIB"."""
    return f"{DAYS[time.weekday()]}, {time:%d} {MONTHS[time.month - 1][:3]} {time.year} {time:%H:%M} WIB"


def initials(name: str) -> str:
    """How a desk signs: "Lintang Arwendo" is "lar"."""
    words = name.lower().split()
    return words[0][0] + words[-1][:2]


def in_utc(time: datetime) -> str:
    """ "2024-10-14T01:15:00+00:00"."""
    return time.astimezone(UTC).isoformat()


def link(address: str, words: str, attributes: str = "") -> str:
    """An HTML link."""
    return f'<a href="{html.escape(address)}"{attributes}>{html.escape(words)}</a>'


def paragraph(words: str) -> str:
    """An HTML paragraph."""
    return f"<p>{html.escape(words, quote=False)}</p>"


def linked_data(desk: Desk, story: Story, published: str) -> str:
    """The page's schema.org NewsArticle as a JSON-LD script; `published` in the site's own form."""
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": desk.address(story)},
        "headline": story.title,
        "image": {"@type": "ImageObject", "url": f"{desk.base}/gambar/contoh.svg"},
        "datePublished": published,
        "dateModified": published,
        "articleSection": f"{story.section} - {FICTION}",
        "author": {"@type": "Person", "name": story.byline},
        "publisher": {"@type": "Organization", "name": desk.outlet.name},
        "description": story.paragraphs[0],
    }
    return json.dumps(article, ensure_ascii=False, indent=1).replace("</", "<\\/")
