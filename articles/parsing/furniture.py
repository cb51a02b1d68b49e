"""Knows what on a page is furniture - advertisements, boxes of links, captions - by name and by wording."""

import re
from enum import Enum, auto
from functools import lru_cache

from lxml.etree import _Element as HtmlElement

from articles.parsing.markup import text_pieces


class Furniture(Enum):
    """What a part of the page is when it is not the text of the article."""

    NOISE = auto()
    READ_ALSO = auto()
    RELATED = auto()
    CAPTION = auto()
    BYLINE = auto()


SKIPPED_TAGS = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "button", "input"}
    | {"select", "textarea", "ins", "dialog", "canvas", "map", "video", "audio"}
)
# Some site generators wrap the whole page in a form; these count as furniture only while they are small.
SIDE_TAGS = frozenset({"form", "nav", "aside", "footer"})
INLINE_TAGS = frozenset(
    {"a", "abbr", "b", "big", "em", "font", "i", "mark", "q", "small", "span", "strong", "u"}
)
EDGE = r"(?:^|[\s_-])"
END = r"(?:$|[\s_-])"
READ_ALSO_NAME = re.compile(
    r"baca-?_?(?:juga|lagi|lain)|(?:lihat|simak)-?_?juga|lihatjg|link_?-?sisip|sisip|inner-link-baca|"
    r"read-?_?also|also-?read|inject-|artikel-?sisip|berita-?sisip",
    re.IGNORECASE,
)
RELATED_NAME = re.compile(
    EDGE
    + r"(?:related|terkait|berita-?terkait|rekomendasi\w*|recommend\w*|terpopuler|populer|popular|trending|"
    r"lainnya|headline-list|jp-relatedposts|yarpp|crp|news-?list|list-?berita|latest)" + END,
    re.IGNORECASE,
)
CAPTION_NAME = re.compile(
    r"caption|photo-?_?desc|keterangan-?_?(?:foto|gambar)|foto-?ket|image-?desc|img-?desc|pic_artikel|copyright-foto",
    re.IGNORECASE,
)
NOISE_NAME = re.compile(
    EDGE + r"(?:ads?|adv|advert\w*|iklan\w*|banner\w*|adsense|adsbygoogle|adslot\w*|gpt|dfp|"
    r"parallax\w*|taboola\w*|outbrain\w*|mgid\w*|teads|share\w*|sharing|sosmed\w*|social\w*|medsos|addthis\w*|addtoany\w*|"
    r"sharedaddy|comments?|komentar\w*|disqus\w*|fb|facebook|twitter|instagram|tiktok|whatsapp|telegram|"
    r"newsletter\w*|subscri\w*|"
    r"tags?|tagging|tagcloud|tag-?list|topik\w*|breadcrumbs?|paging\w*|pagination\w*|pager|nav\w*|menu\w*|widget\w*|"
    r"sidebar\w*|popup\w*|modal\w*|tooltip\w*|embed\w*|player\w*|video|galler\w*|galeri\w*|carousel\w*|slider|swiper\w*|"
    r"toc|daftar-isi|poll\w*|polling|rating\w*|reaction\w*|emoji|print|fontsize|font-size|footer|cookie\w*|"
    r"sr-only|screen-reader\w*|visually-hidden|hidden|d-none|skyscraper\w*|sticky-ad\w*|box-ad\w*|promo\w*|sponsor\w*|"
    r"follow\w*|google-news|googlenews|channel-wa|copyright|disclaimer|login\w*|register\w*|search\w*|author-box)"
    + END,
    re.IGNORECASE,
)
# Inside a sentence "tag" and "topic" name links that belong to it.
INLINE_NOISE_NAME = re.compile(
    EDGE
    + r"(?:ads?|advert\w*|iklan\w*|share\w*|sosmed\w*|embed\w*|sr-only|screen-reader\w*|hidden|d-none)"
    + END,
    re.IGNORECASE,
)
BYLINE_NAME = re.compile(
    EDGE
    + r"(?:byline|author|penulis|editor|reporter|jurnalis|wartawan|credit|credits|kredit|meta|entry-meta|"
    r"post-meta|date|tanggal|tgl|time|waktu)" + END,
    re.IGNORECASE,
)
NAMES = (
    (READ_ALSO_NAME, Furniture.READ_ALSO),
    (CAPTION_NAME, Furniture.CAPTION),
    (RELATED_NAME, Furniture.RELATED),
    (NOISE_NAME, Furniture.NOISE),
    (BYLINE_NAME, Furniture.BYLINE),
)
INLINE_NAMES = (
    (READ_ALSO_NAME, Furniture.READ_ALSO),
    (CAPTION_NAME, Furniture.CAPTION),
    (INLINE_NOISE_NAME, Furniture.NOISE),
)
LARGEST_PART = 0.4


@lru_cache(maxsize=8192)
def furniture_by_name(names: str, *, inline: bool) -> Furniture | None:
    """What the class and id of an element say it is."""
    rows = INLINE_NAMES if inline else NAMES
    return next((kind for pattern, kind in rows if pattern.search(names)), None)


def furniture_of(element: HtmlElement) -> Furniture | None:
    """What the tag, class and id of an element say it is; None for text."""
    tag = element.tag
    if tag in SKIPPED_TAGS or tag in SIDE_TAGS or tag.startswith("amp-"):
        return Furniture.NOISE
    if tag == "figcaption":
        return Furniture.CAPTION
    if not element.attrib:
        return None
    if element.get("aria-hidden") == "true" or "display:none" in (element.get("style") or "").replace(
        " ", ""
    ):
        return Furniture.NOISE
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return furniture_by_name(names, inline=tag in INLINE_TAGS) if len(names) > 1 else None


def is_text(element: HtmlElement, room: float) -> bool:
    """Whether an element that is named like furniture holds more than `room` characters that are no links."""
    size = text_size(element)
    return size > room and size - sum(map(text_size, element.iter("a"))) > room


def text_size(element: HtmlElement) -> int:
    """Characters of visible text under an element, blanks included."""
    return sum(map(len, text_pieces(element)))
