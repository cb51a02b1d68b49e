"""Reads sources from OPML, one a feed, without entities and without network."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from lxml import etree

from articles.desk.files.cells import read_row
from articles.desk.files.values import Refused, SourceRow, UnreadableFile
from articles.models import Source
from articles.parsing.elements import find_elements


def looks_like_outlines(content: bytes) -> bool:
    """Whether a file is OPML rather than a table."""
    return content[:1000].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")


def read_outlines(content: bytes) -> Iterator[SourceRow | Refused]:
    """Each outline with a feed as a source with that feed; a source that is known gets the feed alone.

    Raises UnreadableFile before the first one where the file is broken, no OPML, or declares entities.
    """
    if b"<!ENTITY" in content.replace(b"\0", b"") or b"<!DOCTYPE" in content[:4096].replace(b"\0", b""):
        raise UnreadableFile(_("Berkas OPML ini memuat deklarasi XML yang tidak diterima."))
    try:
        roots = [element.tag for element in find_elements(content, "opml")]
    except etree.XMLSyntaxError as error:
        words = _("Berkas OPML ini rusak di baris %(line)d.")
        raise UnreadableFile(words % {"line": error.lineno or 1}) from error
    if not roots:
        raise UnreadableFile(_("Berkas XML ini bukan OPML."))
    return _rows(content)


def _rows(content: bytes) -> Iterator[SourceRow | Refused]:
    for outline in find_elements(content, "outline"):
        feed = outline.get("xmlUrl")
        if feed:
            yield _row(line_of(outline), feed, outline)


def line_of(outline: etree._Element) -> int:
    """The line an outline stands in."""
    line: object = outline.sourceline
    return line if isinstance(line, int) else 1


def _row(line: int, feed: str, outline: etree._Element) -> SourceRow | Refused:
    parts = feed.strip().split("/")
    home = outline.get("htmlUrl") or "/".join(parts[:3])
    name = outline.get("title") or outline.get("text") or ""
    category = (outline.get("category") or "").strip("/").lower()
    group = category if category in Source.Group.values else ""
    cells = {"name": name[:120] or urlsplit(home).netloc, "home": home, "group": group, "feeds": feed}
    row = read_row(line, cells | {"slug": outline.get("slug") or ""})
    return row if isinstance(row, Refused) else SourceRow(line, row.slug, {}, row.fields, row.feeds)
