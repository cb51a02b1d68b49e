"""Tells what a page is: an article, another kind of story, or no story at all."""

import re
from urllib.parse import urlsplit

from articles.parsing.body import Body
from articles.parsing.evidence import PageEvidence
from articles.parsing.markup import plain_text
from articles.parsing.times import published_stamps
from articles.parsing.verdicts import NotAnArticle

SHORTEST_BODY = 160
SHORTEST_STUB = 40
KINDS_BY_ADDRESS = (
    (
        "photo",
        re.compile(
            r"//(?:foto|photo|galeri)\.|/(?:foto|photos?|galeri-?foto|photo-?stor\w+|fotonews|readfoto)(?:[/-]|$)"
        ),
    ),
    ("video", re.compile(r"//(?:video|20|tv)\.|/(?:videos?|watch|readvideo|detiktv|tv)/")),
    ("live", re.compile(r"/(?:live-?(?:report|blog|update)s?|liveblog)\b|-live-(?:report|blog)-")),
    ("quiz", re.compile(r"/(?:kuis|quiz|polling)(?:[/-]|$)")),
    (
        "advertorial",
        re.compile(
            r"/(?:advertorial|adv|infotorial|sponsored|brandcontent|brand-content|pariwara)(?:[/-]|$)"
        ),
    ),
)
KINDS_BY_TYPE = {
    "liveblogposting": "live",
    "imagegallery": "photo",
    "mediagallery": "photo",
    "quiz": "quiz",
    "advertisercontentarticle": "advertorial",
}
ADVERTORIAL = re.compile(
    r"\b(?:advertorial|infotorial|pariwara|sponsored|brand content|advertisement)\b|^adv$", re.IGNORECASE
)
PAID = re.compile(
    r"paywall|premium-content|content-locked|berbayar|locked-article|subscribe-wall|premium-lock",
    re.IGNORECASE,
)
# "404 warga mengungsi" is news, "404 - Halaman tidak ditemukan" is not.
ERROR_TITLE = re.compile(
    r"^(?:error\s)?(?:40[0-9]|410|429|50[0-4])"
    r"(?:\s?$|\s?[-|:!]|\s(?:error|not found|forbidden|page|bad|internal|halaman))|"
    r"\b(?:halaman|page|artikel|berita|konten).{0,15}\s(?:tidak (?:ditemukan|tersedia)|not found)|"
    r"^(?:page not found|not found|just a moment|attention required|access denied|are you a robot|"
    r"service unavailable|checking your browser|one moment, please|security check|before you continue)\b",
    re.IGNORECASE,
)
ENOUGH_FOR_ANY_TITLE = 600
LIST_PATH = re.compile(
    r"^/?(?:index|indeks|tags?|topik|topic|search|kategori|category|author|penulis|rubrik|kanal)?/?(?:[^/.]{0,40}/?)?$"
)


def find_kind(evidence: PageEvidence, section: str | None, body: Body) -> str:
    """ "article", or live, photo, video, quiz, advertorial."""
    by_type = next((kind for name, kind in KINDS_BY_TYPE.items() if name in evidence.linked.types), None)
    if by_type:
        return by_type
    if section and ADVERTORIAL.search(section):
        return "advertorial"
    place = urlsplit(evidence.page.url)
    address = f"//{place.netloc}{place.path}".lower()
    by_address = next((kind for kind, pattern in KINDS_BY_ADDRESS if pattern.search(address)), None)
    if by_address:
        return by_address
    is_video = evidence.metas.first("og:type").startswith("video") or "videoobject" in evidence.linked.types
    return "video" if is_video and body.size < 600 and not evidence.linked.article else "article"


def is_truncated(evidence: PageEvidence, body: Body) -> bool:
    """Whether the page keeps the rest of the text for subscribers."""
    if body.truncated:
        return True
    free = evidence.linked.article.get("isAccessibleForFree")
    is_closed = free is False or str(free).lower() == "false"
    return is_closed and (body.size < 1200 or any(PAID.search(name) for name in evidence.markup.classes))


def refuse_other_pages(evidence: PageEvidence, title: str, body: Body) -> None:
    """Raises NotAnArticle for error pages, walls, lists and pages without text."""
    if evidence.page.status >= 400:
        raise NotAnArticle(f"the server answered {evidence.page.status}: the address is gone or refused")
    is_story = says_article(evidence) and body.size >= ENOUGH_FOR_ANY_TITLE
    if not title or (not is_story and is_wall(evidence, title, body)):
        raise NotAnArticle(
            f"an error page or a wall ({title[:60] or 'no title'}): drop this address or fetch it later",
            "body" if title else "title",
        )
    if body.size >= SHORTEST_BODY or (body.size >= SHORTEST_STUB and says_article(evidence)):
        if is_front(evidence) and not says_article(evidence) and not any(published_stamps(evidence)):
            raise NotAnArticle("a front page or a list of articles: read it as an index")
        return
    raise NotAnArticle(
        f"no text of an article ({body.size} characters): a list, a video or a page built by script", "body"
    )


def is_wall(evidence: PageEvidence, title: str, body: Body) -> bool:
    """Whether the page is an error page, or asks about cookies instead of showing its story."""
    headings = [plain_text(heading) for heading in evidence.markup.tags.get("h1", [])[:3]]
    if any(ERROR_TITLE.search(text) for text in (title, *headings)):
        return True
    words = " ".join(body.paragraphs).lower()
    return body.size < ENOUGH_FOR_ANY_TITLE and not says_article(evidence) and words.count("cookie") > 1


def says_article(evidence: PageEvidence) -> bool:
    """Whether the page calls itself an article."""
    return bool(evidence.linked.article) or evidence.metas.first("og:type").lower() == "article"


def is_front(evidence: PageEvidence) -> bool:
    """Whether the address is that of a front page or a section."""
    path = urlsplit(evidence.page.url).path
    return path in ("", "/") or (
        LIST_PATH.match(path) is not None and "-" not in path and not re.search(r"\d{3}", path)
    )
